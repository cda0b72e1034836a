// A server as a Debian administrator has had it for years, by cn=config, and the steps of docs/adopt.md that add danhba to it.

import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'ldapts';
import type { Account } from '../../servers/launch/instance.ts';
import { commandOf, findOwner, makeOwnFolders, type Owner } from '../../servers/launch/owner.ts';
import { findFreePort } from '../../servers/launch/port.ts';
import { type Supervised, startSupervised } from '../../servers/launch/supervised.ts';
import { type Containers, usualContainers } from '../../servers/launch/template.ts';
import { type PageStep, readPageSteps } from './adopt-page.ts';
import { bareData, dataOf, debianConfig, existingBase, rootPassword } from './existing-people.ts';
import { runScript } from './shell.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

export interface ExistingSlapd {
  readonly url: string;
  readonly baseDn: string;
  readonly containers: Containers;
  readonly domain: string;
  /** Of everything: `slapd.d`, `db`, `modules`, and `work` with the passwords of danhba's accounts. */
  readonly directory: string;
  /** rootdn. */
  readonly root: Account;
  /** There from the step "Containers, policies, accounts" on. */
  readonly planner: Account;
  readonly reconciler: Account;
  readonly mailserver: Account;
  /** While true the server is being started again, and nobody gets an answer. */
  readonly isRestarting: () => boolean;
  /** What the step's commands said. @throws Error where one of them fails. */
  readonly applyStep: (step: PageStep) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** The sections of docs/adopt.md that have commands, in their order; each is applied as it stands there. */
export const steps: readonly PageStep[] = readPageSteps('docs/adopt.md');

/** With 500 entries of its own, memberof and refint, and accounts that read (`existing-people.ts`); bare: nothing but the suffix,
 * which nobody reads, and some of the overlays that danhba brings are there already; `data`: with these entries instead. */
export async function startExistingSlapd(
  options: { readonly bare?: boolean; readonly data?: string } = {},
): Promise<ExistingSlapd> {
  const { bare = false } = options;
  const { data = bare ? bareData() : dataOf() } = options;
  const directory = await mkdtemp(join(tmpdir(), 'danhba-existing-'));
  await chmod(directory, 0o755);
  const owner = await findOwner(directory, 'openldap');
  const at = (name: string): string => join(directory, name);
  await makeOwnFolders([at('slapd.d'), at('db'), at('run')], owner);
  await chmod(at('run'), 0o755); // for ldapi
  await mkdir(at('work/passwords'), { recursive: true, mode: 0o700 });
  await linkModules(at('modules'));
  await writeFile(at('config.ldif'), await debianConfig(directory, bare));
  await writeFile(at('data.ldif'), data);
  await writeFile(at('default'), '');
  await writeFile(at('work/passwords/admin'), rootPassword, { mode: 0o600 });
  await add(owner, ['-F', at('slapd.d'), '-n', '0', '-l', at('config.ldif')]);
  await add(owner, ['-F', at('slapd.d'), '-b', existingBase, '-l', at('data.ldif')]);

  const url = `ldap://127.0.0.1:${await findFreePort()}`;
  const ldapi = `ldapi://${encodeURIComponent(at('run/ldapi'))}`;
  let server = await serve(directory, url, ldapi, owner);
  let restarting = false;
  const restart = async (): Promise<void> => {
    restarting = true;
    await server.stop();
    server = await serve(directory, url, ldapi, owner);
    restarting = false;
  };
  const account = (name: string): Account => ({
    dn: `cn=${name},ou=services,${existingBase}`,
    passwordFile: at(`work/passwords/${name}`),
  });
  const settings = {
    ...{ PATH: process.env.PATH, BASE: existingBase, LDAPI: ldapi, CONFIG: at('slapd.d') },
    ...{ MODULES: at('modules'), WORK: at('work'), HOME: directory },
    FRONT: bare ? '0' : '1',
  };
  const words = steps.map(({ sets }) => sets);
  return {
    url,
    baseDn: existingBase,
    containers: usualContainers,
    domain: 'laichau.gov.vn',
    directory,
    root: { dn: `cn=admin,${existingBase}`, passwordFile: at('work/passwords/admin') },
    planner: account('planner'),
    reconciler: account('reconciler'),
    mailserver: account('mailserver'),
    isRestarting: () => restarting,
    async applyStep({ name, script }) {
      const own = script.replaceAll('/etc/default/slapd', at('default'));
      // There is no systemd here: the shell asks for what it would do.
      const systemctl = 'systemctl() { echo "$*" >&3; read -r _ <&3; }';
      // Line by line, as on a terminal.
      const lines = ['ldapmodify', 'ldapadd'].map((one) => `${one}() { stdbuf -oL /usr/bin/${one} "$@"; }`);
      const text = ['exec 2>&1', systemctl, ...lines, ...words, own].join('\n');
      const ended = await runScript({
        text,
        cwd: root,
        environment: settings,
        answer: async () => {
          await restart();
          return 'done';
        },
      });
      if (ended.code !== 0) throw new Error(`${name}: ${ended.code}\n${ended.out}`);
      return ended.out.replaceAll(at('modules'), '/usr/lib/ldap');
    },
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Debian's folder of modules, into which the two libraries of danhba can go without touching the machine's. */
async function linkModules(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of await readdir('/usr/lib/ldap'))
    await symlink(join('/usr/lib/ldap', name), join(folder, name));
}

const add = async (owner: Owner | null, args: readonly string[]): Promise<void> => {
  const [program, ...words] = commandOf(owner, '/usr/sbin/slapadd', ...args);
  await run(program, words, { cwd: '/' });
};

/** As Debian's unit does, with what /etc/default/slapd exports. */
async function serve(
  directory: string,
  url: string,
  ldapi: string,
  owner: Owner | null,
): Promise<Supervised> {
  const exported = /^export (LD_PRELOAD=.+)$/m.exec(await readFile(join(directory, 'default'), 'utf8'));
  const server = startSupervised({
    command: [
      ...['/usr/bin/env', ...(exported ? [exported[1]!] : []), '/usr/sbin/slapd'],
      ...['-F', join(directory, 'slapd.d'), '-h', `${url} ${ldapi}`, '-d', 'none'],
      ...(owner === null ? [] : ['-u', owner.name]),
    ] as [string, ...string[]],
    logFile: join(directory, 'slapd.log'),
  });
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ url, connectTimeout: 1000, timeout: 5000 });
    const answers = await client.bind(`cn=admin,${existingBase}`, rootPassword).then(
      () => true,
      () => false,
    );
    await client.unbind().catch(() => {});
    if (answers) return server;
    if (attempt === 600 || !server.isRunning()) throw new Error(await server.readLog());
    await sleep(10);
  }
}
