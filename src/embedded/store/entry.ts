/** A directory entry as a value: never changed in place, so a refused operation leaves nothing behind. */
import { type AttributeType, knownType } from '../schema/attribute-types.ts';
import type { Dn } from '../schema/dn.ts';
import { normalizeValue } from '../schema/matching.ts';

export interface StoredAttribute {
  readonly type: AttributeType;
  readonly values: readonly string[];
  /** Comparison keys, one for each value. */
  readonly keys: readonly string[];
}

/** By canonical type name. An attribute without values is not there. */
export type Attributes = ReadonlyMap<string, StoredAttribute>;

export interface Entry {
  /** Grows with every entry made; searches answer in this order, as slapd's mdb does. */
  readonly id: number;
  readonly dn: Dn;
  readonly attributes: Attributes;
}

/** An attribute from values already known to keep the syntax. */
export const storedAttribute = (type: AttributeType, values: readonly string[]): StoredAttribute => ({
  type,
  values,
  keys: values.map((value) => normalizeValue(type, value) ?? value),
});

/** A copy with one attribute replaced; no values removes it. */
export const withValues = (attributes: Attributes, name: string, values: readonly string[]): Attributes => {
  const copy = new Map(attributes);
  if (values.length === 0) copy.delete(name);
  else copy.set(name, storedAttribute(knownType(name), values));
  return copy;
};

export const allValues = (attributes: Attributes, name: string): readonly string[] =>
  attributes.get(name)?.values ?? [];

/** The only, or first, value. */
export const firstValue = (attributes: Attributes, name: string): string | undefined =>
  attributes.get(name)?.values[0];
