/** Reports of small worlds: files, accounts of the server, and the plan between them. */
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { type Key, parseKey } from '../../../src/model/account/key.ts';
import { settleDeclarations } from '../../../src/model/directory/settle-declarations.ts';
import type { ReportName, ReportOf } from '../../../src/model/report.ts';
import { makeReport } from '../../../src/report/make-report.ts';
import type { Situation as Facts } from '../../../src/report/situation.ts';
import { dnOf, planOf, readWorld, type Situation } from '../../support/world.ts';
import { type MailSituation, planWithMail } from '../plan/mail-world.ts';

const today = '2026-11-23';

export type Given = Situation &
  Partial<Pick<Facts, 'all' | 'passwordDays' | 'requests'>> &
  Pick<MailSituation, 'mail'>;

/** The days of passwords are what the test gives; all other terms are the plan's own. */
export function reportOf<N extends ReportName>(name: N, given: Given): ReportOf<N> {
  return makeReport(name, factsOf(given)) as ReportOf<N>;
}

export function factsOf(given: Given): Facts {
  const { all = false } = given;
  const { directory, declared } = readWorld(given.organizations, given.policy, given.files);
  // Whoever is declared is called so on the server as well.
  const names = new Map(declared.map(({ key, name }) => [key, name]));
  const accounts = (given.accounts ?? []).map((one) => ({ ...one, name: names.get(one.key) ?? one.name }));
  const { plan: planned, problems } = planOf({ today, ...given, accounts });
  const plan = given.mail === undefined ? planned : planWithMail({ today, ...given, accounts });
  const { policy, calendar } = directory;
  return {
    plan,
    declared: settleDeclarations(declared, plan.today),
    accounts,
    register: directory.notices.notices,
    problems,
    policy,
    calendar,
    today: plan.today,
    loginsSince: '2020-01-01',
    passwordDays: given.passwordDays ?? ((policy) => (policy === 'users' ? 181 : 89)),
    ...(given.requests && { requests: given.requests }),
    all,
  };
}

/** An active mailbox of `soa` as it was issued long ago; its name is its key's, where no file has another. */
export function account(key: Key, more: Partial<ObservedAccount> = {}): ObservedAccount {
  const organization = parseKey(key)?.kind === 'organization' ? 'ubnd' : 'soa';
  return {
    key,
    name: key,
    organization,
    mailbox: true,
    addresses: [],
    state: 'active',
    issued: '2026-01-05',
    locked: false,
    dn: dnOf(key),
    uuid: key,
    ...more,
  };
}
