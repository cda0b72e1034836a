/** Labels the open pull requests whose deadline is near or over: the term runs from the day of opening (6.2, 8.2). */

import type { GitHub } from '../github/connect/open.ts';
import { setLabels } from '../github/pull/labels.ts';
import { listOpenPullRequests, type PullRequest } from '../github/pull/pull-request.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { PlanDelta, Term } from '../model/github/review.ts';
import type { Change } from '../model/plan/plan.ts';
import { dateOfInstant, latestOf } from '../model/time/date.ts';
import { type Calendar, deadlineOf } from '../model/time/deadline.ts';
import { deadlineLabels } from '../render/github/review-notes.ts';
import type { OpenRequest } from '../report/situation.ts';
import { readTerm, termLabelOf, termOf, termOfChange } from '../review/term.ts';

/** Not that of a review's own labels: each takes away only what it has put there. */
const prefix = 'hạn: ';

const labelsOf = (days: number, status: Status) => deadlineLabels(termLabelOf(days), days, status, prefix);

/** Puts the term on a pull request; how near its end is, the job says. */
export async function labelTerm(github: GitHub, number: number, days: number | undefined): Promise<void> {
  await setLabels(github, number, prefix, days === undefined ? [] : labelsOf(days, 'running'));
}

interface TermedRequest extends OpenRequest {
  readonly days: number;
}

type Status = 'overdue' | 'soon' | 'running';

/** The open pull requests a review has given a term, oldest first. */
export async function readOpenRequests(
  github: GitHub,
  calendar: Calendar,
): Promise<readonly TermedRequest[]> {
  return (await listOpenPullRequests(github)).flatMap((pull): readonly TermedRequest[] => {
    const days = readTerm(pull.labels);
    if (days === undefined) return [];
    const opened = dateOfInstant(Date.parse(pull.opened));
    const { number, title } = pull;
    return [{ number, title, opened, days, due: lastDay(opened, days, calendar) }];
  });
}

/** Tells on each of them how near its end is; returns them as they were read. */
export async function labelDeadlines(
  github: GitHub,
  calendar: Calendar,
  today: string,
): Promise<readonly TermedRequest[]> {
  const requests = await readOpenRequests(github, calendar);
  // On the last working day before the end a reminder still helps.
  const tomorrow = lastDay(today, 1, calendar);
  for (const { number, days, due } of requests) {
    const status = today > due ? 'overdue' : tomorrow >= due ? 'soon' : 'running';
    await setLabels(github, number, prefix, labelsOf(days, status));
  }
  return requests;
}

interface Due extends Pick<Change, 'kind' | 'why'> {
  /** Of somebody who leaves: before it is over nothing can be done (8.2). */
  readonly lastDay?: CalendarDate;
}

/** Those of the changes that somebody asked for are due so long after the pull request was opened: that is the receipt. */
export function withDueDays<T extends Due>(
  changes: readonly T[],
  pull: Pick<PullRequest, 'opened'>,
  { policy, calendar }: Directory,
): readonly T[] {
  const day = dayOfReceipt(pull);
  return changes.map((change) => {
    const term = termOfChange(change, policy.deadlines);
    if (term === undefined) return change;
    const from = latestOf([day, change.lastDay]) as CalendarDate;
    return { ...change, why: { ...change.why, due: lastDay(from, term.days, calendar) } };
  });
}

/** By when it is to be answered; undefined where the rule book gives no term. */
export function answerTerm(
  plan: PlanDelta,
  pull: Pick<PullRequest, 'opened'>,
  { policy, calendar }: Directory,
): Term | undefined {
  const term = termOf(plan, policy.deadlines);
  const received = dayOfReceipt(pull);
  return term && { ...term, received, due: lastDay(received, term.days, calendar) };
}

const dayOfReceipt = ({ opened }: Pick<PullRequest, 'opened'>) => dateOfInstant(Date.parse(opened));

/** Without a signed-off calendar the end is told as it is before days off move it: never too late. */
function lastDay(from: string, days: number, calendar: Calendar): string {
  const deadline = deadlineOf(from, { unit: 'working-days', count: days }, calendar);
  return 'due' in deadline ? deadline.due : deadline.unadjusted;
}
