// The account of an adoption: it marks what is unmarked and takes its own mark back, and can do nothing else.

import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Slapd } from '../../../servers/launch/slapd.ts';
import { change, Relax } from '../../contract/bench.ts';
import { startAdopterSlapd } from '../../support/adopter-slapd.ts';
import {
  code,
  connect,
  goodPassword,
  organizationDn,
  personDn,
  personEntry,
  replace,
  resultOf,
  sentinelDn,
  sentinelEntry,
} from '../../support/slapd-fixture.ts';

let slapd: Slapd;
let stop: () => Promise<void>;
let root: Client;
let reconciler: Client;
let adopter: Client;
let count = 0;

beforeAll(async () => {
  const started = await startAdopterSlapd();
  ({ slapd, root, stop } = started);
  reconciler = await connect(slapd, slapd.reconciler);
  adopter = await connect(slapd, started.adopter);
});
afterAll(() => stop());

const addStranger = async (): Promise<string> => {
  const dn = `cn=Nguyễn Văn An ${++count},ou=people,${slapd.baseDn}`;
  const mail = `cu${count}.sotttt@laichau.gov.vn`;
  await root.add(dn, { objectClass: 'inetOrgPerson', sn: 'Nguyễn', mail, userPassword: goodPassword });
  return dn;
};
const addOffice = async (): Promise<string> => {
  const dn = organizationDn(slapd, `office-${++count}`);
  await root.add(dn, { objectClass: 'organizationalUnit' });
  return dn;
};

const mark = (key: string, className = 'danhbaAccount') => [
  change('add', 'objectClass', className),
  change('add', 'danhbaKey', key),
  change('add', 'danhbaName', 'x'),
  ...(className === 'danhbaAccount'
    ? [
        change('add', 'danhbaState', 'active'),
        change('add', 'danhbaAddress', `${key.replaceAll(/[:/]/g, '.')}@laichau.gov.vn`),
        change('add', 'danhbaOrganization', 'sotttt'),
        change('add', 'danhbaSince', '20260302000000Z'),
        change('add', 'danhbaIssued', '20260302000000Z'),
        change('add', 'danhbaReason', 'violation'),
        change('add', 'danhbaBasis', '1/QĐ; 2026-03-02'),
      ]
    : []),
];
const unmark = (className = 'danhbaAccount') => [
  ...mark('x', className)
    .map(({ modification }) => modification.type)
    .filter((type) => type !== 'objectClass')
    .map((type) => change('delete', type)),
  change('delete', 'objectClass', className),
];

