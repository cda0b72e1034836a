/** Contract of what the holder of a mailbox may do: see the own entry, change the own password, and nothing more. */
import { describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Person, setPassword, type Values } from './bench.ts';

const good = 'Tuy-Nhien-2026';
const better = 'Khac-Han-2027!';

export const describeHolders = (bench: () => Bench): void => {
  const holder = async (changes: Values = {}, password = good): Promise<Person> => {
    const person = await bench().addPerson(changes);
    await setPassword(bench().reconciler, person.dn, password);
    return person;
  };
  const login = async (dn: string, password: string): Promise<number> =>
    codeOf((await bench().connect()).bind(dn, password));
  const write = (person: Person, ...changes: ReturnType<typeof change>[]): Promise<void> =>
    bench().reconciler.modify(person.dn, changes);

  describe('forced change (6.3, 7.3)', () => {
    const restricted = (): Promise<Person> => holder({ pwdReset: 'TRUE' });

    test('setting a password takes pwdReset away, unless the same request writes it', async () => {
      const person = await restricted();
      expect(await bench().read(person.dn, ['pwdReset'])).toEqual({});
      await write(person, change('replace', 'userPassword', better), change('replace', 'pwdReset', 'TRUE'));
      expect(await bench().read(person.dn, ['pwdReset'])).toEqual({ pwdReset: ['TRUE'] });
    });

    const reset = async (): Promise<Person> => {
      const person = await holder();
      await write(person, change('replace', 'userPassword', better), change('replace', 'pwdReset', 'TRUE'));
      return person;
    };

    test('the holder can log in and do nothing (50) but change it', async () => {
      const person = await reset();
      const client = await bench().connect({ dn: person.dn, password: better });
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(50);
      expect(await codeOf(client.modify(person.dn, change('replace', 'title', 'x')))).toBe(50);
      expect(
        await codeOf(client.modify(person.dn, change('replace', 'userPassword', 'Hoan-Toan-Moi-1'))),
      ).toBe(0);
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(0);
      expect(await bench().read(person.dn, ['pwdReset'])).toEqual({});
    });
  });

  describe('a holder', () => {
    test('sees the own entry without password state, and nobody else’s (32)', async () => {
      const [person, other] = [await holder(), await holder()];
      const client = await bench().connect({ dn: person.dn, password: good });
      const { searchEntries } = await client.search(person.dn, { scope: 'base', attributes: ['*', '+'] });
      expect(searchEntries[0]!.danhbaKey).toBe(person.key);
      for (const hidden of ['pwdChangedTime', 'authTimestamp', 'pwdReset', 'userPassword']) {
        expect(searchEntries[0]).not.toHaveProperty(hidden);
      }
      expect(await codeOf(client.search(other.dn, { scope: 'base' }))).toBe(32);
      expect(await codeOf(client.search(`ou=people,${bench().base}`))).toBe(32);
      expect(await codeOf(client.search(bench().base))).toBe(32);
    });

    test('changes the own password, under the same quality and history', async () => {
      const person = await holder();
      const client = await bench().connect({ dn: person.dn, password: good });
      expect(await codeOf(setPassword(client, person.dn, 'weak'))).toBe(19);
      expect(await codeOf(setPassword(client, person.dn, good))).toBe(19);
      expect(await codeOf(setPassword(client, person.dn, better))).toBe(0);
      expect(await login(person.dn, better)).toBe(0);
    });

    test('changes it by modify, the old value deleted and the new one added', async () => {
      const person = await holder();
      const client = await bench().connect({ dn: person.dn, password: good });
      const swap = (old: string): Promise<number> =>
        codeOf(
          client.modify(person.dn, [
            change('delete', 'userPassword', old),
            change('add', 'userPassword', better),
          ]),
        );
      expect(await swap('not-the-old-one')).toBe(53);
      expect(await swap(good)).toBe(0);
      expect(await login(person.dn, better)).toBe(0);
    });

    test('changes nothing else: neither state, lock nor forced change (50)', async () => {
      const person = await holder();
      const client = await bench().connect({ dn: person.dn, password: good });
      for (const one of [
        change('replace', 'danhbaState', 'active'),
        change('replace', 'title', 'Giám đốc'),
        change('replace', 'pwdReset', 'FALSE'),
        change('replace', 'pwdEndTime', '29991231000000Z'),
      ]) {
        expect(await codeOf(client.modify(person.dn, one)), one.modification.type).toBe(50);
      }
      expect(await codeOf(client.del(person.dn))).toBe(50);
    });

    test('cannot change the password of another (50)', async () => {
      const [person, other] = [await holder(), await holder()];
      const client = await bench().connect({ dn: person.dn, password: good });
      expect(await codeOf(setPassword(client, other.dn, better))).toBe(50);
    });
  });
};
