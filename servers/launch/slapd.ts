// Starts a private OpenLDAP server with the shipped reference configuration on a free loopback port.

import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'ldapts';
import type { Ending } from './ending.ts';
import { type Account, type Instance, type InstanceOptions, prepareInstance } from './instance.ts';
import { findFreePort } from './port.ts';
import { type Supervised, startSupervised } from './supervised.ts';
import type { Containers } from './template.ts';

export type { Account, InstanceOptions } from './instance.ts';

/** A running private server. */
export interface Slapd {
  /** `ldap://127.0.0.1:PORT` */
  readonly url: string;
  /** `ldaps://127.0.0.1:PORT`, where a certificate was given. */
  readonly secureUrl?: string;
  readonly baseDn: string;
  readonly containers: Containers;
  /** Mail domain: `laichau.gov.vn`. */
  readonly domain: string;
  /** Folder of configuration, data, passwords and slapd.log. */
  readonly directory: string;
  readonly planner: Account;
  readonly reconciler: Account;
  readonly mailserver: Account;
  readonly passwordpage: Account;
  readonly addressbook: Account;
  /** rootdn: passes every ACL, policy and constraint. For preparing tests, never for danhba itself. */
  readonly root: Account;
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** Stops the server; a temporary folder is removed. May be called again. */
  stop(): Promise<void>;
}

const program = '/usr/sbin/slapd';
const attempts = 10;
const patience = 30_000;

/**
 * Starts a server; it is ready for operations when the promise resolves.
 *
 * The server cannot outlive this process, even one that is killed. Any number may run side by side.
 *
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when slapd is not installed, the options are wrong, or the server does not start (with its own words).
 */
export async function startSlapd(
  options: InstanceOptions = {},
  findPort: () => Promise<number> = findFreePort,
): Promise<Slapd> {
  if (!existsSync(program)) {
    throw new Error(
      'Chưa cài OpenLDAP (slapd). Hãy chạy với quyền root: node tools/install.mjs --servers\n' +
        'OpenLDAP (slapd) is not installed. Run as root: node tools/install.mjs --servers',
    );
  }
  const instance = await prepareInstance(options);
  const removeFolder = () => rm(instance.directory, { recursive: true, force: true });
  try {
    const { url, secureUrl, server } = await serve(instance, options.tls !== undefined, findPort);
    return {
      url,
      ...(secureUrl !== undefined && { secureUrl }),
      baseDn: instance.baseDn,
      containers: instance.containers,
      domain: instance.domain,
      directory: instance.directory,
      ...instance.accounts,
      exited: server.exited,
      async stop() {
        await server.stop();
        if (instance.temporary) await removeFolder();
      },
    };
  } catch (error) {
    if (instance.temporary) await removeFolder();
    throw error;
  }
}

/**
 * The command that serves an instance's folder.
 *
 * With ltdl-lock before libltdl, as slapd.conf demands: without it the server says so and does not start. The path is
 * relative, to the folder, since a space would end it.
 *
 * @param urls where to listen, separated by spaces.
 * @param user whom to serve as; absent: ourselves.
 */
export function slapdCommand(directory: string, urls: string, user?: string): [string, ...string[]] {
  return [
    ...(['/usr/bin/env', '-C', directory, 'LD_PRELOAD=./ltdl-lock.so', program] as const),
    // `-d` keeps it in the foreground; `none` prints what cannot be silenced, above all why it does not start.
    ...['-f', join(directory, 'slapd.conf'), '-h', urls, '-d', 'none'],
    ...(user === undefined ? [] : ['-u', user]),
  ];
}

/** Tries free ports until one still is free when slapd takes it. (Port 0 is no help: slapd reads it as 389.) */
async function serve(
  instance: Instance,
  secure: boolean,
  findPort: () => Promise<number>,
): Promise<{ url: string; secureUrl: string | undefined; server: Supervised }> {
  for (let attempt = 1; ; attempt++) {
    const url = `ldap://127.0.0.1:${await findPort()}`;
    const secureUrl = secure ? `ldaps://127.0.0.1:${await findPort()}` : undefined;
    const urls = secureUrl === undefined ? url : `${url} ${secureUrl}`;
    const server = startSupervised({
      command: slapdCommand(instance.directory, urls, instance.owner?.name),
      logFile: join(instance.directory, 'slapd.log'),
      ...(instance.temporary ? { removeAfter: instance.directory } : {}),
    });
    if (await becomesReady(url, server, instance.accounts.root)) {
      return { url, secureUrl, server };
    }
    const log = await server.readLog();
    if (server.isRunning()) {
      await server.stop();
      throw new Error(`slapd does not answer after ${patience / 1000} s: ${log.trim()}`);
    }
    // EADDRINUSE, at bind(2), or at listen(2) when two of us have bound the port at the same moment.
    if (attempt === attempts || !/ failed errno=98 /.test(log)) {
      throw new Error(`slapd does not start: ${log.trim() || 'it printed nothing'}`);
    }
  }
}

/**
 * Waits until *our* server answers; false when it has ended or does not answer in time.
 *
 * A connection alone proves nothing: another instance may have taken the port in between. Only ours knows this password.
 */
async function becomesReady(url: string, server: Supervised, root: Account): Promise<boolean> {
  const password = await readFile(root.passwordFile, 'utf8');
  const gone = server.exited.then(() => false);
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    const client = new Client({ url, connectTimeout: 1000, timeout: 5000 });
    const accepted = client.bind(root.dn, password).then(
      () => true,
      () => false,
    );
    // Whoever has our port may keep us waiting for an answer: our own server's end is answer enough.
    const ready = await Promise.race([accepted, gone]);
    await client.unbind().catch(() => {});
    if (ready) return true;
    await sleep(10);
  }
  return false;
}