describe('the adopter', () => {
  test('takes a person over, and gives it back as it was', async () => {
    const dn = await addStranger();
    const before = (await root.search(dn, { scope: 'base' })).searchEntries;
    expect(await resultOf(adopter.modify(dn, mark('person:a1')))).toBe(code.success);
    expect(await resultOf(reconciler.modify(dn, replace('title', 'Chuyên viên')))).toBe(code.success);
    expect(await resultOf(reconciler.modify(dn, replace('title')))).toBe(code.success);
    expect(await resultOf(adopter.modify(dn, unmark()))).toBe(code.success);
    expect((await root.search(dn, { scope: 'base' })).searchEntries).toEqual(before);
    expect(await resultOf(reconciler.modify(dn, replace('title', 'x')))).toBe(code.insufficientAccess);
  });

  test.each(['danhbaAccount', 'danhbaEntry'])(
    'takes an organization over as %s, and gives it back',
    async (name) => {
      const dn = await addOffice();
      expect(await resultOf(adopter.modify(dn, mark(`organization:a${count}`, name)))).toBe(code.success);
      expect(await resultOf(reconciler.modify(dn, replace('displayName', 'Sở')))).toBe(code.success);
      expect(await resultOf(reconciler.modify(dn, replace('displayName')))).toBe(code.success);
      expect(await resultOf(adopter.modify(dn, unmark(name)))).toBe(code.success);
    },
  );

  test('takes an agency over that stands among people, with what danhba says of agencies, and gives it back', async () => {
    const dn = await addStranger();
    const before = (await root.search(dn, { scope: 'base' })).searchEntries;
    const said = [
      change('add', 'displayName', 'Sở Y tế'),
      change('add', 'businessCategory', 'provincial'),
      change('add', 'danhbaCustodian', 'LC-000001'),
    ];
    expect(await resultOf(adopter.modify(dn, [...mark('organization:among'), ...said]))).toBe(code.success);
    const unsaid = said.map(({ modification }) => change('delete', modification.type));
    expect(await resultOf(adopter.modify(dn, [...unsaid, ...unmark()]))).toBe(code.success);
    expect((await root.search(dn, { scope: 'base' })).searchEntries).toEqual(before);
  });

  test('reads every entry, and no password', async () => {
    const dn = await addStranger();
    const { searchEntries } = await adopter.search(dn, { scope: 'base', attributes: ['*', '+'] });
    expect(searchEntries[0]).toMatchObject({ sn: 'Nguyễn' });
    expect(searchEntries[0]).not.toHaveProperty('userPassword');
    const filter = '(userPassword=*)';
    expect((await adopter.search(slapd.baseDn, { filter })).searchEntries).toEqual([]);
  });

  const beyond: Readonly<Record<string, (dn: string, office: string) => Promise<unknown>>> = {
    'a value danhba does not manage': (dn) => adopter.modify(dn, replace('employeeNumber', 'x')),
    'a second name': (dn) => adopter.modify(dn, change('add', 'uid', 'x')),
    'an address of another domain': (dn) => adopter.modify(dn, replace('mail', 'x@gmail.com')),
    'a former address of another domain': (dn) =>
      adopter.modify(dn, change('add', 'danhbaFormerAddress', 'x@gmail.com 2027-01-01')),
    'a password': (dn) => adopter.modify(dn, replace('userPassword', 'Mua-thu-2026')),
    'a lock that is none of danhba’s': (dn) => adopter.modify(dn, replace('pwdEndTime', '20300101000000Z')),
    'a policy that asks for nothing': (dn) => adopter.modify(dn, replace('pwdPolicySubentry', dn)),
    'a password that must be changed': (dn) => adopter.modify(dn, replace('pwdReset', 'TRUE')),
    'a lock upon a call': (dn) => adopter.modify(dn, change('add', 'danhbaOperatorLock', '2026-11-23 x')),
    'another language of a name': (dn) => adopter.modify(dn, change('add', 'cn;lang-en', 'An')),
    'a tombstone': () =>
      adopter.add(`cn=x@laichau.gov.vn,ou=tombstones,${slapd.baseDn}`, {
        objectClass: 'danhbaTombstone',
        danhbaKey: 'person:x',
        danhbaUntil: '20300101000000Z',
      }),
    'another class': (dn) => adopter.modify(dn, change('add', 'objectClass', 'uidObject')),
    'a person’s key on an organization': (_, office) => adopter.modify(office, mark('person:x')),
    'a key of a mailbox that was left': (dn) => adopter.modify(dn, mark('person:x/1')),
    'a hidden key': (dn) => adopter.modify(dn, change('add', 'danhbaKey;lang-vi', 'person:x')),
    'a name': (dn) => adopter.modifyDN(dn, 'uid=x'),
    'an end': (dn) => adopter.del(dn),
    'a new entry': () => adopter.add(personDn(slapd, 'LC-9'), personEntry('LC-9')),
    'a container': () => adopter.modify(`ou=people,${slapd.baseDn}`, replace('description', 'x')),
    'its own account': () =>
      adopter.modify(`cn=adopter,ou=services,${slapd.baseDn}`, replace('description', 'x')),
  };

  test.each(Object.entries(beyond))('is refused %s', async (_, write) => {
    expect(await resultOf(write(await addStranger(), await addOffice()))).toBe(code.insufficientAccess);
  });

  test('is refused a foreign address and a fourth state even under Relax', async () => {
    for (const dn of [await addStranger(), await addOffice()]) {
      for (const one of [
        change('add', 'danhbaAddress', 'x@gmail.com'),
        change('add', 'danhbaState', 'sleeping'),
      ]) {
        expect(await resultOf(adopter.modify(dn, one, new Relax()))).toBe(code.insufficientAccess);
      }
    }
  });

  test('keeps count and lease on the sentinel, and makes it nobody else’s', async () => {
    const dn = sentinelDn(slapd);
    expect(await resultOf(adopter.add(dn, { ...sentinelEntry }))).toBe(code.success);
    for (const one of [
      replace('danhbaCount', '3'),
      replace('danhbaHolder', 'here 1 x'),
      replace('danhbaUntil', '20261123170000Z'),
      replace('danhbaHolder'),
    ]) {
      expect(await resultOf(adopter.modify(dn, one)), one.modification.type).toBe(code.success);
    }
    for (const one of [
      replace('danhbaProvince', 'other.gov.vn'),
      replace('danhbaCommit', 'x'),
      replace('danhbaApproval', 'run 1'),
      replace('danhbaLogins', '2020-01-01'),
    ]) {
      expect(await resultOf(adopter.modify(dn, one)), one.modification.type).toBe(code.insufficientAccess);
    }
    expect(await resultOf(adopter.del(dn))).toBe(code.insufficientAccess);
    await root.del(dn);
  });

  test('touches nothing that danhba issued', async () => {
    const dn = personDn(slapd, 'LC-000001');
    await reconciler.add(dn, personEntry('LC-000001'));
    for (const one of [
      replace('danhbaKey', 'person:x'),
      change('add', 'danhbaName', 'x'),
      replace('danhbaState', 'suspended'),
      replace('danhbaAddress', 'x@laichau.gov.vn'),
      replace('mail', 'x@laichau.gov.vn'),
      replace('title', 'x'),
      replace('pwdEndTime', '19700101000000Z'),
    ]) {
      expect(await resultOf(adopter.modify(dn, one)), one.modification.type).toBe(code.insufficientAccess);
    }
  });
});
