/** Contract of tombstones, and of the deletion that comes after them: laid beside the living, gone with an assertion. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, type Values } from './bench.ts';

export const describeTombstones = (bench: () => Bench): void => {
  const dnOf = (address: string): string => `cn=${address},ou=tombstones,${bench().base}`;
  const lay = (address: string, danhbaKey: string, more: Values = {}): Promise<number> =>
    codeOf(
      bench().addAttributes(dnOf(address), {
        objectClass: 'danhbaTombstone',
        danhbaKey,
        danhbaUntil: '20310101000000Z',
        ...more,
      }),
    );

  describe('a tombstone', () => {
    test('is laid while the account still has the address and the key, one for each address', async () => {
      const person = await bench().addPerson();
      expect(await lay(person.address, person.key)).toBe(0);
      expect(await lay(`former-${person.address}`, person.key)).toBe(0);
      expect(await bench().read(dnOf(person.address))).toEqual({
        objectClass: ['danhbaTombstone'],
        cn: [person.address],
        danhbaKey: [person.key],
        danhbaUntil: ['20310101000000Z'],
      });
    });

    test('is one for each address, whatever its case (68)', async () => {
      const person = await bench().addPerson();
      expect(await lay(person.address, person.key)).toBe(0);
      expect(await lay(person.address.toUpperCase(), person.key)).toBe(68);
    });

    test('needs key and day, and cannot hold an address in the namespace of the living (65)', async () => {
      const person = bench().person();
      expect(await lay(person.address, person.key, { danhbaAddress: person.address })).toBe(65);
      const { danhbaUntil: _, ...without } = {
        objectClass: 'danhbaTombstone',
        danhbaKey: person.key,
        danhbaUntil: '',
      };
      expect(await codeOf(bench().addAttributes(dnOf(person.address), without))).toBe(65);
    });

    test('does not keep its holder from a new mailbox, nor the key from being one account’s alone (19)', async () => {
      const person = bench().person();
      expect(await lay(person.address, person.key)).toBe(0);
      expect(await codeOf(bench().addAttributes(person.dn, person.attributes))).toBe(0);
      const second = bench().person({ danhbaKey: person.key });
      expect(await codeOf(bench().addAttributes(second.dn, second.attributes))).toBe(19);
    });

    test('gets a new day, but cannot take the key of a living account (19)', async () => {
      const [person, other] = [await bench().addPerson(), await bench().addPerson()];
      expect(await lay(person.address, person.key)).toBe(0);
      const write = (type: string, value: string): Promise<number> =>
        codeOf(bench().reconciler.modify(dnOf(person.address), change('replace', type, value)));
      expect(await write('danhbaUntil', '20320101000000Z')).toBe(0);
      expect(await write('danhbaKey', other.key)).toBe(19);
      expect(await write('danhbaKey', 'person:nobody')).toBe(0);
    });

    test('lets an account take the key it has', async () => {
      const person = await bench().addPerson();
      const key = `${person.key}/1`;
      expect(await lay(person.address, key)).toBe(0);
      expect(await codeOf(bench().reconciler.modify(person.dn, change('replace', 'danhbaKey', key)))).toBe(0);
    });

    test('may be read by both accounts, written by the reconciler alone', async () => {
      const person = await bench().addPerson();
      expect(await lay(person.address, person.key)).toBe(0);
      expect(await bench().read(dnOf(person.address), ['danhbaKey'])).toEqual({ danhbaKey: [person.key] });
      const until = change('replace', 'danhbaUntil', '20200101000000Z');
      expect(await codeOf(bench().planner.modify(dnOf(person.address), until))).toBe(50);
      expect(await codeOf(bench().planner.del(dnOf(person.address)))).toBe(50);
    });

    test('is deleted once it is marked to give way, not before (50)', async () => {
      const person = await bench().addPerson();
      expect(await lay(person.address, person.key)).toBe(0);
      const dn = dnOf(person.address);
      expect(await codeOf(bench().reconciler.del(dn))).toBe(50);
      await bench().reconciler.modify(dn, change('replace', 'danhbaSince', '20260101000000Z'));
      expect(await codeOf(bench().reconciler.del(dn))).toBe(0);
      const marked = { danhbaSince: '20260101000000Z' };
      expect(await lay(person.address, person.key, marked)).toBe(50);
    });
  });

  describe('deletion', () => {
    test('happens where its assertion holds, and not (122) where it does not', async () => {
      const person = await bench().addSuspended({ danhbaNotice: '1/TB; 2026-01-05' });
      const remove = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.del(person.dn, new Assertion(filter)));
      const uuid = (await bench().read(person.dn, ['entryUUID']))?.entryUUID?.[0];
      expect(await remove('(entryUUID=00000000-0000-4000-8000-000000000000)')).toBe(122);
      expect(await remove(`(&(entryUUID=${uuid})(danhbaNotice=2/TB; 2026-01-05))`)).toBe(122);
      expect(await remove('(!(danhbaNotice=*))')).toBe(122);
      expect(await bench().read(person.dn, ['uid'])).toEqual({ uid: [person.id] });
      expect(await remove(`(|(entryDN=${bench().base})(&(entryUUID=${uuid})(danhbaState=suspended)))`)).toBe(
        0,
      );
      expect(await remove(`(entryUUID=${uuid})`)).toBe(32);
    });

    test('is not the planner’s (50), whatever the assertion says', async () => {
      const person = await bench().addPerson();
      for (const state of ['active', 'suspended']) {
        const assertion = new Assertion(`(danhbaState=${state})`);
        expect(await codeOf(bench().planner.del(person.dn, assertion)), state).toBe(50);
      }
    });
  });
};
