/** Runs the danhba command as a shell would, in another process, and keeps what it said. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Order } from './danhba-loop.ts';

/** The command as it is installed (build.ts). */
export const cli = join(import.meta.dirname, '../../dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Environment = Readonly<Record<string, string>>;

export interface ChildOptions {
  /** Added to an environment that has nothing of danhba's. */
  readonly environment?: Environment;
  readonly cwd?: string;
  readonly input?: string;
  /** Told the process id as soon as there is one: then it is a process of its own. */
  readonly onStart?: (pid: number) => void;
}

/** What a child needs of this process's environment: where programs are, and where danhba's own stand compiled. */
export const ownOnly = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

/** In a process of its own, for tests that kill it or look at it, or at how it ends. */
export async function startDanhba(args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...ownOnly, ...options.environment },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) options.onStart?.(child.pid);
  child.stdin.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

/** Those that have nothing to do; runs at the same time need one each. */
const idle: ChildProcess[] = [];

/** In a process that has run it before, if there is one: most of a start is finding and loading modules. */
export async function runDanhba(args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  if (options.onStart !== undefined) return await startDanhba(args, options);
  const loop = idle.pop() ?? startLoop();
  const mark = `\n${randomUUID()}\n`;
  const said = Promise.all([
    readUntil(loop.stdout as Readable, mark),
    readUntil(loop.stderr as Readable, mark),
  ]);
  const ended = new Promise<number | null>((resolve) => {
    loop.once('message', (code) => resolve(code as number));
    loop.once('exit', resolve);
  });
  loop.send({
    args,
    cwd: options.cwd ?? process.cwd(),
    environment: { ...ownOnly, ...options.environment },
    input: options.input ?? '',
    mark,
  } satisfies Order);
  const [code, [out, err]] = await Promise.all([ended, said]);
  loop.removeAllListeners('message').removeAllListeners('exit');
  if (loop.connected) idle.push(loop);
  return { code, out, err };
}

function startLoop(): ChildProcess {
  const loop = fork(join(import.meta.dirname, 'danhba-loop.ts'), {
    env: ownOnly,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [loop.stdout, loop.stderr]) stream?.setEncoding('utf8');
  return loop;
}

/** What a stream says until the mark, or its end. */
function readUntil(stream: Readable, mark: string): Promise<string> {
  return new Promise((resolve) => {
    let read = '';
    const end = () => {
      stream.off('data', take).off('end', end);
      resolve(read);
    };
    const take = (part: string) => {
      read += part;
      if (!read.endsWith(mark)) return;
      read = read.slice(0, -mark.length);
      end();
    };
    stream.on('data', take).on('end', end);
  });
}

/** SIGKILL for a process that may have ended by itself a moment ago. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}

/** The settings an operator would export for this server. */
export function settingsOf(server: {
  readonly url: string;
  readonly bindDn: string;
  readonly passwordFile: string;
}): Environment {
  return {
    DANHBA_LDAP_URL: server.url,
    DANHBA_LDAP_BIND_DN: server.bindDn,
    DANHBA_LDAP_PASSWORD_FILE: server.passwordFile,
  };
}
