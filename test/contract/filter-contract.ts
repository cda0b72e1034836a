/** Contract of filters: how values are compared, and what is Undefined. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bench, Person } from './bench.ts';

export const describeFilters = (bench: () => Bench): void => {
  let an: Person;
  let binh: Person;

  const find = async (filter: string, base?: string): Promise<string[]> => {
    const { searchEntries } = await bench().planner.search(base ?? `ou=people,${bench().base}`, {
      filter,
      attributes: ['uid'],
    });
    return searchEntries.map(({ uid }) => String(uid));
  };
  /** Filters are tried on these two people only, so that other tests' entries do not matter. */
  const findAmong = (filter: string): Promise<string[]> =>
    find(`(&(|(uid=${an.id})(uid=${binh.id}))${filter})`);

  beforeAll(async () => {
    an = await bench().addPerson(
      {
        cn: 'Trần Thị Ánh',
        danhbaSince: '20260302000000Z',
        description: ['phụ trách', 'trực'],
      },
      bench().root,
    );
    binh = await bench().addPerson(
      {
        cn: 'Lò Văn Bình',
        danhbaState: 'suspended',
        danhbaSince: '20260501000000Z',
        telephoneNumber: [],
      },
      bench().root,
    );
  });

  describe('filters', () => {
    test('danhbaKey is compared with case', async () => {
      expect(await find(`(danhbaKey=${an.key})`)).toEqual([an.id]);
      expect(await find(`(danhbaKey=${an.key.toUpperCase()})`)).toEqual([]);
    });

    test('addresses and states are compared without case', async () => {
      expect(await find(`(danhbaAddress=${an.address.toUpperCase()})`)).toEqual([an.id]);
      expect(await find(`(mail=${an.address.toUpperCase()})`)).toEqual([an.id]);
      expect(await findAmong('(danhbaState=SUSPENDED)')).toEqual([binh.id]);
    });

    test('composed and decomposed letters are the same, and letter case too', async () => {
      expect(await findAmong(`(cn=${'trần thị ánh'.normalize('NFD')})`)).toEqual([an.id]);
      expect(await findAmong('(cn=TRẦN THỊ ÁNH)')).toEqual([an.id]);
    });

    test('repeated and outer spaces mean nothing', async () => {
      expect(await findAmong('(cn=  Trần   Thị Ánh )')).toEqual([an.id]);
    });

    test('a diacritic does mean something', async () => {
      expect(await findAmong('(cn=Tran Thi Anh)')).toEqual([]);
    });

    test('any of several values matches', async () => {
      expect(await findAmong('(description=trực)')).toEqual([an.id]);
      expect(await findAmong('(&(description=phụ trách)(description=trực))')).toEqual([an.id]);
    });

    test('a class is matched by its superiors', async () => {
      expect(await findAmong('(objectClass=person)')).toEqual([an.id, binh.id]);
      expect(await findAmong('(objectClass=danhbaEntry)')).toEqual([an.id, binh.id]);
      expect(await findAmong('(objectClass=DANHBAACCOUNT)')).toEqual([an.id, binh.id]);
    });

    test('and, or, not', async () => {
      expect(await findAmong('(!(danhbaState=active))')).toEqual([binh.id]);
      expect(await findAmong('(|(cn=Lò Văn Bình)(cn=Trần Thị Ánh))')).toEqual([an.id, binh.id]);
      expect(await findAmong('(&(danhbaState=active)(cn=Lò Văn Bình))')).toEqual([]);
    });

    test('present and absent', async () => {
      expect(await findAmong('(telephoneNumber=*)')).toEqual([an.id]);
      expect(await findAmong('(!(telephoneNumber=*))')).toEqual([binh.id]);
    });

    test('substrings', async () => {
      expect(await findAmong('(cn=trần*)')).toEqual([an.id]);
      expect(await findAmong('(cn=*Văn*)')).toEqual([binh.id]);
      expect(await findAmong('(cn=*ình)')).toEqual([binh.id]);
      expect(await findAmong('(cn=T*Th*h)')).toEqual([an.id]);
      expect(await findAmong('(cn=*an*an*)')).toEqual([]);
      expect(await findAmong(`(danhbaKey=person:*)`)).toEqual([an.id, binh.id]);
      expect(await findAmong(`(mail=*@${bench().domain})`)).toEqual([an.id, binh.id]);
    });

    test('order of times', async () => {
      expect(await findAmong('(danhbaSince>=20260401000000Z)')).toEqual([binh.id]);
      expect(await findAmong('(danhbaSince<=20260401000000Z)')).toEqual([an.id]);
      expect(await findAmong('(danhbaSince>=20260501000000Z)')).toEqual([binh.id]);
    });

    test('the same instant in another zone is the same time', async () => {
      expect(await findAmong('(danhbaSince=20260302070000+0700)')).toEqual([an.id]);
    });

    test('a telephone number is compared without spaces and hyphens', async () => {
      expect(await findAmong('(telephoneNumber=0213-3876543)')).toEqual([an.id]);
    });

    test('an unknown attribute is Undefined, and so is its negation', async () => {
      expect(await findAmong('(nosuch=x)')).toEqual([]);
      expect(await findAmong('(!(nosuch=x))')).toEqual([]);
      expect(await findAmong('(|(nosuch=x)(danhbaState=active))')).toEqual([an.id]);
    });

    test('a value that breaks the syntax is Undefined', async () => {
      expect(await findAmong('(!(danhbaSince=yesterday))')).toEqual([]);
    });

    test('an attribute without an ordering rule has no order', async () => {
      expect(await findAmong('(!(uid>=A))')).toEqual([]);
    });

    test('approximate is as good as equal', async () => {
      expect(await findAmong('(danhbaState~=active)')).toEqual([an.id]);
    });

    test('entryUUID and entryDN find the entry', async () => {
      const uuid = (await bench().read(an.dn, ['entryUUID']))?.entryUUID?.[0];
      expect(await find(`(entryUUID=${uuid})`)).toEqual([an.id]);
      expect(await find(`(entryUUID=${uuid?.toUpperCase()})`)).toEqual([an.id]);
      expect(await find(`(entryDN=${an.dn.toLowerCase()})`)).toEqual([an.id]);
    });
  });
};
