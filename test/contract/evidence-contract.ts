/** Contract of the days danhba records as evidence: who writes them, who sees them, where they have a place, and in which form. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, setPassword, type Values } from './bench.ts';

const day = '20260301170000Z';
const later = '20260302170000Z';
const good = 'Tuy-Nhien-2026';
const evidence = { danhbaLocked: day, danhbaRenamed: day, danhbaNoticed: day, danhbaName: 'phamtu' };
const names = Object.keys(evidence);

export const describeEvidence = (bench: () => Bench): void => {
  const addCode = (changes: Values): Promise<number> => {
    const person = bench().person(changes);
    return codeOf(bench().addAttributes(person.dn, person.attributes));
  };

  describe('the days danhba did it, and the name an entry was taken over with', () => {
    test('come with a new entry, and the planner reads them', async () => {
      const person = await bench().addPerson(evidence);
      expect(await bench().read(person.dn, names)).toEqual({
        danhbaLocked: [day],
        danhbaRenamed: [day],
        danhbaNoticed: [day],
        danhbaName: ['phamtu'],
      });
    });

    test('are set, moved and taken away by the reconciler, with the assertion of what was there', async () => {
      const person = await bench().addPerson();
      const { reconciler } = bench();
      for (const [name, value] of Object.entries(evidence)) {
        const write = (one: ReturnType<typeof change>[], filter: string): Promise<number> =>
          codeOf(reconciler.modify(person.dn, one, new Assertion(filter)));
        const next = name === 'danhbaName' ? 'khac' : later;
        expect(await write([change('add', name, value)], `(!(${name}=*))`), name).toBe(0);
        expect(await write([change('add', name, next)], `(${name}=${value})`), name).toBe(19);
        const moved = [change('delete', name, value), change('add', name, next)];
        expect(await write(moved, `(${name}=${next})`), name).toBe(122);
        expect(await write(moved, `(${name}=${value})`), name).toBe(0);
        expect(await write([change('delete', name, value)], `(${name}=*)`), name).toBe(16);
        expect(await bench().read(person.dn, [name])).toEqual({ [name]: [next] });
        expect(await write([change('delete', name, next)], `(${name}=*)`), name).toBe(0);
      }
      expect(await bench().read(person.dn, names)).toEqual({});
    });

    test('a deletion that rests on another day of the lock is refused (122)', async () => {
      const person = await bench().addPerson(evidence);
      // Only what has ended may go.
      expect(
        await codeOf(bench().reconciler.modify(person.dn, change('replace', 'danhbaState', 'terminated'))),
      ).toBe(0);
      const end = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.del(person.dn, new Assertion(filter)));
      expect(await end(`(danhbaLocked=${later})`)).toBe(122);
      expect(await end('(!(danhbaLocked=*))')).toBe(122);
      expect(await end(`(danhbaLocked=${day})`)).toBe(0);
    });

    test('are one each (19)', async () => {
      expect(await addCode({ danhbaLocked: [day, later] })).toBe(19);
      expect(await addCode({ danhbaRenamed: [day, later] })).toBe(19);
      expect(await addCode({ danhbaName: ['an', 'binh'] })).toBe(19);
    });

    test('are times and a text (21)', async () => {
      for (const name of ['danhbaLocked', 'danhbaRenamed', 'danhbaNoticed']) {
        for (const value of ['2026-03-02', '20260231000000Z', '', 'hôm qua']) {
          expect(await addCode({ [name]: value }), `${name} ${value}`).toBe(21);
        }
      }
      expect(await addCode({ danhbaName: '' })).toBe(21);
    });

    test('are compared as times, and the name without case', async () => {
      const person = await bench().addPerson(evidence);
      const matches = async (filter: string): Promise<boolean> =>
        (await bench().planner.search(person.dn, { scope: 'base', filter })).searchEntries.length === 1;
      expect(await matches(`(danhbaLocked<=${day})`)).toBe(true);
      expect(await matches(`(danhbaLocked>=${later})`)).toBe(false);
      expect(await matches('(danhbaRenamed>=20260101000000Z)')).toBe(true);
      expect(await matches('(danhbaLocked=20260301170000.0Z)')).toBe(true);
      expect(await matches('(danhbaName=PhamTu)')).toBe(true);
    });

    test('have no place but on a mailbox; the name stands on an organization without one too (65)', async () => {
      const bare = async (more: Values): Promise<number> => {
        const id = bench().person().id.toLowerCase();
        const dn = `ou=${id},ou=organizations,${bench().base}`;
        const objectClass = ['organizationalUnit', 'danhbaEntry'];
        return await codeOf(
          bench().addAttributes(dn, { objectClass, danhbaKey: `organization:${id}`, ...more }),
        );
      };
      expect(await bare({ danhbaName: 'cu' })).toBe(0);
      expect(await bare({ danhbaLocked: day })).toBe(65);
      expect(await bare({ danhbaRenamed: day })).toBe(65);
      expect(await addCode({ danhbaLogins: '2026-03-02' })).toBe(65);
      const tombstone = (more: Values): Promise<number> => {
        const { id, key } = bench().person();
        const cn = `${id.toLowerCase()}@${bench().domain}`;
        const values = { objectClass: 'danhbaTombstone', danhbaKey: key, danhbaUntil: later, ...more };
        return codeOf(bench().addAttributes(`cn=${cn},ou=tombstones,${bench().base}`, values));
      };
      expect(await tombstone({})).toBe(0);
      for (const [name, value] of Object.entries(evidence))
        expect(await tombstone({ [name]: value }), name).toBe(65);
    });

    test('are nobody’s to write but the reconciler’s (50), and no colleague sees them (32)', async () => {
      const [person, colleague] = [await bench().addPerson(evidence), await bench().addPerson()];
      for (const one of [person, colleague]) await setPassword(bench().reconciler, one.dn, good);
      const own = await bench().connect({ dn: person.dn, password: good });
      const other = await bench().connect({ dn: colleague.dn, password: good });
      for (const client of [own, bench().planner]) {
        for (const name of names) {
          expect(await codeOf(client.modify(person.dn, change('replace', name))), name).toBe(50);
        }
      }
      expect(await codeOf(other.search(person.dn, { scope: 'base', attributes: names }))).toBe(32);
      const filter = `(danhbaLocked=${day})`;
      expect(await codeOf(other.search(`ou=people,${bench().base}`, { filter, attributes: names }))).toBe(32);
      expect(await bench().read(person.dn, names)).toMatchObject({ danhbaLocked: [day] });
    });
  });

  describe('since when logins are seen', () => {
    const dn = (): string => `cn=sentinel,ou=danhba,${bench().base}`;
    const write = (client: Bench['root'], ...values: string[]): Promise<number> =>
      codeOf(client.modify(dn(), change('replace', 'danhbaLogins', ...values)));
    const ensure = async (): Promise<void> => {
      const values = { objectClass: 'danhbaSentinel', cn: 'sentinel', danhbaCount: '0' };
      const made = bench().addAttributes(dn(), { ...values, danhbaProvince: bench().domain });
      expect([0, 68]).toContain(await codeOf(made));
    };

    test('stands on the sentinel, a value for each server, and the reconciler replaces or empties it', async () => {
      await ensure();
      const days = ['2026-03-02', '2026-03-09 ldaps://ldap2.laichau.gov.vn'];
      expect(await write(bench().reconciler, ...days)).toBe(0);
      expect((await bench().read(dn(), ['danhbaLogins']))?.danhbaLogins?.toSorted()).toEqual(days);
      expect(await write(bench().reconciler)).toBe(0);
      expect(await bench().read(dn(), ['danhbaLogins'])).toEqual({});
      // Emptying what is empty is no error: a run that hears nobody does so.
      expect(await write(bench().reconciler)).toBe(0);
    });

    test('holds no value twice (20), and no empty one (21)', async () => {
      await ensure();
      expect(await write(bench().reconciler, '2026-03-02', '2026-03-02')).toBe(20);
      expect(await write(bench().reconciler, '')).toBe(21);
      expect(await codeOf(bench().root.modify(dn(), change('replace', 'danhbaLocked', day)))).toBe(65);
    });

    test('is written by nobody else, and seen by the planner alone', async () => {
      await ensure();
      expect(await write(bench().planner, '2026-03-02')).toBe(50);
      const person = await bench().addPerson();
      await setPassword(bench().reconciler, person.dn, good);
      const holder = await bench().connect({ dn: person.dn, password: good });
      expect(await write(holder, '2026-03-02')).toBe(50);
      expect(await codeOf(holder.search(dn(), { scope: 'base' }))).toBe(32);
    });
  });
};
