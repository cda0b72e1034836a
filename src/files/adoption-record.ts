/** What entries had before they were taken over, as JSON Lines: on the disk before any of them is touched. */
import { open, readFile } from 'node:fs/promises';
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
  // A killed run may have left half a line: what it was to say was never done.
  let pending = (await endsInLine(handle)) ? '' : '\n';
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

async function endsInLine(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 0 || buffer[0] === 0x0a;
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
    // The last line of a run that was killed: nothing was written to the server behind it.
    if (record === undefined && !(lines[index + 1] === undefined || index === lines.length - 1)) {
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
