/** Holds, before anything is tried, what the server would refuse: a place that is taken, an entry that others stand below. */
import type { ObservedAccount, UnmarkedEntry } from '../../model/account/account.ts';
import { entryName, type Key, parseKey, personKey } from '../../model/account/key.ts';
import type { Held, HeldArgs, Hold } from '../../model/plan/plan.ts';
import type { Draft, Sifted } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { entryNumberOf } from '../facts/identity.ts';
import { hold } from '../held.ts';
import { resembles } from './claims.ts';

/** No password is made for an entry that cannot be added, and no mail is touched for one that cannot go. */
export function holdObstructed(
  drafts: readonly Draft[],
  { accounts, unmarked }: Pick<Facts, 'accounts' | 'unmarked'>,
): Sifted {
  const occupants = findOccupants(accounts, unmarked);
  const parents = new Set(accounts.filter(({ hasChildren }) => hasChildren).map(({ dn }) => dn));
  const leaving = new Map(drafts.flatMap((one) => (one.kind === 'delete' ? [[one.id, one.base.dn]] : [])));
  const kept: Draft[] = [];
  const held: Held[] = [];
  for (const draft of drafts) {
    const there =
      'number' in draft ? occupants.get(entryName(draft.key, draft.number).toLowerCase()) : undefined;
    // An agency's entry that is deleted to be made again without its mailbox (8.2).
    const occupant = draft.needs.some((id) => leaving.get(id) === there?.dn) ? undefined : there;
    const own = occupant && sharing(draft, occupant.dn, unmarked);
    if (own !== undefined) held.push(hold(draft, own));
    else if (occupant !== undefined) held.push(hold(draft, { code: 'entry-occupied', args: occupant }));
    else if (draft.kind === 'delete' && parents.has(draft.base.dn)) {
      held.push(hold(draft, { code: 'entry-children', args: { dn: draft.base.dn } }));
    } else kept.push(draft);
  }
  return { kept, held };
}

/** An entry of others that has the very address that the newcomer is to have. */
function sharing(draft: Draft, dn: string, unmarked: readonly UnmarkedEntry[]): Hold | undefined {
  const there = unmarked.find((entry) => entry.dn === dn);
  const address = there?.addresses.find((one) => draft.account.addresses.includes(one));
  return there === undefined || address === undefined ? undefined : resembles(there, address);
}

/** Who stands in each place, by the name of the entry that belongs there. */
function findOccupants(
  accounts: readonly ObservedAccount[],
  unmarked: readonly UnmarkedEntry[],
): ReadonlyMap<string, HeldArgs['entry-occupied']> {
  const occupants = new Map<string, HeldArgs['entry-occupied']>();
  for (const { occupies, dn } of unmarked) {
    if (occupies !== undefined) occupants.set(occupies.toLowerCase(), { dn });
  }
  for (const { key, dn, occupies } of accounts) {
    const place = occupies ?? ownPlace(key, dn);
    occupants.set(place.toLowerCase(), { dn, holder: key });
  }
  return occupants;
}

/** Somebody's later mailbox may have the name that another's id is. */
function ownPlace(key: Key, dn: string): string {
  const parsed = parseKey(key);
  if (parsed?.kind !== 'person') return key;
  return entryName(personKey(parsed.id), entryNumberOf(parsed.id, dn) ?? 1);
}
