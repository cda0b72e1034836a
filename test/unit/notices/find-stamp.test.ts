/** An id finds the suspensions it was made of, whatever else is suspended beside them, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import type { NoticeMark } from '../../../src/model/notice.ts';
import { findStamp } from '../../../src/notices/find-stamp.ts';
import { noticeId } from '../../../src/notices/id.ts';

const suspended = (index: number, date: string, more: object = {}): Declared =>
  ({
    key: `person:LC-${index}`,
    organization: { id: 'soa' },
    declaration: { suspension: { reason: 'inactivity', date, ...more } },
  }) as unknown as Declared;
const markOf = ({ key, declaration }: Declared): NoticeMark => ({
  key,
  day: declaration?.suspension?.date ?? '',
  reason: 'inactivity',
});
const idOf = (marks: readonly NoticeMark[], organization = 'soa') =>
  noticeId({ kind: 'suspension', organization }, marks);
const keysOf = (id: string, declared: readonly Declared[]): readonly Key[] | undefined =>
  findStamp(id, 'soa', declared)
    ?.marks.map(({ key }) => key)
    .toSorted();

const day = (index: number) => `2026-11-${String(index + 1).padStart(2, '0')}`;

it('finds any choice among twelve, by the first eight signs', () => {
  const choice = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }).filter((all) => all.includes(true));
  fc.assert(
    fc.property(choice, fc.array(fc.nat(27), { minLength: 12, maxLength: 12 }), (chosen, days) => {
      const everybody = days.map((one, index) => suspended(index, day(one)));
      const meant = everybody.filter((_, index) => chosen[index]);
      const id = idOf(meant.map(markOf));
      expect(keysOf(id.slice(0, 8), everybody)).toEqual(meant.map(({ key }) => key).toSorted());
    }),
    { numRuns: 20 },
  );
});

it('finds those of successive days among many', () => {
  const everybody = Array.from({ length: 60 }, (_, index) => suspended(index, day(index % 20)));
  const meant = everybody.filter(({ declaration }) => {
    const date = declaration?.suspension?.date ?? '';
    return date >= '2026-11-05' && date <= '2026-11-09';
  });
  expect(meant).toHaveLength(15);
  expect(keysOf(idOf(meant.map(markOf)), everybody)).toEqual(meant.map(({ key }) => key).toSorted());
});

it('finds those who share a recorded notice among many', () => {
  const notice = { document: '45/TB-SKHCN', date: '2026-11-24' };
  const everybody = Array.from({ length: 30 }, (_, index) =>
    suspended(index, day(index % 2), index % 3 === 0 ? { notice } : {}),
  );
  const meant = everybody.filter((_, index) => index % 3 === 0);
  expect(keysOf(idOf(meant.map(markOf)), everybody)).toEqual(meant.map(({ key }) => key).toSorted());
});

it('finds nothing of another organization, of another day, or of nobody', () => {
  const everybody = [suspended(1, day(1)), suspended(2, day(2))];
  const marks = everybody.map(markOf);
  expect(keysOf(idOf(marks, 'sob'), everybody)).toBeUndefined();
  expect(keysOf(idOf(marks.map((mark) => ({ ...mark, day: day(3) }))), everybody)).toBeUndefined();
  expect(keysOf(idOf(marks), [])).toBeUndefined();
  expect(keysOf(idOf(marks), everybody.slice(1))).toBeUndefined();
});
