/** Values: times, comparison keys, password quality and hashes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPassword, isHashed, verifyPassword } from '../../../src/embedded/policy/password-hash.ts';
import { checkQuality, type PasswordPolicy } from '../../../src/embedded/policy/password-policy.ts';
import { knownType } from '../../../src/embedded/schema/attribute-types.ts';
import { normalizeValue } from '../../../src/embedded/schema/matching.ts';
import { normalizeTime, parseTime, renderTime } from '../../../src/embedded/schema/time.ts';

describe('generalized time', () => {
  test('a second rendered is the second read', () => {
    const instant = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        date.setUTCMilliseconds(0);
        expect(parseTime(renderTime(date))).toEqual(date);
        expect(normalizeTime(renderTime(date))).toBe(renderTime(date));
      }),
    );
  });

  test.each([
    ['20260302070000+0700', '20260302000000Z'],
    ['2026030200Z', '20260302000000Z'],
    ['202603020000Z', '20260302000000Z'],
    ['20260302000000.000Z', '20260302000000Z'],
    ['20260302000000,50Z', '20260302000000.5Z'],
    ['20261231235960Z', '20270101000000Z'],
  ])('%s is %s', (text, key) => {
    expect(normalizeTime(text)).toBe(key);
  });

  test.each(['', '2026', '20260231000000Z', '20260302', '20260302250000Z', '20260302000000', 'today'])(
    '%s is no time',
    (text) => {
      expect(normalizeTime(text)).toBeUndefined();
    },
  );
});

describe('comparison keys', () => {
  const key = (name: string, value: string): string | undefined => normalizeValue(knownType(name), value);

  test('an equal value has an equal key, whatever form and spacing it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const one = key('cn', value);
        fc.pre(one !== undefined && one !== '');
        expect(key('cn', value.normalize('NFD'))).toBe(one);
        expect(key('cn', `  ${value}  `)).toBe(one);
      }),
    );
  });

  test('case counts for keys, not for names and addresses', () => {
    expect(key('danhbaKey', 'person:A')).not.toBe(key('danhbaKey', 'person:a'));
    expect(key('danhbaAddress', 'A@X.VN')).toBe(key('danhbaAddress', 'a@x.vn'));
    expect(key('cn', 'NGUYỄN')).toBe(key('cn', 'nguyễn'));
  });

  test('what breaks a syntax has none', () => {
    expect(key('mail', 'ắ@x.vn')).toBeUndefined();
    expect(key('danhbaCount', '01')).toBeUndefined();
    expect(key('pwdReset', 'true')).toBeUndefined();
    expect(key('title', '')).toBeUndefined();
    expect(key('objectClass', 'nosuch')).toBeUndefined();
    expect(key('manager', 'nobody')).toBeUndefined();
  });
});

describe('passwords', () => {
  const policy: PasswordPolicy = {
    checkQuality: 2,
    minBytes: 8,
    demand: { length: 8, classes: ['lower', 'upper', 'digit', 'special'] },
    maxAge: 0,
    mustChange: true,
    allowUserChange: true,
    inHistory: 5,
    lockout: true,
    maxFailure: 10,
    lockoutDuration: 900,
    failureInterval: 900,
  };

  test('a password is good exactly where it is long enough and has all four classes (4.1)', () => {
    const password = fc.string({ unit: fc.constantFrom('a', 'B', '1', '-', 'ắ', ' '), maxLength: 12 });
    fc.assert(
      fc.property(password, (text) => {
        const good = [...text].length >= 8 && ['a', 'B', '1', '-'].every((letter) => text.includes(letter));
        expect(checkQuality(policy, text) === undefined).toBe(good);
      }),
    );
  });

  test('a hash verifies its own password and no other, and is never the same twice', () => {
    const [one, two] = [hashPassword('Tuy-1234'), hashPassword('Tuy-1234')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('Tuy-1234');
    expect(isHashed(one)).toBe(true);
    expect(verifyPassword('Tuy-1234', one)).toBe(true);
    expect(verifyPassword('Tuy-1235', one)).toBe(false);
    expect(verifyPassword('Tuy-1234', '{SSHA}abc')).toBe(false);
  });
});
