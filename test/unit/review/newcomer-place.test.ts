/** Newcomers of two forms stand apart, whatever their ids; those of one form stand together. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeNewcomers } from '../../../src/forms/newcomer-place.ts';
import type { Edit } from '../../../src/model/directory/edit.ts';

const idOf = (number: number) => `LC-${String(number).padStart(6, '0')}`;
const add = (number: number): Edit => ({ kind: 'add-person', person: { id: idOf(number), name: 'An' } });
const placeOf = (edits: readonly Edit[]) =>
  edits.map((edit) => (edit.kind === 'add-person' ? edit.after : undefined));

it('neighbours in number are never behind the same one', () => {
  const people = fc
    .integer({ min: 2, max: 60 })
    .map((count) => Array.from({ length: count }, (_, i) => `P${i}`));
  fc.assert(
    fc.property(people, fc.nat({ max: 900_000 }), (ids, number) => {
      const [one] = placeOf(placeNewcomers([add(number)], ids));
      const [other] = placeOf(placeNewcomers([add(number + 1)], ids));
      expect(ids).toContain(one);
      expect(ids).toContain(other);
      expect(one).not.toBe(other);
    }),
  );
});

it('a list goes in one piece', () => {
  const placed = placeOf(placeNewcomers([add(7), add(8), add(9)], ['P0', 'P1', 'P2', 'P3']));
  expect(placed).toEqual(['P3', idOf(7), idOf(8)]);
  expect(placeOf(placeNewcomers([add(8)], ['P0', 'P1', 'P2', 'P3'], idOf(7)))).toEqual([idOf(7)]);
});

it.each([[[]], [['P0']]])('among %j there is no other place than the end', (people) => {
  expect(placeOf(placeNewcomers([add(7)], people))).toEqual([undefined]);
});

it('other edits stay as they are', () => {
  const edits: readonly Edit[] = [{ kind: 'remove-person', id: 'P1' }];
  expect(placeNewcomers(edits, ['P0', 'P1'])).toEqual(edits);
});
