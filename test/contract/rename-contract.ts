/** Contract of renaming and deleting entries. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, codeOf, type Person } from './bench.ts';

export const describeRenaming = (bench: () => Bench): void => {
  const values = async (person: Person, name: string): Promise<string[]> =>
    (await bench().read(person.dn, [name]))?.[name] ?? [];

  describe('renaming (modify DN)', () => {
    test('the naming value follows the name, the UUID stays', async () => {
      const person = await bench().addPerson();
      const uuid = await values(person, 'entryUUID');
      const dn = `uid=${person.id}-2,ou=people,${bench().base}`;
      await bench().root.modifyDN(person.dn, `uid=${person.id}-2`);
      expect(await bench().read(person.dn)).toBeUndefined();
      const entry = await bench().read(dn, ['uid', 'entryUUID', 'danhbaKey']);
      expect(entry).toEqual({ uid: [`${person.id}-2`], entryUUID: uuid, danhbaKey: [person.key] });
    });

    test('to another container', async () => {
      const person = await bench().addPerson();
      const dn = `uid=${person.id},ou=tombstones,${bench().base}`;
      await bench().root.modifyDN(person.dn, dn);
      expect((await bench().read(dn))?.uid).toEqual([person.id]);
      expect(await bench().read(person.dn)).toBeUndefined();
    });

    test('onto an entry that exists is entryAlreadyExists (68), onto itself nothing', async () => {
      const [a, b] = [await bench().addPerson(), await bench().addPerson()];
      expect(await codeOf(bench().root.modifyDN(a.dn, `uid=${b.id}`))).toBe(68);
      expect(await codeOf(bench().root.modifyDN(a.dn, `uid=${a.id}`))).toBe(0);
    });

    test('to a superior that does not exist is noSuchObject (32), out of the tree 71', async () => {
      const person = await bench().addPerson();
      const rename = (superior: string): Promise<number> =>
        codeOf(bench().root.modifyDN(person.dn, `uid=${person.id},${superior}`));
      expect(await rename(`ou=nowhere,${bench().base}`)).toBe(32);
      expect(await rename('dc=example,dc=org')).toBe(71);
    });

    test('is refused to everybody but root, and of a container (50)', async () => {
      const person = await bench().addPerson();
      for (const client of [bench().planner, bench().reconciler]) {
        expect(await codeOf(client.modifyDN(person.dn, 'uid=other'))).toBe(50);
      }
      expect(await codeOf(bench().reconciler.modifyDN(`ou=people,${bench().base}`, 'ou=folk'))).toBe(50);
    });

    test('of an entry that is not there is noSuchObject (32)', async () => {
      expect(await codeOf(bench().reconciler.modifyDN(bench().person().dn, 'uid=other'))).toBe(32);
    });

    test('with a name no class allows is objectClassViolation (65)', async () => {
      const person = await bench().addPerson();
      expect(await codeOf(bench().root.modifyDN(person.dn, 'danhbaProvince=x'))).toBe(65);
    });

    test('with an assertion that fails is assertionFailed (122)', async () => {
      const person = await bench().addPerson();
      const rename = bench().reconciler.modifyDN(
        person.dn,
        'uid=other',
        new Assertion('(danhbaState=suspended)'),
      );
      expect(await codeOf(rename)).toBe(122);
    });
  });

  describe('deleting', () => {
    test('an entry is gone, and gone once', async () => {
      const person = await bench().addSuspended();
      await bench().reconciler.del(person.dn);
      expect(await bench().read(person.dn)).toBeUndefined();
      expect(await codeOf(bench().reconciler.del(person.dn))).toBe(32);
    });

    test('with an assertion that fails is assertionFailed (122)', async () => {
      const person = await bench().addSuspended();
      const del = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.del(person.dn, new Assertion(filter)));
      expect(await del('(danhbaState=terminated)')).toBe(122);
      expect(await del(`(danhbaKey=${person.key})`)).toBe(0);
    });

    test('of a container is refused (50), by the planner too', async () => {
      const person = await bench().addSuspended();
      expect(await codeOf(bench().reconciler.del(`ou=people,${bench().base}`))).toBe(50);
      expect(await codeOf(bench().reconciler.del(`cn=users,ou=policies,${bench().base}`))).toBe(50);
      const failing = new Assertion('(danhbaState=active)');
      expect(await codeOf(bench().reconciler.del(`ou=people,${bench().base}`, failing))).toBe(50);
      expect(await codeOf(bench().planner.del(person.dn))).toBe(50);
    });
  });
};
