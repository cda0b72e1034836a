/** Leaves alone what the policy says that others keep: whatever is there is wanted, and nothing is written where nothing is. */
import { type Account, type AccountField, withFieldsOf } from '../../model/account/account.ts';
import type { Policy, UnmanagedAttribute } from '../../model/directory/policy.ts';

const fieldOf = {
  title: 'title',
  ou: 'unit',
  telephoneNumber: 'phone',
  givenName: 'given',
  o: 'organizationName',
  businessCategory: 'organizationKind',
} as const satisfies Record<UnmanagedAttribute, AccountField>;

export function withoutUnmanaged<A extends Partial<Account>>(
  account: A,
  actual: Partial<Account> = {},
  { unmanaged = [] }: Policy,
): A {
  if (unmanaged.length === 0) return account;
  const fields = unmanaged.map((attribute) => fieldOf[attribute]);
  return withFieldsOf(account, actual, fields);
}
