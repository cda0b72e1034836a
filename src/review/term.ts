/** How long the rule book gives a pull request, by what it asks for, and how near the end is (6.2, 8.2, 8.3). */

import type { Policy } from '../model/directory/policy.ts';
import type { PlanDelta } from '../model/github/review.ts';
import type { Change, ChangeKind } from '../model/plan/plan.ts';
import type { WhyCode } from '../model/plan/why.ts';

/** What is to be done within the deadline of an end or a restoration; the rest has that of an issue. */
const shorter: Readonly<Partial<Record<ChangeKind, 'terminateWorkingDays' | 'restoreWorkingDays'>>> = {
  terminate: 'terminateWorkingDays',
  transfer: 'terminateWorkingDays',
  restore: 'restoreWorkingDays',
};

/** What the job does of itself, when a time has come: nobody's pull request waits for it. */
const unasked = new Set<WhyCode>([
  'inactive',
  'missing',
  'removed',
  'term-elapsed',
  'retention-elapsed',
  'locked',
  'forwarding',
]);

/** Somebody's pull request wants it, rather than the calendar. */
export const isAskedFor = ({ why }: Pick<Change, 'why'>): boolean => !unasked.has(why.code);

/** Working days the rule book gives for this change from its request; undefined where nobody asked for it. */
export function termOfChange(
  change: Pick<Change, 'kind' | 'why'>,
  deadlines: Policy['deadlines'],
): number | undefined {
  return isAskedFor(change) ? deadlines[shorter[change.kind] ?? 'issueWorkingDays'] : undefined;
}

/** Working days from the day it was opened, the shortest of all it asks for; undefined where it asks for nothing. */
export function termOf({ added, altered }: PlanDelta, deadlines: Policy['deadlines']): number | undefined {
  const days = [...added, ...altered].flatMap((change) => termOfChange(change, deadlines) ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}

const termLabel = /^hạn: (\d{1,3}) ngày làm việc$/u;

export const termLabelOf = (days: number): string => `hạn: ${days} ngày làm việc`;

/** The term a review has put on the pull request. */
export function readTerm(labels: readonly string[]): number | undefined {
  const days = labels.map((label) => Number(termLabel.exec(label.normalize())?.[1] ?? Number.NaN));
  return days.find((count) => count > 0);
}
