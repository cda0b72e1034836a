/** What is kept of an organization's file: the organization, the people there is something to say of, and a row for each of the quiet. */
import type { Account } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Organization, OrganizationFile, Person } from '../model/directory/organization.ts';
import type { KeyedHash } from '../model/quiet/keyed-hash.ts';
import type { DigestParts, SeenEntry } from '../model/quiet/quiet.ts';
import { type Derived, declareFile } from '../naming/declared.ts';
import type { NamingPolicy } from '../naming/policy.ts';
import { haveProblems } from '../rules/index.ts';
import { accountAtRest, type RestTerms } from './at-rest.ts';
import { isQuiet, type Named } from './loud.ts';
import { row } from './rows.ts';

export interface LoudRecord {
  readonly index: number;
  readonly line: number;
  readonly person: Person;
}

export interface FileSummary {
  /** Of its people none is there. */
  readonly organization: Organization;
  /** What the addresses of its people end in: their rows rest on it. */
  readonly suffix: string | null;
  readonly loud: readonly LoudRecord[];
  /** `row.length` words for each quiet person, in the order of the file. */
  readonly rows: Uint32Array;
}

/** What a summary is made by, the same for all files of a directory. */
export interface SummaryTerms extends RestTerms {
  readonly naming: NamingPolicy;
  readonly named: Named;
  readonly hash: KeyedHash;
  readonly digest: RowDigest;
  /** False where no entry will be held against a row: then it tells of none. */
  readonly isForEntries: boolean;
}

/** Makes the words of a row, and leaves those of a hash in the `hash` of the terms; `ldap` makes the same of an entry's octets. */
export interface RowDigest {
  readonly hashKey: (key: Key) => void;
  readonly hashAddress: (address: string) => void;
  readonly ofAccount: (account: Account) => EntryWords | undefined;
  readonly parts: DigestParts;
}

type EntryWords = Pick<SeenEntry, 'digestLow' | 'digestHigh'>;

/**
 * Undefined for a file that has to be read as a whole: one with a problem, which others' records may explain, and that of
 * an organization that has ended, whose people are counted.
 */
export function summarize(
  source: OrganizationFile,
  own: Derived,
  terms: SummaryTerms,
): FileSummary | undefined {
  const { organization, unusable, isMended, personLines } = source;
  if (unusable.size > 0 || isMended === true || organization.dissolved !== undefined) return undefined;
  const { policy, naming, today } = terms;
  const declared = declareFile(source, own, policy, naming);
  const records = { directory: { policy }, declared, today };
  if (haveProblems(records)) return undefined;
  const rows = new Uint32Array(row.length * (declared.length - 1));
  const loud: LoudRecord[] = [];
  let length = 0;
  for (const [index, person] of (organization.people ?? []).entries()) {
    // The organization comes first.
    const one = declared[index + 1];
    const made = one !== undefined && isQuiet(one, terms.named) && writeRow(rows, length, one, terms);
    if (made) length += row.length;
    else loud.push({ index, line: personLines[index] ?? 1, person });
  }
  const head = organization.people === undefined ? organization : { ...organization, people: [] };
  return { organization: head, loud, suffix: suffixOf(organization, own), rows: rows.slice(0, length) };
}

export const suffixOf = ({ personSuffix }: Organization, { derived }: Derived): string | null =>
  personSuffix ?? derived;

const noEntry: EntryWords = { digestLow: 0, digestHigh: 0 };

/** False for an entry that no digest is made of. */
function writeRow(rows: Uint32Array, at: number, declared: Declared, terms: SummaryTerms): boolean {
  const { hash, digest, isForEntries } = terms;
  const rest = isForEntries ? digest.ofAccount(accountAtRest(declared, terms)) : noEntry;
  if (rest === undefined) return false;
  digest.hashKey(declared.key);
  rows[at + row.keyLow] = hash.low;
  rows[at + row.keyHigh] = hash.high;
  rows[at + row.digestLow] = rest.digestLow;
  rows[at + row.digestHigh] = rest.digestHigh;
  digest.hashAddress(declared.address ?? '');
  rows[at + row.addressLow] = hash.low;
  rows[at + row.addressHigh] = hash.high;
  return true;
}
