/** Whether this machine and the server live on the same day: terms are counted by both. */
import type { Client } from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { instantOfGeneralizedTime } from '../../model/time/date.ts';
import { sentinelDn } from '../lease/sentinel.ts';
import type { Tree } from '../profile.ts';

/** Less than any term is long, more than any zone or drift explains. */
const apartMilliseconds = 86_400_000;

/**
 * The lease was written a moment ago: the server's own time of that is its clock. A run by a clock that is days or years
 * off would reach terms, or record the days they run from, by that much.
 * @throws ExpectedError `clock-differs`, before anything is done.
 */
export async function refuseOtherClock(client: Client, tree: Tree, now: Date): Promise<void> {
  const { searchEntries } = await client.search(sentinelDn(tree), {
    scope: 'base',
    attributes: ['modifyTimestamp'],
  });
  const time = String(searchEntries[0]?.modifyTimestamp ?? '');
  const there = instantOfGeneralizedTime(time);
  if (there === undefined || Math.abs(there - now.getTime()) <= apartMilliseconds) return;
  throw new ExpectedError('clock-differs', { here: now.toISOString(), there: new Date(there).toISOString() });
}
