/** The codec of entries loses nothing: every account survives it, and nothing on an entry hides behind a default. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  decodeAccount,
  decodeEvidence,
  dnOf,
  encodeAccount,
  keyAtDn,
  tombstoneDn,
} from '../../../src/ldap/profile.ts';
import type { Account } from '../../../src/model/account/account.ts';
import { organizationKinds } from '../../../src/model/directory/organization.ts';

const tree = { baseDn: 'dc=laichau,dc=gov,dc=vn' };
const administrators = 'cn=administrators,ou=policies,dc=laichau,dc=gov,dc=vn';

/** What somebody would write to break out of a filter, a DN, or LDIF. */
const hostile = [
  '*)(uid=*',
  'x,ou=services',
  '\0',
  ' x ',
  '#x',
  'a+b',
  '"x"',
  '\\2a',
  '<x>',
  ';',
  'a=b',
  ': x',
  'Đỗ\n',
];
const text = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
  .filter((value) => !value.includes('\u001f'));
const date = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const address = fc.emailAddress().map((value) => value.toLowerCase());
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,8}$/);

const shared = {
  organization: optional(text),
  mailbox: fc.boolean(),
  address: optional(address),
  addresses: fc.uniqueArray(address, { maxLength: 4 }).map((list) => list.sort()),
  state: optional(fc.constantFrom('active', 'suspended', 'terminated')),
  since: optional(date),
  reason: optional(fc.constantFrom('inactivity', 'violation', 'retirement')),
  basis: optional(text),
  notice: optional(text),
  issued: optional(date),
  restored: optional(date),
  reset: optional(text),
  missing: optional(date),
  lockedOn: optional(date),
  renamedOn: optional(date),
  takenName: optional(text),
  former: optional(
    fc
      .uniqueArray(
        fc.tuple(address, date).map((pair) => pair.join(' ')),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => list.sort()),
  ),
  locked: fc.oneof(fc.boolean(), fc.constantFrom('20300101000000Z', '19700101000001Z')),
};
const person = fc.record({
  ...shared,
  key: id.map((value) => `person:${value}`),
  name: text,
  family: optional(text),
  given: optional(text),
  title: optional(text),
  unit: optional(text),
  phone: optional(text),
  organizationName: optional(text),
  privileged: fc.oneof(fc.boolean(), fc.constantFrom('cn=none,ou=policies,dc=x')),
});
const organization = fc.record({
  ...shared,
  key: id.map((value) => `organization:${value}`),
  name: text,
  organizationKind: optional(fc.constantFrom(...organizationKinds)),
  custodian: optional(text),
  privileged: optional(fc.constantFrom(true, 'cn=none,ou=policies,dc=x')),
});
const account = fc.oneof(person, organization).map(withoutUndefined);

