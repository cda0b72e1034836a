// What a private OpenLDAP instance is told: the templates of servers/openldap, rendered and loaded.

import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installLibrary } from './library.ts';
import type { Owner } from './owner.ts';
import { type Containers, containerWords, renderTemplate, writeForServer } from './template.ts';
import { type TlsCertificate, writeTls } from './tls.ts';

/** Names of the accounts that exist from the beginning; each is also the name of its password file. */
export const accountNames = [
  'root',
  'planner',
  'reconciler',
  'mailserver',
  'passwordpage',
  'addressbook',
] as const;
export type AccountName = (typeof accountNames)[number];

/** What goes into the templates. */
export interface Rendering {
  readonly directory: string;
  readonly baseDn: string;
  readonly containers: Containers;
  readonly domain: string;
  /** Domains in which accounts keep addresses they had. */
  readonly legacyDomains?: readonly string[];
  /** Most bytes of the database. */
  readonly maxSize: number;
  /** Whom slapd runs as; null: as ourselves. */
  readonly owner: Owner | null;
  readonly passwords: Readonly<Record<AccountName, string>>;
  /** Null: no TLS. */
  readonly tls: TlsCertificate | null;
  readonly hashing: Hashing;
}

/** `shipped`: Argon2 as slow as the module makes it; `light`: Argon2 with the least work it can have. */
export type Hashing = 'shipped' | 'light';

/** libargon2 takes no less; 7 ms of a processor for each password become some microseconds. */
const lightArgon2 = 'moduleload argon2 m=8 t=1 p=1';

/** The built-in salted scheme: 192 random bits need no slow hash, and binding costs no time. */
function hashPassword(password: string): string {
  const salt = randomBytes(8);
  const digest = createHash('sha1').update(password).update(salt).digest();
  return `{SSHA}${Buffer.concat([digest, salt]).toString('base64')}`;
}

/** Several domains as one POSIX regular expression. */
export function domainPattern(domains: readonly string[]): string {
  const patterns = domains.map((one) => one.replaceAll('.', '[.]'));
  return patterns.length === 1 ? patterns.join('') : `(${patterns.join('|')})`;
}

/** Writes the server's configuration, readable to its user and to nobody else. */
export async function writeConfiguration(rendering: Rendering): Promise<void> {
  const { directory, owner } = rendering;
  const values = {
    DIR: directory,
    BASE: rendering.baseDn,
    ...containerWords(rendering.containers),
    DOMAIN: rendering.domain,
    DOMAIN_PATTERN: domainPattern([rendering.domain, ...(rendering.legacyDomains ?? [])]),
    ROOT_HASH: hashPassword(rendering.passwords.root),
    MAXSIZE: String(rendering.maxSize),
    // The machine's syslog is not the place for the operations of a private instance.
    LOGLEVEL: 'none',
  };
  const { tls } = rendering;
  const tlsDirectives = tls === null ? '' : await writeTls(directory, tls, owner);
  for (const name of ['slapd.conf', 'acl.conf', 'danhba.schema']) {
    // Global directives: they stand before any database.
    const before = name === 'slapd.conf' ? tlsDirectives : '';
    const rendered = await renderTemplate(`openldap/${name}`, values);
    const text =
      rendering.hashing === 'light' ? rendered.replace(/^moduleload argon2$/m, lightArgon2) : rendered;
    await writeForServer(join(directory, name), before + text, owner);
  }
  for (const name of ['pwcheck', 'ltdl-lock'] as const) await installLibrary(name, directory);
}

/**
 * Loads base.ldif once. The mark comes last: a load that was interrupted is made again from nothing. Data that was kept
 * is indexed again where the configuration indexes otherwise than before: else a search would not find what is there.
 *
 * @throws Error with the words of OpenLDAP's tools when they refuse the configuration or the entries.
 */
export async function loadTree(rendering: Rendering): Promise<void> {
  const { directory, baseDn, passwords } = rendering;
  const mark = join(directory, 'loaded');
  const configuration = await readFile(join(directory, 'slapd.conf'), 'utf8');
  const indexes = (configuration.match(/^index.*$/gm) ?? []).join('\n');
  if (existsSync(mark)) {
    if ((await readFile(mark, 'utf8')) === indexes) return;
    // Quick, since each entry by itself takes minutes: an instance that an interruption spoils can be made again.
    await runTool('slapindex', ['-q'], rendering);
    await writeFile(mark, indexes);
    return;
  }
  const database = join(directory, 'db');
  for (const name of await readdir(database)) await rm(join(database, name));
  const ldif = await renderTemplate('openldap/base.ldif', {
    BASE: baseDn,
    ...containerWords(rendering.containers),
    DC: baseDn.slice(3).split(',')[0]!,
    DOMAIN: rendering.domain,
    PLANNER_HASH: hashPassword(passwords.planner),
    RECONCILER_HASH: hashPassword(passwords.reconciler),
    MAILSERVER_HASH: hashPassword(passwords.mailserver),
    PASSWORDPAGE_HASH: hashPassword(passwords.passwordpage),
    ADDRESSBOOK_HASH: hashPassword(passwords.addressbook),
  });
  await runTool('slapadd', ['-w'], rendering, ldif);
  await writeFile(mark, indexes);
}

/** One of OpenLDAP's tools, as the server's user, on the database of a server that is not running. */
function runTool(
  name: 'slapadd' | 'slapindex',
  options: readonly string[],
  { directory, owner }: Rendering,
  input = '',
): Promise<void> {
  return new Promise((done, refuse) => {
    const child = spawn(`/usr/sbin/${name}`, [...options, '-f', join(directory, 'slapd.conf')], {
      ...(owner === null ? {} : { uid: owner.uid, gid: owner.gid }),
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: '/',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', refuse);
    child.once('close', (code) => {
      if (code === 0) done();
      else refuse(new Error(`${name}: ${output.trim()}`));
    });
    child.stdin.on('error', () => {}); // It refused its configuration before reading: `close` brings its words.
    child.stdin.end(input);
  });
}
