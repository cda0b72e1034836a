// Starts a private rspamd with the shipped reference configuration on a free loopback port, a milter for Postfix, and the
// name server it asks.

import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending } from './ending.ts';
import { openFolder } from './folder.ts';
import { type Nsd, startNsd } from './nsd.ts';
import { commandOf, findOwner } from './owner.ts';
import { findFreePort } from './port.ts';
import { type RspamdRendering, writeRspamdFiles, writeSignature, zoneFile } from './rspamd-files.ts';
import { type Supervised, startSupervised } from './supervised.ts';

/** What a private rspamd is made from. */
export interface RspamdOptions {
  /** Whose mail it is: names in From: of this domain are its users' alone. */
  readonly domain: string;
  /** Folder that keeps the key that signs from one start to the next; absent: a temporary one, removed at stop. */
  readonly directory?: string;
  /** Who may write in which names beside the own one: lines of servers/rspamd/names; default: nobody. */
  readonly names?: readonly string[];
  /** Name of the key that signs, made where there is none; default `lab`. */
  readonly selector?: string;
  /** Records of the outside world in its DNS, as they stand in a zone file; our own are there already. */
  readonly zone?: string;
  /** Port of 127.0.0.1 of another name server to ask; absent: a private one. */
  readonly resolverPort?: number;
}

/** A running private rspamd. */
export interface Rspamd {
  /** Folder of configuration, keys, dns.zone, state and rspamd.log. */
  readonly directory: string;
  /** The private name server; null: it asks another. */
  readonly dns: Nsd | null;
  /** Of 127.0.0.1, where the milter listens. */
  readonly port: number;
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** Stops the server; a temporary folder is removed. May be called again. */
  stop(): Promise<void>;
}

const program = '/usr/bin/rspamd';
const attempts = 10;
const patience = 30_000;

/**
 * Starts rspamd; the milter takes connections when the promise resolves.
 *
 * The server cannot outlive this process, even one that is killed. Any number may run side by side.
 *
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when rspamd or NSD is not installed, or does not start (with its own words).
 */
export async function startRspamd(
  options: RspamdOptions,
  findPort: () => Promise<number> = findFreePort,
): Promise<Rspamd> {
  if (!existsSync(program)) {
    throw new Error(
      'Chưa cài rspamd. Hãy chạy với quyền root: node tools/install.mjs --servers\n' +
        'rspamd is not installed. Run as root: node tools/install.mjs --servers',
    );
  }
  const folder = await openFolder('rspamd', options.directory);
  let dns: Nsd | null = null;
  const clear = async () => {
    await dns?.stop();
    if (folder.temporary) await rm(folder.path, { recursive: true, force: true });
  };
  try {
    const described = await describe(folder.path, options);
    await writeSignature(described);
    if (options.resolverPort === undefined) dns = await startNsd({ zone: await zoneOf(described, options) });
    const resolverPort = options.resolverPort ?? (dns as Nsd).port;
    const { port, server } = await serve({ ...described, resolverPort }, folder.temporary, findPort);
    return {
      directory: folder.path,
      dns,
      port,
      exited: server.exited,
      async stop() {
        await server.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function describe(
  directory: string,
  { domain, names = [], selector = 'lab' }: RspamdOptions,
): Promise<Omit<RspamdRendering, 'resolverPort'>> {
  const owner = await findOwner(directory, '_rspamd'); // Debian's
  if (owner === null && process.getuid?.() === 0) {
    throw new Error(
      `Người dùng _rspamd không vào được thư mục / The user _rspamd cannot get to the folder: ${directory}`,
    );
  }
  return { directory, owner, domain, selector, names };
}

/** The DNS of the lab: our records as they are to be published, where our mail server is, and the outside world. */
async function zoneOf(
  { directory, domain }: Pick<RspamdRendering, 'directory' | 'domain'>,
  { zone = '' }: RspamdOptions,
): Promise<string> {
  const ours = await readFile(join(directory, zoneFile), 'utf8');
  return `${ours}${domain}. IN MX 10 mx.${domain}.\nmx.${domain}. IN A 127.0.0.1\n${zone}`;
}

/** Tries ports until one still is free when rspamd takes it. */
async function serve(
  rendering: RspamdRendering,
  temporary: boolean,
  findPort: () => Promise<number>,
): Promise<{ port: number; server: Supervised }> {
  const { directory, owner } = rendering;
  for (let attempt = 1; ; attempt++) {
    const port = await findPort();
    const configuration = await writeRspamdFiles(rendering, port);
    const server = startSupervised({
      command: commandOf(owner, program, '-f', '-c', configuration),
      logFile: join(directory, 'rspamd.log'),
      ...(temporary && { removeAfter: directory }),
    });
    if (await becomesReady(port, server)) return { port, server };
    const log = await server.readLog();
    const stillRuns = server.isRunning();
    await server.stop();
    if (stillRuns && !taken.test(log)) {
      throw new Error(`rspamd does not answer after ${patience / 1000} s: ${log.trim()}`);
    }
    if (attempt === attempts || !taken.test(log)) {
      throw new Error(`rspamd does not start: ${log.trim() || 'it printed nothing'}`);
    }
  }
}

const taken = /Address already in use/;

/** Waits until *our* rspamd has its port, which its log says, and takes connections; false when it has ended. */
async function becomesReady(port: number, server: Supervised): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    const log = await server.readLog();
    if (taken.test(log)) return false;
    if (/starting rspamd_proxy process/.test(log) && (await accepts(port))) return true;
    await sleep(10);
  }
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
