/** Tells what a pull request changes: the plan and the problems with it, held against those without it. */

import type { PlanDelta, Review } from '../model/github/review.ts';
import { differenceOf } from '../model/plan/difference.ts';
import type { Change, Held, Plan } from '../model/plan/plan.ts';
import type { Problem } from '../model/problems/problem.ts';
import { canonicalJson } from '../model/text/json.ts';

/**
 * Both plans are made on one reading of the server and for one day, so that every difference comes from the pull request.
 * A change that only gets another place in the order, or another reason, is the same change.
 */
export function comparePlanOfBase(base: Plan, head: Plan): PlanDelta {
  const heldBefore = new Set(base.held.map(heldId));
  const held = head.held.filter((one) => !heldBefore.has(heldId(one)));
  const guarded = held.some(({ code }) => code === 'guard');
  return {
    ...differenceOf(base.changes, head.changes, factsOf),
    held,
    ...(head.doubt && { doubt: head.doubt }),
    ...(guarded && head.approval !== undefined && { approval: head.approval }),
  };
}

/** The problems the pull request brings, and how many there are besides. */
export function compareProblems(
  base: readonly Problem[],
  head: readonly Problem[],
): Pick<Review, 'problems' | 'earlierProblems'> {
  const known = new Map<string, number>();
  for (const problem of base) known.set(problemId(problem), (known.get(problemId(problem)) ?? 0) + 1);
  const problems = head.filter((problem) => {
    const left = known.get(problemId(problem)) ?? 0;
    known.set(problemId(problem), left - 1);
    return left <= 0;
  });
  return { problems, earlierProblems: head.length - problems.length };
}

function factsOf({ why: _why, wave: _wave, after: _after, ...facts }: Change): unknown {
  return facts;
}

/** The guard's count is left out: one more change in the run would make every held item a new one. */
function heldId({ key, code, kind, args }: Held): string {
  return canonicalJson([key, code, kind ?? '', code === 'guard' ? args.class : args]);
}

/** Places are left out: lines move when others are added above, here or in another file. */
function problemId({ code, at, subject, args }: Problem): string {
  const { line: _line, otherLine: _otherLine, place: _place, ...facts } = args as Record<string, unknown>;
  return canonicalJson([code, at.file, subject ?? '', facts]);
}
