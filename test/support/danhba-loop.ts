/** A process that runs danhba again and again as it is told: a run costs its own work, not the start of a process. */
import process from 'node:process';
import { Readable } from 'node:stream';
import { cli } from './child.ts';

export interface Order {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: string;
  /** Ends what the run says, on both streams. */
  readonly mark: string;
}

// Every run listens to them.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
let runs = 0;

process.on('message', async ({ args, cwd, environment, input, mark }: Order) => {
  process.argv = [process.execPath, 'danhba', ...args];
  process.env = { ...environment };
  process.chdir(cwd);
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
  Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
  // Another address is another module: it runs once more, and what it imports is there already.
  await import(`${cli}?run=${++runs}`);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  process.stdout.write(mark);
  process.stderr.write(mark);
  process.send?.(code);
});
process.once('disconnect', () => process.exit());
