/** Holds what rests on a merged change that nobody entitled has agreed to. */
import { type Key, organizationKey } from '../model/key.ts';
import type { Held } from '../model/plan.ts';
import { type Draft, heldDraft } from './draft.ts';

/** An organization's own record bears on all its people, and on those whose addresses follow from its name. */
export function holdUnconsented(
  drafts: readonly Draft[],
  unconsented: ReadonlyMap<Key, readonly string[]>,
): {
  readonly kept: readonly Draft[];
  readonly held: readonly Held[];
  readonly heldIds: ReadonlySet<string>;
} {
  if (unconsented.size === 0) return { kept: drafts, held: [], heldIds: new Set() };
  const askFor = ({ key, scope, why }: Draft) =>
    unconsented.get(key) ?? unconsented.get(organizationKey(scope)) ?? unconsented.get(why.group ?? '');
  const kept: Draft[] = [];
  const held: Held[] = [];
  const heldIds = new Set<string>();
  for (const draft of drafts) {
    const ask = askFor(draft);
    if (ask === undefined) {
      kept.push(draft);
      continue;
    }
    held.push(heldDraft(draft, 'consent-missing', { ask }));
    heldIds.add(draft.id);
  }
  return { kept, held, heldIds };
}
