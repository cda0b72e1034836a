/** The attributes an account is told by, and those that are read beside them. */
import type { AccountKind } from '../../model/account/key.ts';
import type { EntryValues } from '../../model/adoption.ts';
import { fieldCodecs } from '../account-codec.ts';
import type { Attributes } from '../profile.ts';

/** Each feeds one field of an account. */
export const managedAttributes: readonly string[] = [
  ...new Set(Object.values(fieldCodecs).flatMap(({ attribute }) => Object.values(attribute))),
];

/** What a read asks for, by name: nothing that danhba has no use for, a photograph or a hash, is ever read. */
export const readAttributes: readonly string[] = [
  ...managedAttributes,
  'entryUUID',
  'authTimestamp',
  'pwdChangedTime',
  'pwdReset',
  'pwdAccountLockedTime',
  'pwdStartTime',
  'hasSubordinates',
];

/** All that danhba manages of an entry of this kind. */
export function managedOf(attributes: Attributes, kind: AccountKind): EntryValues {
  const names = Object.values(fieldCodecs).flatMap(({ attribute }) => attribute[kind] ?? []);
  return Object.fromEntries(
    names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
  );
}
