/** What the two password policies of the server must say (4.1, 4.2), and the corrections where they do not. */
import {
  type PasswordPolicy,
  type PasswordPolicyName,
  passwordPolicyAttributes,
  passwordPolicyNames,
} from '../../model/account/password-policy.ts';
import type { Policy } from '../../model/directory/policy.ts';
import type { Held, PolicyCorrection } from '../../model/plan/plan.ts';

export interface PolicyComparison {
  readonly corrections: readonly PolicyCorrection[];
  readonly held: readonly Held[];
  readonly missing: ReadonlySet<PasswordPolicyName>;
}

export function comparePasswordPolicies(
  found: readonly PasswordPolicy[],
  policy: Policy,
  policyFile: string,
): PolicyComparison {
  const byName = new Map(found.map((one) => [one.name, one]));
  const corrections: PolicyCorrection[] = [];
  const held: Held[] = [];
  const missing = new Set<PasswordPolicyName>();
  for (const name of passwordPolicyNames) {
    const key = `policy:${name}` as const;
    const base = byName.get(name);
    if (base === undefined) {
      missing.add(name);
      const args = { policy: name };
      held.push({ key, name: `cn=${name}`, organization: '', code: 'password-policy-missing', args });
      continue;
    }
    const wanted = wantedPasswordPolicy(name, policy);
    const attributes = passwordPolicyAttributes.filter(
      (attribute) => base.values[attribute] !== wanted.values[attribute],
    );
    if (attributes.length === 0) continue;
    corrections.push({
      id: `password-policy ${key}`,
      kind: 'password-policy',
      key,
      why: { code: 'policy-declared', clause: '4.1', file: policyFile },
      wave: 1,
      after: [],
      base,
      policy: wanted,
      attributes,
    });
  }
  return { corrections, held, missing };
}

export function wantedPasswordPolicy(name: PasswordPolicyName, { passwords }: Policy): PasswordPolicy {
  const { minLength, maxAgeMonths } = name === 'users' ? passwords.user : passwords.administrator;
  return {
    name,
    values: {
      pwdMinLength: String(minLength),
      pwdMaxAge: String(shortestMonths(maxAgeMonths) * 86_400),
      pwdMustChange: 'TRUE',
      // 2: what cannot be checked, an already hashed password too, is refused.
      pwdCheckQuality: '2',
      pwdCheckModule: 'pwcheck.so',
      pwdCheckModuleArg: `length=${minLength} classes=lower,upper,digit,special`,
      // With FALSE slapd lets a locked account in (servers/notes).
      pwdLockout: 'TRUE',
    },
  };
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days of the shortest so many months in a row: the server counts seconds, and no password may outlive 4.2. */
function shortestMonths(months: number): number {
  const lengths = daysOfMonths.map((_, first) => {
    let days = 0;
    for (let month = 0; month < months; month++) days += daysOfMonths[(first + month) % 12] ?? 0;
    return days;
  });
  return Math.min(...lengths);
}
