/** The attribute types the embedded server knows: those of the shipped classes, and the operational ones danhba reads. */
import { InternalError } from '../../model/problems/errors.ts';

/** How values are compared; named after the equality rules of RFC 4517 §4.2. */
export type Rule =
  | 'caseIgnore'
  | 'caseExact'
  | 'caseIgnoreIa5'
  | 'caseExactIa5'
  | 'telephoneNumber'
  | 'integer'
  | 'boolean'
  | 'generalizedTime'
  | 'distinguishedName'
  | 'objectClass'
  | 'attributeType'
  | 'uuid'
  | 'csn'
  | 'octetString'
  /** The type has no equality rule: assertions on it are Undefined, values are compared as octets when they change. */
  | 'none';

export interface AttributeType {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly rule: Rule;
  readonly ordering: boolean;
  readonly substrings: boolean;
  readonly singleValued: boolean;
  /** Operational attributes are returned only on request (RFC 4512 §3.4). */
  readonly operational: boolean;
  /** NO-USER-MODIFICATION: the server alone writes it. */
  readonly serverOnly: boolean;
}

type Flag = 'single' | 'ordered' | 'whole' | 'operational' | 'server';

/** Names (the first is the one returned), rule, flags; `whole` types have no substring rule. */
type Row = readonly [names: string, rule: Rule, ...flags: Flag[]];

