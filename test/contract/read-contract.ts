/** Contract of reading: scopes, attribute selection, what must not be seen, and controls on a search. */
import { Control } from 'ldapts';
import { beforeAll, describe, expect, test } from 'vitest';
import { Assertion, type Bench, codeOf, type Person } from './bench.ts';

export const describeReading = (bench: () => Bench): void => {
  let an: Person;
  let unit: string;

  const find = async (filter: string, base?: string): Promise<string[]> => {
    const { searchEntries } = await bench().planner.search(base ?? `ou=people,${bench().base}`, {
      filter,
      attributes: ['uid'],
    });
    return searchEntries.map(({ uid }) => String(uid));
  };

  beforeAll(async () => {
    an = await bench().addPerson(
      {
        cn: 'Trần Thị Ánh',
        danhbaSince: '20260302000000Z',
        description: ['phụ trách', 'trực'],
      },
      bench().root,
    );
    unit = `ou=doc${an.id},ou=organizations,${bench().base}`;
    await bench().addAttributes(unit, {
      objectClass: ['organizationalUnit', 'danhbaEntry'],
      danhbaKey: `organization:doc${an.id}`,
      displayName: 'Đội không có hộp thư',
      businessCategory: 'provincial-unit',
    });
  });

  describe('scope', () => {
    test('base gives the entry alone', async () => {
      const { searchEntries } = await bench().planner.search(an.dn, { scope: 'base' });
      expect(searchEntries.map(({ dn }) => dn)).toEqual([an.dn]);
    });

    test('one gives the children and not the base', async () => {
      const { searchEntries } = await bench().planner.search(bench().base, {
        scope: 'one',
        attributes: ['1.1'],
      });
      const names = searchEntries.map(({ dn }) => dn.split(',')[0]).sort();
      expect(names).toEqual([
        'ou=danhba',
        'ou=organizations',
        'ou=people',
        'ou=policies',
        'ou=services',
        'ou=tombstones',
      ]);
    });

    test('sub gives the base and everything below', async () => {
      const { searchEntries } = await bench().planner.search(`ou=policies,${bench().base}`, {
        attributes: ['1.1'],
      });
      const names = searchEntries.map(({ dn }) => dn.split(',')[0]).sort();
      expect(names).toEqual(['cn=administrators', 'cn=services', 'cn=users', 'ou=policies']);
    });

    test('children gives everything below and not the base', async () => {
      const { searchEntries } = await bench().planner.search(`ou=policies,${bench().base}`, {
        scope: 'children',
        attributes: ['1.1'],
      });
      expect(searchEntries).toHaveLength(3);
    });

    test('a base DN is compared without case and spaces', async () => {
      const { searchEntries } = await bench().planner.search(
        ` UID = ${an.id.toLowerCase()} , OU=People,${bench().base}`,
        {
          scope: 'base',
        },
      );
      expect(searchEntries.map(({ dn }) => dn)).toEqual([an.dn]);
    });

    test('a base that does not exist is noSuchObject (32)', async () => {
      expect(await codeOf(bench().planner.search(`ou=nowhere,${bench().base}`))).toBe(32);
    });

    test('a base outside the suffix is noSuchObject (32)', async () => {
      expect(await codeOf(bench().planner.search('dc=example,dc=org'))).toBe(32);
    });

    test('a base that is no DN is invalidDNSyntax (34)', async () => {
      expect(await codeOf(bench().planner.search('people'))).toBe(34);
      expect(await codeOf(bench().planner.search(`nosuchtype=x,${bench().base}`))).toBe(34);
    });
  });

  describe('attributes', () => {
    const userNames = ['danhbaIssued', 'danhbaKey', 'danhbaState', 'objectClass', 'uid'];

    test('by default: all user attributes, no operational ones', async () => {
      const { searchEntries } = await bench().planner.search(an.dn, { scope: 'base' });
      const names = Object.keys(searchEntries[0]!);
      expect(names).toEqual(expect.arrayContaining(userNames));
      expect(names).not.toContain('entryUUID');
      expect(names).not.toContain('createTimestamp');
    });

    test('+ gives the operational ones and no user attributes', async () => {
      const entry = await bench().read(an.dn, ['+']);
      expect(Object.keys(entry!)).toEqual(
        expect.arrayContaining([
          'createTimestamp',
          'creatorsName',
          'entryCSN',
          'entryDN',
          'entryUUID',
          'hasSubordinates',
          'modifiersName',
          'modifyTimestamp',
          'structuralObjectClass',
          'subschemaSubentry',
        ]),
      );
      expect(entry).not.toHaveProperty('cn');
      expect(entry!.entryDN).toEqual([an.dn]);
      expect(entry!.creatorsName).toEqual([bench().subject.root.dn]);
      expect(entry!.structuralObjectClass).toEqual(['inetOrgPerson']);
      expect(entry!.entryUUID![0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(entry!.createTimestamp![0]).toMatch(/^\d{14}Z$/);
    });

    test('1.1 gives none', async () => {
      const { searchEntries } = await bench().planner.search(an.dn, { scope: 'base', attributes: ['1.1'] });
      expect(Object.keys(searchEntries[0]!).filter((name) => name !== '1.1')).toEqual(['dn']);
    });

    test('names are taken without case and given in the form of the schema', async () => {
      const { searchEntries } = await bench().planner.search(an.dn, {
        scope: 'base',
        attributes: ['DANHBAKEY', 'commonName', 'entryuuid', 'nosuch'],
      });
      const { dn: _, nosuch, ...entry } = searchEntries[0]!;
      expect(nosuch).toEqual([]);
      expect(
        Object.keys(entry)
          .filter((name) => entry[name]!.length > 0)
          .sort(),
      ).toEqual(['cn', 'danhbaKey', 'entryUUID']);
    });

    test('values come back byte for byte', async () => {
      const entry = await bench().read(an.dn, ['cn', 'telephoneNumber', 'description', 'danhbaSince']);
      expect(entry).toEqual({
        cn: ['Trần Thị Ánh'],
        telephoneNumber: ['0213 3 876 543'],
        description: ['phụ trách', 'trực'],
        danhbaSince: ['20260302000000Z'],
      });
    });

    test('typesOnly gives names without values', async () => {
      const { searchEntries } = await bench().planner.search(an.dn, {
        scope: 'base',
        attributes: ['cn', 'sn'],
        returnAttributeValues: false,
      });
      expect(searchEntries[0]).toEqual({ dn: an.dn, cn: [], sn: [] });
    });

    test('an organization without a mailbox reads back as it was written', async () => {
      expect(await bench().read(unit)).toEqual({
        objectClass: ['organizationalUnit', 'danhbaEntry'],
        ou: [`doc${an.id}`],
        danhbaKey: [`organization:doc${an.id}`],
        displayName: ['Đội không có hộp thư'],
        businessCategory: ['provincial-unit'],
      });
    });
  });

  describe('the root DSE', () => {
    test('names the suffix, the protocol version, and what danhba needs', async () => {
      const client = await bench().connect();
      const { searchEntries } = await client.search('', { scope: 'base', attributes: ['+'] });
      const dse = searchEntries[0]!;
      expect([dse.namingContexts].flat()).toContain(bench().base);
      expect([dse.supportedLDAPVersion].flat()).toContain('3');
      expect([dse.supportedControl].flat()).toEqual(
        expect.arrayContaining(['1.2.840.113556.1.4.319', '1.3.6.1.1.12']),
      );
    });
  });

  describe('what must not be seen', () => {
    test('anonymous learns nothing, not even that the suffix exists (32)', async () => {
      const client = await bench().connect();
      expect(await codeOf(client.search(bench().base))).toBe(32);
      expect(await codeOf(client.search(an.dn, { scope: 'base' }))).toBe(32);
    });

    test('policies and service accounts may be read by both accounts, passwords by neither', async () => {
      for (const client of [bench().planner, bench().reconciler]) {
        const { searchEntries } = await client.search(bench().subject.planner.dn, {
          scope: 'base',
          attributes: ['*', '+', 'userPassword'],
        });
        expect(searchEntries[0]!.cn).toBe('planner');
        expect(searchEntries[0]!.userPassword).toEqual([]);
      }
    });

    test('a password cannot be guessed by a filter', async () => {
      expect(await codeOf(bench().planner.search(bench().base, { filter: '(userPassword=*)' }))).toBe(0);
      expect(await find('(userPassword=*)', bench().base)).toEqual([]);
      expect(await find('(!(userPassword=*))', bench().base)).toEqual([]);
    });
  });

  describe('controls', () => {
    test('a critical control nobody knows is unavailableCriticalExtension (12)', async () => {
      const control = new Control('1.2.3.4.5.6.7', { critical: true });
      expect(await codeOf(bench().planner.search(an.dn, { scope: 'base' }, control))).toBe(12);
    });

    test('one that is not critical is ignored', async () => {
      const control = new Control('1.2.3.4.5.6.7', { critical: false });
      expect(await codeOf(bench().planner.search(an.dn, { scope: 'base' }, control))).toBe(0);
    });

    test('an assertion on a search is held against the base entry', async () => {
      const search = (filter: string): Promise<unknown> =>
        bench().planner.search(an.dn, { scope: 'base' }, new Assertion(filter));
      expect(await codeOf(search('(danhbaState=active)'))).toBe(0);
      expect(await codeOf(search('(danhbaState=suspended)'))).toBe(122);
    });
  });
};
