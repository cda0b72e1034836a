/** Verifies a chain line by line, in constant memory, and tells the first line where it does not hold, and how. */
import { createReadStream } from 'node:fs';
import { ExpectedError } from '../model/problems/errors.ts';
import { isRecord } from '../model/text/json.ts';
import { type Line, readLines } from './lines.ts';
import { type ChainHead, hashOf, origin, type ParsedRecord, parseRecord } from './record.ts';

export type Break =
  /** The line is not as it was written. */
  | { readonly kind: 'altered'; readonly line: number }
  /** How many records are missing before the line. */
  | { readonly kind: 'removed'; readonly line: number; readonly count: number }
  /** The line was not there, or not in this place. */
  | { readonly kind: 'inserted'; readonly line: number }
  /** Record `number` stands further down instead of here. */
  | { readonly kind: 'reordered'; readonly line: number; readonly number: number }
  /** The last line was not written to its end: no run has come since to say so in the chain. */
  | { readonly kind: 'torn'; readonly line: number };

export interface Verdict {
  /** The last record of the chain that holds. */
  readonly head: ChainHead;
  readonly runs: number;
  /** Lines left torn by a power loss, with a record behind each that says so. */
  readonly torn: readonly number[];
  readonly broken?: Break;
  /** The line of the record with the hash that was kept elsewhere, where it was found. */
  readonly kept?: number;
}

/** Given each record as it is read, before anything is known of those behind it. */
export type Tell = (record: Readonly<Record<string, unknown>>) => void;

/** Throws `audit` where the file cannot be read; anything in it has a verdict. What `tell` was given is what was verified. */
export async function verifyAudit(file: string, kept?: string, tell?: Tell): Promise<Verdict> {
  try {
    const lines = readLines(createReadStream(file, { highWaterMark: 1 << 20 }));
    return await verifyLines(tell === undefined ? lines : told(lines, tell), kept);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    throw new ExpectedError(
      'audit.unreadable',
      { at: file, cause: code ?? String(thrown) },
      { cause: thrown },
    );
  }
}

/** What is no record is for the verdict to say. */
async function* told(lines: AsyncIterable<Line>, tell: Tell): AsyncGenerator<Line> {
  for await (const line of lines) {
    const record = parsed(line.bytes);
    if (isRecord(record)) tell(record);
    yield line;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A line that is not a whole record. A torn one may be there: the next record has to say so. */
interface Unread {
  readonly line: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Others follow it at once: no power loss leaves more than one. */
  several: boolean;
}

/** A record that comes too early: either those between are gone, or the one that was due stands further down. */
interface Gap {
  readonly line: number;
  readonly expected: number;
  readonly found: ParsedRecord;
}

export async function verifyLines(lines: AsyncIterable<Line>, kept?: string): Promise<Verdict> {
  let head = origin;
  let runs = 0;
  let keptAt: number | undefined;
  let number = 0;
  let unread: Unread | undefined;
  let gap: Gap | undefined;
  let ended = true;
  const torn: number[] = [];
  const verdict = (broken?: Break): Verdict => ({
    head,
    runs,
    torn,
    ...(broken && { broken }),
    ...(keptAt !== undefined && { kept: keptAt }),
  });
  for await (const line of lines) {
    number++;
    ended = line.ended;
    const record = parseRecord(line.bytes);
    if (gap !== undefined) {
      if (record?.number !== gap.expected) continue;
      return verdict({ kind: 'reordered', line: gap.line, number: gap.expected });
    }
    if (record === undefined) {
      if (unread === undefined) unread = readUnread(number, line.bytes);
      else unread.several = true;
      continue;
    }
    const follows = record.number === head.number + 1 && record.previous === head.hash;
    if (follows && unread === undefined && record.torn !== undefined) {
      // It speaks of half a line that is there no more.
      return verdict({ kind: 'removed', line: number, count: 1 });
    }
    if (!follows || (unread !== undefined && !tells(record, unread))) {
      const expected = head.number + 1;
      if (unread !== undefined) return verdict(ofUnread(unread, record, expected));
      if (record.number <= expected) return verdict(ofWhole(record, number, expected));
      gap = { line: number, expected, found: record };
      continue;
    }
    if (unread !== undefined) torn.push(unread.line);
    unread = undefined;
    head = record;
    if (record.event === 'begin') runs++;
    if (record.hash === kept) keptAt = number;
  }
  if (gap !== undefined) {
    return verdict({ kind: 'removed', line: gap.line, count: gap.found.number - gap.expected });
  }
  if (unread !== undefined) {
    const last = !ended && unread.line === number;
    return verdict({ kind: last ? 'torn' : 'altered', line: unread.line });
  }
  return verdict(ended ? undefined : { kind: 'torn', line: number });
}

function readUnread(line: number, bytes: Uint8Array): Unread {
  return { line, bytes: bytes.length, sha256: hashOf(bytes), several: false };
}

/** True for the record that says exactly this was found torn. */
function tells({ torn }: ParsedRecord, { bytes, sha256, several }: Unread): boolean {
  return !several && torn?.bytes === bytes && torn.sha256 === sha256;
}

/** A line that is not a record: one too many where the next record is the one that was due. */
function ofUnread({ line }: Unread, next: ParsedRecord, expected: number): Break {
  return { kind: next.number === expected ? 'inserted' : 'altered', line };
}

/** A record that is whole, with a number that was before or is due, and does not follow. */
function ofWhole(record: ParsedRecord, line: number, expected: number): Break {
  if (record.number < expected) return { kind: 'inserted', line };
  // It names another predecessor: the line before was written anew. The first has none to blame.
  return { kind: 'altered', line: Math.max(1, line - 1) };
}
