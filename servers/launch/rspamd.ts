// Starts a private rspamd with the shipped reference configuration on a free loopback port: a milter for Postfix.

import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending } from './ending.ts';
import { openFolder } from './folder.ts';
import { findOwner, makeOwnFolders, type Owner } from './owner.ts';
import { findFreePort } from './port.ts';
import { type Supervised, startSupervised } from './supervised.ts';
import { renderTemplate, writeForServer } from './template.ts';

/** A running private rspamd. */
export interface Rspamd {
  /** Folder of configuration, state and rspamd.log. */
  readonly directory: string;
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
 * @param directory folder to use; absent: a temporary one, removed at stop. Nothing in it needs keeping.
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when rspamd is not installed, or does not start (with its own words).
 */
export async function startRspamd(
  directory?: string,
  findPort: () => Promise<number> = findFreePort,
): Promise<Rspamd> {
  if (!existsSync(program)) {
    throw new Error(
      'Chưa cài rspamd. Hãy chạy với quyền root: node tools/install.mjs --servers\n' +
        'rspamd is not installed. Run as root: node tools/install.mjs --servers',
    );
  }
  const folder = await openFolder('rspamd', directory);
  const removeFolder = async () => {
    if (folder.temporary) await rm(folder.path, { recursive: true, force: true });
  };
  try {
    const { port, server } = await serve(folder.path, folder.temporary, findPort);
    return {
      directory: folder.path,
      port,
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

/** Tries ports until one still is free when rspamd takes it. */
async function serve(
  directory: string,
  temporary: boolean,
  findPort: () => Promise<number>,
): Promise<{ port: number; server: Supervised }> {
  const owner = await findOwner(directory, '_rspamd'); // Debian's
  if (owner === null && process.getuid?.() === 0) {
    throw new Error(
      `Người dùng _rspamd không vào được thư mục / The user _rspamd cannot get to the folder: ${directory}`,
    );
  }
  const as =
    owner === null
      ? []
      : ['/usr/bin/setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--'];
  for (let attempt = 1; ; attempt++) {
    const port = await findPort();
    const configuration = await writeRspamdFiles(directory, owner, port);
    const [first, ...rest] = [...as, program, '-f', '-c', configuration];
    const server = startSupervised({
      command: [first as string, ...rest],
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

/** Of servers/rspamd. */
const files = [
  'rspamd.conf',
  'archives.lua',
  'contents.lua',
  'mime_names.lua',
  'file_names.lua',
  'zip.lua',
  'suffixes',
] as const;

/** Writes everything; gives the file of the configuration. */
async function writeRspamdFiles(directory: string, owner: Owner | null, port: number): Promise<string> {
  const etc = join(directory, 'etc');
  const state = join(directory, 'state');
  await mkdir(etc, { recursive: true });
  await makeOwnFolders([state, join(state, 'languages')], owner);
  const values = { ETC: etc, STATE: state, MILTER_PORT: String(port) };
  for (const name of files) {
    await writeForServer(join(etc, name), await renderTemplate(`rspamd/${name}`, values), owner);
  }
  return join(etc, 'rspamd.conf');
}

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
