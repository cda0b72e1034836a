/** Evaluates a filter on an entry: true, false, or undefined for the third value of RFC 4511 §4.5.1.7. */

import { type AttributeType, findType } from '../schema/attribute-types.ts';
import { compareKeys, normalizePiece, normalizeValue } from '../schema/matching.ts';
import { classKeys } from '../schema/object-classes.ts';
import { parseUtf8 } from '../wire/ber.ts';
import type { Filter } from '../wire/filter.ts';
import type { Entry } from './entry.ts';

export type Verdict = boolean | undefined;

/** A filter with its types looked up and its values normalized once, not once for each entry. */
export type FilterTest = (entry: Entry) => Verdict;

const undecided: FilterTest = () => undefined;

/** The keys of an entry's values, computed attributes included. */
const keysOf = (entry: Entry, type: AttributeType): readonly string[] => {
  if (type.name === 'entryDN') return [entry.dn.key];
  const keys = entry.attributes.get(type.name)?.keys ?? [];
  if (type.name !== 'objectClass') return keys;
  return keys.flatMap(classKeys);
};

/** True if any value matches: attributes are sets of values. */
const anyKey =
  (type: AttributeType, matches: (key: string) => boolean): FilterTest =>
  (entry) =>
    keysOf(entry, type).some(matches);

const makeAnd =
  (tests: readonly FilterTest[]): FilterTest =>
  (entry) => {
    let verdict: Verdict = true;
    for (const test of tests) {
      const one = test(entry);
      if (one === false) return false;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };

const makeOr =
  (tests: readonly FilterTest[]): FilterTest =>
  (entry) => {
    let verdict: Verdict = false;
    for (const test of tests) {
      const one = test(entry);
      if (one === true) return true;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };

const makeNot =
  (test: FilterTest): FilterTest =>
  (entry) => {
    const verdict = test(entry);
    return verdict === undefined ? undefined : !verdict;
  };

const containsPieces = (key: string, initial: string, any: readonly string[], final: string): boolean => {
  if (!key.startsWith(initial)) return false;
  let at = initial.length;
  for (const piece of any) {
    const found = key.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return key.length - final.length >= at && key.endsWith(final);
};

const makeSubstrings = (filter: Filter & { kind: 'substrings' }, type: AttributeType): FilterTest => {
  if (!type.substrings) return undecided;
  const texts = [filter.initial, ...filter.any, filter.final].map((piece) =>
    piece === undefined ? '' : parseUtf8(piece),
  );
  if (texts.includes(undefined)) return undecided;
  const [initial, ...rest] = texts.map((text) => normalizePiece(type, text!));
  const final = rest.pop()!;
  return anyKey(type, (key) => containsPieces(key, initial!, rest, final));
};

const makeComparison = (
  kind: 'equal' | 'atLeast' | 'atMost',
  type: AttributeType,
  value: Buffer,
): FilterTest => {
  const text = parseUtf8(value);
  const wanted = text === undefined ? undefined : normalizeValue(type, text);
  if (wanted === undefined || type.rule === 'none') return undecided;
  if (kind === 'equal') return anyKey(type, (key) => key === wanted);
  if (!type.ordering) return undecided;
  return kind === 'atLeast'
    ? anyKey(type, (key) => compareKeys(type, key, wanted) >= 0)
    : anyKey(type, (key) => compareKeys(type, key, wanted) <= 0);
};

/**
 * Compiles a filter. A type that is unknown, or that `mayAsk` forbids, makes its part Undefined,
 * so that nobody learns a hidden value by guessing it in a filter.
 */
export const makeFilterTest = (filter: Filter, mayAsk: (type: AttributeType) => boolean): FilterTest => {
  switch (filter.kind) {
    case 'and':
      return makeAnd(filter.filters.map((part) => makeFilterTest(part, mayAsk)));
    case 'or':
      return makeOr(filter.filters.map((part) => makeFilterTest(part, mayAsk)));
    case 'not':
      return makeNot(makeFilterTest(filter.filter, mayAsk));
    case 'undefined':
      return undecided;
    default: {
      const type = findType(filter.type);
      if (type === undefined || !mayAsk(type)) return undecided;
      if (filter.kind === 'present') return (entry) => keysOf(entry, type).length > 0;
      return filter.kind === 'substrings'
        ? makeSubstrings(filter, type)
        : makeComparison(filter.kind, type, filter.value);
    }
  }
};
