/** `termination.effective` (8.2): the mailbox lives until the last day of work is over, and nobody gains or loses by a date. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasEnded, isLeaving, lastDayOf } from '../../../src/model/directory/ending.ts';
import type { Termination } from '../../../src/model/directory/organization.ts';
import { isReleased } from '../../../src/model/directory/release.ts';
import { addDays } from '../../../src/model/time/date.ts';
import { changesOf, heldAs, heldOf, makeStory, type Story } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, two } from '../../support/two-houses.ts';
import { type Files, organizationText } from '../../support/world.ts';

const text = (id: string, ...people: string[]) => organizationText(id, people, 'mailbox: none\n');
const files = (...people: string[]) => ({ sokx: text('sokx', ...people) });
const leaving = (decided: string, effective: string, reason = 'retirement', more = '') =>
  `${an}, termination: {reason: ${reason}, document: 77/QĐ, decided: ${decided}, effective: ${effective}${more}}`;

function begun(organizations: Files = files(an, binh), day = '2026-03-02'): Story {
  const story = makeStory();
  story.run(organizations, day);
  return story;
}

const reasons = ['retirement', 'resignation', 'transfer', 'dismissal', 'contract-end', 'death'] as const;

describe('the last day of work', () => {
  it.each(reasons)('for %s the mailbox lives until it is over', (reason) => {
    const story = begun();
    const record = files(leaving('2026-04-01', '2026-04-30', reason), binh);
    for (const day of ['2026-04-01', '2026-04-29', '2026-04-30']) {
      expect(changesOf(story.run(record, day))).toEqual([]);
    }
    expect(changesOf(story.run(record, '2026-05-01'))).toEqual([`terminate ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({
      state: 'terminated',
      reason,
      since: '2026-05-01',
      lockedOn: '2026-05-01',
      basis: '77/QĐ; 2026-04-01',
      locked: true,
    });
  });

  it('is announced within the warning days, and never before a run could tell it', () => {
    const story = begun();
    const record = files(leaving('2026-03-02', '2026-04-30'), binh);
    expect(story.plan(record, '2026-03-30').upcoming).toEqual([]);
    const announced = { key: anKey, kind: 'terminate', due: '2026-04-30', from: '2026-03-02' };
    for (const day of ['2026-03-31', '2026-04-30']) {
      expect(story.plan(record, day).upcoming).toMatchObject([announced]);
    }
    expect(story.plan(record, '2026-05-01').upcoming).toEqual([]);
  });

  it('gives the operator two working days from itself, and calls nobody late who was told after it', () => {
    const story = begun();
    // 31 March 2026 is a Tuesday.
    const due = (decided: string, effective: string, today: string) =>
      story.plan(files(leaving(decided, effective), binh), today).changes[0]?.why.due;
    expect(due('2026-03-16', '2026-03-31', '2026-04-01')).toBe('2026-04-02');
    expect(due('2026-03-16', '2026-03-31', '2026-04-02')).toBe('2026-04-02');
    expect(due('2026-03-16', '2026-03-31', '2026-04-03')).toBeUndefined();
    expect(due('2026-03-31', '2026-03-10', '2026-04-01')).toBe('2026-04-02');
  });

  it('before the decision ends nothing sooner, and deletes nothing sooner', () => {
    const story = begun();
    const record = files(leaving('2026-04-15', '2026-03-20', 'dismissal'), binh);
    expect(changesOf(story.run(record, '2026-04-14'))).toEqual([]);
    story.run(record, '2026-04-15');
    expect(story.account(anKey)).toMatchObject({ since: '2026-04-15', lockedOn: '2026-04-15' });
    expect(heldAs(story.plan(record, '2027-04-15'), 'deletion-not-due')).toMatchObject({
      args: { from: '2026-04-15', due: '2027-04-15' },
    });
  });

  it('heard of long after it counts from the day danhba locked it', () => {
    const story = begun();
    const record = files(leaving('2025-05-20', '2025-06-30'), binh);
    story.run(record, '2026-05-04');
    expect(heldAs(story.plan(record, '2026-06-01'), 'deletion-not-due')).toMatchObject({
      args: { from: '2026-05-04', due: '2027-05-04' },
    });
  });

  it('is not asked about its year because the decision lies months back', () => {
    const story = begun();
    const record = files(leaving('2026-03-02', '2026-08-31'), binh);
    expect(story.plan(record, '2026-09-01').longAgo).toBeUndefined();
    expect(story.plan(record, '2026-11-02').longAgo).toMatchObject([
      { field: 'termination', date: '2026-08-31' },
    ]);
  });

  it('put off once it is over wakes nothing', () => {
    const story = begun();
    story.run(files(leaving('2026-03-02', '2026-03-31'), binh), '2026-04-01');
    const later = story.plan(files(leaving('2026-03-02', '2027-03-31'), binh), '2026-04-02');
    expect(changesOf(later)).toEqual([]);
    expect(heldOf(later)).toContain(`restoration-needed ${anKey}`);
    expect(later.upcoming).toEqual([]);
  });

  it('keeps nobody from a suspension in the meantime', () => {
    const story = begun();
    const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-09}';
    const record = files(`${leaving('2026-03-02', '2026-03-31')}, ${breach}`, binh);
    expect(changesOf(story.run(record, '2026-03-09'))).toEqual([`suspend ${anKey}`]);
    expect(changesOf(story.run(record, '2026-04-01'))).toEqual([`terminate ${anKey}`]);
  });
});

describe('a transfer on a later day', () => {
  const release = leaving('2026-04-01', '2026-04-30', 'transfer', ', to: soky');
  const both = (left: string, came: string) => two([left, binh], [came]);

  it('the old mailbox lives until then, the new one is issued the day after, whichever half came first', () => {
    const story = begun(two([an, binh], []));
    for (const day of ['2026-04-01', '2026-04-30']) {
      expect(changesOf(story.run(both(release, an), day))).toEqual([]);
    }
    const { changes } = story.run(both(release, an), '2026-05-01');
    expect(changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      `transfer ${anKey}`,
      `create ${anKey}`,
    ]);
    expect(story.account(`${anKey}/1`)).toMatchObject({ state: 'terminated', organization: 'sokx' });
    expect(story.account(anKey)).toMatchObject({ state: 'active', organization: 'soky' });
  });
});

const day = fc.integer({ min: -200, max: 400 }).map((days) => addDays('2026-06-01', days));
const termination = fc.record(
  {
    reason: fc.constantFrom(...reasons),
    document: fc.constant('1/QĐ'),
    decided: day,
    effective: day,
  },
  { requiredKeys: ['reason', 'document', 'decided'] },
) as fc.Arbitrary<Termination>;

describe('whatever the days', () => {
  test('a last day of work never brings an end forward, and an end stays one', () => {
    fc.assert(
      fc.property(termination, day, (end, today) => {
        const { effective: _effective, ...plain } = end;
        if (hasEnded(end, today)) {
          expect(hasEnded(plain, today)).toBe(true);
          expect(hasEnded(end, addDays(today, 1))).toBe(true);
        }
        expect(hasEnded(plain, today)).toBe(end.decided <= today);
      }),
    );
  });

  test('the mailbox lives on its last day, and no longer than one more', () => {
    fc.assert(
      fc.property(termination, (end) => {
        const last = lastDayOf(end);
        expect(hasEnded(end, addDays(last, 1))).toBe(true);
        expect(hasEnded(end, addDays(last, -1))).toBe(false);
        expect(hasEnded(end, last)).toBe(end.effective !== last);
        expect(isLeaving(end, last)).toBe(end.effective === last);
      }),
    );
  });
});

test('who left may be taken on anywhere, who died nowhere', () => {
  const released = (reason: Termination['reason']) =>
    isReleased({ reason, document: '1/QĐ', decided: '2026-06-01' }, 'soky');
  expect(reasons.filter(released)).toEqual(reasons.filter((reason) => reason !== 'death'));
});
