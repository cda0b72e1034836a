/** Labels the open pull requests whose deadline is near or over: the term runs from the day of opening (6.2, 8.2). */

import { setLabels } from '../github/labels.ts';
import type { GitHub } from '../github/open.ts';
import { listOpenPullRequests, type PullRequest } from '../github/pull-request.ts';
import { dateOfInstant } from '../model/date.ts';
import { type Calendar, deadlineOf } from '../plan/calendar.ts';
import { deadlineLabels } from '../render/review-notes.ts';
import { readTerm, termLabelOf } from '../review/term.ts';

/** Not that of a review's own labels: each takes away only what it has put there. */
const prefix = 'hạn: ';

const labelsOf = (days: number, status: OpenRequest['status']) =>
  deadlineLabels(termLabelOf(days), days, status, prefix);

/** Puts the term on a pull request; how near its end is, the job says. */
export async function labelTerm(github: GitHub, number: number, days: number | undefined): Promise<void> {
  await setLabels(github, number, prefix, days === undefined ? [] : labelsOf(days, 'running'));
}

export interface OpenRequest {
  readonly pull: PullRequest;
  readonly due: string;
  readonly status: 'overdue' | 'soon' | 'running';
}

/** The pull requests a review has given a term, the most urgent first. */
export async function labelDeadlines(
  github: GitHub,
  calendar: Calendar,
  today: string,
): Promise<readonly OpenRequest[]> {
  const requests: OpenRequest[] = [];
  for (const pull of await listOpenPullRequests(github)) {
    const days = readTerm(pull.labels);
    if (days === undefined) continue;
    const opened = dateOfInstant(Date.parse(pull.opened));
    const deadline = deadlineOf(opened, { unit: 'working-days', count: days }, calendar);
    const due = 'due' in deadline ? deadline.due : deadline.unadjusted;
    // The last working day before the end is the last on which a reminder helps.
    const next = deadlineOf(today, { unit: 'working-days', count: 1 }, calendar);
    const tomorrow = 'due' in next ? next.due : next.unadjusted;
    const status = today > due ? 'overdue' : tomorrow >= due ? 'soon' : 'running';
    await setLabels(github, pull.number, prefix, labelsOf(days, status));
    requests.push({ pull, due, status });
  }
  return requests.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.pull.number - b.pull.number));
}
