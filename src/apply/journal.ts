/** Writes what was done as JSON Lines, durable after each wave: for audit and for people, never as truth. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';

export interface Journal {
  readonly record: (outcome: Outcome) => void;
  /** Writes what was recorded and waits until the disk has it. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the journal for one run; earlier runs in the file are kept. */
export async function openJournal(file: string, plan: Plan, startedAt: Date): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true });
  const handle: FileHandle = await open(file, 'a', 0o600);
  const header = { run: plan.digest, started: startedAt.toISOString(), changes: plan.changes.length };
  let pending = `${JSON.stringify(header)}\n`;
  const sync = async () => {
    const text = pending;
    pending = '';
    if (text !== '') await handle.appendFile(text);
    await handle.datasync();
  };
  await sync();
  return {
    record: (outcome) => {
      pending += `${JSON.stringify(outcome)}\n`;
    },
    sync,
    close: async () => {
      await sync();
      await handle.close();
    },
  };
}
