/** Which ids a form gives to newcomers: never one that somebody has, ever had, or gets from another form. */
import { formOfPull, type Pending, readPendingIds } from '../../consent/pending.ts';
import type { GitHub } from '../../github/connect/open.ts';
import { readUsedIds } from '../../history/person-ids.ts';
import { nextPersonIds } from '../../model/directory/next-person-id.ts';
import { ExpectedError } from '../../model/problems/errors.ts';

/**
 * An id that is given again would make a newcomer the heir of somebody's mailbox. The form's own pull request keeps the
 * ids it gives. `skipped` are left to others that look for some in the same moment.
 *
 * @throws ExpectedError where Git does not remember all ids.
 */
export async function readFreeIds(
  github: GitHub,
  { own, others }: Pending,
  directory: string,
  count: number,
  skipped: number,
): Promise<readonly string[]> {
  const known = await readUsedIds(directory);
  if (known === undefined) throw new ExpectedError('history-cut', { at: directory });
  const used = new Set([...known, ...(await readPendingIds(github, others))]);
  const given = own === undefined ? [] : await readPendingIds(github, [own]);
  const kept = [...new Set(given)].filter((id) => !used.has(id)).slice(0, count);
  const fresh = nextPersonIds([...used, ...given], count - kept.length + skipped).slice(skipped);
  return [...kept, ...fresh];
}

/**
 * How many older forms have come to give one of these ids since `before` was read; undefined where no form has. Both of
 * two that meet may move on, and must not move to the same.
 */
export async function countRivals(
  github: GitHub,
  issue: number,
  before: Pending,
  now: Pending,
  ids: readonly string[],
): Promise<number | undefined> {
  const seen = new Set(before.others.map(({ number, head }) => `${number} ${head.sha}`));
  const rivals: number[] = [];
  for (const pull of now.others.filter(({ number, head }) => !seen.has(`${number} ${head.sha}`))) {
    const theirs = await readPendingIds(github, [pull]);
    if (theirs.some((id) => ids.includes(id))) rivals.push(formOfPull(pull) ?? 0);
  }
  return rivals.length === 0 ? undefined : rivals.filter((other) => other < issue).length;
}
