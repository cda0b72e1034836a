/** The terms of 8.1 and 8.2 by the official tables: on the last day everybody is still in time, the day after nobody is. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/model/time/date.ts';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, planOf } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

/** The account is an's; binh logs in on the last day of each case, so that last access is known to be recorded. */
function issuedOn(day: string) {
  const story = makeStory();
  story.run(files(an), day);
  return story;
}

describe('six months without access (8.1)', () => {
  it.each([
    ['the corresponding day', '2026-03-31', '2026-09-30'],
    ['a shorter month: the 31st ends on the 30th', '2025-12-31', '2026-06-30'],
    ['a shorter February, and its last day a Saturday', '2025-08-31', '2026-03-02'],
    ['the last of February in a leap year', '2023-08-31', '2024-02-29'],
    ['from a leap day', '2024-02-29', '2024-08-29'],
    ['a last day in Tết 2026', '2025-08-17', '2026-02-23'],
    ['a last day in Tết 2024', '2023-08-08', '2024-02-15'],
    ['a last day on a Saturday that is worked', '2026-02-22', '2026-08-22'],
    ['a last day that is swapped for a Saturday', '2026-02-28', '2026-08-28'],
    ['a last day on the swapped Monday', '2025-10-27', '2026-04-28'],
    ['a last day on a day off in the week', '2026-05-24', '2026-11-25'],
    ['over the turn of a year', '2025-07-01', '2026-01-05'],
  ])('%s', (_what, issued, due) => {
    const story = issuedOn(issued);
    const inTime = story.plan(files(an), due);
    expect(changesOf(inTime)).toEqual([]);
    expect(inTime.upcoming).toEqual([
      { key: anKey, name: 'Nguyễn Văn An', organization: 'sokx', kind: 'suspend', due, from: issued },
    ]);
    const late = addDays(due, 1);
    const plan = story.run(files(an), late);
    expect(plan.upcoming).toEqual([]);
    expect(plan.changes).toMatchObject([
      {
        kind: 'suspend',
        key: anKey,
        why: { code: 'inactive', clause: '8.1' },
        account: { state: 'suspended', since: late, reason: 'inactivity', locked: true },
        base: { lastAccess: null },
      },
    ]);
  });

  it.each([
    ['the last second of a day here', '20260331165959Z', '2026-09-30'],
    ['the first second of a day here', '20260331170000Z', '2026-10-01'],
    ['with a fraction and an offset', '20260401000000.25+0700', '2026-10-01'],
    ['before the issue it counts for nothing', '20250101000000Z', '2026-08-10'],
  ])('counts from the last access: %s', (_what, lastAccess, due) => {
    const story = issuedOn('2026-02-10');
    story.server.login(anKey, lastAccess);
    expect(changesOf(story.plan(files(an), due))).toEqual([]);
    const { changes } = story.plan(files(an), addDays(due, 1));
    expect(changes).toMatchObject([{ kind: 'suspend', base: { lastAccess } }]);
  });

  it.each(['yesterday', '', '20261301000000Z', '2026-01-01', '20260101'])(
    'a last access of %j suspends nobody, however long ago',
    (lastAccess) => {
      const story = issuedOn('2025-01-06');
      story.server.login(anKey, lastAccess);
      expect(changesOf(story.plan(files(an), '2026-11-23'))).toEqual([]);
    },
  );

  it.each(['not-recorded', 'not-readable'] as const)(
    'last access that is %s suspends nobody',
    (accessDoubt) => {
      const story = issuedOn('2025-01-06');
      const plan = story.plan(files(an), '2026-11-23', { accessDoubt });
      expect(changesOf(plan)).toEqual([]);
      expect(plan.upcoming).toEqual([]);
      expect(plan.accessDoubt).toBe(accessDoubt);
      expect(changesOf(story.plan(files(an), '2026-11-23'))).toEqual([`suspend ${anKey}`]);
    },
  );

  it('warns within the thirty days before, and not earlier', () => {
    const story = issuedOn('2026-03-31');
    expect(story.plan(files(an), '2026-08-30').upcoming).toEqual([]);
    expect(story.plan(files(an), '2026-08-31').upcoming).toMatchObject([{ key: anKey, due: '2026-09-30' }]);
  });

  it('counts for agency mailboxes as for people', () => {
    const agency = { sokx: organizationText('sokx', [], 'mailbox: {}\n') };
    const story = makeStory();
    story.run(agency, '2026-01-05');
    expect(changesOf(story.plan(agency, '2026-07-06'))).toEqual([]);
    expect(changesOf(story.plan(agency, '2026-07-07'))).toEqual(['suspend organization:sokx']);
    const bare = { sokx: organizationText('sokx', [], 'mailbox: none\n') };
    const without = makeStory();
    without.run(bare, '2026-01-05');
    expect(changesOf(without.plan(bare, '2026-07-07'))).toEqual([]);
  });

  it('of a year without a calendar suspends nobody, and says so', () => {
    const story = issuedOn('2026-08-03');
    expect(story.plan(files(an), '2027-01-20').upcoming).toMatchObject([{ due: '2027-02-03' }]);
    const plan = story.plan(files(an), '2027-02-04');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'calendar-missing')).toMatchObject({
      key: anKey,
      kind: 'suspend',
      args: { year: 2027 },
    });
  });
});

