/** Who may read and write what: the rules of the shipped acl.conf, on the same tree. */
import type { Directory, Identity } from '../directory.ts';
import type { AttributeType } from '../schema/attribute-types.ts';
import { type Dn, parentOf } from '../schema/dn.ts';
import type { Entry } from '../store/entry.ts';
import type { Modification } from '../wire/request.ts';

/** Values nobody reads, not even their holder (rule 1). */
const secret = new Set(['userPassword', 'pwdHistory']);

/** Password state: for the services, not for holders (rules 2 and 3). */
const passwordState = new Set([
  'pwdEndTime',
  'pwdStartTime',
  'pwdReset',
  'pwdAccountLockedTime',
  'pwdPolicySubentry',
  'authTimestamp',
  'pwdChangedTime',
  'pwdFailureTime',
]);

/** What the reconciler keeps of the policies of users and administrators (rule 7); pwdCheckModule apart. */
const policyTypes = new Set([
  'pwdMinLength',
  'pwdMaxAge',
  'pwdMustChange',
  'pwdCheckQuality',
  'pwdCheckModuleArg',
  'pwdLockout',
]);
const managedPolicies = ['users', 'administrators'];

const container = (directory: Directory, name: string): string => `ou=${name},${directory.tree.suffix.key}`;

/** The container an entry lies directly in, by name. */
const placeOf = (directory: Directory, dn: Dn): string | undefined => {
  const parent = parentOf(dn)?.key;
  return ['people', 'organizations', 'tombstones', 'danhba'].find(
    (name) => container(directory, name) === parent,
  );
};

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

/** Whether an entry may appear at this DN. */
export const mayAdd = (directory: Directory, identity: Identity, dn: Dn): boolean => {
  if (identity.kind === 'root') return true;
  if (!isReconciler(identity)) return false;
  const place = placeOf(directory, dn);
  return place === 'danhba' ? dn.rdns[0]?.key === 'cn=sentinel' : place !== undefined;
};

/** Whether the entry at this DN may go, or get another DN. */
export const mayRemove = (directory: Directory, identity: Identity, dn: Dn): boolean => {
  if (identity.kind === 'root') return true;
  const place = placeOf(directory, dn);
  return isReconciler(identity) && place !== undefined && place !== 'danhba';
};

export interface WrittenValues {
  readonly type: AttributeType;
  readonly change: Modification['change'];
  readonly values: readonly string[];
}

/** Rule 7: slapd loads what pwdCheckModule names, so only the shipped module can be named. */
const mayWritePolicy = ({ type, change, values }: WrittenValues): boolean =>
  type.name === 'pwdCheckModule'
    ? change === 'delete' || values.every((value) => value === 'pwcheck.so')
    : policyTypes.has(type.name);

/** Whether these values may be changed on the entry at this DN. */
export const mayWrite = (
  directory: Directory,
  identity: Identity,
  dn: Dn,
  written: WrittenValues,
): boolean => {
  if (identity.kind === 'root') return true;
  const { type } = written;
  // What the server alone writes comes this far by Relax, and would need `manage`, which the rules give to nobody.
  if (type.serverOnly) return false;
  const place = placeOf(directory, dn);
  const account = place === 'people' || place === 'organizations';
  if (type.name === 'userPassword') return account && (isReconciler(identity) || isSelf(identity, dn));
  if (!isReconciler(identity)) return false;
  const policies = container(directory, 'policies');
  if (managedPolicies.some((name) => dn.key === `cn=${name},${policies}`)) return mayWritePolicy(written);
  return place === 'danhba' ? dn.rdns[0]?.key === 'cn=sentinel' : place !== undefined;
};
