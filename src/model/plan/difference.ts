/** What of two lists is gone, added, or the same on other facts: plans and what they hold, shown before and made now. */
import { canonicalJson } from '../text/json.ts';

interface Identified {
  readonly id: string;
}

export interface Difference<T extends Identified> {
  readonly gone: readonly T[];
  readonly added: readonly T[];
  /** There both times, on other facts; as they are now. */
  readonly altered: readonly T[];
}

export function differenceOf<T extends Identified>(
  before: readonly T[],
  now: readonly T[],
  factsOf: (one: T) => unknown,
): Difference<T> {
  const old = new Map(before.map((one) => [one.id, one]));
  const present = new Set(now.map(({ id }) => id));
  return {
    gone: before.filter(({ id }) => !present.has(id)),
    added: now.filter(({ id }) => !old.has(id)),
    altered: now.filter((one) => {
      const known = old.get(one.id);
      return known !== undefined && canonicalJson(factsOf(known)) !== canonicalJson(factsOf(one));
    }),
  };
}
