// Starts a private name server (NSD) on a free loopback port that answers for the whole DNS from one zone file.

import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending } from './ending.ts';
import { openFolder } from './folder.ts';
import { commandOf, findOwner, makeOwnFolders } from './owner.ts';
import { findFreePort } from './port.ts';
import { type Supervised, startSupervised } from './supervised.ts';
import { writeForServer } from './template.ts';

/** A running private name server. */
export interface Nsd {
  readonly directory: string;
  /** Of 127.0.0.1, UDP and TCP. */
  readonly port: number;
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** Stops the server; a temporary folder is removed. May be called again. */
  stop(): Promise<void>;
}

const program = '/usr/sbin/nsd';
const attempts = 10;
const patience = 30_000;
const taken = /Address already in use/;

/**
 * Starts the name server; it answers when the promise resolves.
 *
 * What the zone does not have does not exist (NXDOMAIN): it is the root of a DNS of its own.
 *
 * @param options.zone records with whole names, as they stand in a zone file (RFC 1035).
 * @param options.directory folder to use; absent: a temporary one, removed at stop. Nothing in it needs keeping.
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when NSD is not installed, or does not start (with its own words, for one about the zone).
 */
export async function startNsd(
  options: { readonly zone: string; readonly directory?: string },
  findPort: () => Promise<number> = findFreePort,
): Promise<Nsd> {
  if (!existsSync(program)) {
    throw new Error(
      'Chưa cài NSD. Hãy chạy với quyền root: node tools/install.mjs --servers\n' +
        'NSD is not installed. Run as root: node tools/install.mjs --servers',
    );
  }
  const folder = await openFolder('nsd', options.directory);
  const removeFolder = async () => {
    if (folder.temporary) await rm(folder.path, { recursive: true, force: true });
  };
  try {
    const { port, server } = await serve(folder.path, options.zone, folder.temporary, findPort);
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

/** Tries ports until one still is free when the server takes it. */
async function serve(
  directory: string,
  zone: string,
  temporary: boolean,
  findPort: () => Promise<number>,
): Promise<{ port: number; server: Supervised }> {
  const owner = await findOwner(directory, 'nsd'); // Debian's
  const state = join(directory, 'state');
  await makeOwnFolders([state], owner);
  const root = '$TTL 60\n. IN SOA root. root. 1 60 60 60 60\n. IN NS root.\nroot. IN A 127.0.0.1\n';
  await writeForServer(join(directory, 'zone'), root + zone, owner);
  for (let attempt = 1; ; attempt++) {
    const port = await findPort();
    const configuration = join(directory, 'nsd.conf');
    await writeFile(configuration, renderConfiguration(directory, state, port));
    const server = startSupervised({
      command: commandOf(owner, program, '-d', '-c', configuration),
      logFile: join(directory, 'nsd.log'),
      ...(temporary && { removeAfter: directory }),
    });
    const log = await logOfStart(server);
    if (log.includes('nsd started') && !/zone read with \d+ error/.test(log)) return { port, server };
    // Of itself it ends where the port is taken; asked to stop, it would take the folder of the next attempt along.
    if (taken.test(log)) await Promise.race([server.exited, sleep(patience)]);
    await server.stop();
    if (attempt === attempts || !taken.test(log)) {
      throw new Error(`NSD does not start: ${log.trim() || 'it printed nothing'}`);
    }
  }
}

/** No control channel, no files of state, one process that answers. */
function renderConfiguration(directory: string, state: string, port: number): string {
  return `server:
  ip-address: 127.0.0.1@${port}
  do-ip6: no
  server-count: 1
  username: ""
  zonesdir: "${directory}"
  xfrdir: "${state}"
  xfrdfile: ""
  zonelistfile: "${state}/zone.list"
  database: ""
  pidfile: ""
  # All questions come from one address. The table for this limit is 32 MB at each start else.
  rrl-ratelimit: 0
  rrl-size: 1
remote-control:
  control-enable: no
zone:
  name: "."
  zonefile: "zone"
`;
}

/** What it printed until it had its port and its zone, or ended. */
async function logOfStart(server: Supervised): Promise<string> {
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    const log = await server.readLog();
    if (log.includes('nsd started') || taken.test(log)) return log;
    await sleep(10);
  }
  return await server.readLog();
}
