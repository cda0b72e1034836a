/** How often each answer was given since the process began: for metrics, and nothing of whom. */
import type { Attempt } from './attempt.ts';

/** `invalid`: something was wrong with the form itself; `foreign`: it was not sent from this page. */
export type Counted = Attempt['says'] | 'invalid' | 'foreign';

export type Counts = Readonly<Record<Counted, number>>;

export function openCounts(): { readonly add: (what: Counted) => void; readonly read: () => Counts } {
  const counts: Record<Counted, number> = {
    changed: 0,
    refused: 0,
    expired: 0,
    unsuitable: 0,
    limited: 0,
    busy: 0,
    unavailable: 0,
    invalid: 0,
    foreign: 0,
  };
  return { add: (what) => void counts[what]++, read: () => ({ ...counts }) };
}
