/**
 * What the rules found by the files alone, and of which files: where all that they look at is the same, they find the same.
 */
import type { Problem } from '../model/problems/problem.ts';
import { isRecord } from '../model/text/json.ts';
import { octetsOf } from '../model/text/octets.ts';
import { countRows, row } from './rows.ts';
import { type Checksum, parseJson, seal, unseal } from './sealed.ts';
import type { KeptFile } from './snapshot.ts';

export interface Verdict {
  /** The directory as it was named: problems name their files by it. */
  readonly root: string;
  /** A digest of which files there are and what each said when the rules looked. */
  readonly of: string;
  /** By path, the digests of files that have changed since, in nothing the rules look at. */
  readonly passed: Readonly<Record<string, string>>;
  /** Files of which somebody was woken: the rules looked at people of whom no summary tells. */
  readonly awake: readonly string[];
  readonly organizations: number;
  readonly people: number;
  readonly problems: readonly Problem[];
  /** The line where the person begins of whom each problem is; 0 for one of nobody. */
  readonly lines: readonly number[];
}

export const encodeVerdict = (
  verdict: Verdict,
  terms: Uint8Array,
  checksum: Checksum,
): readonly Uint8Array[] => seal([octetsOf(JSON.stringify(verdict))], terms, checksum);

export function decodeVerdict(
  pieces: readonly Uint8Array[],
  terms: Uint8Array,
  checksum: Checksum,
): Verdict | undefined {
  const [said] = unseal(pieces, terms, checksum) ?? [];
  const verdict = said && parseJson(said);
  return isVerdict(verdict) ? verdict : undefined;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isVerdict = (value: unknown): value is Verdict =>
  isRecord(value) &&
  typeof value.root === 'string' &&
  typeof value.of === 'string' &&
  isListOf(value.awake, (one) => typeof one === 'string') &&
  isCount(value.organizations) &&
  isCount(value.people) &&
  isListOf(value.problems, isProblem) &&
  isListOf(value.lines, isCount) &&
  isRecord(value.passed) &&
  isListOf(Object.values(value.passed), (one) => typeof one === 'string');

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

const isProblem = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.code === 'string' &&
  isRecord(value.args) &&
  (value.severity === 'error' || value.severity === 'warning') &&
  isRecord(value.at) &&
  typeof value.at.file === 'string' &&
  isListOf(value.at.path, (step) => typeof step === 'string' || isCount(step)) &&
  (value.at.offset === undefined || isCount(value.at.offset));

/** True where the rules see the same in both: what a row says of an entry is nothing to them. */
export function looksTheSame(one: KeptFile, other: KeptFile): boolean {
  return (
    isSame(one.said, other.said) &&
    countRows(one.rows) === countRows(other.rows) &&
    one.rows.every((value, at) => value === other.rows[at] || ofEntry.has(at % row.length))
  );
}

const ofEntry: ReadonlySet<number> = new Set([row.digestLow, row.digestHigh]);

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((octet, at) => octet === other[at]);
