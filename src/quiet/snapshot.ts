/**
 * Summaries of files in octets, and back: what one run leaves for the next. What is cut short, altered, or of another kind
 * is no snapshot, and nothing follows from that but that the files are read again.
 */
import type { Organization } from '../model/directory/organization.ts';
import type { HashKey } from '../model/quiet/keyed-hash.ts';
import { isRecord } from '../model/text/json.ts';
import { countRows, row } from './rows.ts';
import type { FileSummary, LoudRecord } from './summary.ts';

export interface Snapshot {
  /** The key its rows were hashed with. */
  readonly hashKey: HashKey;
  /** By the path of the file below the directory. */
  readonly files: ReadonlyMap<string, KeptFile>;
}

export interface KeptFile {
  /** Of the file's octets. */
  readonly digest: string;
  readonly summary: FileSummary;
}

/** A SHA-256 of octets. */
export type Checksum = (...octets: readonly Uint8Array[]) => Uint8Array;

const sumLength = 32;
const word = 4;

/** `[path, digest, suffix, organization, loud, how many rows]` */
type Line = readonly [string, string, string | null, Organization, readonly LoudRecord[], number];

/**
 * A checksum of all that follows; how long the text is; the text, a line of JSON for the key and for each file; and the
 * rows. `terms` are what the summaries rest on beside the files: they go into the checksum, so that a snapshot of others is
 * none.
 */
export function encodeSnapshot(
  { hashKey, files }: Snapshot,
  terms: Uint8Array,
  checksum: Checksum,
): Uint8Array {
  const lines = [...files].map(([path, { digest, summary }]) => {
    const { suffix, organization, loud, rows } = summary;
    const line: Line = [path, digest, suffix, organization, loud, countRows(rows)];
    return JSON.stringify(line);
  });
  const text = new TextEncoder().encode([JSON.stringify(hashKey), ...lines].join('\n'));
  const rowsStart = sumLength + word + padded(text.length);
  const rowWords = [...files.values()].reduce((sum, { summary }) => sum + summary.rows.length, 0);
  const octets = new Uint8Array(rowsStart + rowWords * word);
  new DataView(octets.buffer).setUint32(sumLength, text.length, true);
  octets.set(text, sumLength + word);
  let at = rowsStart;
  for (const { summary } of files.values()) {
    const { buffer, byteOffset, byteLength } = summary.rows;
    octets.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  octets.set(checksum(terms, octets.subarray(sumLength)), 0);
  return octets;
}

export function decodeSnapshot(
  octets: Uint8Array,
  terms: Uint8Array,
  checksum: Checksum,
): Snapshot | undefined {
  if (octets.length < sumLength + word) return undefined;
  const sum = checksum(terms, octets.subarray(sumLength));
  if (sum.some((octet, at) => octet !== octets[at])) return undefined;
  const view = new DataView(octets.buffer, octets.byteOffset);
  const length = view.getUint32(sumLength, true);
  const rowsStart = sumLength + word + padded(length);
  if (rowsStart > octets.length || (octets.length - rowsStart) % word !== 0) return undefined;
  // In a place of their own: they are kept, and the text is not.
  const rows = new Uint32Array(
    octets.buffer.slice(octets.byteOffset + rowsStart, octets.byteOffset + octets.length),
  );
  const lines = readLines(octets.subarray(sumLength + word, sumLength + word + length));
  const { value: hashKey } = lines.next();
  if (!isHashKey(hashKey)) return undefined;
  const files = new Map<string, KeptFile>();
  let at = 0;
  for (const line of lines) {
    if (!isLine(line)) return undefined;
    const [path, digest, suffix, organization, loud, count] = line;
    const end = at + count * row.length;
    if (end > rows.length) return undefined;
    files.set(path, { digest, summary: { suffix, organization, loud, rows: rows.subarray(at, end) } });
    at = end;
  }
  return at === rows.length ? { hashKey, files } : undefined;
}

const padded = (length: number): number => Math.ceil(length / word) * word;

/** One after another: all of them at once would be the largest text of a run. Undefined for a line that is no JSON. */
function* readLines(octets: Uint8Array): Generator<unknown, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < octets.length; ) {
    const found = octets.indexOf(newline, start);
    const end = found < 0 ? octets.length : found;
    yield parse(decoder, octets.subarray(start, end));
    start = end + 1;
  }
}

const newline = 0x0a;

function parse(decoder: InstanceType<typeof TextDecoder>, octets: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(octets));
  } catch {
    return undefined;
  }
}

const isHashKey = (value: unknown): value is HashKey =>
  Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one));

const isLine = (value: unknown): value is Line => {
  if (!Array.isArray(value) || value.length !== 6) return false;
  const [path, digest, suffix, organization, loud, count] = value as unknown[];
  return (
    typeof path === 'string' &&
    typeof digest === 'string' &&
    (suffix === null || typeof suffix === 'string') &&
    isRecord(organization) &&
    typeof organization.id === 'string' &&
    Array.isArray(loud) &&
    loud.every(isLoud) &&
    Number.isSafeInteger(count) &&
    (count as number) >= 0
  );
};

const isLoud = (value: unknown): value is LoudRecord =>
  isRecord(value) &&
  Number.isSafeInteger(value.index) &&
  Number.isSafeInteger(value.line) &&
  isRecord(value.person) &&
  typeof value.person.id === 'string' &&
  typeof value.person.name === 'string';
