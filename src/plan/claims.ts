/** Puts every taking of an address behind the change that frees it, and holds what nobody frees. */
import {
  type Account,
  type ActualAccount,
  addressesOf,
  type Tombstone,
  type UnmarkedEntry,
} from '../model/account.ts';
import { entryName, isSameHolder, type Key } from '../model/key.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Held } from '../model/plan.ts';
import { diffFields } from './diff.ts';
import { type Draft, freedBy, heldDraft, type ModificationDraft } from './draft.ts';

/** What holds addresses now: entries of ours, entries of others, and tombstones. */
export interface Holders {
  readonly accounts: readonly ActualAccount[];
  readonly unmarked: readonly UnmarkedEntry[];
  readonly tombstones: readonly Tombstone[];
  readonly today: CalendarDate;
  /** Addresses that changes let go which wait for the approval, each with whose it is. */
  readonly awaited: ReadonlyMap<string, Key>;
}

export interface Claims {
  /** Those that may run, each behind the changes that free what it takes. */
  readonly drafts: readonly Draft[];
  readonly held: readonly Held[];
  /** What is left of drafts that lock somebody and were to take an address they cannot have: by their ids. */
  readonly locksOnly: ReadonlyMap<string, Draft>;
}

/**
 * An address belongs to at most one entry at any moment: the newcomer waits for the holder's change, or is
 * held where the holder keeps it. Entries without our mark hold theirs for ever, tombstones until their day. A lock
 * waits for no address.
 */
export function orderClaims(
  drafts: readonly Draft[],
  { accounts, unmarked, tombstones, today, awaited }: Holders,
): Claims {
  const holders = holdersOf(accounts, unmarked);
  const resting = new Map(tombstones.filter(({ until }) => until >= today).map((one) => [one.address, one]));
  const releasers = new Map<string, Draft>();
  for (const draft of drafts) for (const address of freedBy(draft)) releasers.set(address, draft);
  const occupied = new Map(unmarked.map(({ occupies, dn }) => [occupies, dn]));
  const held: Held[] = [];
  const locksOnly = new Map<string, Draft>();
  const ordered: Draft[] = [];
  for (const draft of drafts) {
    const occupant = 'number' in draft ? occupied.get(entryName(draft.key, draft.number)) : undefined;
    if (occupant !== undefined) {
      held.push(heldDraft(draft, 'entry-occupied', { dn: occupant }));
      continue;
    }
    if (draft.kind === 'delete') {
      ordered.push(draft);
      continue;
    }
    const needs = new Set(draft.needs);
    const own = 'base' in draft ? addressesOf(draft.base) : [];
    let refusal: { address: string; holder: string } | undefined;
    let rest: Tombstone | undefined;
    for (const address of draft.account.addresses) {
      if (own.includes(address)) continue;
      const mayReuse = draft.reuses?.includes(address) === true;
      const tombstone = resting.get(address);
      if (tombstone !== undefined && !mayReuse && !isSameHolder(tombstone.holder, draft.key))
        rest ??= tombstone;
      const holder = holders.get(address);
      if (holder === undefined) continue;
      const releaser = releasers.get(address);
      // Let go in this very run, an address rests like any other: only a decision hands it on.
      if (releaser !== undefined && (mayReuse || isSameHolder(releaser.key, draft.key)))
        needs.add(releaser.id);
      else refusal ??= { address, holder };
    }
    if (rest === undefined && refusal === undefined) {
      ordered.push({ ...draft, needs: [...needs] });
      continue;
    }
    const lock = withoutNewAddresses(draft);
    if (lock !== undefined) locksOnly.set(draft.id, lock);
    const refused = lock === undefined ? draft : { ...lock, kind: 'rename' as const };
    if (rest) {
      const { address, holder, until } = rest;
      held.push(heldDraft(refused, 'address-retired', { address, holder, until }));
    } else if (refusal) {
      const other = awaited.get(refusal.address);
      const waits = other !== undefined && other === refusal.holder;
      held.push(
        waits
          ? heldDraft(refused, 'approval-needed', { other })
          : heldDraft(refused, 'address-held', refusal),
      );
    }
  }
  return { drafts: ordered, held, locksOnly };
}

/** Of a draft that suspends or ends somebody, that alone: the addresses stay as they are. */
export function withoutNewAddresses(draft: Draft): ModificationDraft | undefined {
  if (draft.kind !== 'suspend' && draft.kind !== 'terminate') return undefined;
  const { base } = draft;
  const { address: _address, former: _former, renamedOn: _renamedOn, ...rest } = draft.account;
  const account: Account = {
    ...rest,
    ...(base.address !== undefined && { address: base.address }),
    addresses: base.addresses,
    ...(base.former !== undefined && { former: base.former }),
    ...(base.renamedOn !== undefined && { renamedOn: base.renamedOn }),
  };
  return { ...draft, account, fields: diffFields(base, account) };
}

/** Who holds each address now: a key of ours, or the DN of an entry that is not. */
function holdersOf(
  accounts: readonly ActualAccount[],
  unmarked: readonly UnmarkedEntry[],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { addresses, dn } of unmarked) for (const address of addresses) holders.set(address, dn);
  for (const account of accounts)
    for (const address of addressesOf(account)) holders.set(address, account.key);
  return holders;
}
