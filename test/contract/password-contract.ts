/** Contract of passwords and logins: bind, quality, history, locks, last access. */
import { describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Person, setPassword, type Values } from './bench.ts';

const good = 'Tuy-Nhien-2026';
const better = 'Khac-Han-2027!';

export const describePasswords = (bench: () => Bench): void => {
  const holder = async (changes: Values = {}, password = good): Promise<Person> => {
    const person = await bench().addPerson(changes);
    await setPassword(bench().reconciler, person.dn, password);
    return person;
  };
  const login = async (dn: string, password: string): Promise<number> =>
    codeOf((await bench().connect()).bind(dn, password));
  const setCode = (person: Person, password: string): Promise<number> =>
    codeOf(setPassword(bench().reconciler, person.dn, password));
  const write = (person: Person, ...changes: ReturnType<typeof change>[]): Promise<void> =>
    bench().reconciler.modify(person.dn, changes);

  describe('bind', () => {
    test('the right password is success, a wrong one invalidCredentials (49)', async () => {
      const person = await holder();
      expect(await login(person.dn, good)).toBe(0);
      expect(await login(person.dn, better)).toBe(49);
      expect(await login(bench().subject.planner.dn, 'wrong')).toBe(49);
    });

    test('a DN nobody has is invalidCredentials (49) too', async () => {
      expect(await login(bench().person().dn, good)).toBe(49);
      expect(await login('uid=x,dc=example,dc=org', good)).toBe(49);
    });

    test('an account without a password cannot bind', async () => {
      const person = await bench().addPerson();
      expect(await login(person.dn, good)).toBe(49);
    });

    test('a DN with an empty password is no anonymous login (53)', async () => {
      const person = await holder();
      expect(await login(person.dn, '')).toBe(53);
    });

    test('a name that is no DN is invalidDNSyntax (34)', async () => {
      expect(await login('nobody', good)).toBe(34);
    });

    test('nobody and nothing is anonymous', async () => {
      expect(await login('', '')).toBe(0);
    });

    test('a failed bind leaves the connection anonymous', async () => {
      const client = await bench().connect(bench().subject.planner);
      expect(await codeOf(client.bind(bench().subject.planner.dn, 'wrong'))).toBe(49);
      expect(await codeOf(client.search(bench().base, { scope: 'base' }))).toBe(32);
    });

    test('SASL is refused: 7 without any mechanism, 48 where the library brings some', async () => {
      const client = await bench().connect();
      expect([7, 48]).toContain(await codeOf(client.bind('PLAIN', 'x')));
    });
  });

  describe('quality (4.1)', () => {
    test('the reconciler cannot set a weak password (19)', async () => {
      const person = await bench().addPerson();
      for (const weak of ['Ab-1234', 'tuy-nhien-2026', 'TUY-NHIEN-2026', 'Tuy-Nhien-Thi', 'TuyNhien2026']) {
        expect(await setCode(person, weak), weak).toBe(19);
      }
      expect(await setCode(person, 'Tuy-1234')).toBe(0);
    });

    test('characters count, not bytes: eight, of which seven are not ASCII, lack classes (19)', async () => {
      const person = await bench().addPerson();
      expect(await setCode(person, 'ắằẳẵặắằa')).toBe(19);
      expect(await setCode(person, 'ắA1-ắa')).toBe(19);
    });

    test('a hash in place of a password cannot be checked, so it is refused (19)', async () => {
      const person = await bench().addPerson();
      expect(await setCode(person, '{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=')).toBe(19);
    });

    test('by add as by modify', async () => {
      const weak = bench().person({ userPassword: 'weak' });
      expect(await codeOf(bench().addAttributes(weak.dn, weak.attributes))).toBe(19);
      const strong = await bench().addPerson({ userPassword: good });
      expect(await login(strong.dn, good)).toBe(0);
    });

    test('an administrator needs ten characters (19)', async () => {
      const person = await bench().addPerson({
        pwdPolicySubentry: `cn=administrators,ou=policies,${bench().base}`,
      });
      expect(await setCode(person, 'Tuy-12345')).toBe(19);
      expect(await setCode(person, 'Tuy-123456')).toBe(0);
    });

    test('a policy that does not exist checks nothing: so only root can set the pointer there', async () => {
      const person = await bench().addPerson();
      const nowhere = change('replace', 'pwdPolicySubentry', `cn=nosuch,ou=policies,${bench().base}`);
      await bench().root.modify(person.dn, nowhere);
      expect(await setCode(person, 'weak')).toBe(0);
      expect(await login(person.dn, 'weak')).toBe(0);
    });
  });

  describe('setting', () => {
    test('the planner may not set one (50), anonymous must authenticate (8)', async () => {
      const person = await bench().addPerson();
      expect(await codeOf(setPassword(bench().planner, person.dn, good))).toBe(50);
      expect(await codeOf(setPassword(await bench().connect(), person.dn, good))).toBe(8);
    });

    test('the policy looks before the rights: a weak one is 19 for the planner too', async () => {
      const person = await bench().addPerson();
      expect(await codeOf(setPassword(bench().planner, person.dn, 'weak'))).toBe(19);
    });

    test('deleting it takes the login away, and keeps the time of the last change', async () => {
      const person = await holder();
      await write(person, change('delete', 'userPassword'));
      expect(await login(person.dn, good)).toBe(49);
      expect((await bench().read(person.dn, ['pwdChangedTime']))?.pwdChangedTime).toHaveLength(1);
    });

    test('the reconciler cannot change those of the service accounts (50)', async () => {
      const long = 'Tuy-Nhien-2026-Tuy-Nhien-2026';
      expect(await codeOf(setPassword(bench().reconciler, bench().subject.planner.dn, long))).toBe(50);
    });

    test('for somebody who is not there is noSuchObject (32)', async () => {
      expect(await codeOf(setPassword(bench().reconciler, bench().person().dn, good))).toBe(32);
    });

    test('the time is recorded, the value never shown', async () => {
      const person = await holder();
      const entry = await bench().read(person.dn, ['*', '+', 'userPassword']);
      expect(entry?.pwdChangedTime?.[0]).toMatch(/^\d{14}Z$/);
      expect(entry).not.toHaveProperty('userPassword');
      expect(entry).not.toHaveProperty('pwdHistory');
    });

    test('the last five and the present one cannot be used again (19)', async () => {
      const person = await holder();
      expect(await setCode(person, good)).toBe(19);
      expect(await setCode(person, better)).toBe(0);
      expect(await setCode(person, good)).toBe(19);
    });
  });

  describe('locks (8.1, 8.2)', () => {
    test('pwdEndTime in the past locks (49), and a new password does not unlock', async () => {
      const person = await holder();
      await write(
        person,
        change('replace', 'danhbaState', 'suspended'),
        change('replace', 'pwdEndTime', '19700101000000Z'),
      );
      expect(await login(person.dn, good)).toBe(49);
      expect(await setCode(person, better)).toBe(0);
      expect(await login(person.dn, better)).toBe(49);
      await write(person, change('replace', 'danhbaState', 'active'), change('replace', 'pwdEndTime'));
      expect(await login(person.dn, better)).toBe(0);
    });

    test('pwdEndTime in the future does not lock, pwdStartTime in the future does', async () => {
      const person = await holder({ pwdEndTime: '29991231000000Z' });
      expect(await login(person.dn, good)).toBe(0);
      await bench().root.modify(person.dn, change('replace', 'pwdStartTime', '29991230000000Z'));
      expect(await login(person.dn, good)).toBe(49);
    });

    test('pwdAccountLockedTime locks for ever, but a new password unlocks', async () => {
      const person = await holder();
      await bench().root.modify(person.dn, change('replace', 'pwdAccountLockedTime', '000001010000Z'));
      expect(await login(person.dn, good)).toBe(49);
      expect(await setCode(person, better)).toBe(0);
      expect(await login(person.dn, better)).toBe(0);
    });

    test('ten wrong passwords lock, and the right one then fails too (49)', async () => {
      const person = await holder();
      for (let i = 0; i < 10; i++) expect(await login(person.dn, `wrong-${i}`)).toBe(49);
      expect(await login(person.dn, good)).toBe(49);
      const entry = await bench().read(person.dn, ['pwdAccountLockedTime', 'pwdFailureTime']);
      expect(entry?.pwdAccountLockedTime?.[0]).toMatch(/^\d{14}Z$/);
      expect(entry?.pwdFailureTime?.length).toBe(10);
    });

    test('a success forgets the failures', async () => {
      const person = await holder();
      expect(await login(person.dn, 'wrong')).toBe(49);
      expect((await bench().read(person.dn, ['pwdFailureTime']))?.pwdFailureTime).toHaveLength(1);
      expect(await login(person.dn, good)).toBe(0);
      expect(await bench().read(person.dn, ['pwdFailureTime'])).toEqual({});
    });
  });

  describe('last access (8.1)', () => {
    test('a login writes authTimestamp, a second one within the hour does not', async () => {
      const person = await holder();
      expect(await bench().read(person.dn, ['authTimestamp'])).toEqual({});
      expect(await login(person.dn, good)).toBe(0);
      const first = await bench().read(person.dn, ['authTimestamp', 'entryCSN']);
      expect(first?.authTimestamp?.[0]).toMatch(/^\d{14}Z$/);
      expect(await login(person.dn, good)).toBe(0);
      expect(await bench().read(person.dn, ['authTimestamp', 'entryCSN'])).toEqual(first);
    });

    test('a login that fails writes none, and a new password does not wipe it', async () => {
      const person = await holder();
      expect(await login(person.dn, 'wrong')).toBe(49);
      expect(await bench().read(person.dn, ['authTimestamp'])).toEqual({});
      expect(await login(person.dn, good)).toBe(0);
      const before = await bench().read(person.dn, ['authTimestamp']);
      expect(await setCode(person, better)).toBe(0);
      expect(await bench().read(person.dn, ['authTimestamp'])).toEqual(before);
    });
  });
};
