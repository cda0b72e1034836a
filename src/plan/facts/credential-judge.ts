/** Tells for whom a password can be made: somebody must be able to open its seal, and a policy must check it. */

import type { Account } from '../../model/account/account.ts';
import { type PasswordPolicyName, passwordPolicyOf } from '../../model/account/password-policy.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Directory } from '../../model/directory/directory.ts';
import type { HeldArgs } from '../../model/plan/plan.ts';

export type Obstacle =
  | { readonly code: 'recipient-missing'; readonly args: HeldArgs['recipient-missing'] }
  | { readonly code: 'password-policy-missing'; readonly args: HeldArgs['password-policy-missing'] };

export type CredentialJudge = (declared: Declared, account: Account) => Obstacle | undefined;

/** What stands in the way of giving the account a password; undefined where nothing does. */
export function makeCredentialJudge(
  { policy, organizations }: Directory,
  missingPolicies: ReadonlySet<PasswordPolicyName>,
): CredentialJudge {
  const { operator } = policy;
  const central = organizations.find(({ organization }) => organization.id === operator)?.organization;
  const operatorReceives = (central?.credentialRecipients ?? []).length > 0;
  return ({ organization }, account) => {
    const name = passwordPolicyOf(account);
    if (missingPolicies.has(name)) return { code: 'password-policy-missing', args: { policy: name } };
    if (operatorReceives || (organization.credentialRecipients ?? []).length > 0) return undefined;
    return { code: 'recipient-missing', args: { organization: organization.id, operator } };
  };
}
