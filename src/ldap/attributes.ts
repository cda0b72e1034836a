/** The attributes an account is told by, and those that are read beside them. */

/** Each feeds one field of an account. */
export const managedAttributes = [
  'objectClass',
  'danhbaKey',
  'danhbaOrganization',
  'uid',
  'cn',
  'sn',
  'givenName',
  'title',
  'ou',
  'o',
  'telephoneNumber',
  'displayName',
  'businessCategory',
  'danhbaCustodian',
  'mail',
  'danhbaAddress',
  'danhbaFormerAddress',
  'danhbaState',
  'danhbaSince',
  'danhbaReason',
  'danhbaBasis',
  'danhbaNotice',
  'danhbaIssued',
  'danhbaLocked',
  'danhbaNoticed',
  'danhbaRenamed',
  'danhbaRestored',
  'danhbaReset',
  'danhbaMissing',
  'danhbaName',
  'pwdEndTime',
  'pwdPolicySubentry',
] as const;

/** What a read asks for, by name: nothing that danhba has no use for, a photograph or a hash, is ever read. */
export const readAttributes = [
  ...managedAttributes,
  'entryUUID',
  'authTimestamp',
  'pwdChangedTime',
  'pwdReset',
  'pwdAccountLockedTime',
  'pwdStartTime',
  'hasSubordinates',
] as const;
