// A server process that ends with us, however we end: supervise.sh watches the pipe whose other end we hold.

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Ending, endingOf } from './ending.ts';

/** How to run one server in the foreground. */
export interface SupervisedOptions {
  /** The program and its arguments. Never a secret: every user of the machine can read them. */
  readonly command: readonly [string, ...string[]];
  /** File that receives what the server prints; overwritten. */
  readonly logFile: string;
  /** Folder to remove once the server has stopped because we asked or died; absent: nothing is removed. */
  readonly removeAfter?: string;
}

/** A server that is running, or was. */
export interface Supervised {
  /** Resolves when the server is gone, asked or not; never rejects. */
  readonly exited: Promise<Ending>;
  /** False as soon as the server is known to be gone. */
  isRunning(): boolean;
  /** What the server has printed so far; empty when the log is gone. */
  readLog(): Promise<string>;
  /** Asks the server to stop and waits until it is gone; kills it after ten seconds. May be called again. */
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('supervise.sh', import.meta.url));
const patience = 10_000;

/**
 * Starts a server under supervision.
 *
 * In a process group of its own, so that Ctrl-C in a terminal reaches only us and the server stops when we say so.
 */
export function startSupervised(options: SupervisedOptions): Supervised {
  const log = openSync(options.logFile, 'w', 0o600);
  const child = spawn('/bin/sh', [script, options.removeAfter ?? '', ...options.command], {
    detached: true,
    stdio: ['pipe', log, log],
    cwd: '/',
  });
  closeSync(log);
  child.stdin?.on('error', () => {}); // The pipe breaks when the server ends first: `exited` tells.

  let running = true;
  const readLog = () => readFile(options.logFile, 'utf8').catch(() => '');
  const exited = new Promise<Ending>((resolve) => {
    const end = async (status: number | null, signal: NodeJS.Signals | null) => {
      running = false;
      const at = new Date();
      resolve(endingOf(status, signal, await readLog(), at));
    };
    child.once('exit', end);
    child.once('error', () => end(null, null));
  });

  return {
    exited,
    isRunning: () => running,
    readLog,
    async stop() {
      if (!running) return;
      child.stdin?.end();
      const kill = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      }, patience);
      await exited;
      clearTimeout(kill);
    },
  };
}
