// The shipped schema, indexes, overlays and policies are what a real slapd makes of them.

import { readFile } from 'node:fs/promises';
import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import {
  code,
  connect,
  organizationDn,
  organizationEntry,
  personDn,
  personEntry,
  replace,
  resultOf,
} from '../../support/slapd-fixture.ts';

let slapd: Slapd;
let root: Client;
let reconciler: Client;
let planner: Client;

beforeAll(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  reconciler = await connect(slapd, slapd.reconciler);
  planner = await connect(slapd, slapd.planner);
});
afterAll(async () => {
  await slapd.stop();
});

describe('schema', () => {
  const arc = '2.25.21835546344598790384420176713801970982';

  test('every definition of danhba.schema is published under the UUID arc, by its number', async () => {
    const file = await readFile(new URL('../../../servers/openldap/danhba.schema', import.meta.url), 'utf8');
    const written = [...file.matchAll(/danhba(Attribute|Class):(\d+) NAME '(\w+)'/g)].map(
      ([, kind, number, name]) => [`${arc}.${kind === 'Attribute' ? 1 : 2}.${number}`, name!] as const,
    );
    const { searchEntries } = await planner.search('cn=Subschema', {
      scope: 'base',
      attributes: ['attributeTypes', 'objectClasses'],
    });
    const published = [...JSON.stringify(searchEntries[0]).matchAll(/\( ([\d.]+) NAME '(danhba\w+)'/g)].map(
      ([, oid, name]) => [oid!, name!] as const,
    );
    expect(new Map(published)).toEqual(new Map(written));
    expect(new Set(written.map(([oid]) => oid)).size, 'a number is given once').toBe(written.length);
  });

  test('numbers that directories already know never change', async () => {
    const { searchEntries } = await planner.search('cn=Subschema', {
      scope: 'base',
      attributes: ['attributeTypes', 'objectClasses'],
    });
    const text = JSON.stringify(searchEntries[0]);
    const attributes =
      'danhbaKey danhbaOrganization danhbaAddress danhbaState danhbaSince danhbaReason danhbaBasis danhbaNotice ' +
      'danhbaIssued danhbaRestored danhbaReset danhbaUntil danhbaCount danhbaProvince danhbaCustodian danhbaHolder ' +
      'danhbaMissing danhbaFormerAddress danhbaCommit danhbaLocked danhbaRenamed danhbaName danhbaLogins ' +
      'danhbaApproval danhbaNoticed danhbaOperatorLock';
    for (const [i, name] of attributes.split(' ').entries()) {
      expect(text).toContain(`( ${arc}.1.${i + 1} NAME '${name}'`);
    }
    for (const [i, name] of ['danhbaEntry', 'danhbaAccount', 'danhbaTombstone', 'danhbaSentinel'].entries()) {
      expect(text).toContain(`( ${arc}.2.${i + 1} NAME '${name}'`);
    }
  });

  test('an account holds everything danhba remembers about it', async () => {
    const remembered = {
      danhbaReason: 'violation',
      danhbaBasis: '31/QĐ-STTTT; 2026-05-04',
      danhbaNotice: '32/TB-STTTT; 2026-05-05',
      danhbaIssued: '20260101000000Z',
      danhbaRestored: '20260201000000Z',
      danhbaReset: '13/STTTT-VP; 2026-06-02',
      danhbaMissing: '20260604170000Z',
      danhbaLocked: '20260503170000Z',
      danhbaRenamed: '20260601170000Z',
      danhbaOperatorLock: '2026-06-01 mất máy',
      danhbaName: 'phamtu',
      danhbaFormerAddress: 'xua.sotttt@laichau.gov.vn 2026-12-31',
      displayName: 'Nguyễn Văn An',
      description: 'một dòng',
      danhbaCustodian: 'LC-000002',
      telephoneNumber: '0213 3 876 543',
    };
    const dn = personDn(slapd, 'LC-000100');
    await root.add(dn, personEntry('LC-000100', remembered));
    const { searchEntries } = await planner.search(dn, { scope: 'base' });
    expect(searchEntries[0]).toMatchObject(remembered);
  });

  test.each([
    ['danhbaEntry without danhbaKey', { objectClass: ['organizationalUnit', 'danhbaEntry'], ou: 'x1' }],
    [
      'danhbaAccount without danhbaState',
      { objectClass: ['organizationalUnit', 'danhbaAccount'], ou: 'x1', danhbaKey: 'organization:x1' },
    ],
    [
      'an organization without a mailbox cannot have an address',
      {
        objectClass: ['organizationalUnit', 'danhbaEntry'],
        ou: 'x1',
        danhbaKey: 'organization:x1',
        danhbaAddress: 'x1@laichau.gov.vn',
      },
    ],
  ])('refused: %s', async (_, entry) => {
    expect(await resultOf(root.add(organizationDn(slapd, 'x1'), entry))).toBe(code.objectClassViolation);
  });

  test('an organization without a mailbox is a danhbaEntry', async () => {
    const entry = {
      objectClass: ['organizationalUnit', 'danhbaEntry'],
      danhbaKey: 'organization:x2',
    };
    expect(await resultOf(reconciler.add(organizationDn(slapd, 'x2'), entry))).toBe(code.success);
  });

  test('the key is compared exactly, addresses and states without case', async () => {
    await reconciler.add(organizationDn(slapd, 'x3'), organizationEntry('x3'));
    const find = async (filter: string) =>
      (await planner.search(slapd.baseDn, { scope: 'sub', filter, attributes: ['ou'] })).searchEntries.length;
    expect(await find('(danhbaKey=organization:x3)')).toBe(1);
    expect(await find('(danhbaKey=ORGANIZATION:x3)')).toBe(0);
    expect(await find('(danhbaAddress=X3@LaiChau.gov.vn)')).toBe(1);
    expect(await find('(&(danhbaKey=organization:*)(danhbaState=ACTIVE))')).toBeGreaterThanOrEqual(1);
  });
});

describe('constraints', () => {
  test.each([
    ['danhbaState', 'closed'],
    ['danhbaState', 'Active'],
    ['danhbaAddress', 'an.sotttt@gmail.com'],
    ['danhbaAddress', 'an.sotttt@laichauXgov.vn'],
    ['danhbaAddress', 'an.sotttt@x.laichau.gov.vn'],
    ['danhbaAddress', 'An.sotttt@laichau.gov.vn'],
    ['danhbaAddress', '.an@laichau.gov.vn'],
    ['danhbaAddress', '@laichau.gov.vn'],
  ])('refused: %s: %s', async (attribute, value) => {
    const entry = organizationEntry('x4', { [attribute]: value });
    expect(await resultOf(reconciler.add(organizationDn(slapd, 'x4'), entry))).toBe(code.constraintViolation);
  });

  test.each(['active', 'suspended', 'terminated'])('accepted: danhbaState: %s', async (danhbaState) => {
    const id = `state-${danhbaState}`;
    const entry = organizationEntry(id, { danhbaState });
    expect(await resultOf(root.add(organizationDn(slapd, id), entry))).toBe(code.success);
  });

  test('another mail domain than the base DN says is a choice of the launcher', async () => {
    const other = await startSlapd({ baseDn: 'dc=example', domain: 'mail.example.vn' });
    try {
      const client = await connect(other, other.reconciler);
      const entry = organizationEntry('x', { mail: 'x@mail.example.vn', danhbaAddress: 'x@mail.example.vn' });
      expect(await resultOf(client.add(organizationDn(other, 'x'), entry))).toBe(code.success);
      expect(await resultOf(client.add(organizationDn(other, 'y'), organizationEntry('y')))).toBe(
        code.constraintViolation,
      );
    } finally {
      await other.stop();
    }
  });
});

describe('uniqueness', () => {
  const find = async (filter: string) =>
    (await planner.search(slapd.baseDn, { scope: 'sub', filter, attributes: ['1.1'] })).searchEntries.length;

  test.each([
    ['danhbaAddress', 'chung@laichau.gov.vn'],
    ['danhbaKey', 'person:LC-999999'],
  ])('40 parallel adds of one %s leave one holder', async (attribute, value) => {
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const id = `${attribute}-${i}`;
        return resultOf(reconciler.add(personDn(slapd, id), personEntry(id, { [attribute]: value })));
      }),
    );
    expect(results.filter((result) => result === code.success)).toHaveLength(1);
    expect(results.filter((result) => result === code.constraintViolation)).toHaveLength(39);
    expect(await find(`(${attribute}=${value})`)).toBe(1);
  });

  test('an alias cannot be the address of another entry, of whatever kind and case', async () => {
    const taken = 'bao.sotttt@laichau.gov.vn';
    const addresses = ['tb.sotttt@laichau.gov.vn', taken];
    await reconciler.add(
      personDn(slapd, 'LC-000200'),
      personEntry('LC-000200', { danhbaAddress: addresses }),
    );
    const organization = organizationEntry('x5', { danhbaAddress: taken });
    expect(await resultOf(reconciler.add(organizationDn(slapd, 'x5'), organization))).toBe(
      code.constraintViolation,
    );
    await reconciler.add(organizationDn(slapd, 'x6'), organizationEntry('x6'));
    expect(
      await resultOf(reconciler.modify(organizationDn(slapd, 'x6'), replace('danhbaAddress', taken))),
    ).toBe(code.constraintViolation);
  });

  test('a tombstone is laid beside its living holder, whose key stays one account’s alone', async () => {
    const entry = personEntry('LC-000300');
    await reconciler.add(personDn(slapd, 'LC-000300'), entry);
    const lay = (cn: string) =>
      resultOf(
        reconciler.add(`cn=${cn},ou=tombstones,${slapd.baseDn}`, {
          objectClass: 'danhbaTombstone',
          danhbaKey: entry.danhbaKey,
          danhbaUntil: '20310101000000Z',
        }),
      );
    expect(await lay(entry.mail)).toBe(code.success);
    expect(await lay('cu.sotttt@laichau.gov.vn')).toBe(code.success);
    const second = personEntry('LC-000301', { danhbaKey: entry.danhbaKey });
    expect(await resultOf(reconciler.add(personDn(slapd, 'LC-000301'), second))).toBe(
      code.constraintViolation,
    );
  });
});

test('the policies have the values of the rule book (4.1, 4.2)', async () => {
  const { searchEntries } = await planner.search(`ou=policies,${slapd.baseDn}`, { scope: 'one' });
  const policies = Object.fromEntries(searchEntries.map((entry) => [entry.cn, entry]));
  const day = 86_400;
  expect(policies.users).toMatchObject({
    pwdMinLength: '8',
    pwdMaxAge: String(181 * day),
    pwdMustChange: 'TRUE',
    pwdLockout: 'TRUE',
  });
  expect(policies.administrators).toMatchObject({
    pwdMinLength: '10',
    pwdMaxAge: String(89 * day),
    pwdMustChange: 'TRUE',
    pwdLockout: 'TRUE',
  });
  expect(policies.services).toMatchObject({ pwdMaxAge: '0', pwdLockout: 'FALSE' });
});
