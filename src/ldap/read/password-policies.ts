/** The two password policies danhba answers for, as they stand on the server (4.1, 4.2). */

import { sameDn } from '../../model/account/dn.ts';
import {
  type PasswordPolicy,
  type PasswordPolicyAttribute,
  passwordPolicyAttributes,
  passwordPolicyNames,
} from '../../model/account/password-policy.ts';
import type { Connection } from '../connect/connect.ts';
import { type Attributes, passwordPolicyDn, policiesDn, type Tree } from '../profile.ts';
import { readContainer } from './read.ts';

/** Those that are there; one that is not, or may not be seen, is absent. Refused where none at all may be seen. */
export async function readPasswordPolicies(
  connection: Connection,
  tree: Tree,
): Promise<readonly PasswordPolicy[]> {
  const { messages } = await connection.live();
  const policies: PasswordPolicy[] = [];
  for await (const page of readContainer(messages, policiesDn(tree), passwordPolicyAttributes)) {
    for (const { dn, attributes } of page) {
      const name = passwordPolicyNames.find((one) => sameDn(dn, passwordPolicyDn(tree, one)));
      if (name !== undefined) policies.push({ name, values: decodePasswordPolicy(attributes) });
    }
  }
  return policies;
}

/** Every one of the attributes holds one value at most. */
export function decodePasswordPolicy(attributes: Attributes): PasswordPolicy['values'] {
  const values: Partial<Record<PasswordPolicyAttribute, string>> = {};
  for (const name of passwordPolicyAttributes) {
    const value = attributes[name]?.[0];
    if (value !== undefined) values[name] = value;
  }
  return values;
}
