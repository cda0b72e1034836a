/** Contract of the operations danhba never sends, on a whole LDAP server: what other hands could do by them stays as narrow. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, modifyPassword, type Person } from './bench.ts';

const good = 'Tuy-Nhien-2026';
const better = 'Khac-Han-2027!';
const day = '20260302000000Z';

export const describeUnsent = (bench: () => Bench): void => {
  const values = async (person: Person, name: string): Promise<string[]> =>
    (await bench().read(person.dn, [name]))?.[name] ?? [];
  const holder = async (): Promise<Person> => {
    const person = await bench().addPerson();
    await modifyPassword(bench().reconciler, person.dn, good);
    return person;
  };
  const setCode = (person: Person, password: string | undefined): Promise<number> =>
    codeOf(modifyPassword(bench().reconciler, person.dn, password));
  const login = async (dn: string, password: string): Promise<number> =>
    codeOf((await bench().connect()).bind(dn, password));

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

    test('outside the suffix is unwillingToPerform (53)', async () => {
      expect(await codeOf(bench().reconciler.modifyDN('uid=x,dc=example,dc=org', 'uid=y'))).toBe(53);
    });

    test('of a policy or of the sentinel is refused (50)', async () => {
      for (const name of ['users', 'administrators', 'services']) {
        const dn = `cn=${name},ou=policies,${bench().base}`;
        const gone = `cn=gone,ou=policies,${bench().base}`;
        expect(await codeOf(bench().reconciler.modifyDN(dn, gone)), name).toBe(50);
      }
      const sentinel = `cn=sentinel,ou=danhba,${bench().base}`;
      const made = { objectClass: 'danhbaSentinel', danhbaProvince: bench().domain, danhbaCount: '0' };
      expect([0, 68]).toContain(await codeOf(bench().addAttributes(sentinel, made)));
      expect(await codeOf(bench().reconciler.modifyDN(sentinel, 'cn=elsewhere'))).toBe(50);
    });
  });

  describe('compare', () => {
    test('true, false, and no such attribute (16)', async () => {
      const person = await bench().addPerson();
      const { planner } = bench();
      expect(await planner.compare(person.dn, 'danhbaState', 'ACTIVE')).toBe(true);
      expect(await planner.compare(person.dn, 'danhbaState', 'suspended')).toBe(false);
      expect(await codeOf(planner.compare(person.dn, 'description', 'x'))).toBe(16);
      expect(await codeOf(planner.compare(bench().person().dn, 'cn', 'x'))).toBe(32);
      expect(await codeOf(planner.compare(person.dn, 'nosuch', 'x'))).toBe(17);
      expect(await codeOf(planner.compare(person.dn, 'danhbaSince', 'x'))).toBe(21);
      expect(await codeOf(planner.compare(person.dn, 'userPassword', 'x'))).toBe(50);
    });

    test('tells nobody what a search would not', async () => {
      const [person, colleague] = [await bench().addPerson({ danhbaLocked: day }), await holder()];
      const other = await bench().connect({ dn: colleague.dn, password: good });
      expect(await codeOf(other.compare(person.dn, 'danhbaLocked', day))).toBe(32);
    });
  });

  describe('password modify (RFC 3062)', () => {
    test('under the same quality, history and rights as modify', async () => {
      const person = await bench().addPerson();
      for (const weak of [
        'Ab-1234',
        'tuy-nhien-2026',
        'TUY-NHIEN-2026',
        'Tuy-Nhien-Thi',
        'TuyNhien2026',
        'ắằẳẵặắằa',
        'ắA1-ắa',
        '{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=',
      ]) {
        expect(await setCode(person, weak), weak).toBe(19);
      }
      expect(await codeOf(modifyPassword(bench().planner, person.dn, 'weak'))).toBe(19);
      expect(await codeOf(modifyPassword(bench().planner, person.dn, good))).toBe(50);
      expect(await codeOf(modifyPassword(await bench().connect(), person.dn, good))).toBe(8);
      expect(await setCode(person, good)).toBe(0);
      expect(await login(person.dn, good)).toBe(0);
      expect(await setCode(person, good)).toBe(19);
      expect(await setCode(person, better)).toBe(0);
      expect(await setCode(person, good)).toBe(19);
    });

    test('of an administrator, and under a policy that does not exist', async () => {
      const pwdPolicySubentry = `cn=administrators,ou=policies,${bench().base}`;
      const person = await bench().addPerson({ pwdPolicySubentry });
      expect(await setCode(person, 'Tuy-12345')).toBe(19);
      expect(await setCode(person, 'Tuy-123456')).toBe(0);
      const nowhere = `cn=nosuch,ou=policies,${bench().base}`;
      await bench().root.modify(person.dn, change('replace', 'pwdPolicySubentry', nowhere));
      expect(await setCode(person, 'weak')).toBe(0);
    });

    test('one the server makes up cannot be relied on: its own policy refuses most of them (19)', async () => {
      const person = await bench().addPerson();
      const codes: number[] = [];
      for (let i = 0; i < 8; i++) codes.push(await setCode(person, undefined));
      expect(codes).toContain(19);
      expect(codes.every((code) => code === 19 || code === 0)).toBe(true);
    });

    test('the reconciler, who may only write, cannot have the old one verified (53)', async () => {
      const person = await holder();
      expect(await codeOf(modifyPassword(bench().reconciler, person.dn, better, good))).toBe(53);
    });

    test('for no DN is 21, for nobody 32, for a service 50', async () => {
      const set = (user: string, password: string) =>
        codeOf(modifyPassword(bench().reconciler, user, password));
      expect(await set('u:someone', good)).toBe(21);
      expect(await set(bench().person().dn, good)).toBe(32);
      expect(await set(bench().subject.planner.dn, 'Tuy-Nhien-2026-Tuy-Nhien-2026')).toBe(50);
    });

    test('takes a forced change away, unlocks what failures locked, and not what danhba locked', async () => {
      const person = await bench().addPerson({ pwdReset: 'TRUE' });
      expect(await setCode(person, good)).toBe(0);
      expect(await values(person, 'pwdReset')).toEqual([]);
      await bench().root.modify(person.dn, change('replace', 'pwdAccountLockedTime', '000001010000Z'));
      expect(await login(person.dn, good)).toBe(49);
      expect(await setCode(person, better)).toBe(0);
      expect(await login(person.dn, better)).toBe(0);
      await bench().reconciler.modify(person.dn, [
        change('replace', 'danhbaState', 'suspended'),
        change('replace', 'pwdEndTime', '19700101000000Z'),
      ]);
      const access = await values(person, 'authTimestamp');
      expect(await setCode(person, 'Hoan-Toan-Moi-1')).toBe(0);
      expect(await login(person.dn, 'Hoan-Toan-Moi-1')).toBe(49);
      expect(await values(person, 'authTimestamp')).toEqual(access);
    });

    test('by root asks for no quality, and for another at the login', async () => {
      const person = await holder();
      await modifyPassword(bench().root, person.dn, 'weak');
      expect(await values(person, 'pwdReset')).toEqual(['TRUE']);
      expect(await login(person.dn, 'weak')).toBe(0);
    });

    test('by the holder: the own one, the old one verified, and no other’s', async () => {
      const [person, other] = [await holder(), await holder()];
      const client = await bench().connect({ dn: person.dn, password: good });
      expect(await codeOf(modifyPassword(client, person.dn, 'weak'))).toBe(19);
      expect(await codeOf(modifyPassword(client, person.dn, good))).toBe(19);
      expect(await codeOf(modifyPassword(client, person.dn, better, 'not-the-old-one'))).toBe(53);
      expect(await codeOf(modifyPassword(client, other.dn, better))).toBe(50);
      expect(await codeOf(modifyPassword(client, person.dn, better, good))).toBe(0);
      expect(await login(person.dn, better)).toBe(0);
    });

    test('ends a forced change', async () => {
      const person = await holder();
      await bench().reconciler.modify(person.dn, [
        change('replace', 'userPassword', better),
        change('replace', 'pwdReset', 'TRUE'),
      ]);
      const client = await bench().connect({ dn: person.dn, password: better });
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(50);
      await modifyPassword(client, undefined, 'Hoan-Toan-Moi-2', better);
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(0);
    });
  });

  describe('extended operations', () => {
    test('the root DSE names them', async () => {
      const { searchEntries } = await (await bench().connect()).search('', {
        scope: 'base',
        attributes: ['+'],
      });
      expect([searchEntries[0]!.supportedExtension].flat()).toEqual(
        expect.arrayContaining(['1.3.6.1.4.1.4203.1.11.1', '1.3.6.1.4.1.4203.1.11.3']),
      );
    });

    test('who am I', async () => {
      const whoAmI = '1.3.6.1.4.1.4203.1.11.3';
      const client = await bench().connect(bench().subject.planner);
      expect((await client.exop(whoAmI)).value).toBe(`dn:${bench().subject.planner.dn}`);
      const nobody = await bench().connect();
      expect((await nobody.exop(whoAmI)).value ?? '').toBe('');
    });
  });
};
