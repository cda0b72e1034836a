/** Gives every change its wave: one more than the latest of those it needs; what needs itself in a circle has none. */
import type { Draft } from '../draft.ts';

/** Waves by the ids of the drafts, from 1. */
export type Waves = ReadonlyMap<string, number>;

export function assignWaves(drafts: readonly Draft[]): Waves {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const dependents = new Map<string, Draft[]>();
  const waiting = new Map<string, number>();
  for (const draft of drafts) {
    const needs = draft.needs.filter((id) => byId.has(id));
    waiting.set(draft.id, needs.length);
    for (const id of needs) dependents.set(id, [...(dependents.get(id) ?? []), draft]);
  }
  const waves = new Map<string, number>();
  let ready = drafts.filter(({ id }) => waiting.get(id) === 0);
  for (let wave = 1; ready.length > 0; wave++) {
    const next: Draft[] = [];
    for (const { id } of ready) {
      waves.set(id, wave);
      for (const dependent of dependents.get(id) ?? []) {
        const left = (waiting.get(dependent.id) ?? 0) - 1;
        waiting.set(dependent.id, left);
        if (left === 0) next.push(dependent);
      }
    }
    ready = next;
  }
  return waves;
}
