/** What entries had before they were taken over, as JSON Lines: on the disk before any of them is touched. */
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { AdoptionRecord } from '../model/adoption.ts';
import { ExpectedError } from '../model/problems/errors.ts';

export interface AdoptionJournal {
  /** Done when the disk has it. */
  readonly remember: (record: AdoptionRecord) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Beside the file of the adoption: adoption.yaml → adoption.undo.jsonl. */
export const undoFileOf = (file: string): string => `${file.replace(/\.ya?ml$/i, '')}.undo.jsonl`;

/** Private to its owner; what an earlier run left stays. @throws ExpectedError `file-unwritable`. */
export async function openAdoptionRecord(file: string): Promise<AdoptionJournal> {
  const unwritable = (thrown: unknown) => {
    const cause = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    return new ExpectedError('file-unwritable', { at: file, cause }, { cause: thrown });
  };
  const handle = await open(file, 'a+', 0o600).catch((thrown) => {
    throw unwritable(thrown);
  });
  await dropHalfLine(handle);
  let pending = '';
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const text = pending;
    pending = '';
    if (text === '') return;
    await handle.appendFile(text);
    await handle.datasync();
  };
  return {
    remember: async (record) => {
      pending += `${JSON.stringify(record)}\n`;
      // Those that come while the disk is at work go with the next write.
      writing = writing.then(flush);
      await writing.catch((thrown) => {
        throw unwritable(thrown);
      });
    },
    close: () => handle.close(),
  };
}

/** What a killed run has left of a line was never on the disk as a whole: nothing was done behind it. */
async function dropHalfLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  await handle.read(bytes, 0, size, 0);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < size) await handle.truncate(end);
}

/** Of an entry that was adopted more than once, the last. @throws ExpectedError `adoption-undo`. */
export async function readAdoptionRecord(file: string): Promise<readonly AdoptionRecord[]> {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') throw new ExpectedError('adoption-undo.missing', { at: file });
    throw thrown;
  });
  const records = new Map<string, AdoptionRecord>();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const record = parseRecord(line);
    // Half a line, at the end alone, is of a run that was killed before it did anything behind it.
    if (record === undefined && index < lines.length - 1) {
      throw new ExpectedError('adoption-undo.broken', { at: `${file}:${index + 1}` });
    }
    if (record !== undefined) records.set(record.uuid, record);
  }
  return [...records.values()];
}

function parseRecord(line: string): AdoptionRecord | undefined {
  try {
    const { key, uuid, dn, before, after } = JSON.parse(line) as AdoptionRecord;
    const isText = [key, uuid, dn].every((one) => typeof one === 'string');
    return isText && isValues(before) && isValues(after) ? { key, uuid, dn, before, after } : undefined;
  } catch {
    return undefined;
  }
}

const isValues = (values: unknown): boolean =>
  typeof values === 'object' &&
  values !== null &&
  Object.values(values).every((one) => Array.isArray(one) && one.every((value) => typeof value === 'string'));
