/** What is missing, what waits for a number and what is recorded is told of each notice, and of every mailbox once (8.1). */
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { NoticeKind, NoticeReason } from '../../../src/model/notice.ts';
import { isOpen } from '../../../src/model/notice-row.ts';
import { noticeId } from '../../../src/notices/id.ts';
import type { Draft } from '../../../src/notices/list.ts';
import {
  renderNoticesMarkdown,
  renderNoticesText,
  renderOpenNotices,
} from '../../../src/render/notices/list.ts';
import { noticesOf } from '../../../src/report/notices.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';
import { organizationText } from '../../support/world.ts';
import { account, factsOf, type Given, reportOf } from './world.ts';

const idle = 'suspension: {reason: inactivity, date: 2026-11-10';
const names: Readonly<Record<string, string>> = { 'LC-1': 'An', 'LC-2': 'Bình', 'LC-3': 'Chi' };
const person = (id: string, more: string) => `id: ${id}, name: Nguyễn Văn ${names[id]}, ${more}`;
const noticed = `${idle}, notice: {document: 45/TB-SKHCN, date: 2026-11-12}}`;

const suspended = (id: string, more = {}) =>
  account(`person:${id}`, {
    ...{ state: 'suspended', reason: 'inactivity', since: '2026-11-10', locked: true },
    ...{ address: `${id.toLowerCase()}@laichau.gov.vn`, lockedOn: '2026-11-10', ...more },
  });

const draftOf = (
  keys: readonly string[],
  more: { kind?: NoticeKind; day?: string; reason?: NoticeReason } = {},
): Draft => {
  const { kind = 'suspension', day = '2026-11-10', reason = 'inactivity' } = more;
  const marks = keys.map((key) => ({ key: key as Key, day, reason }));
  const stamp = { kind, organization: 'soa', drafted: '2026-11-13', marks };
  return { file: `${kind}.docx`, stamp: { ...stamp, id: noticeId(stamp, marks) } };
};

function list(people: readonly string[], more: Partial<Given>, drafts: readonly Draft[] = []) {
  const organizations = { soa: organizationText('soa', people) };
  return noticesOf(factsOf({ organizations, ...more }), drafts);
}
const brief = (rows: ReturnType<typeof list>) =>
  rows.map(({ status, kind, people, since, document }) => [
    status,
    kind,
    people.join(' '),
    since ?? document,
  ]);

describe('a suspension', () => {
  const people = [person('LC-1', `${idle}}`), person('LC-2', `${idle}}`), person('LC-3', noticed)];
  const accounts = ['LC-1', 'LC-2'].map((id) => suspended(id));
  const recorded = suspended('LC-3', { notice: '45/TB-SKHCN; 2026-11-12', noticedOn: '2026-11-12' });

  it('without a notice is missing, of one organization in one line', () => {
    expect(brief(list(people, { accounts: [...accounts, recorded] }))).toEqual([
      ['missing', 'suspension', 'person:LC-1 person:LC-2', '2026-11-10'],
      ['recorded', 'suspension', 'person:LC-3', '45/TB-SKHCN'],
    ]);
  });

  it('that is drafted waits for a number, with its age, and the others are missing still', () => {
    const rows = list(people, { accounts }, [draftOf(['person:LC-1'])]);
    expect(brief(rows).slice(0, 2)).toEqual([
      ['missing', 'suspension', 'person:LC-2', '2026-11-10'],
      ['waiting', 'suspension', 'person:LC-1', '2026-11-13'],
    ]);
    expect(rows[1]?.days).toBe(10);
  });

  it('whose draft is of another day, or of one who was restored, is missing, and the draft is told', () => {
    const rows = list(people, { accounts }, [draftOf(['person:LC-1'], { day: '2026-11-09' })]);
    expect(brief(rows).slice(0, 2)).toEqual([
      ['missing', 'suspension', 'person:LC-1 person:LC-2', '2026-11-10'],
      ['changed', 'suspension', 'person:LC-1', '2026-11-13'],
    ]);
  });

  it('that is recorded is told by the record, and not by its draft', () => {
    const rows = list([people[2] ?? ''], { accounts: [recorded] }, [draftOf(['person:LC-3'])]);
    expect(brief(rows)).toEqual([['recorded', 'suspension', 'person:LC-3', '45/TB-SKHCN']]);
  });

  it('is a deadline of every report as long as it is missing', () => {
    const organizations = { soa: organizationText('soa', people) };
    const { rows } = reportOf('deadlines', { organizations, accounts: [...accounts, recorded] });
    expect(rows.filter(({ event }) => event === 'notice')).toMatchObject([
      { key: 'person:LC-1', status: 'now', due: '2026-11-10', daysLeft: -13, change: 'suspend' },
      { key: 'person:LC-2', status: 'now', due: '2026-11-10', change: 'suspend' },
    ]);
  });
});

