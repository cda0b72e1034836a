/** Holds what rests on a merged change that nobody entitled has agreed to. */
import { type Key, organizationKey } from '../../model/account/key.ts';
import type { Held } from '../../model/plan/plan.ts';
import type { Draft, Sifted } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';

/**
 * An organization's record bears on all its people, on whom it takes over or gives away, and by its name on the
 * addresses of every organization below it. A lock whose own record lacks no word is made all the same, alone: nobody
 * keeps a breach open by changing something else.
 */
export function holdUnconsented(
  drafts: readonly Draft[],
  unconsented: ReadonlyMap<Key, readonly string[]>,
  lineOf: Facts['lineOf'],
): Sifted {
  if (unconsented.size === 0) return { kept: drafts, held: [] };
  const askOf = (draft: Draft): readonly string[] | undefined => {
    const homes = [draft.scope, 'base' in draft ? draft.base.organization : undefined];
    const namers = setsAddress(draft) ? lineOf(draft.scope) : [];
    const keys = [...homes, ...namers].flatMap((id) => (id === undefined ? [] : organizationKey(id)));
    return keys.map((key) => unconsented.get(key)).find((ask) => ask !== undefined);
  };
  const kept: Draft[] = [];
  const held: Held[] = [];
  for (const draft of drafts) {
    const own = unconsented.get(draft.key);
    const ask = own ?? askOf(draft);
    const isLock = draft.kind === 'suspend' || draft.kind === 'terminate';
    const lock = own === undefined && isLock ? withoutPart(draft, 'address') : undefined;
    if (ask === undefined) kept.push(draft);
    else if (lock !== undefined) kept.push(lock);
    else held.push(hold(draft, { code: 'consent-missing', args: { ask } }));
  }
  return { kept, held };
}

const setsAddress = (draft: Draft): boolean =>
  draft.kind === 'create' ||
  ('fields' in draft && draft.fields.some((field) => field === 'address' || field === 'addresses'));
