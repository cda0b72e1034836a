/** A number is written where the draft is still about what the files say, and nowhere else (8.1). */
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { NoticeRecord } from '../../../src/model/directory/notice-record.ts';
import type { NoticeKind, NoticeStamp } from '../../../src/model/notice.ts';
import { noticeId } from '../../../src/notices/id.ts';
import { judgeRecord } from '../../../src/notices/judge-record.ts';
import { judgeNumber } from '../../../src/notices/number.ts';
import { readWorld } from '../../support/world.ts';

const start = 'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\n';
const other = 'id: sob\nname: Sở Tài chính\nkind: provincial\nparent: ubnd\ncode: stc\n';
const today = '2026-11-27';
const decision = { document: '45/TB-SKHCN', date: '2026-11-24' };
const suspended = 'suspension: {reason: inactivity, date: 2026-11-20';
const person = (id: string, more: string) => `  - {id: ${id}, name: Nguyễn Văn An, ${more}}\n`;

const stampOf = (keys: readonly string[], more: Partial<NoticeStamp> = {}): NoticeStamp => {
  const kind: NoticeKind = more.kind ?? 'suspension';
  const marks = keys.map((key) => ({ key: key as Key, day: '2026-11-20', reason: 'inactivity' as const }));
  const id = noticeId({ kind, organization: 'soa' }, marks);
  return { id, kind, organization: 'soa', drafted: '2026-11-23', marks, ...more };
};

function judge(people: string, stamp: NoticeStamp, more: { register?: NoticeRecord[]; other?: string } = {}) {
  const texts = { soa: `${start}people:\n${people}`, sob: other + (more.other ?? '') };
  const { declared } = readWorld(texts);
  const verdict = judgeRecord(stamp, { declared, register: more.register ?? [], decision, today });
  return 'refusals' in verdict ? verdict.refusals.map(({ says }) => says) : verdict;
}

const one = ['person:LC-1'];

describe('of a suspension', () => {
  it('is written for everybody of it, and left where it stands already', () => {
    const noticed = `${suspended}, notice: {document: 45/TB-SKHCN, date: 2026-11-24}}`;
    const people = person('LC-1', `${suspended}}`) + person('LC-2', noticed);
    expect(judge(people, stampOf([...one, 'person:LC-2']))).toEqual({ write: one, left: ['person:LC-2'] });
  });

  it('is written for an agency mailbox', () => {
    const mailbox = `${person('LC-1', 'title: A')}mailbox: {${suspended}}}\n`;
    expect(judge(mailbox, stampOf(['organization:soa']))).toEqual({ write: ['organization:soa'], left: [] });
  });

  it.each([
    ['restored since', `${suspended}}, restoration: {document: 1/A-B, date: 2026-11-22}`, 'restored'],
    [
      'ended since',
      `${suspended}}, termination: {reason: retirement, document: 1/A-B, decided: 2026-11-22}`,
      'ended',
    ],
    ['suspended on another day', 'suspension: {reason: inactivity, date: 2026-11-22}', 'other'],
    [
      'suspended for another reason',
      'suspension: {reason: violation, clause: "12.5", document: 1/A-B, date: 2026-11-20}',
      'other',
    ],
    ['suspended in no file', 'title: A', 'unrecorded'],
  ])('is refused for somebody %s', (_, more, why) => {
    expect(judge(person('LC-1', more), stampOf(one))).toEqual([`notice-changed.${why}`]);
  });

  it('is refused for somebody who is gone, declared twice, or moved', () => {
    const mine = person('LC-1', `${suspended}}`);
    expect(judge(person('LC-2', 'title: A'), stampOf(one))).toEqual(['notice-changed.gone']);
    expect(judge(mine, stampOf(one), { other: `people:\n${mine}` })).toEqual(['notice-changed.gone']);
    const moved = judge(person('LC-2', 'title: A'), stampOf(one), { other: `people:\n${mine}` });
    expect(moved).toEqual(['notice-changed.moved']);
  });

  it('is refused where another number stands, whoever else could be written', () => {
    const people =
      person('LC-1', `${suspended}}`) +
      person('LC-2', `${suspended}, notice: {document: 44/TB-SKHCN, date: 2026-11-23}}`);
    expect(judge(people, stampOf([...one, 'person:LC-2']))).toEqual(['notice-recorded']);
  });

  it('is refused where the number stands with another day of the year, and not with last year’s', () => {
    const noticed = (date: string) =>
      person('LC-1', `${suspended}}`) +
      person('LC-2', `${suspended}, notice: {document: 45/TB-SKHCN, date: ${date}}}`);
    expect(judge(noticed('2026-11-23'), stampOf(one))).toEqual(['notice-number.used']);
    expect(judge(noticed('2025-11-24'), stampOf(one))).toEqual({ write: one, left: [] });
  });
});

describe('of what goes into the register', () => {
  const deletion = stampOf(one, { kind: 'deletion' });
  const known: NoticeRecord = {
    ...{ kind: 'deletion', organization: 'soa', people: one as Key[], id: deletion.id },
    ...decision,
  };
  it('is written once, and told where it has another number', () => {
    expect(judge(person('LC-2', 'title: A'), deletion)).toEqual({ write: one, left: [] });
    const again = judge(person('LC-2', 'title: A'), deletion, { register: [known] });
    expect(again).toEqual({ write: [], left: one });
    const another = [{ ...known, document: '44/TB-SKHCN' }];
    expect(judge(person('LC-2', 'title: A'), deletion, { register: another })).toEqual(['notice-recorded']);
  });

  it('is refused of an organization nobody has', () => {
    const stamp = { ...deletion, organization: 'soz' };
    expect(judge(person('LC-2', 'title: A'), stamp)).toEqual(['notice-changed.organization']);
  });
});

describe('a number', () => {
  const stamp = stampOf(one);
  it.each([
    ['45/TB-SKHCN', '2026-11-24', undefined],
    ['05/TB-UBND', '2026-11-24', undefined],
    ['45/2026/TB-SKHCN', '2026-11-24', undefined],
    ['45/TB-SKHCN-VP', '2026-11-27', undefined],
    ['45', '2026-11-24', 'notice-number.form'],
    ['45-TB/SKHCN', '2026-11-24', 'notice-number.form'],
    ['45/tb-skhcn', '2026-11-24', 'notice-number.form'],
    ['45/', '2026-11-24', 'notice-number.form'],
    ['45/SKHCN-CNTT', '2026-11-24', 'notice-number.symbol'],
    ['45/2025/TB-SKHCN', '2026-11-24', 'notice-number.year'],
    ['45/TB-SKHCN', '2026-11-28', 'notice-date.future'],
    ['45/TB-SKHCN', '2026-11-19', 'notice-date.act'],
    ['45/TB-SKHCN', '2025-11-24', 'notice-date.act'],
    ['45/TB-SKHCN', '2026-11-22', 'notice-date.draft'],
  ])('%s of %s', (document, date, says) => {
    expect(judgeNumber({ document, date }, stamp, today)?.says).toBe(says);
  });

  it('of a letter has the symbol of the office', () => {
    const letter = stampOf(one, { kind: 'restoration' });
    expect(judgeNumber({ document: '45/SKHCN-CNTT', date: '2026-11-24' }, letter, today)).toBeUndefined();
  });
});
