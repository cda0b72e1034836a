// Starts the page where a password is changed, as `danhba password-page` serves it, over a private slapd.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cli } from './command.ts';
import type { Ending } from './ending.ts';
import type { Slapd } from './slapd.ts';
import { startSupervised } from './supervised.ts';

/** What the page is made from. */
export interface PasswordPageOptions {
  readonly slapd: Pick<Slapd, 'url' | 'passwordpage' | 'directory'>;
  /** The province's files; default: those that come with danhba. */
  readonly directory?: string;
  /** Default: a free port of 127.0.0.1. */
  readonly listen?: string;
  /** More settings; never a secret: every user of the machine can read them. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A page that is served. */
export interface PasswordPage {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Resolves when it is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  readLog(): Promise<string>;
  /** May be called again. */
  stop(): Promise<void>;
}

const shipped = fileURLToPath(new URL('../../directory/', import.meta.url));
const patience = 30_000;
let started = 0;

/** @throws Error where it does not start, with its own words. */
export async function startPasswordPage(options: PasswordPageOptions): Promise<PasswordPage> {
  const { slapd, directory = shipped, listen = '127.0.0.1:0', environment = {} } = options;
  const settings = {
    DANHBA_LDAP_URL: slapd.url,
    DANHBA_LDAP_BIND_DN: slapd.passwordpage.dn,
    DANHBA_LDAP_PASSWORD_FILE: slapd.passwordpage.passwordFile,
    ...environment,
  };
  started++;
  const server = startSupervised({
    command: [
      // Node keeps what it has compiled in there, and whoever named it wants it clean at the end.
      '/usr/bin/env',
      ...['-u', 'TMPDIR'],
      ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
      ...[process.execPath, cli, 'password-page', '--directory', directory, '--listen', listen],
    ],
    // In a folder that goes with its server.
    logFile: join(slapd.directory, `password-page-${started}.log`),
  });
  const deadline = Date.now() + patience;
  while (server.isRunning() && Date.now() < deadline) {
    const [url] = /https?:\/\/\S+:\d+\//.exec(await server.readLog()) ?? [];
    if (url !== undefined) return { url, exited: server.exited, readLog: server.readLog, stop: server.stop };
    await sleep(20);
  }
  const log = await server.readLog();
  await server.stop();
  throw new Error(`danhba password-page does not start: ${log.trim() || 'it printed nothing'}`);
}
