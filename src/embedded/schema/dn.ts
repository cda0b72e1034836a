/** Distinguished names (RFC 4514): parsed, written in one form, and compared by a normalized key. */
import { type Parsed, parsed, unparsed } from '../result.ts';
import { type AttributeType, findType } from './attribute-types.ts';

export interface NamingValue {
  readonly type: AttributeType;
  readonly value: string;
}

export interface Rdn {
  readonly text: string;
  readonly key: string;
  readonly values: readonly NamingValue[];
}

export interface Dn {
  /** The form shown to clients. */
  readonly text: string;
  /** Equal keys name the same entry. */
  readonly key: string;
  readonly rdns: readonly Rdn[];
}

const mustEscape = new Set([...'"+,;<>\\']);

/** A value as written in a DN: specials as `\2C`, the way slapd prints them. */
const escapeValue = (value: string): string => {
  let text = '';
  const last = value.length - 1;
  for (let i = 0; i <= last; i++) {
    const letter = value[i]!;
    const edge = (letter === ' ' && (i === 0 || i === last)) || (letter === '#' && i === 0);
    const code = letter.charCodeAt(0);
    text +=
      edge || code < 0x20 || code === 0x7f || mustEscape.has(letter) || letter === '='
        ? `\\${code.toString(16).toUpperCase().padStart(2, '0')}`
        : letter;
  }
  return text;
};

const foldValue = (type: AttributeType, value: string): string => {
  const prepared = value.normalize('NFKC').replace(/\s+/gu, ' ').replace(/^ | $/g, '');
  return type.rule === 'caseExact' || type.rule === 'caseExactIa5' ? prepared : prepared.toLowerCase();
};

interface Cursor {
  readonly text: string;
  at: number;
}

const skipSpaces = (cursor: Cursor): void => {
  while (cursor.text[cursor.at] === ' ') cursor.at++;
};

/** Reads an attribute value up to the next unescaped separator; undefined where an escape is broken. */
const readValue = (cursor: Cursor): string | undefined => {
  const bytes: number[] = [];
  // Length up to the last character that is not an unescaped space: trailing spaces are not part of the value.
  let kept = 0;
  while (cursor.at < cursor.text.length) {
    const letter = String.fromCodePoint(cursor.text.codePointAt(cursor.at)!);
    if (letter === ',' || letter === ';' || letter === '+') break;
    if (letter === '"' || letter === '<' || letter === '>') return undefined;
    cursor.at += letter.length;
    if (letter !== '\\') {
      bytes.push(...Buffer.from(letter));
      if (letter !== ' ') kept = bytes.length;
      continue;
    }
    const hex = /^[0-9a-fA-F]{2}/.exec(cursor.text.slice(cursor.at, cursor.at + 2))?.[0];
    const special = cursor.text[cursor.at];
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (special !== undefined && ' "#+,;<=>\\'.includes(special)) bytes.push(special.charCodeAt(0));
    else return undefined;
    cursor.at += hex === undefined ? 1 : 2;
    kept = bytes.length;
  }
  const text = Buffer.from(bytes.slice(0, kept)).toString('utf8');
  return text.includes('�') ? undefined : text;
};

const readNamingValue = (cursor: Cursor): NamingValue | undefined => {
  skipSpaces(cursor);
  const name = /^[A-Za-z][A-Za-z0-9-]*/.exec(cursor.text.slice(cursor.at, cursor.at + 64))?.[0] ?? '';
  const type = findType(name);
  cursor.at += name.length;
  skipSpaces(cursor);
  if (type === undefined || cursor.text[cursor.at] !== '=') return undefined;
  cursor.at++;
  skipSpaces(cursor);
  const value = readValue(cursor);
  return value === undefined || value === '' ? undefined : { type, value };
};

const makeRdn = (values: readonly NamingValue[]): Rdn => ({
  values,
  text: values.map(({ type, value }) => `${type.name}=${escapeValue(value)}`).join('+'),
  key: values
    .map(({ type, value }) => `${type.name.toLowerCase()}=${escapeValue(foldValue(type, value))}`)
    .sort()
    .join('+'),
});

/** A DN from its RDNs, the entry's own first. */
export const makeDn = (rdns: readonly Rdn[]): Dn => ({
  rdns,
  text: rdns.map(({ text }) => text).join(','),
  key: rdns.map(({ key }) => key).join(','),
});

/** Parses a DN; the empty text is the root DSE. Refused with invalidDNSyntax. */
export const parseDn = (text: string): Parsed<Dn> => {
  const rdns: Rdn[] = [];
  const cursor: Cursor = { text, at: 0 };
  skipSpaces(cursor);
  if (cursor.at === text.length) return parsed(makeDn([]));
  for (;;) {
    const values: NamingValue[] = [];
    for (;;) {
      const value = readNamingValue(cursor);
      if (value === undefined) return unparsed('invalidDNSyntax', 'invalid DN');
      values.push(value);
      if (text[cursor.at] !== '+') break;
      cursor.at++;
    }
    rdns.push(makeRdn(values));
    if (cursor.at >= text.length) return parsed(makeDn(rdns));
    cursor.at++;
  }
};

/** The DN of the entry above; undefined for the root. */
export const parentOf = (dn: Dn): Dn | undefined =>
  dn.rdns.length === 0 ? undefined : makeDn(dn.rdns.slice(1));

/** Whether `dn` lies below `ancestor`, or is it. */
export const isWithin = (dn: Dn, ancestor: Dn): boolean => isKeyWithin(dn.key, ancestor.key);

/** The same by keys. */
export const isKeyWithin = (key: string, ancestorKey: string): boolean =>
  ancestorKey === '' || key === ancestorKey || key.endsWith(`,${ancestorKey}`);