function withoutUndefined(fields: object): Account {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

const dn = dnOf(tree, 'person:LC-1', 1);
const minimal: Attributes = {
  objectClass: ['inetOrgPerson', 'danhbaAccount'],
  danhbaKey: ['person:LC-1'],
  cn: ['Nguyễn Văn An'],
};

describe('an account', () => {
  it('survives the encoding and the decoding, whatever its texts hold', () => {
    fc.assert(
      fc.property(account, (given) => {
        expect(decodeAccount(tree, encodeAccount(tree, given), dnOf(tree, given.key, 1))).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no value on the entry that is empty or joined', () => {
    fc.assert(
      fc.property(account, (given) => {
        for (const values of Object.values(encodeAccount(tree, given))) {
          expect(values.length).toBeGreaterThan(0);
          for (const value of values) expect(value).not.toMatch(/^$|\u001f/);
        }
      }),
    );
  });
});

describe('an entry', () => {
  const single = [
    ...['danhbaKey', 'danhbaOrganization', 'cn', 'sn', 'givenName', 'title', 'ou', 'o', 'telephoneNumber'],
    ...['mail', 'danhbaState', 'danhbaSince', 'danhbaReason', 'danhbaBasis', 'danhbaNotice', 'danhbaIssued'],
    ...['danhbaLocked', 'danhbaRenamed', 'danhbaName'],
    ...['danhbaRestored', 'danhbaReset', 'danhbaMissing', 'pwdEndTime', 'pwdPolicySubentry'],
  ];

  it.each(single)('with two values of %s differs from one with either, and gives both back', (name) => {
    const [one, two] = ['20260503170000Z', '20260504170000Z'];
    const both = decodeAccount(tree, { ...minimal, [name]: [one, two] }, dn);
    for (const value of [one, two]) {
      expect(both).not.toEqual(decodeAccount(tree, { ...minimal, [name]: [value] }, dn));
    }
    expect(encodeAccount(tree, both)[name]?.map((value) => value.toUpperCase())).toEqual([one, two]);
  });

  it('keeps every time it holds, to the letter', () => {
    const digits = fc.stringMatching(/^[0-9]{10,16}$/);
    const zone = fc.constantFrom('Z', '+0700', '-01', '.5Z', ',123Z', '');
    fc.assert(
      fc.property(fc.tuple(digits, zone), ([time, ending]) => {
        const attributes = { ...minimal, danhbaSince: [time + ending] };
        expect(encodeAccount(tree, decodeAccount(tree, attributes, dn)).danhbaSince).toEqual([time + ending]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['the start of a day here', '20260503170000Z', '2026-05-04'],
    ['another moment of it', '20260504100000Z', '2026-05-04 20260504100000Z'],
    ['a leap second', '20161231235960Z', '20161231235960Z'],
    ['a day beyond the years we know', '99991231235959Z', '99991231235959Z'],
    ['no time at all', 'soon', 'soon'],
  ])('that says %s is told so', (_name, value, since) => {
    expect(decodeAccount(tree, { ...minimal, danhbaSince: [value] }, dn).since).toBe(since);
  });

  it.each([
    [{ pwdEndTime: ['20300101000000Z'] }, { locked: '20300101000000Z' }],
    [{ pwdEndTime: ['19700101000000Z'] }, { locked: true }],
    [{}, { locked: false, privileged: false }],
    [{ pwdPolicySubentry: ['cn=weak,ou=policies,dc=x'] }, { privileged: 'cn=weak,ou=policies,dc=x' }],
    [{ pwdPolicySubentry: [administrators.toUpperCase().replaceAll(',', ', ')] }, { privileged: true }],
    [{ danhbaState: ['frozen'] }, { state: 'frozen' }],
    [{ objectClass: ['INETORGPERSON', 'danhbaEntry'] }, { mailbox: false }],
    [{ danhbaAddress: ['B@x.vn', 'a@x.vn', 'b@X.VN'] }, { addresses: ['a@x.vn', 'b@x.vn'] }],
  ])('with %j reads %j', (attributes, fields) => {
    expect(decodeAccount(tree, { ...minimal, ...attributes }, dn)).toMatchObject(fields);
  });
});

describe('evidence', () => {
  const evidence = {
    authTimestamp: ['20260504010203Z'],
    pwdChangedTime: ['20260503010203Z'],
    pwdReset: ['TRUE'],
  };

  it('is read as the server wrote it', () => {
    expect(decodeEvidence({ ...minimal, ...evidence })).toEqual({
      lastAccess: '20260504010203Z',
      passwordChanged: '20260503010203Z',
      mustChange: true,
    });
    expect(decodeEvidence(minimal)).toEqual({});
    expect(decodeEvidence({ ...minimal, pwdReset: ['FALSE'] })).toEqual({});
  });

  it('is no part of the account, and nothing of it is ever written', () => {
    const server = { ...minimal, ...evidence };
    expect(decodeAccount(tree, server, dn)).toEqual(decodeAccount(tree, minimal, dn));
    const observed = { ...decodeAccount(tree, server, dn), ...decodeEvidence(server) };
    expect(encodeAccount(tree, observed)).toEqual(encodeAccount(tree, decodeAccount(tree, minimal, dn)));
  });
});

describe('former addresses', () => {
  it('are read sorted, in lower case, once each', () => {
    const danhbaFormerAddress = ['Z@x.vn 2026-12-31', 'a@x.vn 2026-11-30', 'z@X.VN 2026-12-31'];
    expect(decodeAccount(tree, { ...minimal, danhbaFormerAddress }, dn).former).toEqual([
      'a@x.vn 2026-11-30',
      'z@x.vn 2026-12-31',
    ]);
  });
});

describe('the DN', () => {
  /** Splits a DN at the commas that are not escaped (RFC 4514 §3). */
  const rdnsOf = (dn: string) => dn.split(/(?<!\\)(?:\\\\)*,/);

  it('has exactly the parts of its container and one more, whatever the id is', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('person', 'organization'), (value, kind) => {
        const dn = dnOf(tree, `${kind}:${value}`, 1);
        expect(rdnsOf(dn).length, dn).toBe(5);
        expect(dn).not.toContain('\0');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['person:x,ou=services', 'uid=x\\,ou\\=services,ou=people,dc=laichau,dc=gov,dc=vn'],
    ['person: #x ', 'uid=\\ \\#x\\ ,ou=people,dc=laichau,dc=gov,dc=vn'],
    ['person:a\0b', 'uid=a\\00b,ou=people,dc=laichau,dc=gov,dc=vn'],
    ['organization:a+b"c"', 'ou=a\\+b\\"c\\",ou=organizations,dc=laichau,dc=gov,dc=vn'],
  ])('of %j is %j', (key, dn) => {
    expect(dnOf(tree, key, 1)).toBe(dn);
  });

  it('of a tombstone has one part more than its container, whatever the address is', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(rdnsOf(tombstoneDn(tree, value)).length).toBe(5);
      }),
    );
    expect(tombstoneDn(tree, 'a+b@x.vn')).toBe('cn=a\\+b@x.vn,ou=tombstones,dc=laichau,dc=gov,dc=vn');
  });

  it.each([
    ['uid=LC-1,ou=people,dc=laichau,dc=gov,dc=vn', 'person:LC-1'],
    ['UID=LC-1, OU=People, DC=laichau,DC=gov,DC=vn', 'person:LC-1'],
    ['uid=LC-1,ou=x,ou=people,dc=laichau,dc=gov,dc=vn', undefined],
    ['cn=LC-1,ou=people,dc=laichau,dc=gov,dc=vn', undefined],
    ['uid=LC-1,ou=people,dc=other', undefined],
  ])('%j names %s', (dn, key) => {
    expect(keyAtDn(tree, dn)).toBe(key);
  });
});
