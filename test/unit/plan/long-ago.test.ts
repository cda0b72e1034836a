/** A date more than sixty days back, on a record the server does not know yet: its year may be mistyped. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { findLongAgo } from '../../../src/plan/remarks/long-ago.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { organizationText } from '../../support/world.ts';
import { entryOf, sceneOf } from './scenes.ts';

const today = '2026-03-02';
/** Sixty days before, and the day before that. */
const [believed, doubted] = ['2026-01-01', '2025-12-31'];
const suspension = (date: string, notice?: string) =>
  `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}${
    notice === undefined ? '' : `, notice: {document: 32/TB, date: ${notice}}`
  }}`;
const termination = (decided: string) =>
  `termination: {reason: retirement, document: 7/QĐ, decided: ${decided}}`;
const restoration = (date: string) => `restoration: {document: 5/VP, date: ${date}}`;

function find(more: string, actual = entryOf(anKey), day = today) {
  const organizations = two([`${an}, ${more}`, binh], [dung]);
  return findLongAgo(sceneOf({ organizations, accounts: [actual], today: day }));
}
const found = (field: string, date: string, deletable: string) => ({
  ...{ key: anKey, name: 'Nguyễn Văn An', organization: 'sokx', field, date, deletable },
});
const suspended: Partial<ObservedAccount> = {
  ...{ state: 'suspended', reason: 'violation', since: doubted, lockedOn: doubted, locked: true },
};

describe('a date is pointed at', () => {
  it.each<[string, string, readonly object[]]>([
    ['of an end', termination(doubted), [found('termination', doubted, '2027-03-02')]],
    [
      'of a suspension, deletable a term after a notice of today',
      suspension(doubted),
      [found('suspension', doubted, '2027-03-02')],
    ],
    [
      'of its notice as well, deletable a term after that is first heard of',
      suspension('2025-12-29', doubted),
      [found('suspension', '2025-12-29', '2027-03-02'), found('notice', doubted, '2027-03-02')],
    ],
    [
      'of a notice older than what it is of',
      suspension('2026-01-05', doubted),
      [found('notice', doubted, '2027-03-02')],
    ],
    ['sixty days back is believed', termination(believed), []],
    ['of a suspension sixty days back is believed', suspension(believed, believed), []],
    ['of a suspension that was lifted since', `${suspension(doubted)}, ${restoration('2026-01-05')}`, []],
    ['of nothing', 'title: Phó', []],
  ])('%s', (_what, more, told) => {
    expect(find(more)).toEqual(told);
  });
});

describe('a date the server knows', () => {
  it.each<[string, Partial<ObservedAccount>, readonly string[]]>([
    ['of a suspension is not pointed at', suspended, ['notice']],
    [
      'of a suspension is known beside another value',
      { ...suspended, since: `${doubted}\u001f${today}` },
      ['notice'],
    ],
    ['of a suspension and its notice neither', { ...suspended, notice: `32/TB; ${doubted}` }, []],
    ['of another suspension is', { ...suspended, since: '2025-12-30' }, ['suspension', 'notice']],
    [
      'of a mailbox that works is none of a suspension',
      { ...suspended, state: 'active', locked: false },
      ['suspension', 'notice'],
    ],
    ['of another notice is', { ...suspended, notice: `33/TB; ${doubted}` }, ['notice']],
  ])('%s', (_what, more, fields) => {
    const told = find(suspension(doubted, doubted), entryOf(anKey, more));
    expect(told.map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, ObservedAccount]>([
    ['that has ended', entryOf(anKey, { state: 'terminated', locked: true, since: '2026-02-02' })],
    ['that is not there', entryOf('person:LC-000009')],
    ['that is an entry without a mailbox', entryOf(anKey, { mailbox: false })],
  ])('nobody loses a mailbox %s', (_what, actual) => {
    for (const more of [termination(doubted), suspension(doubted, doubted)]) {
      expect(find(more, actual)).toEqual([]);
    }
  });
});

describe('a suspension that is on the server under another date', () => {
  const since = '2024-12-02';
  const noticed = { notice: `32/TB; ${since}`, noticedOn: since, issued: '2024-01-08' };
  const long = entryOf(anKey, { ...suspended, ...noticed, since, lockedOn: since });

  it('may be deletable already', () => {
    expect(find(suspension('2024-11-29', since), long)).toEqual([
      found('suspension', '2024-11-29', '2025-12-02'),
    ]);
  });

  it('is deletable when its term is over', () => {
    const locked = { ...long, lockedOn: '2025-12-02' };
    expect(find(suspension('2024-11-29', since), locked)).toEqual([
      found('suspension', '2024-11-29', '2026-12-02'),
    ]);
  });

  it('is deletable today at the earliest where nobody can tell the day', () => {
    const late = { lockedOn: '2026-01-05', since: '2026-01-05', noticedOn: '2026-01-05' };
    const known = { ...long, ...late, notice: '32/TB; 2026-01-05' };
    expect(find(suspension('2026-01-02', '2026-01-05'), known, '2027-03-02')).toEqual([
      found('suspension', '2026-01-02', '2027-03-02'),
    ]);
  });
});

it('an organization without a mailbox in its record loses none', () => {
  const organizations = { sokx: organizationText('sokx', [], 'mailbox: none\n') };
  const actual = entryOf('organization:sokx', { organization: 'ubnd' });
  expect(findLongAgo(sceneOf({ organizations, accounts: [actual], today }))).toEqual([]);
});

it('an agency’s mailbox is like any other', () => {
  const mailbox = `mailbox: {${termination(doubted)}}\n`;
  const organizations = { sokx: organizationText('sokx', [], mailbox) };
  const actual = entryOf('organization:sokx', { organization: 'ubnd' });
  expect(findLongAgo(sceneOf({ organizations, accounts: [actual], today }))).toMatchObject([
    { key: 'organization:sokx', organization: 'sokx', field: 'termination', date: doubted },
  ]);
});
