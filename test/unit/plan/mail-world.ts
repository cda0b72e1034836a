/** Small worlds with a mail server: the plan between files, accounts and what Dovecot holds. */
import type { ActualAccount } from '../../../src/model/account.ts';
import type { MailObservation } from '../../../src/model/mail.ts';
import type { Plan } from '../../../src/model/plan.ts';
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
    tombstones: [],
    passwordPolicies: rightPolicies(directory.policy),
    ...(doubt && { doubt }),
    ...(mail && { mail }),
  });
}

/** Accounts that `applied` made, at the DNs that slapd has them at. */
export function inTheTree(accounts: readonly ActualAccount[]): readonly ActualAccount[] {
  return accounts.map((account) => {
    const [, kind, id = '', number] = /^(person|organization):([^#]+)#(\d+)$/.exec(account.dn) ?? [];
    const [rdn, container] = kind === 'person' ? ['uid', 'people'] : ['ou', 'organizations'];
    const name = number === '1' ? id : `${id}-${number}`;
    return { ...account, dn: `${rdn}=${name},ou=${container},dc=laichau,dc=gov,dc=vn` };
  });
}
