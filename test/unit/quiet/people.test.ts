/** Who is one of the quiet: one of whom every word is the same, once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyedHash } from '../../../src/model/quiet/keyed-hash.ts';
import type { SeenEntry } from '../../../src/model/quiet/quiet.ts';
import { quietIndexes } from '../../../src/quiet/part.ts';
import { makePeople } from '../../../src/quiet/people.ts';
import { makeRowIndex } from '../../../src/quiet/rows.ts';

const none = { hashKey: () => {}, hashAddress: () => {}, ofAccount: () => undefined };
const rowOf = (key: number): number[] => [key, 2, 3, 4, key + 50, 6];
const peopleOf = (...rows: readonly number[][]) =>
  makePeople([{ organization: 'sokx', rows: Uint32Array.from(rows.flat()) }], makeKeyedHash([1, 2]), none);
const seen: SeenEntry = { keyLow: 1, keyHigh: 2, digestLow: 3, digestHigh: 4, isFresh: true, isUsed: false };

describe('somebody who is left out', () => {
  it('is one of whom every word is the same', () => {
    const people = peopleOf(rowOf(1), rowOf(9));
    expect(people.leaveOut(seen)).toBe(true);
    expect([people.count(), people.awake(true), people.isDoubled()]).toEqual([1, [[1]], false]);
    expect(people.left(true)).toMatchObject({ count: 1, isUsed: false });
    expect(people.left(true).perOrganization).toEqual(new Map([['sokx', 1]]));
  });

  it.each<[string, Partial<SeenEntry>]>([
    ['the first word of the key', { keyLow: 5 }],
    ['the second word of the key', { keyHigh: 5 }],
    ['the first word of the entry', { digestLow: 5 }],
    ['the second word of the entry', { digestHigh: 5 }],
    ['the time', { isFresh: false }],
  ])('is nobody where %s is another', (_name, more) => {
    const people = peopleOf(rowOf(1));
    expect(people.leaveOut({ ...seen, ...more })).toBe(false);
    expect(people.awake(true)).toEqual([[0]]);
  });

  it('is known where a word is beyond a signed one', () => {
    const people = peopleOf([0xffffffff, 2, 0xfffffffe, 4, 5, 6]);
    expect(people.leaveOut({ ...seen, keyLow: -1, digestLow: -2 })).toBe(true);
  });

  it('is told to be doubled where a second entry comes, and is nobody where the first was another', () => {
    const people = peopleOf(rowOf(1));
    expect([people.leaveOut(seen), people.leaveOut(seen), people.isDoubled()]).toEqual([true, false, true]);
    const others = peopleOf(rowOf(1));
    expect([others.leaveOut({ ...seen, digestLow: 9 }), others.leaveOut(seen), others.isDoubled()]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('is nobody of two with one key, or with one address', () => {
    expect(peopleOf(rowOf(1), rowOf(1), rowOf(7)).awake(false)).toEqual([[0, 1]]);
    expect(peopleOf(rowOf(1), [8, 2, 3, 4, 51, 6]).awake(false)).toEqual([[0, 1]]);
  });
});

it('rows whose first words are one are told apart by the second', () => {
  const rows = Uint32Array.from(Array.from({ length: 40 }, (_, at) => [7, at, 0, 0, 0, 0]).flat());
  const { find, doubles } = makeRowIndex(rows, 0);
  expect([find(7, 0), find(7, 39), find(7, 40), find(8, 0), doubles]).toEqual([0, 39, -1, -1, []]);
});

it('rows are found by both words, and told to be doubled, however near their slots are', () => {
  const word = fc.oneof(fc.constantFrom(0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff), fc.nat(0xffffffff));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 40 }), word, word, (pairs, low, high) => {
      const { find, doubles } = makeRowIndex(
        Uint32Array.from(pairs.flatMap(([first, second]) => [0, 0, first, second, 0, 0])),
        2,
      );
      const numbersOf = (first: number, second: number) =>
        pairs.flatMap((pair, number) => (pair[0] === first && pair[1] === second ? [number] : []));
      for (const [first, second] of [...pairs, [low, high] as const]) {
        const expected = numbersOf(first, second)[0] ?? -1;
        expect([find(first, second), find(first | 0, second | 0)]).toEqual([expected, expected]);
      }
      const twice = pairs.flatMap((pair, number) => (numbersOf(...pair).length > 1 ? [number] : []));
      expect([...doubles].sort((a, b) => a - b)).toEqual(twice);
    }),
    { numRuns: 2000 },
  );
});

it('the rows of a file are of all its people but the loud, in the order of the file', () => {
  const loudAt = (...indexes: readonly number[]) =>
    indexes.map((index) => ({ index, line: 1, person: { id: `LC-${index}`, name: 'Lò Văn An' } }));
  const organization = { id: 'sokx', name: 'Sở Xây dựng', kind: 'provincial', code: 'sokx' } as const;
  const indexesOf = (quiet: number, ...loud: readonly number[]) =>
    quietIndexes({ organization, suffix: null, loud: loudAt(...loud), quiet });
  expect([indexesOf(3, 0, 2), indexesOf(2), indexesOf(0, 0, 1)]).toEqual([[1, 3, 4], [0, 1], []]);
});
