/** Filters: the three-valued logic against a plain second reading of RFC 4511, and the indexes against a full walk. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownType } from '../../../src/embedded/schema/attribute-types.ts';
import { parseDn } from '../../../src/embedded/schema/dn.ts';
import { findCandidates } from '../../../src/embedded/store/candidates.ts';
import { type Entry, storedAttribute } from '../../../src/embedded/store/entry.ts';
import { makeFilterTest, type Verdict } from '../../../src/embedded/store/filter-test.ts';
import { isInScope, makeTree, type Tree } from '../../../src/embedded/store/tree.ts';
import type { Filter } from '../../../src/embedded/wire/filter.ts';

const read = (text: string) => {
  const dn = parseDn(text);
  if (!dn.ok) throw new Error(text);
  return dn.value;
};

/** Few names and values, so that generated filters often meet generated entries. */
const words = ['an', 'AN', 'binh', 'an binh', 'Ánh'];
const names = ['cn', 'uid', 'danhbaKey', 'description', 'nosuch'];
const word = fc.constantFrom(...words);

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('equal' as const),
    type: fc.constantFrom(...names),
    value: word.map((w) => Buffer.from(w)),
  }),
  fc.record({ kind: fc.constant('present' as const), type: fc.constantFrom(...names) }),
  fc.constant<Filter>({ kind: 'undefined' }),
);

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      filters: fc.array(tie('filter'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
  ),
}));

