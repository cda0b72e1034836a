/** Whether an entry as a whole keeps the schema: its classes, what they require and allow, and its naming values. */
import { type LdapResult, type Parsed, parsed, refuse } from '../result.ts';
import type { Dn } from '../schema/dn.ts';
import { normalizeValue } from '../schema/matching.ts';
import { classChain, findClass, type ObjectClass } from '../schema/object-classes.ts';
import type { Attributes } from '../store/entry.ts';

const violation = (message: string): { ok: false; refusal: LdapResult } => ({
  ok: false,
  refusal: refuse('objectClassViolation', message),
});

/** The one structural class every other structural class of the entry is a superior of (RFC 4512 §2.4.2). */
const findStructural = (classes: readonly ObjectClass[]): Parsed<ObjectClass> => {
  const structural = classes.filter(({ kind }) => kind === 'structural');
  const lowest = structural.find((one) =>
    structural.every((other) => classChain(one).some(({ name }) => name === other.name)),
  );
  if (lowest !== undefined) return parsed(lowest);
  const [first, second] = structural;
  return first === undefined || second === undefined
    ? violation('no structural object class provided')
    : violation(`invalid structural object class chain (${first.name}/${second.name})`);
};

const checkNaming = (dn: Dn, attributes: Attributes): LdapResult | undefined => {
  for (const { type, value } of dn.rdns[0]?.values ?? []) {
    const held = attributes.get(type.name);
    if (held === undefined) {
      return refuse('namingViolation', `naming attribute '${type.name}' is not present in entry`);
    }
    if (!held.keys.includes(normalizeValue(type, value) ?? '')) {
      return refuse('namingViolation', `value of naming attribute '${type.name}' is not present in entry`);
    }
  }
  return undefined;
};

const checkContents = (classes: readonly ObjectClass[], attributes: Attributes): LdapResult | undefined => {
  for (const { name, must } of classes) {
    for (const required of must) {
      if (!attributes.has(required)) {
        return refuse('objectClassViolation', `object class '${name}' requires attribute '${required}'`);
      }
    }
  }
  for (const { type } of attributes.values()) {
    const allowed = classes.some(({ must, may }) => must.has(type.name) || may.has(type.name));
    if (!type.operational && !allowed) {
      return refuse('objectClassViolation', `attribute '${type.name}' not allowed`);
    }
  }
  return undefined;
};

/** The name of the entry's structural class, or why the entry is refused; in the order in which slapd looks. */
export const checkSchema = (dn: Dn, attributes: Attributes): Parsed<string> => {
  for (const { type, values } of attributes.values()) {
    if (type.singleValued && values.length > 1) {
      return {
        ok: false,
        refusal: refuse('constraintViolation', `attribute '${type.name}' cannot have multiple values`),
      };
    }
  }
  const names = attributes.get('objectClass')?.values;
  if (names === undefined) return violation('no objectClass attribute');
  const classes = names.flatMap((name) => findClass(name) ?? []);
  const structural = findStructural(classes);
  if (!structural.ok) return structural;
  const before = attributes.get('structuralObjectClass')?.values[0];
  if (before !== undefined && before !== structural.value.name) {
    const message = `structural object class modification from '${before}' to '${structural.value.name}' not allowed`;
    return { ok: false, refusal: refuse('objectClassModsProhibited', message) };
  }
  const refusal = checkNaming(dn, attributes) ?? checkContents(classes, attributes);
  return refusal === undefined ? parsed(structural.value.name) : { ok: false, refusal };
};
