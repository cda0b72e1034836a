/** How long the rule book gives a pull request, by what it asks for, and how near the end is (6.2, 8.2, 8.3). */

import type { Policy } from '../model/directory/policy.ts';
import type { PlanDelta } from '../model/github/review.ts';
import type { Change, ChangeKind } from '../model/plan/plan.ts';
import type { WhyCode } from '../model/plan/why.ts';

type Deadline = Exclude<keyof Policy['deadlines'], 'notifyDays'>;

/** What the rule book gives a term for; a suspension (8.1) and a reset (7.1) have none. */
const terms: Readonly<Partial<Record<ChangeKind, { readonly deadline: Deadline; readonly clause: string }>>> =
  {
    create: { deadline: 'issueWorkingDays', clause: '6.2' },
    update: { deadline: 'issueWorkingDays', clause: '6.2' },
    rename: { deadline: 'issueWorkingDays', clause: '6.2' },
    terminate: { deadline: 'terminateWorkingDays', clause: '8.2' },
    transfer: { deadline: 'terminateWorkingDays', clause: '8.2' },
    restore: { deadline: 'restoreWorkingDays', clause: '8.3' },
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

interface ChangeTerm {
  readonly days: number;
  readonly clause: string;
}

/** Working days the rule book gives for this change from its request; undefined where it gives none, or nobody asked. */
export function termOfChange(
  change: Pick<Change, 'kind' | 'why'>,
  deadlines: Policy['deadlines'],
): ChangeTerm | undefined {
  const term = isAskedFor(change) ? terms[change.kind] : undefined;
  return term && { days: deadlines[term.deadline], clause: term.clause };
}

/** From the day it was opened, the shortest of all it asks for; undefined where it asks for nothing that has one. */
export function termOf(
  { added, altered }: PlanDelta,
  deadlines: Policy['deadlines'],
): ChangeTerm | undefined {
  const found = [...added, ...altered].flatMap((change) => termOfChange(change, deadlines) ?? []);
  return found.toSorted((a, b) => a.days - b.days)[0];
}

const termLabel = /^hạn: (\d{1,3}) ngày làm việc$/u;

export const termLabelOf = (days: number): string => `hạn: ${days} ngày làm việc`;

/** The term a review has put on the pull request. */
export function readTerm(labels: readonly string[]): number | undefined {
  const days = labels.map((label) => Number(termLabel.exec(label.normalize())?.[1] ?? Number.NaN));
  return days.find((count) => count > 0);
}
