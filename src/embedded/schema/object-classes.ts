/** The object classes the embedded server knows, with what each requires and allows. */

export type ClassKind = 'abstract' | 'structural' | 'auxiliary';

export interface ObjectClass {
  readonly name: string;
  readonly kind: ClassKind;
  readonly superior: string | undefined;
  /** Canonical attribute names, those of the superiors included. */
  readonly must: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
}

interface Row {
  readonly kind: ClassKind;
  readonly superior?: string;
  readonly must?: string;
  readonly may?: string;
}

const location =
  'telephoneNumber facsimileTelephoneNumber street postOfficeBox postalCode physicalDeliveryOfficeName st l';

const rows = {
  top: { kind: 'abstract', must: 'objectClass' },
  domain: {
    kind: 'structural',
    must: 'dc',
    may: `userPassword seeAlso businessCategory description o ${location}`,
  },
  dcObject: { kind: 'auxiliary', must: 'dc' },
  organization: {
    kind: 'structural',
    must: 'o',
    may: `userPassword seeAlso businessCategory description ${location}`,
  },
  organizationalUnit: {
    kind: 'structural',
    must: 'ou',
    may: `userPassword seeAlso businessCategory description ${location}`,
  },
  person: {
    kind: 'structural',
    must: 'sn cn',
    may: 'userPassword telephoneNumber seeAlso description',
  },
  organizationalPerson: { kind: 'structural', superior: 'person', may: `title ou ${location}` },
  inetOrgPerson: {
    kind: 'structural',
    superior: 'organizationalPerson',
    may:
      'businessCategory departmentNumber displayName employeeNumber employeeType givenName homePhone initials ' +
      'labeledURI mail manager mobile o preferredLanguage roomNumber secretary uid',
  },
  applicationProcess: { kind: 'structural', must: 'cn', may: 'seeAlso ou l description' },
  simpleSecurityObject: { kind: 'auxiliary', must: 'userPassword' },
  namedObject: { kind: 'structural', must: 'cn', may: 'description' },
  namedPolicy: { kind: 'structural', superior: 'namedObject' },
  pwdPolicy: {
    kind: 'auxiliary',
    must: 'pwdAttribute',
    may:
      'pwdMinAge pwdMaxAge pwdInHistory pwdCheckQuality pwdMinLength pwdMaxLength pwdExpireWarning ' +
      'pwdGraceAuthNLimit pwdLockout pwdLockoutDuration pwdMaxFailure pwdFailureCountInterval pwdMustChange ' +
      'pwdAllowUserChange pwdSafeModify',
  },
  pwdPolicyChecker: { kind: 'auxiliary', may: 'pwdCheckModule pwdCheckModuleArg' },
  danhbaEntry: {
    kind: 'auxiliary',
    must: 'danhbaKey',
    may: 'danhbaOrganization danhbaName displayName description',
  },
  danhbaAccount: {
    kind: 'auxiliary',
    superior: 'danhbaEntry',
    must: 'danhbaState',
    may:
      'mail danhbaAddress danhbaSince danhbaReason danhbaBasis danhbaNotice danhbaIssued danhbaRestored ' +
      'danhbaReset danhbaMissing danhbaFormerAddress danhbaLocked danhbaRenamed danhbaNoticed danhbaOperatorLock ' +
      'danhbaCustodian userPassword telephoneNumber',
  },
  danhbaTombstone: {
    kind: 'structural',
    must: 'cn danhbaKey danhbaUntil',
    may: 'description danhbaSince',
  },
  danhbaSentinel: {
    kind: 'structural',
    must: 'cn danhbaProvince danhbaCount',
    may: 'danhbaHolder danhbaSince danhbaUntil danhbaCommit danhbaLogins danhbaApproval',
  },
} as const satisfies Record<string, Row>;

const words = (text: string | undefined): string[] => (text === undefined ? [] : text.split(' '));

const byName = new Map<string, ObjectClass>();
// The table lists superiors before their subclasses, so one pass resolves inheritance.
for (const [name, row] of Object.entries<Row>(rows)) {
  const superiorName = name === 'top' ? undefined : (row.superior ?? 'top');
  const superior = superiorName === undefined ? undefined : byName.get(superiorName.toLowerCase());
  byName.set(name.toLowerCase(), {
    name,
    kind: row.kind,
    superior: superiorName,
    must: new Set([...(superior?.must ?? []), ...words(row.must)]),
    may: new Set([...(superior?.may ?? []), ...words(row.may)]),
  });
}

/** Every class of the table. */
export const objectClasses: readonly ObjectClass[] = [...byName.values()];

/** The class a name stands for, without regard to case. */
export const findClass = (name: string): ObjectClass | undefined => byName.get(name.toLowerCase());

/** The class and its superiors, itself first. */
export const classChain = (objectClass: ObjectClass): readonly ObjectClass[] => {
  const chain = [objectClass];
  for (let next = objectClass.superior; next !== undefined; ) {
    const superior = findClass(next);
    if (superior === undefined) break;
    chain.push(superior);
    next = superior.superior;
  }
  return chain;
};

const chainKeys = new Map<string, readonly string[]>(
  [...byName.keys()].map((key) => [key, classChain(byName.get(key)!).map(({ name }) => name.toLowerCase())]),
);

/** The keys under which a class is found: its own and those of its superiors (RFC 4512 §3.3). */
export const classKeys = (key: string): readonly string[] => chainKeys.get(key) ?? [key];
