/** What import hands to adoption: which entries that were there before danhba are to become whose, as they were seen. */
import type { ObservedAccount } from './account/account.ts';
import type { Key } from './account/key.ts';

/** What import hands to adoption: the entries that are to become danhba's, as they were seen. */
export interface AdoptionEntry {
  readonly key: Key;
  readonly uuid: string;
  readonly dn: string;
  /** Every address it had when it was seen (mail and aliases), lower case, sorted. */
  readonly addresses: readonly string[];
}
export interface Adoption {
  readonly format: 'danhba-adoption/1';
  readonly domain: string;
  readonly baseDn: string;
  readonly entries: readonly AdoptionEntry[];
}

/** Its name, beside the directory. */
export const adoptionFile = 'adoption.yaml';

/** Attribute values of an entry, by the attribute's name; one that is absent is no key. */
export type EntryValues = Readonly<Record<string, readonly string[]>>;

/** An entry of the file as it is now, read as the account it is to become. */
export interface Candidate {
  readonly account: ObservedAccount;
  /** Of those that were seen, and of `mail`, the addresses it has now; lower case, sorted. */
  readonly addresses: readonly string[];
}

/** What the file says, and what there is of it on the server: by the entryUUID, those without the mark. */
export interface OpenAdoption {
  readonly adoption: Adoption;
  /** Those to be adopted now; absent in an ordinary run. */
  readonly candidates?: ReadonlyMap<string, Candidate>;
}

/** What adoption did with an entry: all danhba manages of it, before and after. */
export interface AdoptionRecord {
  readonly key: Key;
  readonly uuid: string;
  readonly dn: string;
  readonly before: EntryValues;
  readonly after: EntryValues;
}

/** The names of attributes whose values are not the same set. */
export function differingValues(one: EntryValues, other: EntryValues): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const sorted = (values: readonly string[] = []) => JSON.stringify([...values].sort());
  return [...names].filter((name) => sorted(one[name]) !== sorted(other[name])).sort();
}
