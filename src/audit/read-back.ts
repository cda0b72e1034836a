/** Reads back what the last runs have recorded, from the end of a file that may be years long. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';
import { isRecord } from '../model/text/json.ts';
import { readLines } from './lines.ts';
import { parseRecord } from './record.ts';

/** Some months of a run every quarter of an hour. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The records of these events, oldest first; a line that is not as it was written is none. Nothing where there is no
 * audit yet. @throws ExpectedError `audit` where it cannot be read.
 *
 * @param most octets that are read from the end.
 */
export async function readBack(
  file: string,
  events: readonly string[],
  most = mostBytes,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const marks = events.map((event) => `"event":"${event}"`);
  const records: Readonly<Record<string, unknown>>[] = [];
  try {
    const { size } = await stat(file);
    const start = Math.max(0, size - most);
    // The first line of a part was begun before it, and is no whole record.
    for await (const { bytes } of readLines(createReadStream(file, { start, highWaterMark: 1 << 20 }))) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      if (!marks.some((mark) => text.includes(mark)) || parseRecord(bytes) === undefined) continue;
      const record: unknown = JSON.parse(text);
      if (isRecord(record) && events.includes(String(record.event))) records.push(record);
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === undefined || thrown instanceof ExpectedError) throw thrown;
    throw new ExpectedError('audit.unreadable', { at: file, cause: code }, { cause: thrown });
  }
  return records;
}
