/** Times whole commands side by side: interleaved rounds, the first one discarded, medians compared. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The exit code of a run that counts. */
  readonly exitCode: number;
}

export interface Measured {
  readonly name: string;
  readonly medianMilliseconds: number;
  readonly runs: readonly number[];
}

export async function measure(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<readonly Measured[]> {
  const runs = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const milliseconds = await runOnce(contestant);
      if (round > 0) runs.get(contestant.name)?.push(milliseconds);
    }
  }
  return [...runs].map(([name, of]) => ({ name, medianMilliseconds: median(of), runs: of }));
}

async function runOnce({ name, command, environment, exitCode }: Contestant): Promise<number> {
  const started = performance.now();
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let errors = '';
  child.stdout.resume();
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== exitCode) throw new Error(`${name} exited ${code}, not ${exitCode}: ${errors.slice(0, 2000)}`);
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
