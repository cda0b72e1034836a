/** Distinguished names: one form, one key for all spellings of a name, and never two names under one key. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, makeDn, parentOf, parseDn } from '../../../src/embedded/schema/dn.ts';

const read = (text: string) => {
  const dn = parseDn(text);
  if (!dn.ok) throw new Error(`not a DN: ${text}`);
  return dn.value;
};

/** Any value a DN can hold: no control or unpaired characters, and not only spaces. */
const value = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.normalize('NFC'))
  .filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\ufffd'));

/** RFC 4514 §2.4, in the freest way: every byte as a pair of hex digits. */
const escapeAll = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');

describe('DN', () => {
  test.each([
    ['UID=lc-000001, OU = People,DC=LaiChau', 'uid=LC-000001,ou=people,dc=laichau'],
    ['uid=\\4cC-000001,ou=people,dc=laichau', 'uid=LC-000001,ou=people,dc=laichau'],
    ['commonName=A  B,dc=x', 'cn=a b,dc=x'],
    ['cn=a+sn=b,dc=x', 'SN=B+CN=A,dc=x'],
    [`cn=${'Ánh'.normalize('NFD')},dc=x`, 'cn=ánh,dc=x'],
    ['cn=a\\,b,dc=x', 'cn=a\\2Cb,dc=x'],
    ['cn=x;dc=y', 'cn=x,dc=y'],
  ])('%s is %s', (one, other) => {
    expect(read(one).key).toBe(read(other).key);
  });

  test.each([
    ['cn=a\\,dc=x', 'cn=a,dc=x'],
    ['cn=a\\+sn\\=b', 'cn=a+sn=b'],
    ['danhbaKey=person:A', 'danhbaKey=person:a'],
    ['cn=anh', 'cn=ánh'],
  ])('%s is not %s', (one, other) => {
    const other_ = parseDn(other);
    const one_ = parseDn(one);
    expect(one_.ok && other_.ok && one_.value.key === other_.value.key).toBe(false);
  });

  test.each(['people', '=x', 'cn=', 'nosuch=x', 'cn=a,', ',cn=a', 'cn=a\\', 'cn=a\\zz', 'cn=a<b', 'cn=\\ff'])(
    '%s is invalidDNSyntax',
    (text) => {
      expect(parseDn(text)).toMatchObject({ ok: false, refusal: { code: 'invalidDNSyntax' } });
    },
  );

  test('a DN is shown with the names of the schema and parses back to itself', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const dn = read(values.map((one) => `CommonName=${escapeAll(one)}`).join(' , '));
        expect(dn.rdns.map(({ values: [first] }) => first?.value)).toEqual(values);
        expect(dn.text.startsWith('cn=')).toBe(true);
        expect(read(dn.text)).toEqual(dn);
        expect(read(dn.key).key).toBe(dn.key);
      }),
    );
  });

  test('spelling does not change the key: case, escapes, decomposition, spaces', () => {
    fc.assert(
      fc.property(value, (one) => {
        const key = read(`cn=${escapeAll(one)},dc=x`).key;
        expect(read(`CN = ${escapeAll(` ${one} `)} , DC = X`).key).toBe(key);
        expect(read(`cn=${escapeAll(one.normalize('NFD'))},dc=x`).key).toBe(key);
      }),
    );
  });

  test('the parent is above, and within goes by whole RDNs', () => {
    const dn = read('uid=a,ou=people,dc=x');
    expect(parentOf(dn)?.key).toBe('ou=people,dc=x');
    expect(parentOf(makeDn([]))).toBeUndefined();
    expect(isWithin(dn, read('dc=x'))).toBe(true);
    expect(isWithin(dn, dn)).toBe(true);
    expect(isWithin(read('ou=people,dc=xx'), read('dc=x'))).toBe(false);
    expect(isWithin(read('dc=x'), dn)).toBe(false);
  });
});
