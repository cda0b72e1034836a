/** Holds what waits for something held, until nothing more is: each hold can keep an address from another. */
import { addressesOf } from '../../model/account/account.ts';
import type { Held } from '../../model/plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import type { Guarded } from '../guard/guard.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';
import { orderClaims } from './claims.ts';
import { holdDependents } from './dependents.ts';
import { assignWaves, type Waves } from './waves.ts';

export interface Settled {
  readonly drafts: readonly Draft[];
  readonly waves: Waves;
  readonly held: readonly Held[];
}

/** `out` are the ids of what the steps before have held. */
export function settle(guarded: Guarded, out: Set<string>, facts: Facts): Settled {
  const holders = { ...facts, awaited: awaitedAddresses(guarded.awaited) };
  const awaited = new Set(guarded.awaited.map(({ id }) => id));
  const held: Held[] = [];
  let drafts = guarded.kept;
  for (;;) {
    const dependents = holdDependents(drafts, out, awaited);
    const claims = orderClaims(dependents.kept, holders);
    held.push(...dependents.held, ...claims.held);
    const waves = claims.held.length === 0 ? assignWaves(claims.drafts) : undefined;
    if (waves?.size === claims.drafts.length) return { drafts: claims.drafts, waves, held };
    // Who waits in a circle, or for what nobody frees, waits with the address alone.
    const circle = waves === undefined ? [] : claims.drafts.filter(({ id }) => !waves.has(id));
    held.push(
      ...circle.map((one) =>
        hold(one, { code: 'address-cycle', args: { addresses: one.account.addresses } }),
      ),
    );
    const kept = waves ?? new Set(claims.drafts.map(({ id }) => id));
    const left = dependents.kept.flatMap((draft) => {
      if (kept.has(draft.id)) return draft;
      return (
        (waves === undefined ? claims.withoutAddress.get(draft.id) : withoutPart(draft, 'address')) ?? []
      );
    });
    const leftIds = new Set(left.map(({ id }) => id));
    for (const { id } of drafts) if (!leftIds.has(id)) out.add(id);
    drafts = left;
  }
}

/** Addresses that changes let go which wait for the approval, each with whose it is. */
const awaitedAddresses = (awaited: readonly Draft[]) =>
  new Map(
    awaited.flatMap((draft) =>
      'base' in draft ? addressesOf(draft.base).map((one) => [one, draft.base.key] as const) : [],
    ),
  );
