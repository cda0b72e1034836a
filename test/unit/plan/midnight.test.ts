/** A plan that was shown in the evening, and an approval of it, hold in the morning; what the day changes changes them. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { makeStory } from '../../support/lifecycle-story.ts';
import { type Files, organizationText, policyText } from '../../support/world.ts';

const people = [
  'Nguyễn Văn An',
  'Trần Thị Bình',
  'Lò Văn Chi',
  'Vàng A Dũng',
  'Giàng A Páo',
  'Lý Thị Mỷ',
].map((name, at) => `id: LC-00000${at + 1}, name: ${name}`);
const none = 'mailbox: none\n';
const files = (x: readonly string[], more = none, y: readonly string[] = []) => ({
  sokx: organizationText('sokx', x, more),
  soky: organizationText('soky', y),
});
const each = (of: (person: string, at: number) => string) => people.map(of);
const retired = (date: string) => (person: string) =>
  `${person}, termination: {reason: retirement, document: 7/QĐ, decided: ${date}}`;
const breach = (date: string) => (person: string) =>
  `${person}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}}`;
const calm = { loginsSince: '2026-03-01' };
const open = { ...calm, policy: policyText.replace(/count: \d/g, 'count: 99') };

function plans(before: Files, after: Files, days: readonly string[], more: object = calm): Plan[] {
  const story = makeStory();
  story.run(before, '2026-01-05', open);
  return days.map((day) => story.plan(after, day, more));
}
const evening = '2026-03-02';
const days = [evening, '2026-03-03', '2026-03-06'];
const soky = people.map((person) => person);

const worlds: readonly (readonly [string, Files, Files])[] = [
  ['issues', files([]), files(people)],
  ['ends', files(people), files(each(retired('2026-03-02')))],
  ['suspensions decided that day', files(people), files(each(breach('2026-03-02')))],
  [
    'renames by a new code',
    files(people),
    { ...files(people), sokx: organizationText('sokx', people, none).replace('code: sokx', 'code: sokn') },
  ],
  [
    'moves',
    files([...people, 'id: LC-000009, name: Lò Thị Đôi']),
    files(['id: LC-000009, name: Lò Thị Đôi'], none, soky),
  ],
  [
    'first sights of a removal',
    files([...people, 'id: LC-000009, name: Lò Thị Đôi']),
    files(['id: LC-000009, name: Lò Thị Đôi']),
  ],
];

describe('over midnight', () => {
  it.each(worlds)(
    'the digest of %s is the same, and the approval of what is held',
    (_what, before, after) => {
      const free = plans(before, after, days, open);
      expect(free[0]?.changes.length).toBeGreaterThan(0);
      expect(new Set(free.map(({ digest }) => digest)).size, JSON.stringify(free[0]?.changes[0])).toBe(1);
      const held = plans(before, after, days);
      expect(new Set(held.map(({ digest, approval }) => `${digest} ${approval}`)).size).toBe(1);
    },
  );

  it('a succession is the same until the day of an address comes', () => {
    const gone = 'dissolved: {document: 9/NQ, date: 2026-03-02, successor: soky}\n';
    const made = plans(
      files(people, ''),
      { sokx: organizationText('sokx', [], gone), soky: organizationText('soky', people) },
      days,
      open,
    );
    expect(made[0]?.changes.length).toBeGreaterThan(5);
    expect(new Set(made.map(({ digest }) => digest)).size).toBe(1);
  });

  it('another day of a record is another set', () => {
    const [one] = plans(files(people), files(each(breach('2026-02-27'))), [evening], open);
    const [other] = plans(files(people), files(each(breach('2026-02-26'))), [evening], open);
    expect(one?.digest).not.toBe(other?.digest);
  });

  it('a term that is reached, and one more item, are another set', () => {
    const leaving = each((person, at) =>
      at < 5 ? retired('2026-03-02')(person) : retired('2026-03-03')(person),
    );
    const [before, after] = plans(files(people), files(leaving), [evening, '2026-03-03']);
    expect(before?.approval).toBeDefined();
    expect(after?.approval).toBeDefined();
    expect(before?.approval).not.toBe(after?.approval);
  });

  it('an approval is for nothing while the read is in doubt, and stays unused', () => {
    const story = makeStory();
    story.run(files(people), '2026-01-05', open);
    const after = files(each(retired('2026-03-02')));
    const doubt = { seen: 6, expected: 100 };
    const doubted = story.plan(after, evening, { ...calm, doubt });
    const approved = story.plan(after, evening, calm).approval ?? '';
    expect(story.plan(after, evening, { ...calm, doubt, approved })).toMatchObject({ changes: [] });
    expect(story.plan(after, evening, { ...calm, doubt, approved }).approved).toBeUndefined();
    expect(doubted.approval).toBe(approved);
  });

  it('an approval of the evening lets the same set pass in the morning', () => {
    const story = makeStory();
    story.run(files(people), '2026-01-05', open);
    const after = files(each(retired('2026-03-02')));
    const approved = story.plan(after, evening, calm).approval ?? '';
    const plan = story.run(after, '2026-03-03', { ...calm, approved });
    expect(plan.approved).toBe(approved);
    expect(plan.changes.map(({ account }) => account?.since)).toEqual(people.map(() => '2026-03-03'));
  });
});
