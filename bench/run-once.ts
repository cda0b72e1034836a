/** Runs one command from its start to its end, and tells how long it took and how much memory. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Run } from './judge.ts';
import type { ContestantName } from './rows.ts';

export interface Contestant {
  readonly name: ContestantName;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** The exit code of a run that counts. */
  readonly exitCode: number;
  /** Prepares each run, and is not measured. */
  readonly before?: (round: number) => Promise<void>;
}

/** A setting of danhba in the shell it was started from is no part of what is measured. */
const otherSettings = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('DANHBA_')),
);

/**
 * Output goes nowhere: a pipe would make this process work beside what it measures. GNU time is between us and the
 * command, because Linux counts the memory of the process that forked into the largest resident set of the child.
 *
 * @param scratch a file that is written and read again.
 */
export async function runOnce(
  { command, environment, exitCode, before }: Contestant,
  round: number,
  scratch: string,
): Promise<Run | { readonly failed: string }> {
  await before?.(round);
  const started = performance.now();
  const child = spawn('/usr/bin/time', ['--format=%M', `--output=${scratch}`, ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...otherSettings, ...environment },
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    if (errors.length < 2000) errors += data.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  if (code !== exitCode) {
    const lines = errors.split('\n').filter((line) => line.trim() !== '');
    const words = lines.find((line) => /error/i.test(line)) ?? lines[0];
    return {
      failed: `ended with ${code}, not ${exitCode}${words === undefined ? '' : `: ${words.slice(0, 200)}`}`,
    };
  }
  // The last line: GNU time tells first that a command did not end with 0.
  const kibibytes = Number((await readFile(scratch, 'utf8')).trim().split('\n').at(-1));
  return { seconds, megabytes: (kibibytes * 1024) / 1e6 };
}
