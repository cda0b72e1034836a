/** Runs danhba on a real terminal, of a size, with somebody who types. */
import { spawn } from 'node:child_process';
import { cli, type Environment, ownOnly } from './child.ts';

export interface TerminalOptions {
  readonly cwd: string;
  readonly environment?: Environment;
  readonly columns?: number;
  /** What is typed once this has been shown. */
  readonly typed?: readonly {
    readonly after: string;
    readonly keys: string;
    readonly before?: () => Promise<void>;
  }[];
  /** What the shell does with it: `| cat`. */
  readonly shell?: string;
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

export interface Shown {
  readonly code: number | null;
  /** All that went to the terminal, colours and all. */
  readonly shown: string;
}

export async function onTerminal(args: readonly string[], options: TerminalOptions): Promise<Shown> {
  const command = [process.execPath, cli, ...args].map(quoted).join(' ');
  return await runOnTerminal(`${command} ${options.shell ?? ''}`, options);
}

/** `script` of util-linux makes the terminal. */
export async function runOnTerminal(
  command: string,
  { cwd, environment = {}, columns = 80, typed = [] }: TerminalOptions,
): Promise<Shown> {
  const child = spawn('script', ['-qefc', `stty cols ${columns} rows 40 -echo; ${command}`, '/dev/null'], {
    cwd,
    env: { ...ownOnly, TERM: 'xterm-256color', SHELL: '/bin/bash', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = [...typed];
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', async (part: string) => {
    shown += part;
    const [next] = waiting;
    if (next === undefined || !shown.includes(next.after)) return;
    waiting.shift();
    await next.before?.();
    child.stdin.write(next.keys);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, shown: shown.replaceAll('\r\n', '\n') };
}

/** Without colour and without what moves the cursor: what is left to be read. */
export const readable = (shown: string): string => shown.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
