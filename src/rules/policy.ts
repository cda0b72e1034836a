/** What the policy leaves open: nobody named as an operator, limits below the rule book, a page or a domain of strangers, keys that protect nobody. */
import type { Key } from '../model/account/key.ts';
import { legacyDomainsOf, type Policy, passwordPageOf, webmailOf } from '../model/directory/policy.ts';
import type { Problem, ProblemArgs } from '../model/problems/problem.ts';
import type { Rule, RuleContext } from './rule.ts';

export const policyLimits: Rule = function* (context) {
  const { policy, policyFile: file } = context.directory;
  const problem = <C extends keyof ProblemArgs>(
    code: C,
    args: ProblemArgs[C],
    path: readonly (string | number)[],
  ) => ({ code, args, severity: 'warning', at: { file, path } }) as Problem;

  if ((policy.operators ?? []).length === 0) {
    yield problem('operators-unnamed', { operator: policy.operator }, ['operator']);
  }
  for (const { path, value, rule, clause, most } of ruleBook(policy)) {
    if (most === true ? value <= rule : value >= rule) continue;
    yield problem('policy-below-rule', { setting: path.join('.'), value, rule, clause }, path);
  }
  const { domain, webmail } = policy;
  const { page } = policy.passwords;
  if (page !== undefined && passwordPageOf(policy) === undefined) {
    const args = { setting: 'passwords.page', page, domain } as const;
    yield { ...problem('password-page-foreign', args, ['passwords', 'page']), severity: 'error' };
  }
  if (webmail !== undefined && webmailOf(policy) === undefined) {
    const args = { setting: 'webmail', page: webmail, domain } as const;
    yield { ...problem('password-page-foreign', args, ['webmail']), severity: 'error' };
  }
  const own = legacyDomainsOf(policy);
  for (const [index, one] of (policy.naming.legacyDomains ?? []).entries()) {
    if (own.includes(one)) continue;
    const args = { domain: one, allowed: [domain, ...policy.governmentDomains] };
    const path = ['naming', 'legacyDomains', index];
    yield { ...problem('legacy-domain-foreign', args, path), severity: 'error' };
  }
  for (const [index, key] of policy.guard.protected.entries()) {
    if (!exists(key, context)) yield problem('protected-unknown', { key }, ['guard', 'protected', index]);
  }
};

interface Limit {
  readonly path: readonly string[];
  readonly value: number;
  readonly rule: number;
  readonly clause: string;
  /** The rule is the most there may be; else the least. */
  readonly most?: true;
}

/** What Decision 13/2019 fixes; the rest is the province's own to set. */
function* ruleBook({ passwords, lifecycle }: Policy): Iterable<Limit> {
  const floors = {
    user: { minLength: 8, maxAgeMonths: 6 },
    administrator: { minLength: 10, maxAgeMonths: 3 },
  };
  for (const who of ['user', 'administrator'] as const) {
    const [{ minLength, maxAgeMonths }, floor] = [passwords[who], floors[who]];
    const path = (name: string) => ['passwords', who, name];
    yield { path: path('minLength'), value: minLength, rule: floor.minLength, clause: '4.1' };
    yield {
      path: path('maxAgeMonths'),
      value: maxAgeMonths,
      rule: floor.maxAgeMonths,
      clause: '4.2',
      most: true,
    };
  }
  const months = lifecycle.deleteAfterNoticeMonths;
  yield { path: ['lifecycle', 'deleteAfterNoticeMonths'], value: months, rule: 12, clause: '8.1' };
}

/** Declared, or on the server; a file that cannot be read may declare anybody. */
function exists(key: Key, { declared, accounts, directory }: RuleContext): boolean {
  return (
    directory.unreadable.length > 0 || accounts.has(key) || declared.some((account) => account.key === key)
  );
}
