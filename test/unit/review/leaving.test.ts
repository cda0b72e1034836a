/** Whose last day of work a pull request records, moves or takes back, and by when it is to be notified (8.2). */
import { describe, expect, it, test } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { LeavingPerson, PlanDelta } from '../../../src/model/github/review.ts';
import { answerTerm, withDueDays } from '../../../src/pull/deadlines.ts';
import { lastDayAtWork, leavingPeople } from '../../../src/review/leaving.ts';
import { organizationText, readWorld } from '../../support/world.ts';

const today = '2026-11-27';
const directoryOf = (person: string) =>
  readWorld({ sokx: organizationText('sokx', [`id: LC-000001, name: Nguyễn Văn An${person}`]) }).directory;
const ending = (days: string, reason = 'retirement') =>
  `, termination: {reason: ${reason}, document: 1/QĐ, ${days}}`;
const plain = directoryOf('');
const key: Key = 'person:LC-000001';

describe('somebody who leaves later', () => {
  it.each([
    ['by a record that is new', '', 'decided: 2026-11-20, effective: 2027-02-28', { until: '2027-02-28' }],
    [
      'on another day',
      ending('decided: 2026-11-20, effective: 2027-02-28'),
      'decided: 2026-11-20, effective: 2027-03-31',
      { until: '2027-03-31', was: '2027-02-28' },
    ],
    [
      'by another decision',
      ending('decided: 2026-11-10, effective: 2027-02-28'),
      'decided: 2026-11-20, effective: 2027-02-28',
      { until: '2027-02-28', decided: '2026-11-20' },
    ],
    ['today', '', 'decided: 2026-11-20, effective: 2026-11-27', { until: '2026-11-27' }],
  ])('%s is told', (_what, before, after, told) => {
    const [one, ...others] = leavingPeople(directoryOf(before), directoryOf(ending(after)), today);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'LC-000001', organization: 'sokx', reason: 'retirement', ...told });
    expect(one?.line).toBeGreaterThan(1);
  });

  it('and stays after all is told with the day that is over', () => {
    const before = directoryOf(ending('decided: 2026-11-20, effective: 2027-02-28'));
    const [one] = leavingPeople(before, plain, today);
    expect(one).toMatchObject({ was: '2027-02-28', decided: '2026-11-20' });
    expect(one).not.toHaveProperty('until');
  });

  it.each([
    [
      'nothing is new',
      ending('decided: 2026-11-20, effective: 2027-02-28'),
      ending('decided: 2026-11-20, effective: 2027-02-28'),
    ],
    ['the day is over', '', ending('decided: 2026-11-20, effective: 2026-11-26')],
    ['there is none', '', ending('decided: 2026-11-20')],
    [
      'the mailbox had ended',
      ending('decided: 2026-11-20'),
      ending('decided: 2026-11-20, effective: 2027-02-28'),
    ],
    // The plan tells of an end that comes with the merge.
    [
      'the end comes now',
      ending('decided: 2026-11-20, effective: 2027-02-28'),
      ending('decided: 2026-11-20'),
    ],
  ])('is not told of where %s', (_what, before, after) => {
    expect(leavingPeople(directoryOf(before), directoryOf(after), today)).toEqual([]);
  });

  it('is not told of where the server has ended the mailbox', () => {
    const after = directoryOf(ending('decided: 2026-11-20, effective: 2027-02-28'));
    expect(leavingPeople(plain, after, today, [{ key, state: 'terminated' }])).toEqual([]);
    expect(leavingPeople(plain, after, today, [{ key, state: 'active' }])).toHaveLength(1);
  });
});

const leaves = (more: Partial<LeavingPerson> = {}): LeavingPerson => ({
  id: 'LC-000001',
  name: 'Nguyễn Văn An',
  organization: 'sokx',
  line: 8,
  reason: 'retirement',
  decided: '2026-11-20',
  until: '2027-02-28',
  ...more,
});
const opened = { opened: '2026-11-27T03:00:00Z' };
const nothing: PlanDelta = { added: [], altered: [], gone: [], held: [] };
const issuing = {
  ...nothing,
  added: [{ kind: 'create', why: { code: 'declared' } }],
} as unknown as PlanDelta;

describe('the term of a last day that is to come', () => {
  it.each([
    // The fifteenth day is a Saturday (Civil Code 2015, art. 148).
    ['fifteen days from the decision', leaves(), '2026-12-07', 6],
    ['the day of the receipt itself', leaves({ decided: '2026-11-12' }), '2026-11-27', 1],
  ])('is %s', (_what, one, due, label) => {
    const term = answerTerm(nothing, [one], opened, plain);
    expect(term).toEqual({ due, days: 15, clause: '8.2', since: 'decision', from: one.decided, label });
  });

  it.each([
    ['it was over at the receipt', leaves({ decided: '2026-11-11' })],
    ['somebody has died', leaves({ reason: 'death' })],
    ['the day is taken back', { ...leaves({ was: '2027-02-28' }), until: undefined } as never],
  ])('is none where %s', (_what, one) => {
    expect(answerTerm(nothing, [one], opened, plain)).toBeUndefined();
  });

  it('gives way to one that ends before', () => {
    expect(answerTerm(issuing, [leaves()], opened, plain)).toMatchObject({
      since: 'receipt',
      due: '2026-12-02',
    });
    const old = leaves({ decided: '2026-11-15' });
    expect(answerTerm(issuing, [old], opened, plain)).toMatchObject({ since: 'decision', due: '2026-11-30' });
  });
});

test('an end is due two working days after the last day of work, however early it was asked for', () => {
  const directory = directoryOf(ending('decided: 2026-08-01, effective: 2026-11-26'));
  expect(lastDayAtWork(key, directory.organizations)).toBe('2026-11-26');
  const end = { kind: 'terminate', key, why: { code: 'termination-declared', clause: '8.2' } } as const;
  const dueOf = (received: string) => withDueDays([end], { opened: received }, directory)[0]?.why;
  expect(dueOf('2026-08-03T03:00:00Z')).toMatchObject({ due: '2026-11-30' });
  expect(dueOf('2026-11-30T03:00:00Z')).toMatchObject({ due: '2026-12-02' });
});
