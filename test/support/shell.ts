/** Runs scripts in a bash that stays: each program is then a copy of a small process, not of the one full of tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Duplex, Readable } from 'node:stream';
import type { Ended } from './child.ts';

export interface Script {
  /** What bash is told, in a shell of its own. */
  readonly text: string;
  readonly cwd: string;
  /** All there is; by default this process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What the script reads from descriptor 3 after each line it has written there. */
  readonly answer?: (line: string) => Promise<string>;
}

interface Shell {
  readonly process: ChildProcess;
  readonly codes: Interface;
  readonly channel: Duplex;
  readonly questions: Interface;
}

/** Those that have nothing to do; scripts at the same time need one each. */
const idle: Shell[] = [];

/** Without input. */
export async function runScript({ text, cwd, environment = process.env, answer }: Script): Promise<Ended> {
  const shell = idle.pop() ?? startShell();
  const folder = await mkdtemp(join(tmpdir(), 'danhba-script-'));
  const out = join(folder, 'out');
  const err = join(folder, 'err');
  const settings = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : quote(`${name}=${value}`),
  );
  const ended = new Promise<number | null>((resolve) => {
    shell.codes.once('line', (code) => resolve(Number(code)));
    shell.process.once('exit', () => resolve(null));
  });
  shell.questions.on('line', async (line) => void shell.channel.write(`${await answer?.(line)}\n`));
  const command = `exec env -i ${settings.join(' ')} bash --noprofile --norc -eo pipefail -c ${quote(text)}`;
  const streams = `</dev/null >${quote(out)} 2>${quote(err)}`;
  shell.process.stdin?.write(`(cd ${quote(cwd)} && ${command}) ${streams}; echo $?\n`);
  const code = await ended;
  shell.questions.removeAllListeners('line');
  shell.process.removeAllListeners('exit');
  if (code !== null) idle.push(shell);
  const said = { code, out: await readFile(out, 'utf8'), err: await readFile(err, 'utf8') };
  await rm(folder, { recursive: true });
  return said;
}

/** It ends with this process, by the end of its input. */
function startShell(): Shell {
  const shell = spawn('bash', ['--noprofile', '--norc'], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const channel = shell.stdio[3] as Duplex;
  return {
    process: shell,
    codes: createInterface({ input: shell.stdout as Readable }),
    channel,
    questions: createInterface({ input: channel }),
  };
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
