/** The tree of an empty directory: the containers and password policies of the shipped base.ldif. */
import type { ContainerNames } from '../model/account/places.ts';
import type { Dn } from './schema/dn.ts';

export interface PlainEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const containers = {
  organizations: 'one entry for each organization, ou=ID',
  people: 'one entry for each person, uid=ID',
  tombstones: 'addresses that were given up and must not be issued again yet',
  danhba: 'what danhba remembers about the tree as a whole (cn=sentinel)',
  policies: undefined,
  services: undefined,
} as const;

/** Clauses 4.1 and 4.2: length and age by kind of holder; seconds, in the shortest such months. */
const accountPolicies = {
  users: {
    description: 'holders of mailboxes (4.1, 4.2)',
    length: 8,
    maxAge: 15_638_400,
    failures: 10,
    lock: 900,
  },
  administrators: {
    description: 'accounts with administrator rights (4.1, 4.2)',
    length: 10,
    maxAge: 7_689_600,
    failures: 5,
    lock: 1800,
  },
} as const;

const accountPolicy = (name: keyof typeof accountPolicies): PlainEntry['attributes'] => {
  const { description, length, maxAge, failures, lock } = accountPolicies[name];
  return {
    objectClass: ['namedPolicy', 'pwdPolicy', 'pwdPolicyChecker'],
    cn: [name],
    description: [description],
    pwdAttribute: ['userPassword'],
    pwdCheckQuality: ['2'],
    pwdMinLength: [String(length)],
    pwdCheckModule: ['pwcheck.so'],
    pwdCheckModuleArg: [`length=${length} classes=lower,upper,digit,special`],
    pwdMaxAge: [String(maxAge)],
    pwdExpireWarning: ['1209600'],
    pwdMustChange: ['TRUE'],
    pwdAllowUserChange: ['TRUE'],
    pwdSafeModify: ['FALSE'],
    pwdInHistory: ['5'],
    pwdGraceAuthNLimit: ['0'],
    pwdLockout: ['TRUE'],
    pwdMaxFailure: [String(failures)],
    pwdLockoutDuration: [String(lock)],
    pwdFailureCountInterval: [String(lock)],
  };
};

const servicePolicy: PlainEntry['attributes'] = {
  objectClass: ['namedPolicy', 'pwdPolicy'],
  cn: ['services'],
  description: ['service accounts'],
  pwdAttribute: ['userPassword'],
  pwdCheckQuality: ['2'],
  pwdMinLength: ['24'],
  pwdMaxAge: ['0'],
  pwdMustChange: ['FALSE'],
  pwdAllowUserChange: ['FALSE'],
  pwdLockout: ['FALSE'],
};

/** `dc=laichau,dc=gov,dc=vn` → `laichau.gov.vn`: the mail domain of the province. */
export const domainOf = (suffix: Dn): string => suffix.rdns.map(({ values }) => values[0]!.value).join('.');

/** Called ou=…, or cn=… as on servers that were there before. */
function container(rdn: string, base: string, description: string | undefined): PlainEntry {
  const [type = 'ou', name = ''] = rdn.split('=');
  return {
    dn: `${rdn},${base}`,
    attributes: {
      objectClass: [type === 'ou' ? 'organizationalUnit' : 'applicationProcess'],
      [type]: [name],
      ...(description === undefined ? {} : { description: [description] }),
    },
  };
}

/** Every entry, parents first; service accounts are not among them. */
export const baseEntries = (suffix: Dn, names: ContainerNames): readonly PlainEntry[] => {
  const base = suffix.text;
  const policy = (name: string, attributes: PlainEntry['attributes']): PlainEntry => ({
    dn: `cn=${name},ou=policies,${base}`,
    attributes,
  });
  return [
    {
      dn: base,
      attributes: {
        objectClass: ['top', 'organization', 'dcObject'],
        o: [domainOf(suffix)],
        dc: [suffix.rdns[0]!.values[0]!.value],
      },
    },
    ...Object.entries(containers).map(([name, description]) =>
      container(names[name as keyof ContainerNames] ?? `ou=${name}`, base, description),
    ),
    policy('users', accountPolicy('users')),
    policy('administrators', accountPolicy('administrators')),
    policy('services', servicePolicy),
  ];
};

/** The entry of a service account; its password is set apart, as a hash. */
export const serviceEntry = (suffix: Dn, dn: Dn, passwordHash: string): PlainEntry => ({
  dn: dn.text,
  attributes: {
    objectClass: ['applicationProcess', 'simpleSecurityObject'],
    cn: dn.rdns[0]!.values.map(({ value }) => value),
    pwdPolicySubentry: [`cn=services,ou=policies,${suffix.text}`],
    userPassword: [passwordHash],
  },
});
