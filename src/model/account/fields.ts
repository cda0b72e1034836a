/** What is decided of each field of an account: a field that stands in `Account` and not here does not compile. */
import type { Account, AccountField, ObservedAccount } from './account.ts';

interface FieldFacts {
  /** Left out of whatever leaves the operator's desk. */
  readonly private: boolean;
  /** What it waits with, where that is held: a lock, an address, or nothing else. */
  readonly waitsWith: 'lock' | 'address' | 'nothing';
  /** What people read: it counts as emptied where it loses a value and gets none (the guard). */
  readonly read: boolean;
  /** Follows from a field that is shown already, and would only repeat it. */
  readonly implied: boolean;
  /** What an entry made by an earlier version, or by other hands, has not got yet. */
  readonly firstSeen: boolean;
}

const plain = {
  private: false,
  waitsWith: 'nothing',
  read: false,
  implied: false,
  firstSeen: false,
} as const;
const text = { ...plain, read: true } as const;
const lock = { ...plain, waitsWith: 'lock' } as const;
const address = { ...plain, waitsWith: 'address' } as const;

/** In the order fields are compared, shown and digested in. */
export const fieldFacts = {
  key: { ...plain, implied: true },
  organization: plain,
  name: text,
  family: { ...text, implied: true },
  given: { ...text, implied: true },
  title: text,
  unit: text,
  phone: { ...text, private: true },
  organizationName: text,
  organizationKind: plain,
  custodian: plain,
  privileged: plain,
  mailbox: plain,
  address,
  addresses: address,
  former: address,
  state: lock,
  since: { ...lock, implied: true },
  reason: lock,
  basis: { ...lock, private: true, implied: true },
  notice: { ...lock, private: true },
  issued: { ...plain, firstSeen: true },
  lockedOn: { ...lock, implied: true, firstSeen: true },
  noticedOn: { ...lock, implied: true, firstSeen: true },
  renamedOn: { ...address, implied: true },
  restored: lock,
  reset: { ...plain, private: true },
  missing: plain,
  takenName: { ...plain, firstSeen: true },
  extraNames: plain,
  operatorLock: { ...lock, private: true },
  locked: { ...lock, implied: true },
} as const satisfies Record<AccountField, FieldFacts>;

type FieldsWith<F extends keyof FieldFacts, V> = {
  [A in AccountField]: (typeof fieldFacts)[A][F] extends V ? A : never;
}[AccountField];

export const accountFields = Object.keys(fieldFacts) as readonly AccountField[];

const fieldsWith = <F extends keyof FieldFacts, V extends FieldFacts[F]>(fact: F, value: V) =>
  accountFields.filter((field): field is FieldsWith<F, V> => fieldFacts[field][fact] === value);

/** What a lock is made of, and what it rests on. */
export const lifecycleFields = fieldsWith('waitsWith', 'lock');

export const addressFields = fieldsWith('waitsWith', 'address');

export const readFields = fieldsWith('read', true);

export const privateFields = fieldsWith('private', true);

const managed: ReadonlySet<string> = new Set(accountFields);

/** What is managed of an entry, without what identifies it and what the server recorded. */
export function accountOf(observed: ObservedAccount): Account {
  return Object.fromEntries(
    Object.entries(observed).filter(([field]) => managed.has(field)),
  ) as unknown as Account;
}
