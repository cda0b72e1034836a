/** Checks attributes of a request one by one, before any entry is looked at: type, syntax, number and repetition of values. */
import { type LdapResult, type Parsed, parsed, refuse, unparsed } from '../result.ts';
import { type AttributeType, findType } from '../schema/attribute-types.ts';
import { parseDn } from '../schema/dn.ts';
import { normalizeValue } from '../schema/matching.ts';
import { parseUtf8 } from '../wire/ber.ts';
import type { Controls } from '../wire/controls.ts';
import type { RawAttribute } from '../wire/request.ts';

export interface GivenAttribute {
  readonly type: AttributeType;
  readonly values: readonly string[];
  readonly keys: readonly string[];
}

/** The form a value is stored in: DNs are rewritten in the one form, passwords may be any octets. */
const parseValue = (type: AttributeType, octets: Buffer): string | undefined => {
  const text = parseUtf8(octets);
  if (type.rule === 'octetString') return text ?? octets.toString('latin1');
  if (text === undefined || type.rule !== 'distinguishedName') return text;
  const dn = parseDn(text);
  return dn.ok ? dn.value.text : undefined;
};

/** One attribute of an add or modify request. */
export const parseAttribute = ({ type: name, values }: RawAttribute): Parsed<GivenAttribute> => {
  const type = findType(name);
  if (type === undefined) return unparsed('undefinedAttributeType', `${name}: attribute type undefined`);
  const texts: string[] = [];
  const keys: string[] = [];
  for (const [i, octets] of values.entries()) {
    const text = parseValue(type, octets);
    const key = text === undefined ? undefined : normalizeValue(type, text);
    if (text === undefined || key === undefined) {
      return unparsed('invalidAttributeSyntax', `${name}: value #${i} invalid per syntax`);
    }
    if (keys.includes(key)) {
      return unparsed('attributeOrValueExists', `${name}: value #${i} provided more than once`);
    }
    texts.push(text);
    keys.push(key);
  }
  if (type.singleValued && texts.length > 1) {
    return unparsed('constraintViolation', `${name}: multiple values provided`);
  }
  return parsed({ type, values: texts, keys });
};

/** NO-USER-MODIFICATION (RFC 4512 §4.1.2): refused for everybody, unless Relax asks for the rights to be looked at. */
export const refuseServerOnly = (
  given: readonly GivenAttribute[],
  controls: Controls,
): LdapResult | undefined => {
  if (controls.relax === true) return undefined;
  const fixed = given.find(({ type }) => type.serverOnly);
  return fixed && refuse('constraintViolation', `${fixed.type.name}: no user modification allowed`);
};
