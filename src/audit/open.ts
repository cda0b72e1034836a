/** Appends a run's records to the audit, each chained to the one before it, of this run or of another. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExpectedError } from '../model/problems/errors.ts';
import { withLock } from './lock.ts';
import { type AuditEvent, type AuditRun, type ChainHead, chain, type ParsedRecord } from './record.ts';
import { readTail, type Tail } from './tail.ts';

export interface Audit {
  /** Hands the record to the system soon, so that it outlives this process; `sync` makes it outlive the machine. */
  readonly record: (event: AuditEvent) => void;
  /** Writes what was recorded and waits until the disk has it. Throws `audit`; nothing is written after that. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** The hash of the last record this run has written, to be kept elsewhere. */
  readonly head: () => string;
  /** The last run in the file when this one came, where it has not told how it ended. */
  readonly unfinished?: string;
  /** Set where that run left half a line. The chain says so. */
  readonly torn?: { readonly bytes: number };
  /** True where the last lines are no records: somebody altered or added them. */
  readonly stray: boolean;
}

/** Opens the audit for one run. Throws `audit` where it cannot be written, or is something else. */
export async function openAudit(file: string, run: AuditRun, now: () => Date): Promise<Audit> {
  const handle = await attempt(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    return await open(file, 'a+', 0o600);
  });
  let tail: Tail;
  try {
    tail = await attempt(file, () => withLock(file, () => readTailOf(file, handle)));
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
  const { last, torn, stray } = tail;
  return {
    ...makeWriter(file, handle, run, now),
    ...(last && isUnfinished(last) && { unfinished: last.run }),
    ...(torn && { torn }),
    stray,
  };
}

const isUnfinished = ({ event }: Pick<ParsedRecord, 'event'>): boolean => event !== 'end';

function makeWriter(file: string, handle: FileHandle, run: AuditRun, now: () => Date) {
  let waiting: { time: string; event: AuditEvent }[] = [];
  let writing: Promise<void> | undefined;
  let failure: unknown;
  let head: ChainHead | undefined;
  /** How long the file was when we left it: longer, and another run has written since. */
  let left = -1;
  const flush = async () => {
    while (waiting.length > 0 && failure === undefined) {
      await withLock(file, async () => {
        const { size } = await handle.stat();
        let text = '';
        if (head === undefined || size !== left) {
          const tail = await readTailOf(file, handle);
          head = tail.head;
          if (tail.open) text += '\n';
          if (tail.torn) add({ time: now().toISOString(), event: { event: 'torn', ...tail.torn } });
        }
        const events = waiting;
        waiting = [];
        for (const one of events) add(one);
        await handle.appendFile(text);
        left = size + Buffer.byteLength(text);

        function add({ time, event }: (typeof waiting)[number]): void {
          const next = chain(head as ChainHead, time, run, event);
          text += next.line;
          head = next.head;
        }
      });
    }
  };
  const start = () => {
    // What a write that failed has left of itself must not be written on.
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
    if (failure === undefined) {
      await handle.datasync().catch((thrown) => {
        failure ??= thrown;
      });
    }
    if (failure !== undefined) throw explain(file, failure);
  };
  return {
    record: (event: AuditEvent) => {
      waiting.push({ time: now().toISOString(), event });
      void start();
    },
    sync,
    close: () => sync().finally(() => handle.close()),
    head: () => head?.hash ?? '',
  };
}

async function readTailOf(file: string, handle: FileHandle): Promise<Tail> {
  const tail = await readTail(handle);
  if (tail !== undefined) return tail;
  throw new ExpectedError('audit.foreign', { at: file });
}

async function attempt<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    throw explain(file, thrown);
  }
}

function explain(file: string, thrown: unknown): ExpectedError {
  if (thrown instanceof ExpectedError) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  return new ExpectedError(
    'audit.unwritable',
    { at: file, cause: code ?? String(thrown) },
    { cause: thrown },
  );
}
