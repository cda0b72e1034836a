/** Puts every taking of an address behind the change that frees it, and holds what nobody frees. */
import {
  addressesOf,
  type ObservedAccount,
  type Tombstone,
  type UnmarkedEntry,
} from '../../model/account/account.ts';
import { isSameHolder, type Key } from '../../model/account/key.ts';
import type { Held, Hold } from '../../model/plan/plan.ts';
import { type Draft, freedBy } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';

/** What holds addresses now: entries of ours, entries of others, and tombstones. */
export interface Holders extends Pick<Facts, 'accounts' | 'unmarked' | 'tombstones' | 'today'> {
  /** Addresses that changes let go which wait for the approval, each with whose it is. */
  readonly awaited: ReadonlyMap<string, Key>;
}

export interface Claims {
  /** Those that may run, each behind the changes that free what it takes. */
  readonly drafts: readonly Draft[];
  readonly held: readonly Held[];
  /** What is left of drafts that were to take an address they cannot have: by their ids. */
  readonly withoutAddress: ReadonlyMap<string, Draft>;
}

/**
 * An address belongs to at most one entry at any moment: the newcomer waits for the holder's change, or is
 * held where the holder keeps it. Entries without our mark hold theirs for ever, tombstones until their day. Nothing
 * else of a change waits for an address.
 */
export function orderClaims(
  drafts: readonly Draft[],
  { accounts, unmarked, tombstones, today, awaited }: Holders,
): Claims {
  const holders = holdersOf(accounts, unmarked);
  const strangers = new Map(unmarked.map((entry) => [entry.dn, entry]));
  const resting = new Map(tombstones.filter(({ until }) => until >= today).map((one) => [one.address, one]));
  const releasers = new Map<string, Draft>();
  for (const draft of drafts) for (const address of freedBy(draft)) releasers.set(address, draft);
  const held: Held[] = [];
  const withoutAddress = new Map<string, Draft>();
  const ordered: Draft[] = [];
  for (const draft of drafts) {
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
      if (holder === undefined || ('base' in draft && holder === draft.base.dn)) continue;
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
    const left = withoutPart(draft, 'address');
    if (left !== undefined) withoutAddress.set(draft.id, left);
    const kind = left === undefined ? draft.kind : 'rename';
    if (rest) {
      const { address, holder, until } = rest;
      held.push(hold(draft, { code: 'address-retired', args: { address, holder, until }, kind }));
    } else if (refusal) {
      const other = awaited.get(refusal.address);
      const waits = other !== undefined && other === refusal.holder;
      const resembled = draft.kind === 'create' ? strangers.get(refusal.holder) : undefined;
      if (resembled !== undefined) {
        held.push(hold(draft, resembles(resembled, refusal.address)));
        continue;
      }
      held.push(
        hold(
          draft,
          waits
            ? { code: 'approval-needed', args: { other }, kind }
            : { code: 'address-held', args: refusal, kind },
        ),
      );
    }
  }
  return { drafts: ordered, held, withoutAddress };
}

/** Whoever is to be issued what an entry of others has may well be that entry's holder: it is adopted, not passed by. */
export function resembles({ dn, name = '' }: UnmarkedEntry, address: string): Hold {
  return { code: 'adoption-resembles', args: { dn, name, address } };
}

/** Who holds each address now: a key of ours, or the DN of an entry that is not. */
function holdersOf(
  accounts: readonly ObservedAccount[],
  unmarked: readonly UnmarkedEntry[],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { addresses, dn } of unmarked) for (const address of addresses) holders.set(address, dn);
  // Under an option, where mail is delivered to all the same: nothing of ours frees it.
  for (const { optionAddresses = [], dn } of accounts)
    for (const address of optionAddresses) holders.set(address, dn);
  for (const { namedAddress, dn } of accounts) if (namedAddress !== undefined) holders.set(namedAddress, dn);
  for (const account of accounts)
    for (const address of addressesOf(account)) holders.set(address, account.key);
  return holders;
}
