// Starts a private Dovecot with the shipped reference configuration on free loopback ports, over a private slapd.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  compileSieve,
  type DovecotPorts,
  type DovecotRendering,
  writeDovecotConf,
  writeDovecotFiles,
} from './dovecot-files.ts';
import type { Ending } from './ending.ts';
import { openFolder } from './folder.ts';
import { commandOf, findOwner } from './owner.ts';
import { findFreePort, pickLoopbackAddress } from './port.ts';
import type { Slapd } from './slapd.ts';
import { type Supervised, startSupervised } from './supervised.ts';

/** What a private Dovecot is made from. */
export interface DovecotOptions {
  /** The directory its users are in. */
  readonly slapd: Pick<Slapd, 'url' | 'baseDn' | 'containers' | 'domain' | 'mailserver'>;
  /** Folder that keeps the mail from one start to the next; absent: a temporary one, removed at stop. */
  readonly directory?: string;
  /** Page where a password is changed; default `https://matkhau.DOMAIN/`. */
  readonly changeUrl?: string;
  /** MiB of one mailbox; default 2048 for people and 10240 for organizations. */
  readonly quota?: { readonly people: number; readonly organizations: number };
}

/** A running private Dovecot. */
export interface Dovecot {
  /** Folder of configuration, mail and dovecot.log. */
  readonly directory: string;
  readonly ports: DovecotPorts;
  /** The loopback address where Postfix takes what users send: until one does, submission takes nothing. */
  readonly relayHost: string;
  /** `http://127.0.0.1:PORT/doveadm/v1` */
  readonly doveadmUrl: string;
  /** Holds the key of the HTTP API, without a newline; mode 0600. */
  readonly apiKeyFile: string;
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** Stops the server; a temporary folder is removed. May be called again. */
  stop(): Promise<void>;
}

const program = '/usr/sbin/dovecot';
const attempts = 10;
const patience = 30_000;

/**
 * Starts Dovecot; every port answers when the promise resolves.
 *
 * The server cannot outlive this process, even one that is killed. Any number may run side by side. It runs as the
 * user `dovecot` where we are root, else as ourselves, never as root.
 *
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when Dovecot is not installed, the options are wrong, or it does not start (with its own words).
 */
export async function startDovecot(
  options: DovecotOptions,
  findPort: () => Promise<number> = findFreePort,
): Promise<Dovecot> {
  if (!existsSync(program)) {
    throw new Error(
      'Chưa cài Dovecot. Hãy chạy với quyền root: node tools/install.mjs --servers\n' +
        'Dovecot is not installed. Run as root: node tools/install.mjs --servers',
    );
  }
  const { path: directory, temporary } = await openFolder('dovecot', options.directory);
  const removeFolder = async () => {
    if (temporary) await rm(directory, { recursive: true, force: true });
  };
  try {
    const rendering = await describe(directory, options);
    const apiKeyFile = await writeDovecotFiles(rendering);
    const { ports, url, server } = await serve(rendering, apiKeyFile, temporary, findPort);
    return {
      directory,
      ports,
      relayHost: rendering.relayHost,
      doveadmUrl: url,
      apiKeyFile,
      exited: server.exited,
      async stop() {
        await server.stop();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function describe(directory: string, options: DovecotOptions): Promise<DovecotRendering> {
  const { slapd } = options;
  const owner = await findOwner(directory, 'dovecot');
  if (owner === null && process.getuid?.() === 0) {
    throw new Error(
      `Người dùng dovecot không vào được thư mục / The user dovecot cannot get to the folder: ${directory}`,
    );
  }
  const changeUrl = options.changeUrl ?? `https://matkhau.${slapd.domain}/`;
  // It stands in a list of Dovecot's, separated by commas, in which % begins a variable; and in SMTP answers.
  // Only the lab's own page is reached without TLS.
  if (!/^(https:\/\/|http:\/\/127\.0\.0\.1:)[!-~]+$/.test(changeUrl) || /[,%]/.test(changeUrl)) {
    throw new Error(`Địa chỉ trang đổi mật khẩu không dùng được / Not usable as a change page: ${changeUrl}`);
  }
  return {
    directory,
    owner,
    user: await nameUser(owner?.name),
    ldapUrl: slapd.url,
    baseDn: slapd.baseDn,
    containers: slapd.containers,
    domain: slapd.domain,
    mailserverPassword: await readFile(slapd.mailserver.passwordFile, 'utf8'),
    changeUrl,
    relayHost: pickLoopbackAddress(),
    quota: options.quota ?? { people: 2048, organizations: 10_240 },
  };
}

async function nameUser(name: string | undefined): Promise<{ name: string; group: string }> {
  const ask = async (flags: string) =>
    (await promisify(execFile)('/usr/bin/id', [flags, ...(name === undefined ? [] : [name])])).stdout.trim();
  return { name: await ask('-un'), group: await ask('-gn') };
}

/** Tries free ports until all still are free when Dovecot takes them. */
async function serve(
  rendering: DovecotRendering,
  apiKeyFile: string,
  temporary: boolean,
  findPort: () => Promise<number>,
): Promise<{ ports: DovecotPorts; url: string; server: Supervised }> {
  const { directory, owner } = rendering;
  for (let attempt = 1; ; attempt++) {
    const ports: DovecotPorts = {
      imap: await findPort(),
      pop3: await findPort(),
      submission: await findPort(),
      sieve: await findPort(),
      lmtp: await findPort(),
      sasl: await findPort(),
      quota: await findPort(),
      doveadm: await findPort(),
    };
    const configuration = await writeDovecotConf(rendering, ports);
    if (attempt === 1) await compileSieve(rendering, configuration);
    const server = startSupervised({
      command: commandOf(owner, program, '-F', '-c', join(directory, 'dovecot.conf')),
      logFile: join(directory, 'dovecot.log'),
      ...(temporary && { removeAfter: directory }),
    });
    const url = `http://127.0.0.1:${ports.doveadm}/doveadm/v1`;
    if (await becomesReady(url, apiKeyFile, server)) return { ports, url, server };
    const log = await server.readLog();
    if (server.isRunning()) {
      await server.stop();
      throw new Error(`Dovecot does not answer after ${patience / 1000} s: ${log.trim()}`);
    }
    if (attempt === attempts || !/Address already in use|duplicate listener/.test(log)) {
      throw new Error(`Dovecot does not start: ${log.trim() || 'it printed nothing'}`);
    }
  }
}

/**
 * Waits until *our* Dovecot answers; false when it has ended or does not answer in time.
 *
 * Only ours knows the API key, and it takes all its ports before it serves any, or ends.
 */
async function becomesReady(url: string, apiKeyFile: string, server: Supervised): Promise<boolean> {
  const key = Buffer.from(await readFile(apiKeyFile, 'utf8')).toString('base64');
  const headers = { authorization: `X-Dovecot-API ${key}`, connection: 'close' };
  const gone = server.exited.then(() => false);
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    const accepted = fetch(url, { headers, signal: AbortSignal.timeout(5000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
    if (await Promise.race([accepted, gone])) return true;
    await sleep(10);
  }
  return false;
}
