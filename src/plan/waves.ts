/** Gives every change its wave: one more than the latest of those it needs; cycles are held. */
import type { Held } from '../model/plan.ts';
import { type Draft, heldDraft } from './draft.ts';

export interface Waved {
  readonly draft: Draft;
  readonly wave: number;
}

export function assignWaves(drafts: readonly Draft[]): { waved: readonly Waved[]; held: readonly Held[] } {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const dependents = new Map<string, Draft[]>();
  const waiting = new Map<string, number>();
  for (const draft of drafts) {
    const needs = draft.needs.filter((id) => byId.has(id));
    waiting.set(draft.id, needs.length);
    for (const id of needs) dependents.set(id, [...(dependents.get(id) ?? []), draft]);
  }
  const waved: Waved[] = [];
  let ready = drafts.filter(({ id }) => waiting.get(id) === 0);
  for (let wave = 1; ready.length > 0; wave++) {
    const next: Draft[] = [];
    for (const draft of ready) {
      waved.push({ draft, wave });
      for (const dependent of dependents.get(draft.id) ?? []) {
        const left = (waiting.get(dependent.id) ?? 0) - 1;
        waiting.set(dependent.id, left);
        if (left === 0) next.push(dependent);
      }
    }
    ready = next;
  }
  const stuck = drafts.filter(({ id }) => (waiting.get(id) ?? 0) > 0);
  const held = stuck.map((draft) =>
    heldDraft(draft, 'address-cycle', { addresses: draft.account.addresses }),
  );
  return { waved, held };
}
