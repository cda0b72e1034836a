// Starts a private Postfix with the shipped reference configuration on free loopback ports, before a private Dovecot.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Dovecot } from './dovecot.ts';
import type { Ending } from './ending.ts';
import { openFolder } from './folder.ts';
import { findUser } from './owner.ts';
import { findFreePort, isTaken } from './port.ts';
import {
  type ArchivePolicy,
  type DmarcPolicy,
  type ForgedPolicy,
  type PostfixPorts,
  type PostfixRendering,
  type SuspendedPolicy,
  writePostfixFiles,
} from './postfix-files.ts';
import type { Rspamd } from './rspamd.ts';
import type { Slapd } from './slapd.ts';
import { type Supervised, startSupervised } from './supervised.ts';

/** What a private Postfix is made from. */
export interface PostfixOptions {
  /** The directory of its recipients. */
  readonly slapd: Pick<Slapd, 'url' | 'baseDn' | 'containers' | 'domain' | 'mailserver'>;
  /** Where mail is delivered and users are known. */
  readonly dovecot: Pick<Dovecot, 'ports' | 'relayHost'>;
  /** Folder that keeps the queue from one start to the next; absent: a temporary one, removed at stop. */
  readonly directory?: string;
  /** What happens to mail for suspended accounts; default `deliver`. */
  readonly suspended?: SuspendedPolicy;
  /** Who looks into archives and at names before mail is accepted; absent or null: nobody does. */
  readonly rspamd?: Pick<Rspamd, 'port'> | null;
  /** What happens to mail with archives that nobody can look into; default `quarantine`. */
  readonly encryptedArchives?: ArchivePolicy;
  /** Who gets mail to postmaster@ and abuse@: an address of an account; absent: the account of that name, if any. */
  readonly postmaster?: string;
  /** Where users' mail comes in; absent: where this Dovecot brings it, and there can be but one Postfix. */
  readonly relayHost?: string;
  /** What happens to mail from outside in the name of our domain; default `refuse`. */
  readonly forgedNames?: ForgedPolicy;
  /** What happens to mail that the domain in its From: asks not to deliver; default `obey`. */
  readonly dmarc?: DmarcPolicy;
  /** Domains beside the mail domain in which accounts keep addresses they had; default: none. */
  readonly legacyDomains?: readonly string[];
  /** Port of 127.0.0.1 that stands for all other domains; absent: mail for them is refused. */
  readonly outsidePort?: number;
}

/** A running private Postfix. */
export interface Postfix {
  /** Folder of configuration, queue and log/postfix.log. */
  readonly directory: string;
  readonly ports: PostfixPorts;
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** Stops the server; a temporary folder is removed. May be called again. */
  stop(): Promise<void>;
}

const master = '/usr/lib/postfix/sbin/master';
const attempts = 10;
const patience = 30_000;
// A private server must never write to the real outside world by accident.
const nowhere = 'error:5.4.4 Khong co thu ra ngoai / No mail to the outside here';

/** True where Postfix can run: it changes users, and only root may. */
export const canRunPostfix = (): boolean => process.getuid?.() === 0;

/**
 * Starts Postfix; its port answers when the promise resolves.
 *
 * The server cannot outlive this process, even one that is killed. Any number may run side by side.
 *
 * @param findPort proposes a port of 127.0.0.1; asked again when somebody else has taken it meanwhile.
 * @throws Error when we are not root, Postfix is not installed, or it does not start (with its own words).
 */
export async function startPostfix(
  options: PostfixOptions,
  findPort: () => Promise<number> = findFreePort,
): Promise<Postfix> {
  if (!canRunPostfix()) throw new Error('Postfix cần quyền root / Postfix needs root');
  const owner = await findUser('postfix');
  if (!existsSync(master) || owner === null) {
    throw new Error(
      'Chưa cài Postfix. Hãy chạy: node tools/install.mjs --servers\n' +
        'Postfix is not installed. Run: node tools/install.mjs --servers',
    );
  }
  const { path: directory, temporary } = await openFolder('postfix', options.directory);
  const removeFolder = async () => {
    if (temporary) await rm(directory, { recursive: true, force: true });
  };
  try {
    const { slapd } = options;
    const rendering: PostfixRendering = {
      directory,
      owner,
      ldapUrl: slapd.url,
      baseDn: slapd.baseDn,
      containers: slapd.containers,
      domain: slapd.domain,
      legacyDomains: options.legacyDomains ?? [],
      mailserverPassword: await readFile(slapd.mailserver.passwordFile, 'utf8'),
      dovecot: options.dovecot.ports,
      relayHost: options.relayHost ?? options.dovecot.relayHost,
      postmaster: options.postmaster ?? `postmaster@${slapd.domain}`,
      suspended: options.suspended ?? 'deliver',
      scannerPort: options.rspamd?.port ?? null,
      encryptedArchives: options.encryptedArchives ?? 'quarantine',
      forgedNames: options.forgedNames ?? 'refuse',
      dmarc: options.dmarc ?? 'obey',
      outside: options.outsidePort === undefined ? nowhere : `smtp:[127.0.0.1]:${options.outsidePort}`,
    };
    const { ports, server } = await serve(rendering, temporary, findPort);
    return {
      directory,
      ports,
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

/** Tries free ports until one still is free when Postfix takes it. */
async function serve(
  rendering: PostfixRendering,
  temporary: boolean,
  findPort: () => Promise<number>,
): Promise<{ ports: PostfixPorts; server: Supervised }> {
  const { directory } = rendering;
  const kept = existsSync(join(directory, 'spool'));
  for (let attempt = 1; ; attempt++) {
    const ports: PostfixPorts = { smtp: await findPort() };
    const folder = await writePostfixFiles(rendering, ports);
    // A kept queue may have been copied meanwhile. `postfix start` is this and two seconds of waiting.
    if (kept) await promisify(execFile)('/usr/sbin/postfix', ['-c', folder, 'check']);
    const log = () => readFile(join(directory, 'log/postfix.log'), 'utf8').catch(() => '');
    const before = (await log()).length;
    const server = startSupervised({
      // Its own process group: at SIGTERM master ends all processes of its group, also those that talk to somebody.
      command: ['/usr/bin/setsid', master, '-c', folder, '-d'],
      logFile: join(directory, 'master.log'),
      ...(temporary && { removeAfter: directory }),
    });
    const said = async () => (await log()).slice(before) + (await server.readLog());
    if (await becomesReady(ports, server, said)) return { ports, server };
    const words = (await said()).trim();
    if (server.isRunning()) {
      await server.stop();
      throw new Error(`Postfix does not answer after ${patience / 1000} s: ${words}`);
    }
    // master ends before the one who writes its log has begun: that a port was taken must be found out; and whoever took
    // it for a connection of his own may have let it go already. Of its own accord the shell says that it ended its watcher.
    const isSilent = /^(Terminated)?$/.test(words);
    if (attempt === attempts || !(isSilent || (await isTaken(ports.smtp)))) {
      throw new Error(`Postfix does not start: ${words || 'it printed nothing'}`);
    }
  }
}

/** Waits until *our* Postfix has its ports, which its log says, and answers; false when it has ended. */
async function becomesReady(
  ports: PostfixPorts,
  server: Supervised,
  said: () => Promise<string>,
): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    if (/daemon started/.test(await said())) {
      if (await greetsOn(ports.smtp)) return true;
    }
    await sleep(10);
  }
  return false;
}

function greetsOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (greets: boolean) => {
      socket.destroy();
      resolve(greets);
    };
    socket.setTimeout(5000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('data', (data) => end(data.toString('latin1').startsWith('220 ')));
  });
}
