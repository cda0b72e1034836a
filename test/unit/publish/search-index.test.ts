/** Every word of whoever is shown finds him, and nobody else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Published, PublishedOrganization } from '../../../src/model/publish/published.ts';
import { makeSearchIndex } from '../../../src/publish/search-index.ts';
import { addressWords, initialsOf, searchWords } from '../../../src/publish/search-words.ts';

const house = (id: string, names: readonly string[]): PublishedOrganization => ({
  id,
  name: `Sở ${id}`,
  kind: 'provincial',
  above: [],
  below: [],
  otherAddresses: [],
  predecessors: [],
  people: names.map((name, index) => ({
    slug: `${id}${index}`,
    name,
    address: `a${index}.${id}@laichau.gov.vn`,
    otherAddresses: [],
  })),
});

const publishedOf = (...houses: readonly PublishedOrganization[]): Published => ({
  audience: 'public',
  province: 'Lai Châu',
  domain: 'laichau.gov.vn',
  organizations: new Map(houses.map((one) => [one.id, one])),
});

/** The numbers of those a word finds, as the page reads them. */
function numbersOf(index: ReturnType<typeof makeSearchIndex>, word: string): readonly number[] {
  let number = 0;
  const steps = index.words.get(word.slice(0, 2))?.[word];
  return (steps?.split(' ') ?? []).map((step) => (number += Number.parseInt(step, 36)));
}

test.each([
  ['Nguyễn Văn Đạt', ['nguyen', 'van', 'dat']],
  ['Nguyễn Văn Đạt'.normalize('NFD'), ['nguyen', 'van', 'dat']],
  ['H’Hen Niê', ['h', 'hen', 'nie']],
  ['  ', []],
])('%s is found by %o', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test('an address is found by its labels, and not by the domain of all', () => {
  expect(addressWords('annv.sotttt@laichau.gov.vn')).toEqual(['annv', 'sotttt']);
});

test('initials are those people write', () => {
  expect(initialsOf('Sở Thông tin và Truyền thông')).toEqual(['sttvtt', 'stttt']);
});

describe('the index', () => {
  test('keeps people in the order of their organizations', () => {
    const index = makeSearchIndex(publishedOf(house('a', ['Lò An']), house('b', ['Tao Chi', 'Lò Bình'])));
    expect(index.organizations.map(([id, , , , first, count]) => [id, first, count])).toEqual([
      ['a', 0, 1],
      ['b', 1, 2],
    ]);
    expect(numbersOf(index, 'lo')).toEqual([0, 2]);
  });

  test('has each under each of its words, and under no other', () => {
    const syllable = fc.constantFrom('Nguyễn', 'Lò', 'Văn', 'An', 'Ánh', 'Đào', 'È');
    const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 6 }), { maxLength: 4 }), (names) => {
        const index = makeSearchIndex(publishedOf(...names.map((people, at) => house(`x${at}`, people))));
        const all = names.flat();
        for (const word of ['nguyen', 'lo', 'van', 'an', 'anh', 'dao', 'e']) {
          const expected = all.flatMap((one, at) => (searchWords(one).includes(word) ? [at] : []));
          expect(numbersOf(index, word)).toEqual(expected);
        }
      }),
    );
  });

  test('is cut into parts a telephone can load', () => {
    const index = makeSearchIndex(
      publishedOf(
        house(
          'a',
          Array.from({ length: 600 }, () => 'Lò An'),
        ),
      ),
    );
    expect(index.people.map((part) => part.length)).toEqual([250, 250, 100]);
  });
});
