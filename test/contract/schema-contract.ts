/** Contract of the schema and the constraints on values: which entries are refused, and with which code. */
import { describe, expect, test } from 'vitest';
import { type Bench, codeOf, type Values } from './bench.ts';

export const describeSchema = (bench: () => Bench): void => {
  /** Result code of adding a person with these attributes; as root, since rights come after the schema. */
  const addCode = (changes: Values): Promise<number> => {
    const person = bench().person(changes);
    return codeOf(bench().addAttributes(person.dn, person.attributes, bench().root));
  };

  describe('schema', () => {
    test('an attribute nobody defined is undefinedAttributeType (17)', async () => {
      expect(await addCode({ danhbaNothing: 'x' })).toBe(17);
    });

    test('a class nobody defined is invalidAttributeSyntax (21)', async () => {
      expect(await addCode({ objectClass: ['inetOrgPerson', 'danhbaAccount', 'noSuchClass'] })).toBe(21);
    });

    test('a missing attribute that is required is objectClassViolation (65)', async () => {
      expect(await addCode({ sn: [] })).toBe(65);
      expect(await addCode({ danhbaKey: [] })).toBe(65);
      expect(await addCode({ danhbaState: [] })).toBe(65);
    });

    test('no objectClass at all is objectClassViolation (65)', async () => {
      expect(await addCode({ objectClass: [] })).toBe(65);
    });

    test('an attribute no class allows is objectClassViolation (65)', async () => {
      expect(await addCode({ danhbaUntil: '20310101000000Z' })).toBe(65);
      expect(await addCode({ objectClass: ['inetOrgPerson'] })).toBe(65);
    });

    test('no structural class, or two that are no chain, is objectClassViolation (65)', async () => {
      expect(await addCode({ objectClass: ['danhbaAccount'] })).toBe(65);
      expect(await addCode({ objectClass: ['inetOrgPerson', 'organizationalUnit', 'danhbaAccount'] })).toBe(
        65,
      );
    });

    test('the superiors of a class may be named or not', async () => {
      const objectClass = [
        'top',
        'person',
        'organizationalPerson',
        'inetOrgPerson',
        'danhbaEntry',
        'danhbaAccount',
      ];
      expect(await addCode({ objectClass })).toBe(0);
    });

    test('two values where one is allowed is constraintViolation (19)', async () => {
      expect(await addCode({ danhbaOrganization: ['a', 'b'] })).toBe(19);
      expect(await addCode({ displayName: ['a', 'b'] })).toBe(19);
    });

    test('the same value twice is attributeOrValueExists (20)', async () => {
      expect(await addCode({ description: ['Trực', 'trực'] })).toBe(20);
    });

    test('a value that breaks its syntax is invalidAttributeSyntax (21)', async () => {
      expect(await addCode({ danhbaSince: '2026-03-02' })).toBe(21);
      expect(await addCode({ danhbaSince: '20260231000000Z' })).toBe(21);
      expect(await addCode({ mail: 'ắn@laichau.gov.vn' })).toBe(21);
      expect(await addCode({ manager: 'nobody' })).toBe(21);
      expect(await addCode({ title: '' })).toBe(21);
    });

    test('a telephone number may be anything printable but not empty or Vietnamese (21)', async () => {
      expect(await addCode({ telephoneNumber: '+84 213 3876543 (máy lẻ 12)' })).toBe(21);
      expect(await addCode({ telephoneNumber: '+84 (213) 387-6543' })).toBe(0);
    });

    test('attributes of the server are not for clients (19)', async () => {
      expect(await addCode({ entryUUID: '0125b14d-9ea8-4ae7-afac-d4a3697328fa' })).toBe(19);
      expect(await addCode({ authTimestamp: '20260302000000Z' })).toBe(19);
      expect(await addCode({ createTimestamp: '20260302000000Z' })).toBe(19);
    });

    test('a reference may point to nobody', async () => {
      expect(await addCode({ manager: `uid=LC-999999,ou=people,${bench().base}` })).toBe(0);
    });
  });

  describe('constraints', () => {
    test('a fourth state is constraintViolation (19)', async () => {
      expect(await addCode({ danhbaState: 'sleeping' })).toBe(19);
    });

    test('an address in upper case or of another domain is constraintViolation (19)', async () => {
      expect(await addCode({ danhbaAddress: `Upper@${bench().domain}` })).toBe(19);
      expect(await addCode({ danhbaAddress: 'someone@example.org' })).toBe(19);
    });
  });
};
