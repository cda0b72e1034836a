/** What was shown, or approved, is what runs: another set is refused, and what has changed since is named. */

import { withoutReason } from '../model/account/operator-lock.ts';
import { type Difference, differenceOf } from '../model/plan/difference.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type Remark, remark } from '../model/problems/remark.ts';
import { addDays } from '../model/time/date.ts';
import { factsOf } from '../plan/timeless.ts';
import { visible } from '../render/text/escape.ts';
import type { Proposal } from './propose.ts';

/** How far back a digest is looked for: the day alone may have changed the set. */
const daysLookedBack = 7;

/** @throws ExpectedError `digest-mismatch` where the plan is not the one of the digest. */
export function refuseOtherPlan(proposal: Proposal, expected: string | undefined, shown?: Plan): void {
  const { plan } = proposal;
  if (expected === undefined || expected === plan.digest) return;
  const before = shown ?? earlierPlan(proposal, ({ digest }) => digest === expected);
  throw new ExpectedError('digest-mismatch', {
    expected,
    found: plan.digest,
    ...movedSince(before, plan, comparePlans),
  });
}

/** An approval lets one set pass: where it lets none pass, it was for another. @throws ExpectedError `approval-mismatch`. */
export function refuseOtherApproval(proposal: Proposal, approved: string | undefined): void {
  const { plan } = proposal;
  if (approved === undefined || plan.approved === approved) return;
  const before = earlierPlan(proposal, ({ approval }) => approval === approved);
  throw new ExpectedError('approval-mismatch', {
    expected: approved,
    found: plan.approval ?? '∅',
    ...movedSince(before, plan, compareHeld),
  });
}

/** The plan of one of the last days that was this one: then nothing but the day has changed it. */
function earlierPlan({ plan, planOn }: Proposal, isIt: (plan: Plan) => boolean): Plan | undefined {
  for (let back = 1; back <= daysLookedBack; back++) {
    const earlier = planOn(addDays(plan.today, -back));
    if (isIt(earlier)) return earlier;
  }
  return undefined;
}

/** So many of each are named. */
const shownAtMost = 10;

/** What moved since the plan that was shown, where that one is known. */
function movedSince(
  before: Plan | undefined,
  now: Plan,
  compare: (before: Plan, now: Plan) => Difference<{ readonly id: string }>,
): Partial<Record<'since' | keyof Difference<never>, Remark>> {
  if (before === undefined) return {};
  const part = (name: keyof Difference<never>, some: readonly { readonly id: string }[]) => {
    const more = some.length > shownAtMost ? `, … (${some.length})` : '';
    const facts = { ids: some.slice(0, shownAtMost).map(({ id }) => visible(id)), more };
    return some.length === 0 ? {} : { [name]: remark(`moved.${name}`, facts) };
  };
  const { gone, added, altered } = compare(before, now);
  const days = { today: now.today, before: before.today };
  return {
    ...(days.today !== days.before && { since: remark('day-changed', days) }),
    ...part('gone', gone),
    ...part('added', added),
    ...part('altered', altered),
  };
}

const comparePlans = (before: Plan, now: Plan): Difference<{ readonly id: string }> =>
  differenceOf(before.changes, now.changes, (change) =>
    // A plan that was written to a file has no reason of an operator's lock.
    JSON.parse(JSON.stringify(factsOf(change), withoutReason)),
  );

function compareHeld(before: Plan, now: Plan): Difference<{ readonly id: string }> {
  const guarded = ({ held }: Plan) =>
    held.flatMap(({ code, kind, key }) => (code === 'guard' ? [{ id: `${kind} ${key}` }] : []));
  return differenceOf(guarded(before), guarded(now), ({ id }) => id);
}
