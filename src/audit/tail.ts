/** Finds where a chain ends, reading from the end of the file: the last whole record, and what stands behind it. */
import type { FileHandle } from 'node:fs/promises';
import { longestLine } from './lines.ts';
import { type ChainHead, hashOf, origin, type ParsedRecord, parseRecord } from './record.ts';

export interface Tail {
  readonly head: ChainHead;
  /** The last whole record; absent in an empty file, or one whose first line is torn. */
  readonly last?: Pick<ParsedRecord, 'run' | 'event'>;
  /** Half a line behind the last whole record. */
  readonly torn?: { readonly bytes: number; readonly sha256: string };
  /** True where the last line has no end yet. */
  readonly open: boolean;
  /** True where whole lines that are not records stand behind the last record: `verify` tells. */
  readonly stray: boolean;
}

const firstWindow = 64 * 1024;
const lineEnd = 0x0a;

/** Undefined where the file has no record that is whole: it is not an audit, or nothing of it is left. */
export async function readTail(handle: FileHandle): Promise<Tail | undefined> {
  const { size } = await handle.stat();
  if (size === 0) return { head: origin, open: false, stray: false };
  for (let window = firstWindow; ; window *= 4) {
    const from = Math.max(0, size - window);
    const found = findTail(await readRange(handle, from, size - from), from === 0);
    if (found !== undefined) return found;
    if (from === 0 || window > 2 * longestLine) return undefined;
  }
}

async function readRange(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function findTail(bytes: Buffer, whole: boolean): Tail | undefined {
  let end = bytes.length;
  while (end > 0) {
    const start = bytes.lastIndexOf(lineEnd, end - 1) + 1;
    // The line at the front of a window may begin before it.
    if (start === 0 && !whole) return undefined;
    const record = parseRecord(bytes.subarray(start, end));
    if (record !== undefined) return tailBehind(record, bytes.subarray(end));
    if (start === 0) break;
    end = start - 1;
  }
  // Not one line end: the first record of all was torn.
  return whole && !bytes.includes(lineEnd) ? tailBehind(undefined, Buffer.concat([eol, bytes])) : undefined;
}

const eol = Buffer.from('\n');

/** `rest` begins with the line end of the last whole record, where it has one. */
function tailBehind(record: ParsedRecord | undefined, rest: Buffer): Tail {
  const behind = rest.subarray(1);
  // A line that was ended was written to its end: something else is wrong with it.
  const half = behind.subarray(behind.lastIndexOf(lineEnd) + 1);
  return {
    head: record ?? origin,
    ...(record && { last: record }),
    ...(half.length > 0 && { torn: { bytes: half.length, sha256: hashOf(half) } }),
    open: rest.length === 0 || half.length > 0,
    stray: behind.includes(lineEnd),
  };
}
