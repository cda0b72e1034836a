/** Small worlds with a mail server: the plan between files, accounts and what Dovecot holds. */
import type { MailObservation } from '../../../src/model/mail/state.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { readWorld, rightPolicies, type Situation } from '../../support/world.ts';

export type MailSituation = Pick<
  Situation,
  'organizations' | 'files' | 'accounts' | 'today' | 'policy' | 'doubt'
> & { readonly mail?: MailObservation };

export function planWithMail(situation: MailSituation): Plan {
  const { accounts = [], today = '2026-11-23', doubt, mail } = situation;
  const world = readWorld(situation.organizations, situation.policy, situation.files);
  const { directory, declared } = world;
  const problems = [...world.problems, ...findProblems(directory, declared, accounts, today)];
  return makePlan({
    directory,
    declared,
    accounts,
    problems,
    today,
    unmarked: [],
    loginsSince: '2020-01-01',
    tombstones: [],
    passwordPolicies: rightPolicies(directory.policy),
    ...(doubt && { doubt }),
    ...(mail && { mail }),
  });
}
