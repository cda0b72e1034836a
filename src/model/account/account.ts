/** An account as it is, or is wanted, in the directory: one LDAP entry told in the domain's words. */

import type { CalendarDate, OrganizationKind } from '../directory/organization.ts';
import type { Remark } from '../problems/remark.ts';
import { type Key, parseKey } from './key.ts';

export type AccountState = 'active' | 'suspended' | 'terminated';

export type StateReason =
  | 'inactivity'
  | 'violation'
  | 'retirement'
  | 'resignation'
  | 'transfer'
  | 'dismissal'
  | 'contract-end'
  | 'death'
  | 'removed'
  | 'dissolved';

/**
 * Everything danhba manages on one entry. A field that is absent is an attribute that is absent.
 * Each LDAP attribute feeds exactly one field, so that no drift can hide.
 */
export interface Account {
  readonly key: Key;
  /** The organization that manages it: a person's own, or the parent of an organization. */
  readonly organization?: string;
  readonly name: string;
  readonly family?: string;
  readonly given?: string;
  readonly title?: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly organizationName?: string;
  readonly organizationKind?: OrganizationKind;
  /** The person id of an agency mailbox's custodian (Article 9). */
  readonly custodian?: string;
  /** Under the administrators' password policy; a text is the pointer to a policy that is none of ours. */
  readonly privileged?: boolean | string;
  /** False for an organization that has an entry but no mailbox. */
  readonly mailbox: boolean;
  readonly address?: string;
  /** Every address, the first one included: lower case, sorted. */
  readonly addresses: readonly string[];
  /** Addresses it was known by and still receives under: "<address> <last day>", sorted; all are in `addresses`. */
  readonly former?: readonly string[];
  readonly state?: AccountState;
  readonly since?: CalendarDate;
  readonly reason?: StateReason;
  /** "document; date" of the decision behind the state. */
  readonly basis?: string;
  readonly notice?: string;
  readonly issued?: CalendarDate;
  /** The day danhba locked the mailbox, or first saw it locked: terms that end in its deletion run from there at the earliest. */
  readonly lockedOn?: CalendarDate;
  /** The day danhba first recorded the present notice. */
  readonly noticedOn?: CalendarDate;
  /** The day danhba last gave the mailbox another first address. */
  readonly renamedOn?: CalendarDate;
  readonly restored?: CalendarDate;
  /** "document; date" of the last password reset that was done (Article 7). */
  readonly reset?: string;
  /** The day a run first found the person declared nowhere: the removal takes effect after its deadline (8.2). */
  readonly missing?: CalendarDate;
  /** The value of the naming attribute of an entry that was there before danhba; absent where it is the id. */
  readonly takenName?: string;
  /** Values of the naming attribute beside the one in the DN: a mail server may take any of them for the mailbox. */
  readonly extraNames?: readonly string[];
  /** "YYYY-MM-DD reason" of a lock by an operator upon a call (17.2): while it is there, nothing but an operator opens the mailbox. */
  readonly operatorLock?: string;
  /** True where the server refuses every bind; a text is an end time that is none of ours. */
  readonly locked: boolean | string;
}

export type AccountField = keyof Account;

/** An account read from the server, with the identity no edit can change. */
export interface ActualAccount extends Account {
  readonly dn: string;
  readonly uuid: string;
  /** Managed attributes that the entry has with an option, such as "title;lang-en": never ours, and in the way of saying that there is none. */
  readonly options?: readonly string[];
}

/** What the server records of an account by itself: evidence, never something we set. Times are generalized times. */
export interface Evidence {
  /** The last login (8.1); absent where there was none, or where it cannot be read. */
  readonly lastAccess?: string;
  /** The last login at a replica, where it is later: none of the facts a change asserts. */
  readonly replicaAccess?: string;
  readonly passwordChanged?: string;
  /** True where the holder must change the password first (6.3, 7.3). */
  readonly mustChange?: boolean;
}

