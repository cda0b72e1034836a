/**
 * Quiet people: those of whom nothing is to be said, because their record asks for nothing but an open mailbox and their
 * entry is what that record makes. A plan is made without them, and comes out the same; see quiet/people.ts.
 */
import type { AccountField } from '../account/account.ts';
import type { Key } from '../account/key.ts';

/** What a plan has to know of those it is made without. */
export interface QuietPeople {
  readonly count: number;
  /** How many belong to an organization, by its id. */
  readonly perOrganization: ReadonlyMap<string, number>;
  /** True for the key of one of them. */
  readonly has: (key: Key) => boolean;
  /** True where that organization's file declares one of them under the key. */
  readonly isIn: (key: Key, organization: string) => boolean;
  /** True for an address one of them has, by the files and on the server. */
  readonly hasAddress: (address: string) => boolean;
}

/** What an entry tells of itself before it is decoded: two words each. */
export interface SeenEntry {
  keyLow: number;
  keyHigh: number;
  digestLow: number;
  digestHigh: number;
  /** True where it was issued, or used, so lately that no term of 8.1 ends soon. */
  isFresh: boolean;
  /** True where the server has seen its holder log in. */
  isUsed: boolean;
}

/** Asked of every entry that may be one of the quiet; true where it is, and need not be looked at. */
export type LeaveOut = (seen: Readonly<SeenEntry>) => boolean;

/** For whoever makes words of many accounts that differ in little: with these tags the hashes of all values add up to them. */
export interface DigestParts {
  readonly name: number;
  /** Of the value its name is made of. */
  readonly ownName: number;
  readonly known: number;
  readonly address: number;
  /** What stands before and behind the id in its name. */
  readonly around: readonly [string, string];
  /** 0 for a field no digest is made of. */
  readonly ofField: (field: AccountField) => number;
}