describe('a notified absence (8.1)', () => {
  const away = (until: string) => `${an}, absence: {until: ${until}, reason: Nghỉ thai sản}`;

  it.each([
    ['longer than the term', '2026-10-15', '2026-10-15'],
    ['as long as the term', '2026-09-30', '2026-09-30'],
    ['over before the term', '2026-05-01', '2026-09-30'],
    ['that ends on a Sunday', '2026-10-18', '2026-10-18'],
  ])('%s', (_what, until, due) => {
    const story = issuedOn('2026-03-31');
    expect(changesOf(story.plan(files(away(until)), due))).toEqual([]);
    expect(changesOf(story.plan(files(away(until)), addDays(due, 1)))).toEqual([`suspend ${anKey}`]);
  });

  it('does not wake who is suspended already', () => {
    const story = issuedOn('2026-03-31');
    story.run(files(an), '2026-10-01');
    const plan = story.plan(files(away('2027-01-31')), '2026-10-02');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toEqual([`suspension-unrecorded ${anKey}`]);
  });
});

describe('twelve months from the issued notice (8.1)', () => {
  const suspended = (date: string, notice: string) =>
    files(
      `${an}, suspension: {reason: violation, clause: "12.3", document: 31/QĐ, date: ${date}, ` +
        `notice: {document: 32/TB, date: ${notice}}}`,
      binh,
    );

  it.each([
    ['the corresponding day', '2025-05-05', '2026-05-05'],
    ['from a leap day', '2024-02-29', '2025-02-28'],
    ['to the last of February in a leap year', '2023-02-28', '2024-02-28'],
    ['a last day in Tết', '2025-02-17', '2026-02-23'],
    ['a last day on a worked Saturday', '2025-08-22', '2026-08-22'],
    ['a last day on a Sunday', '2025-05-03', '2026-05-04'],
    ['a last day on the swapped Friday before it', '2024-05-02', '2025-05-05'],
  ])('%s', (_what, notice, due) => {
    const story = makeStory();
    story.run(files(an, binh), addDays(notice, -40));
    const record = suspended(notice, notice);
    story.server.login('person:LC-000002', `${due.replaceAll('-', '')}010000Z`);
    story.run(record, notice);
    const { uuid } = story.account(anKey);
    const waiting = story.plan(record, due);
    expect(changesOf(waiting)).toEqual([]);
    expect(heldAs(waiting, 'deletion-not-due')).toMatchObject({
      key: anKey,
      kind: 'delete',
      args: { from: notice, due, term: 'notice' },
    });
    const late = addDays(due, 1);
    const plan = story.run(record, late);
    expect(plan.changes).toMatchObject([
      {
        kind: 'delete',
        key: anKey,
        base: { uuid, state: 'suspended', notice: `32/TB; ${notice}` },
        why: { code: 'term-elapsed', clause: '8.1', due },
        retires: [{ address: 'annv.sokx@laichau.gov.vn' }],
      },
    ]);
    expect(story.server.tombstones()).toMatchObject([{ address: 'annv.sokx@laichau.gov.vn', holder: anKey }]);
  });

  it('runs from the notice, not from the suspension', () => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-02');
    const record = suspended('2024-01-03', '2024-06-03');
    story.run(record, '2024-06-03');
    expect(heldAs(story.plan(record, '2025-01-06'), 'deletion-not-due').args.due).toBe('2025-06-03');
  });

  it('never begins without a notice: told with the day it could have happened at the earliest', () => {
    const story = makeStory();
    story.run(files(an), '2023-01-03');
    const record = files(`${an}, suspension: {reason: inactivity, date: 2023-07-04}`);
    story.run(record, '2023-07-04');
    const plan = story.plan(record, '2025-02-17');
    expect(changesOf(plan)).toEqual([]);
    // 17 February 2026 is in Tết.
    expect(heldAs(plan, 'notice-missing').args).toEqual({ since: '2023-07-04', earliest: '2026-02-23' });
  });

  it('waits for the calendar of the year it ends in', () => {
    const story = makeStory();
    story.run(files(an, binh), '2026-01-12');
    const record = suspended('2026-01-15', '2026-01-15');
    story.run(record, '2026-01-15');
    expect(heldAs(story.plan(record, '2026-12-31'), 'deletion-not-due').args.due).toBe('2027-01-15');
    const plan = story.plan(record, '2027-01-18');
    expect(changesOf(plan)).not.toContain(`delete ${anKey}`);
    expect(plan.held.filter(({ key }) => key === anKey)).toMatchObject([
      { code: 'calendar-missing', kind: 'delete', args: { year: 2027 } },
    ]);
  });

  it('keeps an account that is not there from being made while nobody can tell whether it is over', () => {
    const record = suspended('2026-01-15', '2026-01-15');
    const plan = makeStory().plan(record, '2027-01-18');
    expect(changesOf(plan)).not.toContain(`create ${anKey}`);
    expect(plan.held.filter(({ key }) => key === anKey)).toMatchObject([
      { code: 'calendar-missing', kind: 'create', args: { year: 2027 } },
    ]);
  });
});

