/** When a merged form is done: nothing of it is pending, nothing holds it, and the server is as it asked. */
import { describe, expect, it, test } from 'vitest';
import type { Account } from '../../../src/model/account/account.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import { formKindOf } from '../../../src/model/github/form-work.ts';
import type { RequestKind } from '../../../src/model/github/request.ts';
import type { Outcome } from '../../../src/model/plan/outcome.ts';
import type { Change, Held } from '../../../src/model/plan/plan.ts';
import { awaitsFirstLogin, type FormWorld, judgeRecord, whoWorksOn } from '../../../src/review/form-work.ts';
import { creation, guarded } from './plans.ts';

const account = (more: Partial<Account> = {}): Account => ({
  ...(creation('1').account as Account),
  state: 'active',
  ...more,
});
const record = { key: 'person:1', organization: 'soa', superseded: false } as const;
const outcomeOf = (change: Change, result: Outcome['result']): Outcome => ({
  id: change.id,
  key: change.key,
  kind: change.kind,
  wave: 1,
  result,
});
const world = ({
  changes = [],
  held = [],
  ...more
}: Partial<FormWorld> & { changes?: readonly Change[]; held?: readonly Held[] }): FormWorld => ({
  plan: { changes, held, today: '2026-11-23' },
  outcomes: [],
  accounts: [],
  declared: [],
  ...more,
});
const said = (passwordReset?: { document: string; date: string }): Declared =>
  ({
    key: 'person:1',
    name: 'Người 1',
    organization: { id: 'soa' },
    declaration: { ...(passwordReset && { passwordReset }) },
  }) as unknown as Declared;

describe('a form is done', () => {
  it('where this run has done it: on the day of the run', () => {
    const change = creation('1');
    const judged = judgeRecord(
      'issue',
      record,
      world({ changes: [change], outcomes: [outcomeOf(change, 'applied')], accounts: [account()] }),
    );
    expect(judged).toMatchObject({ done: { name: 'Người 1' }, on: '2026-11-23', changes: [change] });
  });

  it('where an earlier run has done it: on the day the entry tells, if it tells one', () => {
    const issued = account({ issued: '2026-11-20', lockedOn: '2026-11-21' });
    const on = (kind: RequestKind, one: Account) =>
      judgeRecord(kind, record, world({ accounts: [one], declared: [said()] }));
    expect(on('issue', issued)).toMatchObject({ on: '2026-11-20', changes: [] });
    expect(on('suspend', { ...issued, state: 'suspended' })).toMatchObject({ on: '2026-11-21' });
    expect(on('terminate', { ...issued, state: 'terminated' })).toMatchObject({ on: '2026-11-21' });
    expect(on('change', issued)).not.toHaveProperty('on');
  });

  it('of a notice where the entry has the number the files have', () => {
    const notice = { document: '45/TB-SKHCN', date: '2026-11-20' };
    const noticed = { ...said(), declaration: { suspension: { notice } } } as unknown as Declared;
    const on = (...recorded: readonly string[]) =>
      judgeRecord(
        'notice',
        record,
        world({ accounts: recorded.map((one) => account({ notice: one })), declared: [noticed] }),
      );
    expect(on('45/TB-SKHCN; 2026-11-20')).toHaveProperty('done');
    expect(on('45/TB-SKHCN; 2026-11-21')).toMatchObject({ waits: { by: 'state' } });
    expect(on()).toMatchObject({ waits: { by: 'state' } });
  });

  describe('of somebody who leaves', () => {
    const leaving = (effective: string): Declared =>
      ({ ...said(), declaration: { termination: { decided: '2026-11-20', effective } } }) as never;
    const judge = (effective: string, superseded = false) =>
      judgeRecord(
        'terminate',
        { ...record, superseded },
        world({ accounts: [account()], declared: [leaving(effective)] }),
      );

    it('waits for the last day of work, to its end', () => {
      expect(judge('2027-02-26')).toMatchObject({ waits: { by: 'last-day', day: '2027-02-26' } });
      expect(judge('2026-11-23')).toMatchObject({ waits: { by: 'last-day', day: '2026-11-23' } });
      expect(judge('2026-11-22')).toMatchObject({ waits: { by: 'state' } });
      expect(judge('2027-02-26', true)).toHaveProperty('done');
      const people = [leaving('2027-02-26')];
      expect(whoWorksOn('terminate', [record], people, '2026-11-23')).toMatchObject([{ name: 'Người 1' }]);
      expect(whoWorksOn('change', [record], people, '2026-11-23')).toEqual([]);
    });

    it('keeps the agency mailbox, which has another custodian and does not end', () => {
      const key = 'organization:soa' as const;
      const agency = { ...said(), key, organization: { id: 'soa', mailbox: { custodian: '2' } } } as never;
      const successor = { person: { id: '2' }, name: 'Người 2', organization: { id: 'soa' } } as never;
      const on = (custodian: string) =>
        judgeRecord(
          'terminate',
          { ...record, key },
          world({ accounts: [account({ key, custodian })], declared: [agency, successor] }),
        );
      expect(on('2')).toMatchObject({ done: { deed: 'custodian', custodian: 'Người 2' } });
      expect(on('1')).toMatchObject({ waits: { by: 'state' } });
    });
  });

  const reset = { document: '15/VP', date: '2026-11-20' };
  it.each<[RequestKind, Account | undefined, boolean]>([
    ['issue', account(), true],
    ['issue', account({ organization: 'sob' }), false],
    ['issue', account({ state: 'suspended' }), false],
    ['issue', undefined, false],
    ['suspend', account({ state: 'suspended' }), true],
    ['suspend', account(), false],
    // A decision whose day is to come: nothing is planned, and nothing is done.
    ['terminate', account(), false],
    ['terminate', account({ state: 'suspended' }), false],
    ['terminate', account({ state: 'terminated' }), true],
    ['terminate', account({ organization: 'sob' }), true],
    ['terminate', undefined, true],
    ['restore', account(), true],
    ['restore', account({ state: 'suspended' }), false],
    ['reset', account({ reset: '15/VP; 2026-11-20' }), true],
    ['reset', account({ reset: '14/VP; 2026-11-20' }), false],
    ['reset', account(), false],
    ['change', account(), true],
    ['change', undefined, false],
  ])('only where the server is as it asked: %s %j: %s', (kind, one, done) => {
    const accounts = one === undefined ? [] : [one];
    const judged = judgeRecord(kind, record, world({ accounts, declared: [said(reset)] }));
    expect('done' in judged).toBe(done);
    if (!done) expect(judged).toMatchObject({ waits: { by: 'state' } });
  });

  it('where another merge has changed the record since, whatever the server has now', () => {
    const judged = judgeRecord('restore', { ...record, superseded: true }, world({}));
    expect(judged).toMatchObject({ done: { superseded: true } });
  });
});

