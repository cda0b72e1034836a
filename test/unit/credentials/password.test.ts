/** Generated passwords keep 4.1, can be read from paper, survive a Vietnamese keyboard, and cannot be guessed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePassword, passwordBits } from '../../../src/credentials/password.ts';

const lengths = fc.integer({ min: 0, max: 80 });
const many = (count: number) => Array.from({ length: count }, () => makePassword(8));

describe('a password', () => {
  it('has the length and the four classes of 4.1', () => {
    fc.assert(
      fc.property(lengths, (minLength) => {
        const password = makePassword(minLength);
        expect(password.length).toBeGreaterThanOrEqual(Math.max(minLength, 10));
        for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[!-/:-@[-`{-~]/]) expect(password).toMatch(kind);
      }),
    );
  });

  it('is groups that can be spoken, two digits before one of them', () => {
    fc.assert(
      fc.property(lengths, (minLength) => {
        const groups = makePassword(minLength).split('-');
        expect(groups.length).toBeGreaterThanOrEqual(4);
        for (const group of groups) {
          expect(group).toMatch(/^([0-9]{2})?[A-Za-z][aeiuy][a-z][aeiuy][a-z]$/);
          expect(group).not.toMatch(/[aeiuy]{2}|[^aeiuy0-9]{2}/i);
        }
        expect(groups.filter((group) => /[0-9]/.test(group))).toHaveLength(1);
      }),
    );
  });

  it('has no character that is taken for another', () => {
    fc.assert(
      fc.property(lengths, (minLength) => {
        expect(makePassword(minLength)).not.toMatch(/[0Oo1lI|5Ss2Zz8B6GgqQCcKPUVvWwXxYJj]/);
      }),
    );
  });

  it('stays as it is typed with Telex and with VNI', () => {
    fc.assert(
      fc.property(lengths, (minLength) => {
        for (const group of makePassword(minLength).split('-')) {
          expect(group, 'tones and horns').not.toMatch(/[aeiuy].*[sfrxjzw]/i);
          expect(group, 'roofs and bars').not.toMatch(/([aeod]).*\1/i);
          expect(group, 'digits after letters').not.toMatch(/[a-z].*[0-9]/i);
        }
      }),
    );
  });
});

describe('chance', () => {
  it('gives at least 60 bits, whatever the length asked for', () => {
    fc.assert(fc.property(lengths, (minLength) => passwordBits(minLength) >= 60));
    expect(passwordBits(40)).toBeGreaterThan(passwordBits(8) + 30);
  });

  it('is counted right: the groups that come are as many as the figure says', () => {
    // 62.14 bits are 4 places and 16 numbers times the groups to the fourth, less those without a capital.
    const groups = new Set(many(40_000).flatMap((password) => password.replace(/[0-9]/g, '').split('-')));
    const small = [...groups].filter((group) => /^[a-z]/.test(group)).length;
    const seen = Math.log2(groups.size ** 4 - small ** 4) + Math.log2(4 * 16);
    expect(seen).toBeLessThanOrEqual(passwordBits(8));
    expect(seen).toBeGreaterThan(passwordBits(8) - 0.01);
  });

  it('repeats nothing, and leaves no letter, digit or place out', () => {
    const passwords = many(10_000);
    expect(new Set(passwords).size).toBe(passwords.length);
    const letters = new Set(passwords.join(''));
    expect([...letters].sort().join('')).toBe('-3479DFHMNRTabdefhikmnprtuy');
    const places = passwords.map((password) => password.split('-').findIndex((group) => /[0-9]/.test(group)));
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  });
});
