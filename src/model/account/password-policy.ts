/** A password policy entry of the server (4.1, 4.2): what danhba sets on it, and what it found. */

export type PasswordPolicyName = 'users' | 'administrators';

export const passwordPolicyNames = [
  'users',
  'administrators',
] as const satisfies readonly PasswordPolicyName[];

/** The attributes danhba answers for, as texts the server holds; an absent one is undefined. */
export const passwordPolicyAttributes = [
  'pwdMinLength',
  'pwdMaxAge',
  'pwdMustChange',
  'pwdCheckQuality',
  'pwdCheckModule',
  'pwdCheckModuleArg',
  'pwdLockout',
] as const;

export type PasswordPolicyAttribute = (typeof passwordPolicyAttributes)[number];

export interface PasswordPolicy {
  readonly name: PasswordPolicyName;
  readonly values: Readonly<Partial<Record<PasswordPolicyAttribute, string>>>;
}

/** The policy an account's password is under. */
export function passwordPolicyOf(account: { readonly privileged?: boolean | string }): PasswordPolicyName {
  return account.privileged === true ? 'administrators' : 'users';
}