const rows: readonly Row[] = [
  ['objectClass', 'objectClass', 'whole'],
  ['cn commonName', 'caseIgnore'],
  ['sn surname', 'caseIgnore'],
  ['givenName gn', 'caseIgnore'],
  ['initials', 'caseIgnore'],
  ['displayName', 'caseIgnore', 'single'],
  ['title', 'caseIgnore'],
  ['description', 'caseIgnore'],
  ['uid userid', 'caseIgnore'],
  ['ou organizationalUnitName', 'caseIgnore'],
  ['o organizationName', 'caseIgnore'],
  ['l localityName', 'caseIgnore'],
  ['st stateOrProvinceName', 'caseIgnore'],
  ['street streetAddress', 'caseIgnore'],
  ['postalCode', 'caseIgnore'],
  ['postOfficeBox', 'caseIgnore'],
  ['physicalDeliveryOfficeName', 'caseIgnore'],
  ['businessCategory', 'caseIgnore'],
  ['departmentNumber', 'caseIgnore'],
  ['employeeNumber', 'caseIgnore', 'single'],
  ['employeeType', 'caseIgnore'],
  ['roomNumber', 'caseIgnore'],
  ['preferredLanguage', 'caseIgnore', 'single'],
  ['labeledURI', 'caseExact', 'whole'],
  ['telephoneNumber', 'telephoneNumber'],
  ['facsimileTelephoneNumber fax', 'none', 'whole'],
  ['mobile mobileTelephoneNumber', 'telephoneNumber'],
  ['homePhone homeTelephoneNumber', 'telephoneNumber'],
  ['dc domainComponent', 'caseIgnoreIa5', 'single'],
  ['mail rfc822Mailbox', 'caseIgnoreIa5'],
  ['manager', 'distinguishedName', 'whole'],
  ['secretary', 'distinguishedName', 'whole'],
  ['seeAlso', 'distinguishedName', 'whole'],
  ['userPassword', 'octetString', 'whole'],

  ['danhbaKey', 'caseExact', 'single'],
  ['danhbaAddress', 'caseIgnoreIa5'],
  ['danhbaState', 'caseIgnore', 'single', 'whole'],
  ['danhbaSince', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaReason', 'caseIgnore', 'single', 'whole'],
  ['danhbaBasis', 'caseExact', 'single', 'whole'],
  ['danhbaNotice', 'caseExact', 'single', 'whole'],
  ['danhbaIssued', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaRestored', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaReset', 'caseExact', 'single', 'whole'],
  ['danhbaFormerAddress', 'caseIgnore', 'whole'],
  ['danhbaMissing', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaLocked', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaRenamed', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaNoticed', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaOperatorLock', 'caseExact', 'single', 'whole'],
  ['danhbaName', 'caseIgnore', 'single', 'whole'],
  ['danhbaLogins', 'caseExact', 'whole'],
  ['danhbaOrganization', 'caseExact', 'single', 'whole'],
  ['danhbaCustodian', 'caseExact', 'single', 'whole'],
  ['danhbaHolder', 'caseExact', 'single', 'whole'],
  ['danhbaCommit', 'caseExact', 'whole'],
  ['danhbaApproval', 'caseExact', 'whole'],
  ['danhbaUntil', 'generalizedTime', 'single', 'ordered', 'whole'],
  ['danhbaCount', 'integer', 'single', 'ordered', 'whole'],
  ['danhbaProvince', 'caseIgnoreIa5', 'single', 'whole'],

  // draft-behera-ldap-password-policy-10 §5.2, with the single-valued flags of slapo-ppolicy.
  ['pwdAttribute', 'attributeType', 'whole'],
  ['pwdMinAge', 'integer', 'single', 'ordered', 'whole'],
  ['pwdMaxAge', 'integer', 'single', 'ordered', 'whole'],
  ['pwdInHistory', 'integer', 'single', 'ordered', 'whole'],
  ['pwdCheckQuality', 'integer', 'single', 'ordered', 'whole'],
  ['pwdMinLength', 'integer', 'single', 'ordered', 'whole'],
  ['pwdMaxLength', 'integer', 'single', 'whole'],
  ['pwdExpireWarning', 'integer', 'single', 'ordered', 'whole'],
  ['pwdGraceAuthNLimit', 'integer', 'single', 'ordered', 'whole'],
  ['pwdLockoutDuration', 'integer', 'single', 'ordered', 'whole'],
  ['pwdMaxFailure', 'integer', 'single', 'ordered', 'whole'],
  ['pwdFailureCountInterval', 'integer', 'single', 'ordered', 'whole'],
  ['pwdLockout', 'boolean', 'single', 'whole'],
  ['pwdMustChange', 'boolean', 'single', 'whole'],
  ['pwdAllowUserChange', 'boolean', 'single', 'whole'],
  ['pwdSafeModify', 'boolean', 'single', 'whole'],
  ['pwdCheckModule', 'caseExactIa5', 'single', 'whole'],
  ['pwdCheckModuleArg', 'octetString', 'single', 'whole'],

  // Password state, operational (draft §5.3).
  ['pwdPolicySubentry', 'distinguishedName', 'single', 'whole', 'operational'],
  ['pwdReset', 'boolean', 'single', 'whole', 'operational'],
  ['pwdEndTime', 'generalizedTime', 'single', 'ordered', 'whole', 'operational'],
  ['pwdStartTime', 'generalizedTime', 'single', 'ordered', 'whole', 'operational'],
  ['pwdAccountLockedTime', 'generalizedTime', 'single', 'ordered', 'whole', 'operational'],
  ['pwdChangedTime', 'generalizedTime', 'single', 'ordered', 'whole', 'operational', 'server'],
  ['pwdFailureTime', 'generalizedTime', 'ordered', 'whole', 'operational', 'server'],
  ['pwdHistory', 'octetString', 'whole', 'operational', 'server'],
  ['authTimestamp', 'generalizedTime', 'single', 'ordered', 'whole', 'operational', 'server'],

  // RFC 4512 §3.4, RFC 4530, RFC 5020.
  ['createTimestamp', 'generalizedTime', 'single', 'ordered', 'whole', 'operational', 'server'],
  ['modifyTimestamp', 'generalizedTime', 'single', 'ordered', 'whole', 'operational', 'server'],
  ['creatorsName', 'distinguishedName', 'single', 'whole', 'operational', 'server'],
  ['modifiersName', 'distinguishedName', 'single', 'whole', 'operational', 'server'],
  ['structuralObjectClass', 'objectClass', 'single', 'whole', 'operational', 'server'],
  ['entryUUID', 'uuid', 'single', 'ordered', 'whole', 'operational', 'server'],
  ['entryCSN', 'csn', 'single', 'ordered', 'whole', 'operational', 'server'],
  ['entryDN', 'distinguishedName', 'single', 'whole', 'operational', 'server'],
  ['hasSubordinates', 'boolean', 'single', 'whole', 'operational', 'server'],
  ['subschemaSubentry', 'distinguishedName', 'single', 'whole', 'operational', 'server'],
];

const makeType = ([names, rule, ...flags]: Row): AttributeType => {
  const [name, ...aliases] = names.split(' ');
  return {
    name: name!,
    aliases,
    rule,
    ordering: flags.includes('ordered'),
    substrings: !flags.includes('whole'),
    singleValued: flags.includes('single'),
    operational: flags.includes('operational'),
    serverOnly: flags.includes('server'),
  };
};

/** Every type of the table. */
export const attributeTypes: readonly AttributeType[] = rows.map(makeType);

const byName = new Map<string, AttributeType>();
for (const type of attributeTypes) {
  for (const name of [type.name, ...type.aliases]) byName.set(name.toLowerCase(), type);
}

/** The type a description names, without regard to case; undefined for unknown types and for options (`;lang-vi`). */
export const findType = (description: string): AttributeType | undefined =>
  byName.get(description) ?? byName.get(description.toLowerCase());

/** A type this file certainly defines. */
export const knownType = (name: string): AttributeType => {
  const type = findType(name);
  if (type === undefined) throw new InternalError(`attribute type ${name} is not in the table`);
  return type;
};
