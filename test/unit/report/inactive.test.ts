/** 8.1: six months without access, an absence that was notified, and what cannot be told. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { organizationText, policyText } from '../../support/world.ts';
import { account, type Given, reportOf } from './world.ts';

const seen = (day: string): Partial<ObservedAccount> => ({ lastAccess: `${day.replaceAll('-', '')}020000Z` });

function one(more: Partial<ObservedAccount>, lines = '', given: Partial<Given> = {}) {
  const organizations = { soa: organizationText('soa', [`id: LC-1, name: Nguyễn Văn An${lines}`]) };
  const accounts = [account('person:LC-1', more)];
  return reportOf('inactive', { organizations, accounts, all: true, ...given }).rows[0];
}

describe('an active mailbox', () => {
  it.each([
    // Six months from 22 May end on Sunday 22 November, and move to Monday.
    ['2026-05-22', 'soon', '2026-11-23', 0],
    ['2026-05-20', 'overdue', '2026-11-20', -3],
    ['2026-06-23', 'soon', '2026-12-23', 30],
    ['2026-06-24', 'running', '2026-12-24', 31],
  ])('last used on %s: %s', (day, status, due, daysLeft) => {
    expect(one(seen(day))).toMatchObject({ status, from: day, due, daysLeft, lastAccess: day });
  });

  it.each([
    ['restored since', { ...seen('2026-03-02'), restored: '2026-06-15' }, '2026-06-15', 'soon'],
    ['never used: since it was issued', { issued: '2026-03-02' }, '2026-03-02', 'overdue'],
    [
      'used before it was issued anew',
      { ...seen('2026-01-02'), issued: '2026-10-01' },
      '2026-10-01',
      'running',
    ],
  ])('%s', (_what, more, from, status) => {
    expect(one(more)).toMatchObject({ from, status });
  });

  it('restored by a record that is not yet on the server counts from it', () => {
    const request = ', restoration: {document: 1/VP, date: 2026-11-20}';
    expect(one(seen('2026-02-02'), request)).toMatchObject({ from: '2026-11-20', status: 'running' });
    expect(one(seen('2026-02-02'))).toMatchObject({ from: '2026-02-02', status: 'overdue' });
  });

  it('that was never used says so by saying nothing', () => {
    expect(one({})).not.toHaveProperty('lastAccess');
  });

  it.each([
    ['covers the end of the term', '2026-12-31', 'protected', '2026-12-31'],
    ['ends today', '2026-11-23', 'protected', '2026-11-23'],
    ['ended yesterday', '2026-11-22', 'overdue', '2026-11-22'],
  ])('an absence that %s', (_what, until, status, due) => {
    const row = one(seen('2026-05-04'), `, absence: {until: ${until}, reason: Nghỉ thai sản}`);
    expect(row).toMatchObject({ status, due });
    expect(row?.protection).toBe(status === 'protected' ? 'absence' : undefined);
  });

  it('an absence changes nothing where the term ends later anyway', () => {
    const row = one(seen('2026-10-01'), ', absence: {until: 2026-12-31, reason: Nghỉ thai sản}');
    expect(row).toMatchObject({ status: 'running', due: '2027-04-01', absentUntil: '2026-12-31' });
  });

  it('that the policy protects is not overdue', () => {
    const policy = policyText.replace('protected: []', 'protected: [person:LC-1]');
    expect(one(seen('2026-02-02'), '', { policy })).toMatchObject({
      status: 'protected',
      protection: 'policy',
    });
  });

  it('that an operator has locked upon a call has no term, and is told as kept', () => {
    const locked = { operatorLock: '2026-11-20 x', locked: true };
    const row = one({ ...seen('2026-02-02'), ...locked });
    expect(row).toMatchObject({ status: 'protected', protection: 'lock', lastAccess: '2026-02-02' });
    expect(row).not.toHaveProperty('due');
    const report = reportOf('inactive', {
      organizations: { soa: organizationText('soa', ['id: LC-1, name: Nguyễn Văn An']) },
      accounts: [account('person:LC-1', { ...seen('2026-02-02'), ...locked })],
    });
    expect(report.rows).toHaveLength(1);
    expect(renderReportText(report, 'vi')).toContain('hành khóa (17.2)');
  });

  it('whose term ends soon in a year nobody has signed off is in doubt', () => {
    const row = one(seen('2026-07-10'), '', { today: '2026-12-28' });
    expect(row).toMatchObject({ status: 'unknown', due: '2027-01-10', missingYear: 2027 });
  });

  it('with a last access that is no time is unknown', () => {
    expect(one({ lastAccess: 'yesterday' })).toMatchObject({ status: 'unknown' });
  });

  it('with a day of issue that is none was issued when danhba first saw it', () => {
    expect(one({ issued: '2026-13-01' })).toMatchObject({ status: 'running', from: '2026-11-23' });
  });
});

describe('the report', () => {
  const people = ['id: LC-1, name: Nguyễn Văn An', 'id: LC-2, name: Trần Thị Bình'];
  const organizations = { soa: organizationText('soa', people) };
  const accounts = [
    account('person:LC-1', seen('2026-05-04')),
    account('person:LC-2', seen('2026-11-20')),
    account('person:LC-3', { ...seen('2026-01-05'), state: 'suspended', locked: true }),
    account('organization:soa', { mailbox: false }),
  ];

  it('is of active mailboxes, and of those near their end', () => {
    const { rows, counts } = reportOf('inactive', { organizations, accounts });
    expect(counts).toEqual({ overdue: 1, running: 1 });
    expect(rows.map(({ key }) => key)).toEqual(['person:LC-1']);
  });

  it('says when last access says nothing, and then accuses nobody', () => {
    const made = reportOf('inactive', { organizations, accounts, accessDoubt: 'not-recorded' });
    expect(made).toMatchObject({ accessDoubt: 'not-recorded', counts: { unknown: 2 }, rows: [] });
  });
});
