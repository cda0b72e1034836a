/** Lays every address that is let go to rest on a tombstone. */

import { isSameHolder, type Key } from '../../model/account/key.ts';
import { addMonths } from '../../model/time/date.ts';
import { type Draft, freedBy } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';

/**
 * One that somebody else takes in the same plan by a decision rests as well: a crash may come between the two, and
 * the decision may be withdrawn before the next run. Only what goes on with the same holder does not.
 */
export function retireAddresses(
  drafts: readonly Draft[],
  { tombstones, policy, today }: Pick<Facts, 'tombstones' | 'policy' | 'today'>,
): readonly Draft[] {
  const rested = new Map(tombstones.map(({ address, holder }) => [address, holder]));
  const takers = new Map<string, Key>();
  for (const draft of drafts) {
    if (draft.kind === 'delete') continue;
    for (const address of draft.account.addresses) takers.set(address, draft.key);
  }
  const until = addMonths(today, 12 * policy.lifecycle.tombstoneYears);
  return drafts.map((draft) => {
    const retires = freedBy(draft)
      .filter((address) => !isSameHolder(takers.get(address) ?? '', draft.key))
      // Whoever takes back what was theirs has a tombstone of it already, which outlives a crash between the two.
      .filter((address) => !isSameHolder(takers.get(address) ?? '', rested.get(address) ?? ''))
      .map((address) => ({ address, until }));
    return retires.length === 0 ? draft : { ...draft, retires };
  });
}
