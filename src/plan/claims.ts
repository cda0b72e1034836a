/** Puts every taking of an address behind the change that frees it, and holds what nobody frees. */
import type { ActualAccount, UnmarkedEntry } from '../model/account.ts';
import { entryName } from '../model/key.ts';
import type { Held } from '../model/plan.ts';
import { type Draft, heldDraft } from './draft.ts';

/**
 * An address belongs to at most one entry at any moment: the newcomer waits for the holder's change, or is
 * held where the holder keeps it. Entries without our mark hold theirs for ever.
 */
export function orderClaims(
  drafts: readonly Draft[],
  accounts: readonly ActualAccount[],
  unmarked: readonly UnmarkedEntry[],
): { readonly drafts: readonly Draft[]; readonly held: readonly Held[] } {
  const holders = holdersOf(accounts, unmarked);
  const releasers = new Map<string, Draft>();
  for (const draft of drafts) {
    if (!('base' in draft)) continue;
    for (const address of draft.base.addresses) {
      if (!draft.account.addresses.includes(address)) releasers.set(address, draft);
    }
  }
  const occupied = new Map(unmarked.map(({ occupies, dn }) => [occupies, dn]));
  const held: Held[] = [];
  const ordered: Draft[] = [];
  for (const draft of drafts) {
    const occupant = 'number' in draft ? occupied.get(entryName(draft.key, draft.number)) : undefined;
    if (occupant !== undefined) {
      held.push(heldDraft(draft, 'entry-occupied', { dn: occupant }));
      continue;
    }
    const needs = new Set(draft.needs);
    const own = 'base' in draft ? draft.base.addresses : [];
    let refusal: { address: string; holder: string } | undefined;
    for (const address of draft.account.addresses) {
      const holder = holders.get(address);
      if (holder === undefined || own.includes(address)) continue;
      const releaser = releasers.get(address);
      if (releaser) needs.add(releaser.id);
      else refusal ??= { address, holder };
    }
    if (refusal) held.push(heldDraft(draft, 'address-held', refusal));
    else ordered.push({ ...draft, needs: [...needs] });
  }
  return { drafts: ordered, held };
}

/** Who holds each address now: a key of ours, or the DN of an entry that is not. */
function holdersOf(
  accounts: readonly ActualAccount[],
  unmarked: readonly UnmarkedEntry[],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { addresses, dn } of unmarked) for (const address of addresses) holders.set(address, dn);
  for (const { addresses, key } of accounts) for (const address of addresses) holders.set(address, key);
  return holders;
}
