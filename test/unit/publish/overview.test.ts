/** What is to be done, out of the reports: each thing once, where it belongs, without an id. */
import { describe, expect, test } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { Work } from '../../../src/model/publish/work.ts';
import { makeOverview } from '../../../src/publish/overview.ts';
import { actorOf, wordsOf } from '../../../src/render/site/work.ts';
import { applied, organizationText, planOf } from '../../support/world.ts';
import { factsOf, type Given, reportOf } from '../report/world.ts';

const key = 'person:LC-000001' as const;
const an = 'id: LC-000001, name: Nguyễn Văn An';
const day = '2026-11-23';
const filesOf = (person: string) => ({ soa: organizationText('soa', [person]) });

/** What a run of this day leaves on a server where it finds these. */
const left = (person: string, accounts: readonly ObservedAccount[] = []) =>
  applied(accounts, planOf({ organizations: filesOf(person), accounts, today: day }).plan);
const issued = left(an);
const suspended = `${an}, suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-11-20}`;

function workOf(person: string, accounts: readonly ObservedAccount[]): readonly Work[] {
  const all: Given = { accounts, organizations: filesOf(person) };
  const { plan } = factsOf(all);
  const facts = {
    reports: {
      deadlines: reportOf('deadlines', all),
      held: reportOf('held', all),
      custodians: reportOf('custodians', all),
      forwards: reportOf('forwards', all),
      mail: reportOf('mail', all),
    },
    changes: plan.changes,
    accounts,
  };
  const overview = makeOverview(facts, new Map([[key, 'annv.soa']]));
  return [...overview.work.values()].flat();
}

const toldOf = (work: readonly Work[]) =>
  work
    .filter(({ name }) => name === 'Nguyễn Văn An')
    .map((one) => [one.class, actorOf(one), wordsOf(one.what).vi, one.due]);

describe('of a person', () => {
  test.each<[string, string, readonly ObservedAccount[], readonly unknown[]]>([
    ['is new: issued by the next run', an, [], [['waits', 'job', 'cấp mới', undefined]]],
    [
      'leaves within a month',
      `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-20, effective: 2026-12-10}`,
      issued,
      [['ending', 'job', 'ngày làm việc cuối, hôm sau chấm dứt', '2026-12-10']],
    ],
    [
      'leaves in half a year: nobody has to look today',
      `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-20, effective: 2027-05-10}`,
      issued,
      [],
    ],
    [
      'is suspended and nobody gave the notice: told once, with the deletion that waits for it',
      suspended,
      left(suspended, issued),
      [['now', 'operator', 'thiếu thông báo bằng văn bản (8.1)', '2026-11-20']],
    ],
    [
      'is absent with a reason for two more weeks',
      `${an}, absence: {until: 2026-12-05, reason: Nghỉ ốm, document: 1/QĐ}`,
      issued,
      [['ending', 'unit', 'hết thời gian vắng đã báo', '2026-12-05']],
    ],
  ])('who %s', (_, person, there, told) => {
    expect(toldOf(workOf(person, there))).toEqual(told);
  });
});

test('an agency without a custodian is its head’s to mend', () => {
  const work = workOf(an, issued);
  expect(work.filter((one) => one.class === 'custodian').map(actorOf)).toEqual(['unit']);
});

test('what the guard holds waits for who approves', () => {
  const guard = { class: 'suspend', scope: '', count: 9, of: 10, shareLimit: 5, countLimit: 5 } as const;
  const what = { of: 'held', code: 'guard', change: 'suspend' } as const;
  expect(actorOf({ class: 'held', organization: 'soa', name: guard.class, what })).toBe('approver');
});

test.each([
  [true, 'custodian'],
  [false, 'unit'],
] as const)('letters in quarantine, agency: %s', (agencyMailbox, actor) => {
  const what = { of: 'mail', code: 'quarantined', agency: agencyMailbox } as const;
  expect(actorOf({ class: 'mail', organization: 'soa', name: 'x', what })).toBe(actor);
});

test('nothing of it tells an id, a document or a reason of absence', () => {
  const secret = `${an}, absence: {until: 2026-12-05, reason: Nghỉ MẬT, document: MẬT/1}`;
  const told = JSON.stringify(workOf(secret, issued));
  expect(told).toContain('annv.soa');
  expect(told).not.toMatch(/LC-\d|MẬT|person:/);
});
