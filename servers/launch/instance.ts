// One private OpenLDAP instance on disk: rendered configuration, passwords, an empty tree; no process yet.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountName,
  accountNames,
  type Hashing,
  loadTree,
  type Rendering,
  writeConfiguration,
} from './configuration.ts';
import { findOwner, makeOwnFolders, type Owner } from './owner.ts';
import { type Containers, usualContainers } from './template.ts';
import type { TlsCertificate } from './tls.ts';

/** What a private instance is made from. */
export interface InstanceOptions {
  /** Suffix of the tree, made of dc parts; default `dc=laichau,dc=gov,dc=vn`. */
  readonly baseDn?: string;
  /** What the containers of accounts are called; default: ou=people and ou=organizations. */
  readonly containers?: Containers;
  /** Mail domain; default: the dc parts of the base DN, `laichau.gov.vn`. */
  readonly domain?: string;
  /** Domains in which accounts keep addresses they had; default: none. */
  readonly legacyDomains?: readonly string[];
  /** Folder that keeps the data from one start to the next; absent: a temporary one, removed at stop. */
  readonly directory?: string;
  /** Most bytes the database may take; default 1 GiB. The file is sparse: unused bytes cost nothing. */
  readonly maxSize?: number;
  /** Serves StartTLS and, on a second port, ldaps with this certificate; absent: no TLS. */
  readonly tls?: TlsCertificate;
  /** What a guess at a stolen hash costs; default: as shipped where the data is kept, light where it goes at stop. */
  readonly hashing?: Hashing;
}

/** A DN and the file (mode 0600, no newline at its end) that holds its password. */
export interface Account {
  readonly dn: string;
  readonly passwordFile: string;
}

/** An instance that is ready to be served. */
export interface Instance {
  readonly baseDn: string;
  readonly containers: Containers;
  readonly domain: string;
  readonly directory: string;
  readonly temporary: boolean;
  /** Whom slapd runs as; null: as ourselves. */
  readonly owner: Owner | null;
  readonly accounts: Readonly<Record<AccountName, Account>>;
}

/**
 * Makes or reopens an instance.
 *
 * On a folder that was used before, the data and passwords stay and only the configuration is written anew.
 *
 * @throws Error when the base DN or the domain has a wrong form, or the folder holds something else or is in use.
 */
export async function prepareInstance(options: InstanceOptions): Promise<Instance> {
  const baseDn = options.baseDn ?? 'dc=laichau,dc=gov,dc=vn';
  if (!/^dc=[a-z0-9-]+(,dc=[a-z0-9-]+)*$/i.test(baseDn)) {
    throw new Error(`baseDn phải gồm các phần dc=… / baseDn must be made of dc=… parts: ${baseDn}`);
  }
  const domain = options.domain ?? baseDn.replace(/,dc=/gi, '.').slice(3).toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain)) {
    throw new Error(`Tên miền thư không hợp lệ / Not a mail domain: ${domain}`);
  }

  const { containers = usualContainers } = options;
  const given = options.containers === undefined ? {} : { containers };
  const temporary = options.directory === undefined;
  const directory = temporary
    ? await mkdtemp(join(tmpdir(), 'danhba-slapd-'))
    : await claimDirectory(options.directory, { baseDn, domain, ...given });
  try {
    if (temporary) await chmod(directory, 0o755);
    const owner = await findOwner(directory, 'openldap'); // Debian's
    await makeFolders(directory, owner);
    const passwords = await readOrMakePasswords(directory);
    const maxSize = options.maxSize ?? 2 ** 30;
    const tls = options.tls ?? null;
    const hashing = options.hashing ?? (temporary ? 'light' : 'shipped');
    const { legacyDomains = [] } = options;
    const rendering: Rendering = {
      directory,
      baseDn,
      containers,
      domain,
      legacyDomains,
      maxSize,
      owner,
      passwords,
      tls,
      hashing,
    };
    await writeConfiguration(rendering);
    await loadTree(rendering);
    return {
      baseDn,
      containers,
      domain,
      directory,
      temporary,
      owner,
      accounts: accountsOf(baseDn, directory),
    };
  } catch (error) {
    if (temporary) await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Takes a folder that is empty or was ours with the same tree; refuses any other, so that nothing gets mixed. */
async function claimDirectory(
  path: string,
  tree: Pick<InstanceOptions, 'baseDn' | 'domain' | 'containers'>,
): Promise<string> {
  await mkdir(path, { recursive: true });
  const directory = await realpath(path);
  if (/["\\:\n]/.test(directory)) {
    throw new Error(
      `slapd.conf không viết được đường dẫn này / slapd.conf cannot name this path: ${directory}`,
    );
  }
  const mark = join(directory, 'instance.json');
  const wanted = `${JSON.stringify(tree)}\n`;
  if (!existsSync(mark)) {
    if ((await readdir(directory)).length > 0) {
      throw new Error(`Thư mục không trống / The folder is not empty: ${directory}`);
    }
    await writeFile(mark, wanted);
  }
  const found = await readFile(mark, 'utf8');
  if (found !== wanted) {
    throw new Error(
      `Thư mục đang chứa cây khác / The folder holds another tree: ${directory}: ${found.trim()}`,
    );
  }
  const pid = await findServer(directory);
  if (pid !== null) {
    throw new Error(`Thư mục đang được dùng / The folder is in use by process ${pid}: ${directory}`);
  }
  return directory;
}

/** The process that serves the folder. A file left by a killed machine names one that is gone, or somebody else's. */
async function findServer(directory: string): Promise<string | null> {
  const pid = (await readFile(join(directory, 'run/slapd.pid'), 'utf8').catch(() => '')).trim();
  if (pid === '') return null;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(join(directory, 'slapd.conf')) ? pid : null;
}

/** Only db and run belong to the server's user: it can rewrite neither its configuration nor the passwords. */
async function makeFolders(directory: string, owner: Owner | null): Promise<void> {
  await mkdir(join(directory, 'passwords'), { recursive: true, mode: 0o700 });
  await makeOwnFolders([join(directory, 'db'), join(directory, 'run')], owner);
}

async function readOrMakePasswords(directory: string): Promise<Record<AccountName, string>> {
  const passwords: Partial<Record<AccountName, string>> = {};
  for (const name of accountNames) {
    const file = join(directory, 'passwords', name);
    let password = await readFile(file, 'utf8').catch(() => '');
    if (password === '') {
      password = randomBytes(24).toString('base64url');
      // No newline: OpenLDAP's own tools (`-y FILE`) take the whole file for the password.
      await writeFile(file, password, { mode: 0o600 });
    }
    passwords[name] = password;
  }
  return passwords as Record<AccountName, string>;
}

function accountsOf(baseDn: string, directory: string): Record<AccountName, Account> {
  const service = (name: AccountName): Account => ({
    dn: `cn=${name},ou=services,${baseDn}`,
    passwordFile: join(directory, 'passwords', name),
  });
  return {
    root: { dn: `cn=admin,${baseDn}`, passwordFile: join(directory, 'passwords/root') },
    planner: service('planner'),
    reconciler: service('reconciler'),
    mailserver: service('mailserver'),
    passwordpage: service('passwordpage'),
    addressbook: service('addressbook'),
  };
}
