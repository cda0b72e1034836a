/** Contract of the assertion control (RFC 4528) on changes: what it is held against, and what comes before it. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, type Person } from './bench.ts';

export const describeAssertions = (bench: () => Bench): void => {
  const values = async (person: Person, name: string): Promise<string[]> =>
    (await bench().read(person.dn, [name]))?.[name] ?? [];

  describe('assertions (RFC 4528)', () => {
    const modifyIf = (person: Person, filter: string): Promise<number> =>
      codeOf(
        bench().reconciler.modify(person.dn, change('replace', 'title', 'asserted'), new Assertion(filter)),
      );

    test('a true one lets the change through', async () => {
      const person = await bench().addPerson();
      const uuid = (await values(person, 'entryUUID'))[0];
      const filter = `(&(entryUUID=${uuid})(danhbaKey=${person.key})(danhbaState=active)(mail=${person.address})(!(description=*)))`;
      expect(await modifyIf(person, filter)).toBe(0);
      expect(await values(person, 'title')).toEqual(['asserted']);
    });

    test('a false one, or one that is Undefined, is assertionFailed (122) and changes nothing', async () => {
      const person = await bench().addPerson();
      expect(await modifyIf(person, '(danhbaState=suspended)')).toBe(122);
      expect(await modifyIf(person, '(description=*)')).toBe(122);
      expect(await modifyIf(person, '(nosuch=x)')).toBe(122);
      expect(await modifyIf(person, '(!(nosuch=x))')).toBe(122);
      expect(await modifyIf(person, '(entryUUID=00000000-0000-4000-8000-000000000000)')).toBe(122);
      expect(await values(person, 'title')).toEqual(['Chuyên viên']);
    });

    test('the second of two that assert the same state fails', async () => {
      const person = await bench().addPerson();
      const suspend = (): Promise<number> =>
        codeOf(
          bench().reconciler.modify(
            person.dn,
            [
              change('replace', 'danhbaState', 'suspended'),
              change('replace', 'pwdEndTime', '19700101000000Z'),
            ],
            new Assertion('(danhbaState=active)'),
          ),
        );
      expect(await suspend()).toBe(0);
      expect(await suspend()).toBe(122);
    });

    test('an assertion may ask for the lock', async () => {
      const person = await bench().addPerson({ pwdEndTime: '19700101000000Z' });
      expect(await modifyIf(person, '(pwdEndTime=19700101000000Z)')).toBe(0);
      expect(await modifyIf(person, '(!(pwdEndTime=*))')).toBe(122);
    });

    const orSuffix = (filter: string): string => `(|(entryDN=${bench().base})${filter})`;

    test('with a new address or key it must hold for the suffix entry too, or it always fails (122)', async () => {
      const person = await bench().addPerson();
      const next = change('replace', 'danhbaAddress', `next-${person.address}`);
      const modifyWith = (filter: string, one = next): Promise<number> =>
        codeOf(bench().reconciler.modify(person.dn, one, new Assertion(filter)));
      expect(await modifyWith('(danhbaState=active)')).toBe(122);
      expect(
        await modifyWith('(danhbaState=active)', change('add', 'danhbaAddress', `x-${person.address}`)),
      ).toBe(122);
      expect(
        await modifyWith('(danhbaState=active)', change('replace', 'danhbaKey', `${person.key}-2`)),
      ).toBe(122);
      expect(await modifyWith(orSuffix('(danhbaState=suspended)'))).toBe(122);
      expect(await values(person, 'danhbaAddress')).toEqual([person.address]);
      expect(await modifyWith(orSuffix('(danhbaState=active)'))).toBe(0);
      expect(
        await modifyWith('(danhbaState=active)', change('delete', 'danhbaAddress', `next-${person.address}`)),
      ).toBe(0);
      expect(await modifyWith('(danhbaState=active)', change('replace', 'danhbaAddress'))).toBe(0);
    });

    test('a collision then comes before the assertion (19)', async () => {
      const [person, other] = [await bench().addPerson(), await bench().addPerson()];
      const collide = bench().reconciler.modify(
        person.dn,
        change('replace', 'danhbaAddress', other.address),
        new Assertion(orSuffix('(danhbaState=suspended)')),
      );
      expect(await codeOf(collide)).toBe(19);
    });

    test('before it come a fourth state and a weak password (19), after it the rights', async () => {
      const person = await bench().addPerson();
      const modifyWith = (client: Bench['planner'], one: ReturnType<typeof change>): Promise<number> =>
        codeOf(client.modify(person.dn, one, new Assertion('(danhbaState=suspended)')));
      expect(await modifyWith(bench().reconciler, change('replace', 'danhbaState', 'sleeping'))).toBe(19);
      expect(await modifyWith(bench().reconciler, change('replace', 'userPassword', 'weak'))).toBe(19);
      expect(await modifyWith(bench().planner, change('replace', 'title', 'x'))).toBe(122);
    });

    test('an entry that is gone comes before it too (32)', async () => {
      expect(await modifyIf(bench().person(), '(danhbaState=active)')).toBe(32);
    });
  });
};
