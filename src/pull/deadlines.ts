/** Labels the open pull requests whose deadline is near or over: the term runs from the day of opening (6.2, 8.2). */

import type { GitHub } from '../github/connect/open.ts';
import { setLabels } from '../github/pull/labels.ts';
import { listOpenPullRequests, type PullRequest } from '../github/pull/pull-request.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { LeavingPerson, PlanDelta, Term } from '../model/github/review.ts';
import type { Change } from '../model/plan/plan.ts';
import type { Why } from '../model/plan/why.ts';
import { dateOfInstant, latestOf } from '../model/time/date.ts';
import { type Calendar, type Term as CountedTerm, deadlineOf } from '../model/time/deadline.ts';
import { deadlineLabels } from '../render/github/review-notes.ts';
import type { OpenRequest } from '../report/situation.ts';
import { lastDayAtWork } from '../review/leaving.ts';
import { readTerm, termLabelOf, termOf, termOfChange } from '../review/term.ts';

/** Not that of a review's own labels: each takes away only what it has put there. */
const prefix = 'hạn: ';

const labelsOf = (days: number, status: Status) => deadlineLabels(termLabelOf(days), days, status, prefix);

/** Puts the term on a pull request; how near its end is, the job says. */
export async function labelTerm(github: GitHub, number: number, days: number | undefined): Promise<void> {
  await setLabels(github, number, prefix, days === undefined ? [] : labelsOf(days, 'running'));
}

/** What was asked for has its term by its kind alone. */
export const asAsked: Why = { code: 'declared', clause: '' };

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

/**
 * Those of the changes that somebody asked for are due so long after the pull request was opened: that is the receipt.
 * What ends somebody's work is due so long after the last day, where that comes later (8.2).
 */
export function withDueDays<T extends Pick<Change, 'kind' | 'why' | 'key'>>(
  changes: readonly T[],
  pull: Pick<PullRequest, 'opened'>,
  { policy, calendar, organizations }: Directory,
): readonly T[] {
  const received = dayOfReceipt(pull);
  return changes.map((change) => {
    const term = termOfChange(change, policy.deadlines);
    if (term === undefined) return change;
    const ends = change.kind === 'terminate' || change.kind === 'transfer';
    const from = latestOf([received, ends ? lastDayAtWork(change.key, organizations) : undefined]);
    return { ...change, why: { ...change.why, due: lastDay(from ?? received, term.days, calendar) } };
  });
}

/**
 * By when it is to be answered; undefined where the rule book gives no term. An end that is still to come is due when the
 * decision on it is to be notified by (8.2); where that day is over already, nobody is called late by a guess.
 */
export function answerTerm(
  plan: PlanDelta,
  leaving: readonly LeavingPerson[],
  pull: Pick<PullRequest, 'opened'>,
  { policy, calendar }: Directory,
): Term | undefined {
  const received = dayOfReceipt(pull);
  const { notifyDays } = policy.deadlines;
  const asked = termOf(plan, policy.deadlines);
  const terms: Term[] = leaving.flatMap(({ until, reason, decided }) => {
    const due = dueDay(decided, { unit: 'days', count: notifyDays }, calendar);
    if (until === undefined || reason === 'death' || due < received) return [];
    const label = workingDaysTo(due, received, notifyDays, calendar);
    return [{ due, days: notifyDays, clause: '8.2', since: 'decision', from: decided, label }];
  });
  if (asked !== undefined) {
    const due = lastDay(received, asked.days, calendar);
    terms.push({ ...asked, due, since: 'receipt', from: received, label: asked.days });
  }
  return terms.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))[0];
}

/** The label counts working days from the receipt: the fewest that reach the day. */
function workingDaysTo(due: CalendarDate, received: CalendarDate, most: number, calendar: Calendar): number {
  for (let days = 1; days < most; days++) if (lastDay(received, days, calendar) >= due) return days;
  return most;
}

const dayOfReceipt = ({ opened }: Pick<PullRequest, 'opened'>) => dateOfInstant(Date.parse(opened));

/** Without a signed-off calendar the end is told as it is before days off move it: never too late. */
function dueDay(from: CalendarDate, term: CountedTerm, calendar: Calendar): CalendarDate {
  const deadline = deadlineOf(from, term, calendar);
  return 'due' in deadline ? deadline.due : deadline.unadjusted;
}

const lastDay = (from: CalendarDate, count: number, calendar: Calendar): CalendarDate =>
  dueDay(from, { unit: 'working-days', count }, calendar);