/** What stands in the way of changing an entry, seen beforehand: it takes no part in comparing. */
export interface Obstacles {
  /** Addresses under attributes with an option: the mail server delivers to them, and nobody else can get them. */
  readonly optionAddresses?: readonly string[];
  /** True where other entries stand below it: it cannot be deleted. */
  readonly hasChildren?: true;
  /** The structural class it lacks, without which it cannot hold what is written to it. */
  readonly lacksClass?: string;
  /** The name of the entry that would have to stand where this one does; see `entryName`. */
  readonly occupies?: string;
  /** Of an entry that is named by another attribute: what the mail server may find its mailbox by. */
  readonly homeNames?: readonly string[];
  /** An address that is part of its name: nobody else can get it, whatever is given up. */
  readonly namedAddress?: string;
  /** Locks that danhba neither sets nor lifts. */
  readonly otherLocks?: readonly OtherLock[];
}

/** An attribute that shuts its holder out: "000001010000Z" for good, or a time. */
export interface OtherLock {
  readonly attribute: 'pwdAccountLockedTime' | 'pwdStartTime';
  readonly value: string;
}

export type ObservedAccount = ActualAccount & Evidence & Obstacles;

/** Why last access says nothing: the server does not record it, or lets nobody of ours see it, or a replica is silent. */
export type AccessDoubt = 'not-recorded' | 'not-readable' | 'replica-unread';

/** A replica named in the policy whose logins could not be read. */
export interface UnreadReplica {
  readonly url: string;
  readonly detail: Remark;
}

/** An address that was given up: nobody else receives it until the day is over, but by a decision. */
export interface Tombstone {
  readonly address: string;
  /** Whose it was. */
  readonly holder: Key;
  readonly until: CalendarDate;
}

/** What an entry of others is by its classes; an agency that is written as a person looks like one. */
export type Looks = 'person' | 'agency' | 'service' | 'other';

/** An entry in our containers without our mark: reported, never touched. */
export interface UnmarkedEntry {
  readonly dn: string;
  readonly uuid: string;
  /** What it is called there; absent where it says nothing. */
  readonly name?: string;
  readonly looks: Looks;
  /** True where it stands more than one level below its container: no account of ours ever does. */
  readonly deeper?: true;
  readonly addresses: readonly string[];
  /** The name of the entry that would have to stand where this one does; see `entryName`. */
  readonly occupies?: string | undefined;
}

/** Every address mail reaches the entry by: one that somebody else made may have `mail` alone. */
export function addressesOf({ address, addresses }: Account): readonly string[] {
  return address === undefined || addresses.includes(address) ? addresses : [...addresses, address].sort();
}

/** The organization an account counts for: its own, or the one that manages the person. */
export function scopeOf({ key, organization }: Pick<Account, 'key' | 'organization'>): string {
  const parsed = parseKey(key);
  return parsed?.kind === 'organization' ? parsed.id : (organization ?? '');
}

/** Mailboxes by state; an entry without a mailbox is none. */
export function countStates(
  accounts: readonly Pick<Account, 'mailbox' | 'state'>[],
): Readonly<Record<AccountState, number>> {
  const counts = { active: 0, suspended: 0, terminated: 0 };
  for (const { mailbox, state } of accounts) if (mailbox && state !== undefined) counts[state]++;
  return counts;
}

/** Stands between several values found where one belongs: no text of ours contains it. */
export const valueSeparator = '\u001f';

/** The account with these fields as another one has them. */
export function withFieldsOf<A extends Partial<Account>>(
  account: A,
  other: Partial<Account>,
  fields: readonly AccountField[],
): A {
  const taken: ReadonlySet<string> = new Set(fields);
  const kept = Object.entries(account).filter(([field]) => !taken.has(field));
  const given = fields.flatMap((field) => (other[field] === undefined ? [] : [[field, other[field]]]));
  return Object.fromEntries([...kept, ...given]) as A;
}
