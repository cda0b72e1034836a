/** What policy.yaml may call the containers of accounts, and what a plan makes of it. */
import { describe, expect, it } from 'vitest';
import { organizationText, planOf, policyText, readWorld } from '../../support/world.ts';

const withContainers = (text: string) => `containers: ${text}\n${policyText}`;
const problemsOf = (text: string) => {
  try {
    return readWorld({}, withContainers(text)).problems.map(({ code }) => code);
  } catch (thrown) {
    return (thrown as Error).message;
  }
};

describe('containers of policy.yaml', () => {
  it.each([
    '{people: ou=users}',
    '{organizations: ou=units}',
    '{people: ou=users, organizations: cn=units}',
    '{people: ou=organizations, organizations: ou=people}',
  ])('may be %s', (text) => {
    expect(problemsOf(text)).not.toContain('value');
  });

  it.each([
    '{people: ou=organizations}',
    '{organizations: ou=People}',
    '{people: ou=users, organizations: OU=users}',
    '{people: ou=a, organizations: ou=A}',
    '{people: ou=tombstones}',
    '{organizations: ou=services}',
    '{people: ou=danhba}',
    '{organizations: ou=policies}',
    '{people: users}',
    '{people: "ou=users,ou=all"}',
    '{people: ou=users+cn=x}',
    '{people: "ou=(x|y)"}',
    '{person: ou=users}',
  ])('may not be %s', (text) => {
    expect(problemsOf(text)).toMatch(/value-out-of-bounds|unknown-key|value-form|pattern|value/);
  });
});

describe('the digest of a plan', () => {
  const digestOf = (policy: string) =>
    planOf({
      organizations: { sokx: organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn An']) },
      policy,
    }).plan.digest;
  it('stands on other names, and is as ever for the usual ones', () => {
    expect(digestOf(withContainers('{people: ou=people}'))).toBe(digestOf(policyText));
    expect(digestOf(withContainers('{people: ou=users}'))).not.toBe(digestOf(policyText));
  });
});
