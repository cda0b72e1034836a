/** Terms that take a mailbox away: they run from the later of what a file says and what danhba wrote on the entry. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKey } from '../../../src/model/account/key.ts';
import { addDays, addMonths } from '../../../src/model/time/date.ts';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { dnOf, organizationText, planOf, policyText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const anKey = personKey('LC-000001');
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const suspended = (date: string, notice?: string) =>
  `${an}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}${
    notice === undefined ? '' : `, notice: {document: 32/TB, date: ${notice}}`
  }}`;
const retired = (decided: string) =>
  `${an}, termination: {reason: retirement, document: 77/QĐ, decided: ${decided}}`;

const begun = (day: string, ...people: string[]) => {
  const story = makeStory();
  story.run(files(...(people.length > 0 ? people : [an])), day);
  return story;
};

describe('a year that is mistyped', () => {
  it('locks, and deletes nothing before the mailbox has been locked for the whole term', () => {
    const story = begun('2024-02-01');
    const record = files(suspended('2025-01-10', '2025-01-12'));
    const first = story.run(record, '2026-01-14');
    expect(changesOf(first)).toEqual([`suspend ${anKey}`]);
    expect(first.longAgo).toMatchObject([
      { field: 'suspension', date: '2025-01-10', deletable: '2027-01-14' },
      { field: 'notice', date: '2025-01-12', deletable: '2027-01-14' },
    ]);
    const next = story.run(record, '2026-01-15');
    expect(changesOf(next)).toEqual([]);
    expect(next.longAgo).toBeUndefined();
    expect(heldAs(next, 'deletion-not-due').args).toEqual({
      from: '2026-01-14',
      due: '2027-01-14',
      term: 'lock',
    });
    expect(changesOf(story.run(record, '2026-12-31'))).toEqual([]);
  });

  it.each([
    ['62 days back is pointed at', -62, true],
    ['61 days back too', -61, true],
    ['60 days back is believed', -60, false],
    ['of yesterday as well', -1, false],
  ])('a termination %s', (_what, days, told) => {
    const story = begun('2024-02-01');
    const plan = story.plan(files(retired(addDays('2026-03-02', days))), '2026-03-02');
    expect(plan.longAgo !== undefined).toBe(told);
    if (told) expect(plan.longAgo).toMatchObject([{ field: 'termination', deletable: '2027-03-02' }]);
  });

  it('of a notice alone is pointed at, with the day that would follow', () => {
    const story = begun('2024-02-01');
    story.run(files(suspended('2025-10-01')), '2025-10-01');
    const plan = story.plan(files(suspended('2025-10-01', '2025-10-02')), '2026-03-02');
    expect(plan.longAgo).toMatchObject([{ field: 'notice', date: '2025-10-02', deletable: '2027-03-02' }]);
    // Locked for a year by then, and notified only now: the term runs from the day danhba hears of it.
    const late = story.run(files(suspended('2025-10-01', '2025-10-02')), '2026-10-05');
    expect(changesOf(late)).toEqual([`update ${anKey}`]);
    expect(
      heldAs(story.plan(files(suspended('2025-10-01', '2025-10-02')), '2026-10-06'), 'deletion-not-due').args,
    ).toMatchObject({ from: '2026-10-05', term: 'seen' });
  });

  it('of somebody who has no mailbox takes nothing from anybody', () => {
    expect(planOf({ organizations: files(suspended('2026-01-10')) }).plan.longAgo).toBeUndefined();
  });
});

describe('a notice', () => {
  it.each([
    ['older than the suspension', '2026-03-02', '2026-03-01', 'suspension', '2026-03-02'],
    ['older than the mailbox', '2025-12-20', '2025-12-22', 'mailbox', '2026-02-02'],
  ] as const)('%s starts no term', (_what, date, notice, of, day) => {
    const story = begun('2026-02-02');
    // The rules refuse the first of them in a file; a plan does not rest on the rules.
    const plan = { ...story.run(files(suspended(date)), '2026-03-03') };
    expect(heldOf(plan)).toEqual([]);
    story.server.tamper(anKey, { notice: `32/TB; ${notice}` });
    const account = story.account(anKey);
    const { plan: next } = planOf({
      organizations: files(suspended(date, of === 'mailbox' ? notice : undefined)),
      accounts: [account],
      today: '2027-06-01',
      policy: policyText,
    });
    expect(next.changes.filter(({ kind }) => kind === 'delete')).toEqual([]);
    if (of === 'mailbox') expect(heldAs(next, 'notice-early').args).toMatchObject({ notice, day, of });
  });

  it('after the lock counts from its own date', () => {
    const story = begun('2025-01-02');
    story.run(files(suspended('2025-03-03')), '2025-03-03');
    const record = files(suspended('2025-03-03', '2025-04-01'));
    story.run(record, '2025-04-01');
    expect(heldAs(story.plan(record, '2026-04-01'), 'deletion-not-due').args).toMatchObject({
      from: '2025-04-01',
      term: 'notice',
    });
    const plan = story.plan(record, '2026-04-02');
    expect(plan.changes).toMatchObject([
      { kind: 'delete', why: { code: 'term-elapsed', term: 'notice', due: '2026-04-01' } },
    ]);
  });
});

describe('the day danhba locked a mailbox', () => {
  it('is kept over every run, and goes when it is opened', () => {
    const story = begun('2025-01-02');
    const record = files(suspended('2025-03-03'));
    story.run(record, '2025-03-05');
    story.run(record, '2025-06-05');
    expect(story.account(anKey)).toMatchObject({ since: '2025-03-03', lockedOn: '2025-03-05' });
    const restored = files(`${suspended('2025-03-03')}, restoration: {document: 1/VP, date: 2025-07-01}`);
    story.run(restored, '2025-07-01');
    expect(story.account(anKey).lockedOn).toBeUndefined();
  });

  it('is new where another state follows, or a hand has opened the mailbox in between', () => {
    const story = begun('2025-01-02');
    story.run(files(suspended('2025-03-03')), '2025-03-05');
    story.run(files(retired('2025-04-01')), '2025-04-02');
    expect(story.account(anKey)).toMatchObject({ state: 'terminated', lockedOn: '2025-04-02' });
    story.server.tamper(anKey, { locked: false });
    story.run(files(retired('2025-04-01')), '2025-09-01');
    const plan = story.plan(files(retired('2025-04-01')), '2026-05-04');
    expect(heldAs(plan, 'deletion-not-due').args).toMatchObject({ from: '2025-09-01', term: 'lock' });
  });

  it.each([
    ['suspended', suspended('2024-03-03', '2024-03-04')],
    ['terminated', retired('2024-03-03')],
  ] as const)('of a mailbox an earlier version left %s is the day of first sight', (state, record) => {
    const story = begun('2023-02-01');
    story.run(files(record), '2024-03-04');
    // Version 0.1.0 wrote neither of the two.
    const { lockedOn: _locked, issued: _issued, ...old } = story.account(anKey);
    const upgraded = makeStory([old]);
    const first = upgraded.run(files(record), '2026-03-02');
    expect(first.changes.filter(({ key }) => key === anKey)).toMatchObject([
      { kind: 'update', fields: ['issued', 'lockedOn'], why: { code: 'first-seen' } },
    ]);
    expect(upgraded.account(anKey)).toMatchObject({ state, since: old.since, lockedOn: '2026-03-02' });
    expect(changesOf(upgraded.run(files(record), '2026-12-31'))).toEqual([]);
  });

  it('that is lost is the day it is missed: nothing is deleted for a missing attribute', () => {
    const story = begun('2024-01-02');
    const record = files(retired('2024-03-04'));
    story.run(record, '2024-03-04');
    const { lockedOn: _lost, ...rest } = story.account(anKey);
    const after = makeStory([rest]);
    expect(changesOf(after.run(record, '2025-03-05'))).toContain(`update ${anKey}`);
    expect(heldAs(after.plan(record, '2025-03-06'), 'deletion-not-due').args).toMatchObject({
      from: '2025-03-05',
    });
  });

  it('whatever the dates, nobody is deleted who was not locked for the whole term as the server has it', () => {
    const day = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2023-01-02', days));
    fc.assert(
      fc.property(
        day,
        day,
        day,
        day,
        fc.constantFrom('suspended', 'terminated'),
        (issued, date, notice, lock, state) => {
          const today = '2026-11-23';
          const account = {
            ...{ key: anKey, organization: 'sokx', name: 'Nguyễn Văn An', family: 'Nguyễn', given: 'An' },
            ...{ organizationName: 'Sở SOKX', privileged: false, mailbox: true, locked: true, uuid: 'u' },
            ...{ address: 'annv.sokx@laichau.gov.vn', addresses: ['annv.sokx@laichau.gov.vn'], issued },
            ...{ state, since: date, lockedOn: lock, dn: dnOf(anKey), notice: `32/TB; ${notice}` },
          } as const;
          const record = state === 'suspended' ? suspended(date, notice) : retired(date);
          const { plan } = planOf({ organizations: files(record), accounts: [account], today });
          if (!plan.changes.some(({ kind }) => kind === 'delete')) return;
          expect(addMonths(lock, 12) < today).toBe(true);
          if (state === 'terminated') return;
          expect([addMonths(notice, 12) < today, notice >= date, notice >= issued]).toEqual([
            true,
            true,
            true,
          ]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the guard counts by the days danhba did it', () => {
  const many = Array.from({ length: 16 }, (_, at) => {
    const id = `LC-${String(at + 1).padStart(6, '0')}`;
    return {
      id,
      text: `id: ${id}, name: Nguyễn Văn An, address: annv${at}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2025-01-02}`,
    };
  });
  const policy = policyText.replace(
    'organization: {share: 30, count: 3}',
    'organization: {share: 20, count: 3}',
  );

  it.each([
    [0, '2025-01-02'],
    [8, '2025-01-02'],
    [400, '2025-01-02'],
    [0, '2026-03-02'],
    [8, '2026-03-02'],
  ])('suspensions dated %i days back count the same, of mailboxes issued on %s', (back, issued) => {
    const story = makeStory();
    story.run(files(...many.map(({ text }) => text)), issued);
    const gone = new Set<string>();
    const held: number[] = [];
    for (const round of [0, 1, 2, 3, 4]) {
      for (const { id } of many.slice(round * 3, round * 3 + 3)) gone.add(id);
      const texts = many.map(({ id, text }) =>
        gone.has(id)
          ? `${text}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${addDays('2026-03-02', -back)}}`
          : text,
      );
      held.push(
        story
          .run(files(...texts), '2026-03-02', { policy, loginsSince: '2026-03-01' })
          .held.filter(({ code }) => code === 'guard').length,
      );
    }
    expect(held).toEqual([0, 3, 6, 9, 12]);
  });

  it('renames have a window too', () => {
    const story = makeStory();
    story.run(files(...many.map(({ text }) => text)), '2025-01-02');
    const renamed = (count: number) =>
      files(...many.map(({ text }, at) => (at < count ? text.replace(/annv(\d+)/, 'annvm$1') : text)));
    expect(heldOf(story.run(renamed(3), '2026-03-02', { policy, loginsSince: '2026-03-01' }))).toEqual([]);
    expect(story.plan(renamed(4), '2026-03-05', { policy, loginsSince: '2026-03-01' }).held).toMatchObject([
      { code: 'guard', kind: 'rename', args: { count: 4 } },
    ]);
    expect(changesOf(story.plan(renamed(4), '2026-03-09', { policy, loginsSince: '2026-03-01' }))).toEqual([
      'rename person:LC-000004',
    ]);
  });
});