describe('a form waits', () => {
  it('for what holds it, before all else', () => {
    const held = guarded('1', 4);
    const judged = judgeRecord('terminate', record, world({ held: [guarded('2', 4), held] }));
    expect(judged).toEqual({ name: 'Người 1', waits: { by: 'held', held } });
  });

  it.each(['retry', 'failed', 'skipped'] as const)('for a change that is %s', (result) => {
    const change = creation('1');
    const judged = judgeRecord(
      'issue',
      record,
      world({ changes: [change], outcomes: [outcomeOf(change, result)] }),
    );
    expect(judged).toEqual({ name: 'Người 1', waits: { by: 'change', result } });
  });

  it('for a change the run did not try', () => {
    const judged = judgeRecord('issue', record, world({ changes: [creation('1')] }));
    expect(judged).toEqual({ name: 'Người 1', waits: { by: 'change' } });
  });

  it('for no term that runs on beside it, and no lock of others where a lock was asked for', () => {
    const subject = { key: 'person:1', name: 'Người 1', organization: 'soa' } as const;
    const lock = { attribute: 'pwdStartTime', value: '20270101000000Z', ldif: '' } as const;
    const other: Held = { ...subject, code: 'locked-otherwise', args: lock };
    const beside: readonly Held[] = [
      { ...subject, code: 'notice-missing', args: { since: '2026-11-20', earliest: '2027-11-20' } },
      { ...guarded('1', 4), kind: 'delete' },
      other,
    ];
    const suspended = [account({ state: 'suspended' })];
    expect(judgeRecord('suspend', record, world({ held: beside, accounts: suspended }))).toHaveProperty(
      'done',
    );
    expect(judgeRecord('change', record, world({ held: [other], accounts: [account()] }))).toHaveProperty(
      'done',
    );
    expect(judgeRecord('restore', record, world({ held: [other], accounts: [account()] }))).toMatchObject({
      waits: { by: 'held' },
    });
  });
});

test('a form is known by the one label of its kind', () => {
  expect(formKindOf(['danhba', 'danhba:reset', 'khẩn'])).toBe('reset');
  expect(formKindOf(['danhba', 'danhba:reset', 'danhba:issue'])).toBeUndefined();
  expect(formKindOf(['danhba', 'danhba: vượt ngưỡng'])).toBeUndefined();
});

test('a password waits in its file until the first login, and where one was set', () => {
  expect(awaitsFirstLogin('issue', { ...account(), mustChange: true } as Account)).toBe(true);
  expect(awaitsFirstLogin('issue', account())).toBe(false);
  expect(awaitsFirstLogin('change', { ...account(), mustChange: true } as Account)).toBe(false);
});
