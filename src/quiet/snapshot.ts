/**
 * Summaries of files in octets, and back: what one run leaves for the next. What is cut short, altered, or of another kind
 * is no snapshot, and nothing follows from that but that the files are read again.
 */
import type { HashKey } from '../model/quiet/keyed-hash.ts';
import { isRecord } from '../model/text/json.ts';
import { joinOctets, octetsOf } from '../model/text/octets.ts';
import { countRows, row } from './rows.ts';
import { type Checksum, parseJson, seal, unseal } from './sealed.ts';
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
  /** All of its summary but the rows, as JSON. */
  readonly said: Uint8Array;
  readonly rows: Uint32Array;
  /** Read when it is asked for: most are not. Undefined where it is none. */
  readonly summary: FileSummary | undefined;
}

/** Whether a summary is as a file gives it: anything else was written by somebody who knows how a checksum is made. */
export type IsGiven = (path: string, summary: FileSummary) => boolean;

/** The key; and of each file its path, its digest, how many octets of JSON it has, and how many rows. */
type Table = readonly [HashKey, readonly string[], readonly string[], readonly number[], readonly number[]];

/** What is kept of a file with this summary. */
export function keptFile(digest: string, summary: FileSummary): KeptFile {
  const { suffix, organization, loud, rows } = summary;
  const said = octetsOf(JSON.stringify([suffix, organization, loud]));
  return { digest, said, rows, summary };
}

/** A checksum; the rows, which are kept as they are read; the table, in JSON; what the files say. */
export function encodeSnapshot(
  { hashKey, files }: Snapshot,
  terms: Uint8Array,
  checksum: Checksum,
): readonly Uint8Array[] {
  const all = [...files];
  const columns: Table = [
    hashKey,
    all.map(([path]) => path),
    all.map(([, { digest }]) => digest),
    all.map(([, { said }]) => said.length),
    all.map(([, { rows }]) => countRows(rows)),
  ];
  const rows = joinOctets(
    all.map(([, { rows }]) => new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength)),
  );
  const said = joinOctets(all.map(([, { said }]) => said));
  return seal([rows, octetsOf(JSON.stringify(columns)), said], terms, checksum);
}

export function decodeSnapshot(
  pieces: readonly Uint8Array[],
  terms: Uint8Array,
  checksum: Checksum,
  isGiven: IsGiven,
): Snapshot | undefined {
  const [rowOctets, tableOctets, allSaid] = unseal(pieces, terms, checksum) ?? [];
  if (rowOctets === undefined || tableOctets === undefined || allSaid === undefined) return undefined;
  const table = parseJson(tableOctets);
  if (!isTable(table)) return undefined;
  const [hashKey, paths, digests, lengths, counts] = table;
  const allRows = wordsIn(rowOctets);
  if (allRows?.length !== sum(counts) * row.length || allSaid.length !== sum(lengths)) return undefined;
  const files = new Map<string, KeptFile>();
  let [saidAt, rowsAt] = [0, 0];
  for (const [number, path] of paths.entries()) {
    const said = allSaid.subarray(saidAt, saidAt + (lengths[number] as number));
    const rows = allRows.subarray(rowsAt, rowsAt + (counts[number] as number) * row.length);
    files.set(path, lazyFile(path, digests[number] as string, said, rows, isGiven));
    saidAt += said.length;
    rowsAt += rows.length;
  }
  return { hashKey, files };
}

/** In the place where they are; undefined for what are no words. */
function wordsIn({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array | undefined {
  const size = Uint32Array.BYTES_PER_ELEMENT;
  if (byteOffset % size !== 0 || byteLength % size !== 0) return undefined;
  return new Uint32Array(buffer, byteOffset, byteLength / size);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function lazyFile(
  path: string,
  digest: string,
  said: Uint8Array,
  rows: Uint32Array,
  isGiven: IsGiven,
): KeptFile {
  let read: { readonly summary: FileSummary | undefined } | undefined;
  return {
    digest,
    said,
    rows,
    get summary() {
      if (read === undefined) {
        const summary = summaryOf(parseJson(said), rows);
        read = { summary: summary !== undefined && isGiven(path, summary) ? summary : undefined };
      }
      return read.summary;
    },
  };
}

function summaryOf(value: unknown, rows: Uint32Array): FileSummary | undefined {
  if (!Array.isArray(value)) return undefined;
  const [suffix, organization, loud] = value as unknown[];
  if (suffix !== null && typeof suffix !== 'string') return undefined;
  if (!isRecord(organization) || typeof organization.id !== 'string') return undefined;
  if (!Array.isArray(loud) || !loud.every(isLoud)) return undefined;
  return { suffix, organization: organization as unknown as FileSummary['organization'], loud, rows };
}

const isHashKey = (value: unknown): value is HashKey =>
  Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one));

const isTable = (value: unknown): value is Table => {
  if (!Array.isArray(value) || value.length !== 5 || !isHashKey(value[0])) return false;
  const [, paths, ...others] = value as unknown[];
  if (!Array.isArray(paths) || !others.every((one) => Array.isArray(one) && one.length === paths.length))
    return false;
  const [digests = [], ...numbers] = others as unknown[][];
  return (
    paths.every((one) => typeof one === 'string') &&
    digests.every((one) => typeof one === 'string') &&
    numbers.every((one) => one.every(isCount))
  );
};

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isLoud = (value: unknown): value is LoudRecord =>
  isRecord(value) &&
  Number.isSafeInteger(value.index) &&
  Number.isSafeInteger(value.line) &&
  isRecord(value.person) &&
  typeof value.person.id === 'string' &&
  typeof value.person.name === 'string';
