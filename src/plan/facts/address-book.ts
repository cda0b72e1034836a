/** Whose each address is, was, or is about to be: grants, successions and returns of all accounts together. */
import type { Account, Tombstone } from '../../model/account/account.ts';
import { type Key, organizationKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { askerOf, type Grant, grantOf } from '../../model/directory/grant.ts';
import type { CalendarDate, Organization } from '../../model/directory/organization.ts';
import { aliasMonthsOf, type Policy } from '../../model/directory/policy.ts';
import { addMonths } from '../../model/time/date.ts';

/** How the addresses of all accounts hang together. */
export interface AddressBook {
  /**
   * Who an address was granted to, by name, and asks for it, or who had it before it passed to a successor and has it
   * again: nobody else keeps it as a former one.
   */
  readonly grantedTo: ReadonlyMap<string, Key>;
  /** The addresses of dissolved organizations that their successor still receives under, each with the last day. */
  readonly inherited: ReadonlyMap<Key, ReadonlyMap<string, CalendarDate>>;
  /** Who takes an address of somebody else's: by a grant, by succession, or back from a successor. */
  readonly takers: ReadonlyMap<string, Key>;
  /** Organizations whose addresses have a successor to go to, now or until they rest. */
  readonly succeeded: ReadonlySet<Key>;
}

/** Addresses of others, or at rest, that the account may take: those granted to it by name, and those it inherits. */
export function reusesOf(declared: Declared, { grantedTo, inherited }: AddressBook): readonly string[] {
  const granted = declared.addresses.filter((address) => grantedTo.get(address) === declared.key);
  return [...granted, ...(inherited.get(declared.key)?.keys() ?? [])];
}

/** What the book is written from besides the records. */
export interface AddressFacts {
  readonly policy: Policy;
  readonly grants: readonly Grant[];
  readonly today: CalendarDate;
  /** Whose record is wrong: nothing is taken from anybody for them. */
  readonly blockedBy: (record: Declared) => unknown;
  /** Addresses to pass on whose taker is held in this plan: their holders keep them. */
  readonly refused: ReadonlySet<string>;
  readonly tombstones: readonly Tombstone[];
  readonly actualByKey: ReadonlyMap<Key, Account>;
}

export function makeAddressBook(declared: readonly Declared[], facts: AddressFacts): AddressBook {
  const { policy, today, blockedBy } = facts;
  const organizations = new Map<Key, Declared>();
  for (const one of declared) if (one.kind === 'organization') organizations.set(one.key, one);
  const grantedTo = new Map([...findReturns(declared, facts), ...findTakers(declared, facts)]);
  const inherited = new Map<Key, Map<string, CalendarDate>>();
  const succeeded = new Set<Key>();
  for (const one of organizations.values()) {
    const { dissolved } = one.organization;
    if (dissolved === undefined || !isDissolved(one, today)) continue;
    const heir = heirOf(one, organizations, today);
    // Both halves or none: what one lets go the other takes in the same run.
    if (heir === undefined || blockedBy(one) || blockedBy(heir)) continue;
    if (one.addresses.some((address) => facts.refused.has(address))) continue;
    succeeded.add(one.key);
    const until = addMonths(dissolved.date, aliasMonthsOf(policy));
    if (today > until) continue;
    const received = inherited.get(heir.key) ?? new Map<string, CalendarDate>();
    for (const address of one.addresses) received.set(address, until);
    inherited.set(heir.key, received);
  }
  const heirs = [...inherited].flatMap(([key, received]) =>
    [...received.keys()].map((one) => [one, key] as const),
  );
  return { grantedTo, inherited, succeeded, takers: new Map([...heirs, ...grantedTo]) };
}

/** Who asks for the addresses that grants name. */
function findTakers(
  declared: readonly Declared[],
  { grants, today, blockedBy, refused }: AddressFacts,
): ReadonlyMap<string, Key> {
  const named = new Set(
    grants.flatMap(({ address }) => (address === undefined ? [] : address.toLowerCase())),
  );
  const takers = new Map<string, Key>();
  if (named.size === 0) return takers;
  for (const one of declared) {
    if (blockedBy(one) || (one.kind === 'organization' && isDissolved(one, today))) continue;
    for (const address of one.addresses) {
      if (!named.has(address) || refused.has(address)) continue;
      const asker = askerOf(one);
      if (grantOf(grants, address, asker, today)?.address !== undefined) takers.set(address, one.key);
    }
  }
  return takers;
}

/**
 * Addresses of agencies whose dissolution was taken back: the file declares them, the entry has ended by the dissolution,
 * and a tombstone says that they were the agency's before they passed on.
 */
function findReturns(
  declared: readonly Declared[],
  { tombstones, today, blockedBy, refused, actualByKey }: AddressFacts,
): ReadonlyMap<string, Key> {
  const returns = new Map<string, Key>();
  const rested = new Map(tombstones.map(({ address, holder }) => [address, holder]));
  if (rested.size === 0) return returns;
  for (const one of declared) {
    if (one.kind !== 'organization' || blockedBy(one) || isDissolved(one, today)) continue;
    if (actualByKey.get(one.key)?.reason !== 'dissolved') continue;
    for (const address of one.addresses) {
      if (rested.get(address) === one.key && !refused.has(address)) returns.set(address, one.key);
    }
  }
  return returns;
}

function isDissolved({ organization }: Declared, today: CalendarDate): boolean {
  return organization.dissolved !== undefined && organization.dissolved.date <= today;
}

/** The first successor down the line that still exists and has a mailbox. */
function heirOf(
  dissolved: Declared,
  organizations: ReadonlyMap<Key, Declared>,
  today: CalendarDate,
): Declared | undefined {
  const passed = new Set<Key>();
  for (let one: Declared | undefined = dissolved; one !== undefined && !passed.has(one.key); ) {
    passed.add(one.key);
    const ending: Organization['dissolved'] = one.organization.dissolved;
    if (ending === undefined || ending.date > today) return one.declaration === undefined ? undefined : one;
    one = ending.successor === undefined ? undefined : organizations.get(organizationKey(ending.successor));
  }
  return undefined;
}
