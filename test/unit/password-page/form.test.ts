/** What a form that was sent says, and what is told of it without asking anybody. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lacksOf } from '../../../src/model/password-page/quality.ts';
import { faultsOf, parseForm } from '../../../src/password-page/form.ts';

const body = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const good = {
  token: 't',
  address: 'annv.sotttt@laichau.gov.vn',
  present: 'Mua-xuan-2026',
  next: 'Mua-thu-2026',
  again: 'Mua-thu-2026',
};
const faults = (fields: Readonly<Record<string, string>>, minLength = 8) =>
  faultsOf(parseForm(body({ ...good, ...fields })), minLength);

test('a good form has no fault', () => {
  expect(faults({})).toEqual([]);
});

test('an address is taken as it is stored: without what a paste or a telephone adds', () => {
  const { change } = parseForm(body({ ...good, address: ' AnNV.sotttt@LaiChau.gov.vn\t' }));
  expect(change.address).toBe('annv.sotttt@laichau.gov.vn');
});

test('passwords are taken as they are typed, in one Unicode form', () => {
  const { change } = parseForm(body({ ...good, present: ' a\u0301 ' }));
  expect(change.present).toBe(' \u00e1 ');
});

test('what is missing is empty, and of two the first counts', () => {
  expect(parseForm('address=a@b.c&address=d@e.f')).toEqual({
    token: '',
    change: { address: 'a@b.c', present: '', next: '' },
    again: '',
  });
});

test.each([
  ['no address', { address: ' ' }, [{ field: 'address', says: 'missing' }]],
  ['an address without a domain', { address: 'annv.sotttt' }, [{ field: 'address', says: 'form' }]],
  ['an address with a space', { address: 'an nv@laichau.gov.vn' }, [{ field: 'address', says: 'form' }]],
  ['two addresses', { address: 'a@b.vn,c@d.vn' }, [{ field: 'address', says: 'form' }]],
  ['no present password', { present: '' }, [{ field: 'present', says: 'missing' }]],
  ['a text pasted', { present: 'x'.repeat(129) }, [{ field: 'present', says: 'long' }]],
  ['no new password', { next: '', again: '' }, [{ field: 'next', says: 'missing' }]],
  ['the same as now', { next: good.present, again: good.present }, [{ field: 'next', says: 'same' }]],
  [
    'typed with Unikey',
    { next: 'Mùa-thu-2026', again: 'Mùa-thu-2026' },
    [{ field: 'next', says: 'letters' }],
  ],
  ['a newline', { next: 'Mua-thu\n2026', again: 'Mua-thu\n2026' }, [{ field: 'next', says: 'letters' }]],
  ['not twice the same', { again: 'Mua-thu-2025' }, [{ field: 'again', says: 'differs' }]],
  ['too short', { next: 'Mu-2' }, [{ field: 'next', says: 'lacks', lacks: ['length'] }]],
  [
    'everything lacks',
    { next: ' ' },
    [{ field: 'next', says: 'lacks', lacks: ['length', 'lower', 'upper', 'digit', 'special'] }],
  ],
  [
    'all at once',
    { address: '', present: '', next: 'Mua-thu-2026', again: '' },
    [
      { field: 'address', says: 'missing' },
      { field: 'present', says: 'missing' },
      { field: 'again', says: 'differs' },
    ],
  ],
])('%s', (_, fields, wanted) => {
  expect(faults(fields)).toEqual(wanted);
});

describe('what a new password lacks', () => {
  it.each([
    ['Abcdef1!', []],
    ['abcdef1!', ['upper']],
    ['ABCDEF1!', ['lower']],
    ['Abcdefg!', ['digit']],
    ['Abcdefg1', ['special']],
    ['Abcdef1 ', ['special']],
    ['Ab1!', ['length']],
  ])('%s', (password, lacks) => {
    expect(lacksOf(password, 8)).toEqual(lacks);
  });

  it('is nothing exactly where length and all four classes are there', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCodePoint(c)),
    });
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 16 }), (password, minLength) => {
        const letters = [...password];
        const classes = [
          letters.some((c) => c >= 'a' && c <= 'z'),
          letters.some((c) => c >= 'A' && c <= 'Z'),
          letters.some((c) => c >= '0' && c <= '9'),
          letters.some((c) => c !== ' ' && !/[a-z0-9]/i.test(c)),
        ];
        const whole = letters.length >= minLength && classes.every(Boolean);
        expect(lacksOf(password, minLength).length === 0).toBe(whole);
      }),
    );
  });
});
