/** Writes what was done as JSON Lines, durable after each wave: for audit and for people, never as truth. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RecordedOutcome } from '../model/plan/outcome.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';

export interface Journal {
  /** Hands the line to the system soon, so that it outlives this process; `sync` makes it outlive the machine. */
  readonly record: (outcome: RecordedOutcome) => void;
  /** Writes what was recorded and waits until the disk has it. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the journal for one run; earlier runs in the file are kept. Throws `journal` where the file cannot be written. */
export async function openJournal(file: string, plan: Plan, startedAt: Date): Promise<Journal> {
  const handle = await openForAppend(file).catch((thrown) => {
    throw explain(file, thrown);
  });
  const header = { run: plan.digest, started: startedAt.toISOString(), changes: plan.changes.length };
  // A killed run may have left half a line.
  let pending = `${(await endsInLine(handle)) ? '' : '\n'}${JSON.stringify(header)}\n`;
  let writing: Promise<void> | undefined;
  let failure: unknown;
  const flush = async () => {
    while (pending !== '') {
      const text = pending;
      pending = '';
      await handle.appendFile(text);
    }
  };
  const start = () => {
    writing ??= flush()
      .catch((thrown) => {
        failure ??= thrown;
      })
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
  const sync = async () => {
    await start();
    await handle.datasync().catch((thrown) => {
      failure ??= thrown;
    });
    if (failure !== undefined) throw explain(file, failure);
  };
  await sync();
  return {
    record: (outcome) => {
      pending += `${JSON.stringify(outcome)}\n`;
      void start();
    },
    sync,
    close: () => sync().finally(() => handle.close()),
  };
}

async function openForAppend(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true });
  return await open(file, 'a+', 0o600);
}

async function endsInLine(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 0 || buffer[0] === 0x0a;
}

function explain(file: string, thrown: unknown): ExpectedError {
  const { code } = thrown as NodeJS.ErrnoException;
  return new ExpectedError('journal', { at: file, cause: code ?? String(thrown) }, { cause: thrown });
}
