/** The address book's account, and what the province's files leave undone: found, unseen, and as it must be. */
import { expect, test } from 'vitest';
import type { AddressBookFacts, Examined, FilesFacts } from '../../../src/model/doctor/facts.ts';
import type { ServerCheckId } from '../../../src/model/doctor/finding.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import { containers, files, judge, ofDirectory, sound } from './sound.ts';

const what = remark('changed-since');
const marked = [...sound.markedUuids][0] as string;

const toldOf = (id: ServerCheckId, findings: ReturnType<typeof judge>) => {
  const { status, code, args } = findings.find((one) => one.id === id) ?? {};
  return [status, code, args];
};
const book = (facts: Partial<AddressBookFacts>): Examined<AddressBookFacts> => ({
  facts: { found: 100, closed: [], beyond: [], ...facts },
});

const hidden = { containers: { ...containers, people: { result: 'hidden' } as const } };

test.each<[string, Parameters<typeof ofDirectory>[0], readonly unknown[]]>([
  ['finds whom it must', {}, ['ok', 'sound', {}]],
  [
    'finds somebody who is suspended, whatever else',
    { addressBook: book({ closed: ['annv@x'], beyond: ['danhbaState'], found: 0 }) },
    ['failed', 'book-finds', { names: ['annv@x'] }],
  ],
  [
    'reads more than an address book',
    { addressBook: book({ beyond: ['danhbaState'] }) },
    ['failed', 'book-reads', { names: ['danhbaState'] }],
  ],
  ['finds nobody', { addressBook: book({ found: 0 }) }, ['failed', 'book-blind', { open: 500 }]],
  [
    'finds nobody, and nobody is to be found',
    { addressBook: book({ found: 0 }), open: 0 },
    ['unseen', 'unseen', { why: 'empty' }],
  ],
  ['is held against nothing', hidden, ['unseen', 'unseen', { why: 'containers' }]],
  ['is refused', { addressBook: { refused: what } }, ['failed', 'told', { what }]],
])('the address book %s', (_, more, told) => {
  expect(toldOf('ldap-addressbook', ofDirectory(more))).toEqual(told);
});

test('the address book is unseen, and never right, without its password', () => {
  const { addressBook: _, ...without } = sound;
  const findings = judge({ directory: { facts: without } });
  expect(toldOf('ldap-addressbook', findings)).toEqual(['unseen', 'unseen', { why: 'addressbook' }]);
});

test.each<[string, FilesFacts['adoption'], Parameters<typeof ofDirectory>[0], readonly unknown[]]>([
  ['is not there', undefined, {}, ['ok', 'sound', {}]],
  ['is open', [marked, '6f1d0b2e-0000-4000-8000-000000000002'], {}, ['ok', 'sound', {}]],
  ['is over', [marked.toUpperCase()], {}, ['warning', 'adoption-over', { entries: 1 }]],
  ['cannot be used', 'unusable', {}, ['failed', 'adoption-unusable', {}]],
  ['is over for whom nobody sees', [marked], hidden, ['unseen', 'unseen', { why: 'containers' }]],
])('an adoption that %s', (_, adoption, more, told) => {
  const directory = { facts: { ...sound, ...more } };
  expect(toldOf('adoption-file', judge({ directory, files: { ...files, adoption } }))).toEqual(told);
});

test('an adoption is not called over while the server was not seen', () => {
  const findings = judge({ directory: { refused: what }, files: { ...files, adoption: [] } });
  expect(toldOf('adoption-file', findings)).toEqual(['unseen', 'unseen', { why: 'ldap' }]);
});

test.each<[string, Partial<FilesFacts>, ServerCheckId, readonly unknown[]]>([
  [
    'a suspension nobody can write a notice of',
    { unnoticed: 1, noticesLack: ['notices.place'] },
    'notices',
    ['warning', 'notices-lacking', { waiting: 1, names: ['notices.place'] }],
  ],
  ['no suspension', { noticesLack: ['notices.place'] }, 'notices', ['ok', 'sound', {}]],
  ['notices that can be drafted', { unnoticed: 3 }, 'notices', ['ok', 'sound', {}]],
  [
    'a former domain',
    { formerDomains: ['cu.gov.vn'] },
    'former-domains',
    ['unseen', 'unseen', { why: 'former-domains' }],
  ],
])('%s', (_, more, id, told) => {
  expect(toldOf(id, judge({ files: { ...files, ...more } }))).toEqual(told);
});
