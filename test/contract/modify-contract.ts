/** Contract of changing values: one by one, all or nothing, and addresses in one namespace. */
import { describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Person } from './bench.ts';

export const describeChanging = (bench: () => Bench): void => {
  const modify = (person: Person, ...changes: ReturnType<typeof change>[]): Promise<number> =>
    codeOf(bench().reconciler.modify(person.dn, changes));
  const values = async (person: Person, name: string): Promise<string[]> =>
    (await bench().read(person.dn, [name]))?.[name] ?? [];

  describe('modifying', () => {
    test('replace, add and delete values, in the order given', async () => {
      const person = await bench().addPerson({ ou: ['a', 'b'] });
      const code = await modify(
        person,
        change('delete', 'ou', 'A'),
        change('add', 'ou', 'c'),
        change('replace', 'title', 'Trưởng phòng'),
        change('delete', 'telephoneNumber'),
      );
      expect(code).toBe(0);
      expect(await values(person, 'ou')).toEqual(['b', 'c']);
      expect(await values(person, 'title')).toEqual(['Trưởng phòng']);
      expect(await values(person, 'telephoneNumber')).toEqual([]);
    });

    test('a value may go and come back in another case in one request', async () => {
      const person = await bench().addPerson({ ou: 'a' });
      expect(await modify(person, change('delete', 'ou', 'a'), change('add', 'ou', 'A'))).toBe(0);
      expect(await values(person, 'ou')).toEqual(['A']);
    });

    test('replace by nothing removes, also what is not there', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('replace', 'title'), change('replace', 'danhbaNotice'))).toBe(0);
      expect(await values(person, 'title')).toEqual([]);
    });

    test('one bad change undoes all', async () => {
      const person = await bench().addPerson();
      const code = await modify(
        person,
        change('replace', 'title', 'x'),
        change('delete', 'danhbaNotice', 'none'),
      );
      expect(code).toBe(16);
      expect(await values(person, 'title')).toEqual(['Chuyên viên']);
    });

    test('deleting a value or attribute that is not there is noSuchAttribute (16)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('delete', 'title', 'other'))).toBe(16);
      expect(await modify(person, change('delete', 'danhbaNotice'))).toBe(16);
    });

    test('adding a value that is there is attributeOrValueExists (20)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('add', 'title', 'CHUYÊN VIÊN'))).toBe(20);
    });

    test('a second value where one is allowed is constraintViolation (19)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('add', 'danhbaOrganization', 'soyt'))).toBe(19);
      expect(await modify(person, change('replace', 'danhbaOrganization', 'a', 'b'))).toBe(19);
    });

    test('the value in the name can be neither removed nor replaced (64)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('delete', 'uid', person.id))).toBe(64);
      expect(await codeOf(bench().root.modify(person.dn, change('replace', 'uid', 'other')))).toBe(64);
      expect(await modify(person, change('delete', 'uid'))).toBe(64);
    });

    test('a required attribute cannot be removed (65), an unknown one not written (17)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('delete', 'sn'))).toBe(65);
      expect(await modify(person, change('replace', 'danhbaKey'))).toBe(65);
      expect(await modify(person, change('add', 'danhbaNothing', 'x'))).toBe(17);
      expect(await modify(person, change('delete', 'danhbaNothing'))).toBe(17);
    });

    test('a value that breaks its syntax is invalidAttributeSyntax (21)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('replace', 'danhbaSince', 'today'))).toBe(21);
      expect(await modify(person, change('replace', 'pwdEndTime', 'never'))).toBe(21);
    });

    test('an organization gains and loses its mailbox by its auxiliary class', async () => {
      const { reconciler, base, domain } = bench();
      const dn = `ou=gains,ou=organizations,${base}`;
      await bench().addAttributes(dn, {
        objectClass: ['organizationalUnit', 'danhbaEntry'],
        danhbaKey: 'organization:gains',
      });
      const address = `gains@${domain}`;
      await reconciler.modify(dn, [
        change('add', 'objectClass', 'danhbaAccount'),
        change('replace', 'danhbaState', 'active'),
        change('replace', 'mail', address),
        change('replace', 'danhbaAddress', address),
      ]);
      expect((await bench().read(dn))?.objectClass).toEqual([
        'organizationalUnit',
        'danhbaEntry',
        'danhbaAccount',
      ]);
      expect(await codeOf(bench().root.modify(dn, change('delete', 'objectClass', 'danhbaAccount')))).toBe(
        65,
      );
    });

    test('the structural class is for ever (69)', async () => {
      const person = await bench().addPerson();
      const other = change('replace', 'objectClass', 'organizationalUnit', 'danhbaAccount');
      expect(await codeOf(bench().root.modify(person.dn, other))).toBe(69);
    });

    test('what only the server writes is constraintViolation (19)', async () => {
      const person = await bench().addPerson();
      for (const name of ['authTimestamp', 'pwdChangedTime', 'modifyTimestamp']) {
        expect(await modify(person, change('replace', name, '20260101000000Z')), name).toBe(19);
      }
      expect(
        await modify(person, change('replace', 'entryUUID', '0125b14d-9ea8-4ae7-afac-d4a3697328fa')),
      ).toBe(19);
    });

    test('an entry that is not there is noSuchObject (32)', async () => {
      expect(await modify(bench().person(), change('replace', 'title', 'x'))).toBe(32);
    });

    test('no changes at all is refused by the constraint overlay (21), not a silent success', async () => {
      const person = await bench().addPerson();
      expect(await modify(person)).toBe(21);
    });

    test('outside the suffix everything is unwillingToPerform (53)', async () => {
      const { reconciler } = bench();
      const dn = 'uid=x,dc=example,dc=org';
      expect(await codeOf(reconciler.modify(dn, change('replace', 'title', 'x')))).toBe(53);
      expect(await codeOf(reconciler.del(dn))).toBe(53);
    });

    test('adding no values is protocolError (2)', async () => {
      const person = await bench().addPerson();
      expect(await modify(person, change('add', 'title'))).toBe(2);
    });

    test('the planner may not (50), anonymous must authenticate (8)', async () => {
      const person = await bench().addPerson();
      const one = change('replace', 'title', 'x');
      expect(await codeOf(bench().planner.modify(person.dn, one))).toBe(50);
      expect(await codeOf((await bench().connect()).modify(person.dn, one))).toBe(8);
    });

    test('the reconciler may change neither containers, policies nor service accounts (50)', async () => {
      const { reconciler, base, subject } = bench();
      for (const dn of [base, `ou=people,${base}`, `cn=users,ou=policies,${base}`, subject.planner.dn]) {
        expect(await codeOf(reconciler.modify(dn, change('replace', 'description', 'x'))), dn).toBe(50);
      }
      const weaker = change('replace', 'pwdMinLength', '1');
      expect(await codeOf(reconciler.modify(`cn=services,ou=policies,${base}`, weaker))).toBe(50);
    });

    test('a change moves modifyTimestamp forward and entryCSN on, and leaves the rest of the record', async () => {
      const person = await bench().addPerson();
      const names = ['entryUUID', 'entryCSN', 'createTimestamp', 'modifyTimestamp', 'modifiersName'];
      const before = await bench().read(person.dn, names);
      await modify(person, change('replace', 'title', 'x'));
      const after = await bench().read(person.dn, names);
      expect(after?.entryUUID).toEqual(before?.entryUUID);
      expect(after?.createTimestamp).toEqual(before?.createTimestamp);
      expect(after!.modifyTimestamp![0]! >= before!.modifyTimestamp![0]!).toBe(true);
      expect(after!.entryCSN![0]! > before!.entryCSN![0]!).toBe(true);
      expect(after?.modifiersName).toEqual([bench().subject.reconciler.dn]);
    });
  });

  describe('addresses', () => {
    test('a new address is a change of mail and danhbaAddress; the old one is free', async () => {
      const person = await bench().addPerson();
      const next = `new-${person.address}`;
      expect(
        await modify(person, change('replace', 'mail', next), change('replace', 'danhbaAddress', next)),
      ).toBe(0);
      expect(await values(person, 'danhbaAddress')).toEqual([next]);
      await bench().addPerson({ danhbaAddress: person.address });
    });

    test('the address of another is constraintViolation (19)', async () => {
      const [person, other] = [await bench().addPerson(), await bench().addPerson()];
      expect(await modify(person, change('add', 'danhbaAddress', other.address))).toBe(19);
      expect(await modify(person, change('replace', 'danhbaKey', other.key))).toBe(19);
      expect(await values(person, 'danhbaAddress')).toEqual([person.address]);
    });

    test('the own address written again is no collision', async () => {
      const person = await bench().addPerson();
      const alias = `alias-${person.address}`;
      expect(await modify(person, change('replace', 'danhbaAddress', person.address, alias))).toBe(0);
    });

    test('two entries exchange addresses by way of a third', async () => {
      const [a, b] = [await bench().addPerson(), await bench().addPerson()];
      expect(await modify(a, change('replace', 'danhbaAddress', b.address))).toBe(19);
      expect(await modify(a, change('replace', 'danhbaAddress', `tmp-${a.address}`))).toBe(0);
      expect(await modify(b, change('replace', 'danhbaAddress', a.address))).toBe(0);
      expect(await modify(a, change('replace', 'danhbaAddress', b.address))).toBe(0);
    });
  });
};
