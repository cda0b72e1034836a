/** What the guard counts: every class, what the seven days before did, and the whole that it is a share of. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText } from '../../support/world.ts';

const idOf = (index: number) => `LC-0001${10 + index}`;
const keyOf = (index: number) => `person:${idOf(index)}`;
const today = '2026-03-20';
const line = (index: number, more = '', local = `balv${index}`) =>
  `id: ${idOf(index)}, name: Lò Văn Ba, address: ${local}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2024-01-01}${more}`;
const files = (people: readonly string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const count = 12;
const people = (of: (index: number) => string) =>
  files(Array.from({ length: count }, (_, index) => of(index)));
const breach = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-01}';
const ended = ', termination: {reason: resignation, document: 2/QĐ, decided: 2026-03-01}';
const restored = ', restoration: {document: 3/CV, date: 2026-03-19}';
/** Nothing passes: every count is told. */
const strict = policyText
  .replace('run: {share: 5, count: 5}', 'run: {share: 0, count: 0}')
  .replace('organization: {share: 30, count: 3}', 'organization: {share: 100, count: 1000}');

/** Twelve people, the first two of whom have this; then the last three get this. The numbers told of the run. */
function counted(before: string, tampered: Partial<ObservedAccount>, wanted: (index: number) => string) {
  const story = makeStory();
  const begin = (index: number) => line(index, index < 2 ? before : '');
  story.run(
    people((index) => line(index)),
    '2026-01-05',
  );
  story.run(people(begin), '2026-03-01');
  for (const index of [0, 1]) story.server.tamper(keyOf(index), tampered);
  const plan = story.plan(
    people((index) => (index < 9 ? begin(index) : wanted(index))),
    today,
    { policy: strict },
  );
  const [held] = plan.held.filter(({ code }) => code === 'guard');
  return held?.args;
}

const days: readonly (readonly [string, boolean])[] = [
  ['2026-03-13', false],
  ['2026-03-13 20260313010000Z', true],
  ['2026-03-14', true],
  [today, true],
  ['2026-03-27', true],
  ['2026-03-27 20260327010000Z', true],
  ['2026-03-28', false],
];

describe('the seven days before', () => {
  it.each(days)('a suspension made on %s counts: %s', (lockedOn, isCounted) => {
    const args = counted(breach, { lockedOn }, (index) => line(index, breach));
    expect(args).toMatchObject({ class: 'suspend', count: isCounted ? 5 : 3, of: 12 });
  });

  it.each(days)(
    'an end made on %s counts, and its account belongs to the whole: %s',
    (lockedOn, isCounted) => {
      const args = counted(ended, { lockedOn }, (index) => line(index, ended));
      expect(args).toMatchObject({
        class: 'terminate',
        count: isCounted ? 5 : 3,
        of: isCounted ? 12 : 10,
      });
    },
  );

  it.each(days)('somebody first missed on %s counts among the ends: %s', (missing, isCounted) => {
    const args = counted('', { missing }, (index) => line(index, ended));
    expect(args).toMatchObject({ class: 'terminate', count: isCounted ? 5 : 3, of: isCounted ? 14 : 12 });
  });

  it.each(days)('another address given on %s counts: %s', (renamedOn, isCounted) => {
    const args = counted('', { renamedOn }, (index) => line(index, '', `balv9${index}`));
    expect(args).toMatchObject({ class: 'rename', count: isCounted ? 5 : 3, of: 12 });
  });

  it('an end is none of the suspensions, nor a suspension of the ends', () => {
    const lockedOn = today;
    expect(counted(ended, { lockedOn }, (index) => line(index, breach))).toMatchObject({ count: 3, of: 10 });
    expect(counted(breach, { lockedOn }, (index) => line(index, ended))).toMatchObject({ count: 3, of: 12 });
  });

  it.each([
    ['2026-03-13', false],
    ['2026-03-14', true],
  ])('a mailbox that came back on %s counts among those that come back: %s', (since, isCounted) => {
    const story = makeStory();
    story.run(
      people((index) => line(index)),
      '2026-01-05',
    );
    for (const index of [9, 10, 11]) {
      story.server.tamper(keyOf(index), {
        state: 'terminated',
        since: '2026-03-02',
        reason: 'resignation',
        locked: true,
      });
    }
    for (const index of [0, 1]) story.server.tamper(keyOf(index), { since });
    const plan = story.plan(
      people((index) => line(index, index >= 9 ? restored : '')),
      today,
      { policy: strict },
    );
    expect(plan.held.find(({ code }) => code === 'guard')?.args).toMatchObject({
      class: 'wake',
      count: isCounted ? 5 : 3,
      of: 9,
    });
  });
});

describe('the limits', () => {
  const limited = (share: number, most: number) =>
    policyText
      .replace('run: {share: 5, count: 5}', `run: {share: ${share}, count: ${most}}`)
      .replace('organization: {share: 30, count: 3}', 'organization: {share: 100, count: 1000}');
  /** Three of twelve are a quarter. */
  it.each([
    [25, 0, false],
    [24.9, 0, true],
    [24.9, 2, true],
    [24.9, 3, false],
    [0, 3, false],
    [100, 0, false],
  ])('share %s and count %s hold three of twelve: %s', (share, most, isHeld) => {
    const story = makeStory();
    story.run(
      people((index) => line(index)),
      '2026-03-02',
    );
    const plan = story.plan(
      people((index) => line(index, index < 3 ? breach : '')),
      today,
      { policy: limited(share, most) },
    );
    expect(changesOf(plan)).toHaveLength(isHeld ? 0 : 3);
    expect(plan.held.filter(({ code }) => code === 'guard')).toHaveLength(isHeld ? 3 : 0);
  });
});
