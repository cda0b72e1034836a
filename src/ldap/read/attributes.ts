/** The attributes an account is told by, and those that are read beside them. */
import { fieldCodecs } from '../account-codec.ts';

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
