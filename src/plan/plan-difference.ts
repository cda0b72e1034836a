/** Tells how a plan made now differs from one that was shown before: what a refused digest is about. */
import type { Plan } from '../model/plan.ts';
import type { PlanDifference } from '../model/plan-difference.ts';
import { digestOf } from './digest.ts';
import { factsOf } from './timeless.ts';

export function comparePlans(shown: Plan, now: Plan): PlanDifference {
  const before = new Map(shown.changes.map((change) => [change.id, change]));
  const after = new Map(now.changes.map((change) => [change.id, change]));
  const altered = now.changes.filter((change) => {
    const old = before.get(change.id);
    return old !== undefined && digestOf(factsOf(old)) !== digestOf(factsOf(change));
  });
  return {
    gone: shown.changes.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    added: now.changes.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    altered: altered.map(({ id }) => id),
  };
}