const attributes = fc.record(
  {
    cn: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    uid: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
    danhbaKey: word.map((one) => [one]),
    description: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

type Plain = Partial<Record<string, string[]>>;

let lastId = 0;
const makeEntry = (plain: Plain, dn = `cn=e${++lastId},dc=x`): Entry => ({
  id: ++lastId,
  dn: read(dn),
  attributes: new Map(
    Object.entries(plain).flatMap(([name, values]) =>
      values === undefined ? [] : [[name, storedAttribute(knownType(name), values)] as const],
    ),
  ),
});

const both = (a: Verdict, b: Verdict): Verdict => (a === false || b === false ? false : a && b);
const negate = (a: Verdict): Verdict => (a === undefined ? undefined : !a);

/** RFC 4511 §4.5.1.7 read once more, slowly. */
const judge = (question: Filter, plain: Plain): Verdict => {
  switch (question.kind) {
    case 'and':
      return question.filters.map((part) => judge(part, plain)).reduce(both, true);
    case 'or':
      return negate(question.filters.map((part) => negate(judge(part, plain))).reduce(both, true));
    case 'not':
      return negate(judge(question.filter, plain));
    case 'present':
      return question.type === 'nosuch' ? undefined : plain[question.type] !== undefined;
    case 'equal': {
      if (question.type === 'nosuch') return undefined;
      const wanted = question.value.toString();
      const fold = (text: string): string => (question.type === 'danhbaKey' ? text : text.toLowerCase());
      return (plain[question.type] ?? []).some((value) => fold(value) === fold(wanted));
    }
    default:
      return undefined;
  }
};

const always = (): boolean => true;
const test_ = (question: Filter, entry: Entry): Verdict => makeFilterTest(question, always)(entry);

describe('filter evaluation', () => {
  test('agrees with the slow reading on every filter and entry', () => {
    fc.assert(
      fc.property(filter, attributes, (question, plain) => {
        expect(test_(question, makeEntry(plain))).toBe(judge(question, plain));
      }),
      { numRuns: 2000 },
    );
  });

  test('de Morgan, and a double negation is none', () => {
    fc.assert(
      fc.property(filter, filter, attributes, (a, b, plain) => {
        const entry = makeEntry(plain);
        const not = (one: Filter): Filter => ({ kind: 'not', filter: one });
        expect(test_(not({ kind: 'and', filters: [a, b] }), entry)).toBe(
          test_({ kind: 'or', filters: [not(a), not(b)] }, entry),
        );
        expect(test_(not(not(a)), entry)).toBe(test_(a, entry));
      }),
    );
  });

  test('what may not be asked is Undefined, negated or not', () => {
    const entry = makeEntry({ cn: ['an'] });
    const asked: Filter = { kind: 'equal', type: 'cn', value: Buffer.from('an') };
    expect(makeFilterTest(asked, () => false)(entry)).toBeUndefined();
    expect(makeFilterTest({ kind: 'not', filter: asked }, () => false)(entry)).toBeUndefined();
  });

  test('substrings agree with a regular expression', () => {
    const piece = fc.stringMatching(/^[ab]{0,3}$/);
    fc.assert(
      fc.property(
        piece,
        fc.array(fc.stringMatching(/^[ab]{1,2}$/), { maxLength: 3 }),
        piece,
        fc.stringMatching(/^[ab]{1,8}$/),
        (initial, any, final, value) => {
          const bytes = (text: string): Buffer | undefined => (text === '' ? undefined : Buffer.from(text));
          const question: Filter = {
            kind: 'substrings',
            type: 'cn',
            initial: bytes(initial),
            any: any.map((one) => Buffer.from(one)),
            final: bytes(final),
          };
          const expression = new RegExp(`^${initial}.*${any.map((one) => `${one}.*`).join('')}${final}$`);
          expect(test_(question, makeEntry({ cn: [value] }))).toBe(expression.test(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('numbers are ordered as numbers, times as instants', () => {
    const entry = makeEntry({ danhbaCount: ['9'], danhbaSince: ['20260302070000+0700'] });
    const ask = (kind: 'atLeast' | 'atMost', type: string, value: string): Verdict =>
      test_({ kind, type, value: Buffer.from(value) }, entry);
    expect(ask('atMost', 'danhbaCount', '10')).toBe(true);
    expect(ask('atLeast', 'danhbaCount', '-10')).toBe(true);
    expect(ask('atLeast', 'danhbaCount', '123456789012345678901')).toBe(false);
    expect(ask('atMost', 'danhbaSince', '20260302000000Z')).toBe(true);
    expect(ask('atLeast', 'danhbaSince', '20260302000001Z')).toBe(false);
  });
});

describe('indexes', () => {
  const base = ['dc=x', 'ou=a,dc=x', 'ou=b,dc=x'];
  const scope = fc.constantFrom('base' as const, 'one' as const, 'sub' as const, 'children' as const);
  const step = fc.record({
    act: fc.constantFrom('put', 'put', 'change', 'move', 'remove'),
    pick: fc.nat(),
    under: fc.constantFrom(...base),
    plain: attributes,
  });

  /** A tree after some random changes, and what a naive list says it must hold. */
  const build = (
    steps: readonly { act: string; pick: number; under: string; plain: Plain }[],
  ): [Tree, Entry[]] => {
    const tree = makeTree(read('dc=x'));
    let list = base.map((dn) => makeEntry({}, dn));
    for (const entry of list) tree.put(entry);
    for (const { act, pick, under, plain } of steps) {
      const leaves = list.slice(base.length);
      const old = leaves[pick % Math.max(leaves.length, 1)];
      if (act === 'put' || old === undefined) {
        const entry = { ...makeEntry(plain, `cn=e${++lastId},${under}`), id: tree.newId() };
        tree.put(entry);
        list.push(entry);
        continue;
      }
      const next = {
        ...old,
        ...(act === 'move' ? { dn: read(`cn=e${++lastId},${under}`) } : makeEntry(plain, old.dn.text)),
        id: old.id,
      };
      if (act === 'remove') tree.remove(old);
      else tree.put(next);
      list = list.flatMap((one) => (one.id === old.id ? (act === 'remove' ? [] : [next]) : [one]));
    }
    return [tree, list.sort((a, b) => a.id - b.id)];
  };

  test('a search by index finds what a full walk finds, in order of ids', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        filter,
        scope,
        fc.constantFrom(...base),
        (steps, question, where, top) => {
          const [tree, list] = build(steps);
          const matches = (entry: Entry): boolean => test_(question, entry) === true;
          const walked = list.filter((entry) => isInScope(entry, read(top), where) && matches(entry));
          const found = findCandidates(tree, read(top), where, question).map((id) => tree.byId(id)!);
          expect(found.filter(matches).map(({ id }) => id)).toEqual(walked.map(({ id }) => id));
          expect(tree.size()).toBe(list.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an entry is found under the superiors of its classes, and not after it is gone', () => {
    const tree = makeTree(read('dc=x'));
    const entry = makeEntry({ objectClass: ['inetOrgPerson', 'danhbaAccount'] }, 'dc=x');
    tree.put(entry);
    for (const name of ['person', 'top', 'danhbaentry']) {
      expect([...(tree.holdersOf('objectClass', name) ?? [])], name).toEqual([entry.id]);
    }
    tree.remove(entry);
    expect([...(tree.holdersOf('objectClass', 'person') ?? [])]).toEqual([]);
    expect(tree.find('dc=x')).toBeUndefined();
  });
});
