/** What reports and the metrics of a run are made from: one proposal, told as a report sees it. */

import type { PasswordPolicyName } from '../model/account/password-policy.ts';
import type { Policy } from '../model/directory/policy.ts';
import { settleDeclarations } from '../model/directory/settle-declarations.ts';
import type { Plan } from '../model/plan/plan.ts';
import { InternalError } from '../model/problems/errors.ts';
import { wantedPasswordPolicy } from '../plan/compare/password-policies.ts';
import type { Situation } from '../report/situation.ts';
import type { Proposal } from './propose.ts';

export function situationOf(
  { plan, desired, problems, accounts, loginsSince }: Proposal,
  all: boolean,
): Situation {
  const { directory, declared } = desired;
  if (directory === undefined) throw new InternalError('a report without a directory');
  const { policy, calendar } = directory;
  const { today } = plan;
  const days = {
    users: passwordDaysOf('users', plan, policy),
    administrators: passwordDaysOf('administrators', plan, policy),
  };
  return {
    plan,
    declared: settleDeclarations(declared, today),
    accounts,
    register: directory.notices.notices,
    problems,
    policy,
    calendar,
    today,
    loginsSince,
    passwordDays: (name) => days[name],
    all,
  };
}

/** What the server has now, not what it is about to be given: nobody's password ends by a plan. */
function passwordDaysOf(name: PasswordPolicyName, plan: Plan, policy: Policy): number | undefined {
  if (plan.held.some(({ code, args }) => code === 'password-policy-missing' && args.policy === name)) {
    return undefined;
  }
  const correction = plan.changes.find(
    (change) => change.kind === 'password-policy' && change.base.name === name,
  );
  const actual =
    correction?.kind === 'password-policy' ? correction.base : wantedPasswordPolicy(name, policy);
  const seconds = Number(actual.values.pwdMaxAge ?? 0);
  // Zero is how the server writes "never".
  return seconds > 0 ? Math.floor(seconds / 86_400) : undefined;
}
