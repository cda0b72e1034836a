/** Turns a value into the key by which its attribute's equality rule compares it (RFC 4517 §4, RFC 4518). */
import type { AttributeType, Rule } from './attribute-types.ts';
import { findType } from './attribute-types.ts';
import { parseDn } from './dn.ts';
import { findClass } from './object-classes.ts';
import { normalizeTime } from './time.ts';

/** RFC 4518 §2: NFKC makes the composed and decomposed forms of Vietnamese letters one, spaces are insignificant. */
const prepare = (text: string): string => {
  // Nearly every value is plain ASCII without double or outer spaces, where preparation changes nothing.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text.normalize('NFKC').replace(/\s+/gu, ' ').replace(/^ | $/g, '');
};

const foldCase = (text: string): string => text.toLowerCase();

const isIa5 = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const normalizers = {
  caseIgnore: (text) => (text === '' ? undefined : foldCase(prepare(text))),
  caseExact: (text) => (text === '' ? undefined : prepare(text)),
  caseIgnoreIa5: (text) => (isIa5(text) ? foldCase(prepare(text)) : undefined),
  caseExactIa5: (text) => (isIa5(text) ? prepare(text) : undefined),
  telephoneNumber: (text) =>
    /^[A-Za-z0-9()+,./:=? '-]+$/.test(text) ? foldCase(text.replaceAll(/[ -]/g, '')) : undefined,
  integer: (text) => (/^(?:0|-?[1-9]\d*)$/.test(text) ? text : undefined),
  boolean: (text) => (text === 'TRUE' || text === 'FALSE' ? text : undefined),
  generalizedTime: normalizeTime,
  distinguishedName: (text) => {
    const dn = parseDn(text);
    return dn.ok ? dn.value.key : undefined;
  },
  objectClass: (text) => findClass(text)?.name.toLowerCase(),
  attributeType: (text) => findType(text)?.name.toLowerCase(),
  uuid: (text) => (uuidForm.test(text) ? text.toLowerCase() : undefined),
  csn: (text) => (text === '' ? undefined : text),
  octetString: (text) => text,
  none: (text) => text,
} satisfies Record<Rule, (text: string) => string | undefined>;

/** The key of a value; equal keys are equal values. Undefined where the value breaks the attribute's syntax. */
export const normalizeValue = (type: AttributeType, value: string): string | undefined =>
  normalizers[type.rule](value);

/** The key of a piece of a value in a substring filter: spaces at its ends count (RFC 4518 §2.6.1). */
export const normalizePiece = (type: AttributeType, piece: string): string => {
  const text = piece.normalize('NFKC').replace(/\s+/gu, ' ');
  if (type.rule === 'telephoneNumber') return foldCase(text.replaceAll(/[ -]/g, ''));
  return type.rule === 'caseExact' || type.rule === 'caseExactIa5' ? text : foldCase(text);
};

/** Order of two keys of an ordered type: negative, zero or positive. */
export const compareKeys = (type: AttributeType, a: string, b: string): number => {
  if (type.rule === 'integer') {
    const difference = BigInt(a) - BigInt(b);
    return difference < 0n ? -1 : Number(difference > 0n);
  }
  return a < b ? -1 : Number(a > b);
};
