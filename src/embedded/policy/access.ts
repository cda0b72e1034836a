/** Who may read and write what: the rules of the shipped acl.conf, on the same tree. */
import type { Directory, Identity } from '../directory.ts';
import type { AttributeType } from '../schema/attribute-types.ts';
import type { Dn } from '../schema/dn.ts';
import type { Entry } from '../store/entry.ts';
import { mayAppear, mayChange, mayGo, placeOf, type Stored, type WrittenValues } from './reconciler.ts';

/** Values nobody reads, not even their holder (rule 1). */
const secret = new Set(['userPassword', 'pwdHistory']);

/** Password state and locks: for the services, not for holders (rules 2 and 3). */
const passwordState = new Set([
  'danhbaOperatorLock',
  'pwdEndTime',
  'pwdStartTime',
  'pwdReset',
  'pwdAccountLockedTime',
  'pwdPolicySubentry',
  'authTimestamp',
  'pwdChangedTime',
  'pwdFailureTime',
]);

const isReconciler = (identity: Identity): boolean =>
  identity.kind === 'service' && identity.role === 'reconciler';

const isSelf = (identity: Identity, dn: Dn): boolean =>
  identity.kind === 'holder' && identity.dn.key === dn.key;

/** Whether the entry may be found at all. */
export const mayRead = (directory: Directory, identity: Identity, entry: Entry): boolean => {
  if (identity.kind === 'service' || identity.kind === 'root') return true;
  const place = placeOf(directory, entry.dn);
  return isSelf(identity, entry.dn) && (place === 'people' || place === 'organizations');
};

/** Whether values of this type may be read, or asked for in a filter, on entries that may be read. */
export const mayReadType = (identity: Identity, type: AttributeType): boolean =>
  identity.kind === 'root' ||
  (!secret.has(type.name) && (identity.kind === 'service' || !passwordState.has(type.name)));

/** Whether entries may come and go in the container this DN lies in (rule 7). */
export const mayComeAndGo = (directory: Directory, identity: Identity, dn: Dn): boolean => {
  if (identity.kind === 'root') return true;
  const place = placeOf(directory, dn);
  return isReconciler(identity) && place !== undefined && place !== 'danhba';
};

/** Whether entries may be added below the DN's parent: the sentinel comes, and stays. */
export const mayComeBelow = (directory: Directory, identity: Identity, dn: Dn): boolean =>
  identity.kind === 'root' || (isReconciler(identity) && placeOf(directory, dn) !== undefined);

/** Whether this entry may be added, with each of its values. */
export const mayAdd = (
  directory: Directory,
  identity: Identity,
  stored: Stored,
  given: readonly Omit<WrittenValues, 'change'>[],
): boolean => {
  if (identity.kind === 'root') return true;
  if (!isReconciler(identity) || !mayAppear(directory, stored)) return false;
  return given.every((one) => mayChange(directory, stored, { ...one, change: 'add' }));
};

/** Whether this entry may be deleted. */
export const mayRemove = (directory: Directory, identity: Identity, stored: Stored): boolean =>
  identity.kind === 'root' || (isReconciler(identity) && mayGo(directory, stored));

/** Whether these values may be changed on this entry, as it is before the change. */
export const mayWrite = (
  directory: Directory,
  identity: Identity,
  stored: Stored,
  written: WrittenValues & { readonly type: AttributeType },
): boolean => {
  if (identity.kind === 'root') return true;
  const { type } = written;
  // What the server alone writes comes this far by Relax, and would need `manage`, which the rules give to nobody.
  if (type.serverOnly) return false;
  const place = placeOf(directory, stored.dn);
  const own = isSelf(identity, stored.dn) && (place === 'people' || place === 'organizations');
  if (type.name === 'userPassword' && own) return true;
  return isReconciler(identity) && mayChange(directory, stored, written);
};
