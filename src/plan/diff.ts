/** Compares an entry as it is with the entry that is wanted, and names the change between them. */
import { type Account, type AccountField, type ActualAccount, accountFields } from '../model/account.ts';
import type { Modification } from '../model/plan.ts';

/** The fields in which the two differ, in their fixed order. */
export function diffFields(actual: Account, wanted: Account): AccountField[] {
  return accountFields.filter((field) => !sameValue(actual[field], wanted[field]));
}

function sameValue(actual: Account[AccountField], wanted: Account[AccountField]): boolean {
  if (actual === wanted) return true;
  if (!Array.isArray(actual) || !Array.isArray(wanted)) return false;
  return actual.length === wanted.length && actual.every((value, index) => value === wanted[index]);
}

/** The one word for a modification: the gravest thing it does. */
export function kindOfModification(
  actual: ActualAccount,
  wanted: Account,
  fields: readonly AccountField[],
  credential: boolean,
): Exclude<Modification['kind'], 'transfer'> {
  if (actual.state !== wanted.state && actual.mailbox && wanted.mailbox) {
    if (wanted.state === 'terminated') return 'terminate';
    if (wanted.state === 'suspended') return 'suspend';
    if (wanted.state === 'active' && actual.state !== undefined) return 'restore';
  }
  if (actual.address !== undefined && fields.includes('address')) return 'rename';
  return credential && actual.mailbox ? 'reset' : 'update';
}
