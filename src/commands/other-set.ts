/** What was shown, or approved, is what runs: another set is refused, and what has changed since is named. */
import { addDays } from '../model/date.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import { type Difference, differenceOf } from '../model/plan-difference.ts';
import { factsOf } from '../plan/timeless.ts';
import { renderPlanDifference } from '../render/plan-difference.ts';
import type { Proposal } from './propose.ts';

/** How far back a digest is looked for: the day alone may have changed the set. */
const daysLookedBack = 7;

/** @throws ExpectedError `digest-mismatch` where the plan is not the one of the digest. */
export function refuseOtherPlan(proposal: Proposal, expected: string | undefined, shown?: Plan): void {
  const { plan } = proposal;
  if (expected === undefined || expected === plan.digest) return;
  const before = shown ?? earlierPlan(proposal, ({ digest }) => digest === expected);
  const moved =
    before === undefined ? '' : renderPlanDifference(differenceOf(before.changes, plan.changes, factsOf));
  throw new ExpectedError(
    'digest-mismatch',
    `Danh bạ hoặc máy chủ đã khác so với lúc xem kế hoạch / the directory or the server moved since the plan was shown: ${expected} ≠ ${plan.digest}${sinceOf(before, plan)}${moved}`,
    'danhba plan',
  );
}

/** An approval lets one set pass: where it lets none pass, it was for another. @throws ExpectedError `approval-mismatch`. */
export function refuseOtherApproval(proposal: Proposal, approved: string | undefined): void {
  const { plan } = proposal;
  if (approved === undefined || plan.approved === approved) return;
  const before = earlierPlan(proposal, ({ approval }) => approval === approved);
  const moved = before === undefined ? '' : renderPlanDifference(compareHeld(before, plan));
  throw new ExpectedError(
    'approval-mismatch',
    `Mã duyệt không còn đúng với danh sách được giữ lại / the approval is for another set: ${approved} ≠ ${plan.approval ?? '∅'}${sinceOf(before, plan)}${moved}`,
    'danhba plan',
  );
}

/** The plan of one of the last days that was this one: then nothing but the day has changed it. */
function earlierPlan({ plan, planOn }: Proposal, isIt: (plan: Plan) => boolean): Plan | undefined {
  for (let back = 1; back <= daysLookedBack; back++) {
    const earlier = planOn(addDays(plan.today, -back));
    if (isIt(earlier)) return earlier;
  }
  return undefined;
}

function sinceOf(before: Plan | undefined, { today }: Plan): string {
  if (before === undefined || before.today === today) return '';
  return `\n   sang ngày ${today}, so với ngày ${before.today} / on ${today}, as against ${before.today}:`;
}

function compareHeld(before: Plan, now: Plan): Difference<{ readonly id: string }> {
  const guarded = ({ held }: Plan) =>
    held.flatMap(({ code, kind, key }) => (code === 'guard' ? [{ id: `${kind} ${key}` }] : []));
  return differenceOf(guarded(before), guarded(now), ({ id }) => id);
}