describe('a deletion', () => {
  const over =
    'suspension: {reason: inactivity, date: 2025-09-01, notice: {document: 45/TB-SKHCN, date: 2025-09-05}}';
  const people = [person('LC-1', over)];
  const register = (copied: string) =>
    `- {kind: deletion, organization: soa, people: ["person:LC-1"], document: 9/TB-SKHCN, date: 2026-11-20${copied}}\n`;
  const open = (given: Partial<Given>, drafts: readonly Draft[] = []) =>
    list(people, given, drafts)
      .filter(isOpen)
      .map(({ status, kind }) => `${status} ${kind}`);
  const calendar = 'year: 2025\nsource: 1/TB\nweekdaysOff: []\nweekendDaysWorked: []\n';
  const files = { 'calendar/2025.yaml': calendar, 'calendar/2026.yaml': calendar.replace('2025', '2026') };
  const sent = (copied: string) => ({ files: { ...files, 'notices.yaml': register(copied) } });

  it('is told by whose term is over and who has no entry any more', () => {
    expect(open({ files })).toEqual(['missing deletion']);
    const there = suspended('LC-1', { since: '2025-09-01', notice: '45/TB-SKHCN; 2025-09-05' });
    expect(open({ files, accounts: [there] })).toEqual([]);
  });

  it('is told by no read that may be incomplete', () => {
    expect(open({ files, doubt: { seen: 1, expected: 2 } as never })).toEqual([]);
  });

  it('that is drafted waits, whatever day the run had', () => {
    const draft = draftOf(['person:LC-1'], { kind: 'deletion', day: '2026-11-10', reason: 'term' });
    expect(open({ files }, [draft])).toEqual(['waiting deletion']);
  });

  it('that is recorded lacks the copy for the superior body until that is recorded too', () => {
    expect(open(sent(''))).toEqual(['recorded deletion']);
    expect(open(sent(', copied: 2026-11-21'))).toEqual([]);
  });
});

describe('an answer', () => {
  const people = [person('LC-1', 'title: A')];
  const one = (more: object) => [account('person:LC-1', { address: 'a@laichau.gov.vn', ...more })];
  it.each([
    ['an issue of these days', { issued: '2026-11-10' }, ['missing issue']],
    ['an issue of long ago', { issued: '2026-01-10' }, []],
    ['a restoration', { restored: '2026-11-10' }, ['missing restoration']],
    ['a reset, which may be answered by word', { reset: '13/STTTT-VP; 2026-11-10' }, []],
  ])('to %s', (_, more, wanted) => {
    const rows = list(people, { accounts: one(more) }).map(({ status, kind }) => `${status} ${kind}`);
    expect(rows).toEqual(wanted);
  });

  it('that stands in the register is missing no more', () => {
    const text =
      '- {kind: issue, organization: soa, people: ["person:LC-1"], document: 9/SKHCN-CNTT, date: 2026-11-11}\n';
    const given = { accounts: one({ issued: '2026-11-10' }), files: { 'notices.yaml': text } };
    expect(list(people, given).map(({ status }) => status)).toEqual(['recorded']);
  });
});

it('is told in one language each, in text and Markdown and on the page of a run', () => {
  const people = [person('LC-1', `${idle}}`), person('LC-2', `${idle}}`), person('LC-3', noticed)];
  const accounts = ['LC-1', 'LC-2'].map((id) => suspended(id));
  const rows = list(people, { accounts }, [draftOf(['person:LC-1'])]);
  const made = { today: '2026-11-23', rows, nameOf: () => '' };
  for (const [language, foreignIn] of [
    ['vi', englishIn],
    ['en', vietnameseIn],
  ] as const) {
    const told = [
      renderNoticesText(made, language),
      renderNoticesMarkdown(made, language),
      renderOpenNotices(made, language, 1).join('\n'),
    ];
    expect(foreignIn(told.join('\n'))).toEqual([]);
    expect(told[2]).toContain(language === 'vi' ? 'và 1 mục nữa' : 'and 1 more');
  }
  expect(renderNoticesText(made, 'vi')).toContain('chờ số [waiting]: 1');
});
