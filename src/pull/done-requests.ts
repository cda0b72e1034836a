/** Whether what merged pull requests asked for was done by its day (6.2, 8.2, 8.3): by the audit, and the day they were opened. */
import type { GitHub } from '../github/connect/open.ts';
import { findMergedPullRequests, type PullRequest } from '../github/pull/pull-request.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { ChangeKind } from '../model/plan/plan.ts';
import { addDays, dateOfInstant } from '../model/time/date.ts';
import { isWithin, type Period } from '../model/time/period.ts';
import type { DoneRequest } from '../model/usage.ts';
import { termOfChange } from '../review/term.ts';
import type { EarlierDeed } from '../run/earlier-deeds.ts';
import { asAsked, withDueDays } from './deadlines.ts';

/** What one commit asked for one account, and the day a run had first done it. */
interface Answered extends Pick<DoneRequest, 'key' | 'done'> {
  readonly commit: string;
  readonly kinds: readonly ChangeKind[];
}

/** How long before the period most pull requests were touched last: the job follows a merge within days. */
const daysBefore = 92;

interface DoneRequests {
  readonly requests: readonly DoneRequest[];
  /** Done for a commit that came by no pull request: nobody has asked, and there is no day to count from. */
  readonly pushed: number;
}

/** Of all that was done within the period, where the rule book gives it a term. */
export async function readDoneRequests(
  github: GitHub,
  deeds: readonly EarlierDeed[],
  period: Period,
  directory: Directory,
): Promise<DoneRequests> {
  const answered = answeredIn(deeds, period, directory);
  const commits = new Set(answered.map(({ commit }) => commit));
  const pulls = await findMergedPullRequests(github, commits, addDays(period.from, -daysBefore));
  const requests = answered.flatMap((one): readonly DoneRequest[] => {
    const pull = pulls.get(one.commit);
    return pull === undefined ? [] : [judge(one, pull, directory)];
  });
  return { requests, pushed: answered.length - requests.length };
}

function answeredIn(
  deeds: readonly EarlierDeed[],
  period: Period,
  { policy }: Directory,
): readonly Answered[] {
  const first = new Map<string, Answered>();
  for (const { key, today, asked } of deeds) {
    const termed = asked.filter(({ kind }) => termOfChange({ kind, why: asAsked }, policy.deadlines));
    for (const [commit, parts] of Map.groupBy(termed, (one) => one.commit)) {
      const id = `${commit} ${key}`;
      // A later run finds it done already: the day it was done is the first.
      if (!first.has(id)) first.set(id, { key, commit, done: today, kinds: parts.map(({ kind }) => kind) });
    }
  }
  return [...first.values()].filter(({ done }) => isWithin(done, period));
}

function judge({ key, done, kinds }: Answered, pull: PullRequest, directory: Directory): DoneRequest {
  const asked = kinds.map((kind) => ({ kind, key, why: asAsked }));
  const days = withDueDays(asked, pull, directory).flatMap(({ why }) => why.due ?? []);
  const due = days.toSorted()[0];
  if (due === undefined) return { key, done };
  if (done <= due) return { key, done, inTime: true };
  // Without the days off of a year its terms end too early: nobody is called late by that.
  const isCertain = [dateOfInstant(Date.parse(pull.opened)), due].every((day) => hasCalendar(day, directory));
  return { key, done, ...(isCertain && { inTime: false }) };
}

const hasCalendar = (day: CalendarDate, { calendar }: Directory): boolean =>
  calendar.has(Number(day.slice(0, 4)));
