/** What danhba needs a directory server to know: the definitions of danhba.schema, and the controls it sends. */

/** By class, what an entry of it must or may have of ours; a test holds it against servers/openldap/danhba.schema. */
export const neededClasses = {
  danhbaEntry: ['danhbaKey', 'danhbaOrganization', 'danhbaName', 'displayName', 'description'],
  danhbaAccount: [
    'danhbaState',
    'mail',
    'danhbaAddress',
    'danhbaSince',
    'danhbaReason',
    'danhbaBasis',
    'danhbaNotice',
    'danhbaIssued',
    'danhbaRestored',
    'danhbaReset',
    'danhbaMissing',
    'danhbaFormerAddress',
    'danhbaLocked',
    'danhbaRenamed',
    'danhbaNoticed',
    'danhbaOperatorLock',
    'danhbaCustodian',
    'userPassword',
    'telephoneNumber',
  ],
  danhbaTombstone: ['cn', 'danhbaKey', 'danhbaUntil', 'description', 'danhbaSince'],
  danhbaSentinel: [
    'cn',
    'danhbaProvince',
    'danhbaCount',
    'danhbaHolder',
    'danhbaSince',
    'danhbaUntil',
    'danhbaCommit',
    'danhbaLogins',
    'danhbaApproval',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Paging (RFC 2696), assertion (RFC 4528), referrals as entries (RFC 3296). */
export const neededControls = ['1.2.840.113556.1.4.319', '1.3.6.1.1.12', '2.16.840.1.113730.3.4.2'] as const;