describe('the retention of what has ended (8.2)', () => {
  const record = files(
    `${an}, termination: {reason: retirement, document: 77/QĐ, decided: 2024-02-20}`,
    binh,
  );

  it.each([
    ['from a leap day', '2024-02-29', '2025-02-28'],
    ['a last day on a worked Saturday', '2024-04-26', '2025-04-26'],
    ['a last day in a long holiday', '2024-05-02', '2025-05-05'],
    ['a last day in Tết', '2024-01-29', '2025-02-03'],
  ])('%s', (_what, ended, due) => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-02');
    const early = files(
      `${an}, termination: {reason: retirement, document: 77/QĐ, decided: 2024-01-20}`,
      binh,
    );
    story.run(early, ended);
    story.server.login('person:LC-000002', `${due.replaceAll('-', '')}010000Z`);
    expect(heldAs(story.plan(early, due), 'deletion-not-due').args).toEqual({
      from: ended,
      due,
      term: 'retention',
    });
    const plan = story.run(early, addDays(due, 1));
    expect(plan.changes).toMatchObject([
      { kind: 'delete', key: anKey, why: { code: 'retention-elapsed', clause: '8.2', due } },
    ]);
  });

  it('counts from the day it was carried out, whatever is done to the record later', () => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-02');
    story.run(record, '2024-03-01');
    const edited = files(
      `${an}, title: Nguyên chuyên viên, termination: {reason: retirement, document: 78/QĐ, decided: 2024-02-21}`,
      binh,
    );
    story.run(edited, '2024-06-03');
    expect(story.account(anKey)).toMatchObject({ since: '2024-03-01', basis: '78/QĐ; 2024-02-21' });
  });

  it('is never made again once it is gone', () => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-02');
    story.run(record, '2024-03-01');
    story.run(record, '2025-03-10');
    expect(story.server.find(anKey)).toBeUndefined();
    expect(changesOf(story.plan(record, '2026-03-10')).filter((id) => id.endsWith('000001'))).toEqual([]);
  });
});

describe('an address at rest', () => {
  it('is free on the day after its last', () => {
    const twin = 'id: LC-000009, name: Ngô Văn An';
    const tombstone = { address: 'annv.sokx@laichau.gov.vn', holder: anKey, until: '2026-02-28' } as const;
    const changes = (today: string) =>
      planOf({ organizations: files(twin), tombstones: [tombstone], today }).plan.changes.map(
        ({ key }) => key,
      );
    expect(changes('2026-02-28')).not.toContain('person:LC-000009');
    expect(changes('2026-03-01')).toContain('person:LC-000009');
  });

  it.each([
    ['2024-02-29', '2029-02-28'],
    ['2023-02-28', '2028-02-28'],
  ])('rests five years from %s to %s', (today, until) => {
    const story = makeStory();
    const alias = `${an}, aliases: [an.cu.sokx@laichau.gov.vn]`;
    story.run(files(alias), '2023-01-03');
    story.server.login(anKey, `${today.replaceAll('-', '')}010000Z`);
    story.run(files(an), today);
    expect(story.server.tombstones()).toEqual([
      { address: 'an.cu.sokx@laichau.gov.vn', holder: anKey, until },
    ]);
  });
});
