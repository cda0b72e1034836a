/** Whom a pull request takes out of the files: nobody whose lines only have a slip in them, and nobody beside him. */
import { expect, it } from 'vitest';
import { removedPeople } from '../../../src/review/removed.ts';
import { organizationText, readWorld } from '../../support/world.ts';

const file = organizationText('sokx', [
  'id: LC-000001, name: Nguyễn Văn An',
  'id: LC-000002, name: Lò Văn Chi',
]);
const directoryOf = (text: string) => readWorld({ sokx: text }).directory;
const removedBy = (text: string) => removedPeople(directoryOf(file), directoryOf(text)).map(({ id }) => id);

it('tells who is gone', () => {
  expect(removedBy(file)).toEqual([]);
  expect(removedBy(file.replace(/ {2}- \{id: LC-000002.*\n/, ''))).toEqual(['LC-000002']);
});

it.each([
  ['a mark of a word processor', file.replace('  - {id: LC-000002', '  • {id: LC-000002')],
  ['a quote left open', file.replace('Lò Văn Chi', '"Lò Văn Chi')],
  ['a key that is misspelled', file.replace('name: Lò', 'nmae: Lò')],
])('tells nobody for %s', (_what, text) => {
  expect(text).not.toBe(file);
  expect(removedBy(text)).toEqual([]);
});
