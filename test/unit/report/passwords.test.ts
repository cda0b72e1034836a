/** 4.1, 4.2, 6.3: six months for users and three for administrators, by the calendar and by the server's days. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { organizationText } from '../../support/world.ts';
import { account, reportOf } from './world.ts';

const organizations = { soa: organizationText('soa', []) };
const one = (more: Partial<ObservedAccount>, passwordDays?: () => number | undefined) =>
  reportOf('passwords', {
    organizations,
    // The other one shows that password times can be read.
    accounts: [account('person:1', more), account('person:2', { passwordChanged: '20261101000000Z' })],
    all: true,
    ...(passwordDays && { passwordDays }),
  }).rows.find(({ key }) => key === 'person:1');

const changed = (day: string) => ({ passwordChanged: `${day.replaceAll('-', '')}020000Z` });

describe('a password', () => {
  it.each([
    // Six months; 181 days for the server.
    ['2026-05-22', 'expired', '2026-11-22', '2026-11-19', -4],
    ['2026-05-26', 'expiring', '2026-11-26', '2026-11-23', 0],
    ['2026-06-25', 'expiring', '2026-12-25', '2026-12-23', 30],
    ['2026-06-26', 'valid', '2026-12-26', '2026-12-24', 31],
    // The last of August has no counterpart in February.
    ['2026-08-31', 'valid', '2027-02-28', '2027-02-28', 97],
  ])('changed on %s: %s', (day, status, expires, serverExpires, daysLeft) => {
    expect(one(changed(day))).toMatchObject({ status, changed: day, expires, serverExpires, daysLeft });
  });

  it.each([
    ['2026-08-25', 'expired', '2026-11-25', '2026-11-22'],
    ['2026-08-26', 'expiring', '2026-11-26', '2026-11-23'],
  ])('of an administrator, changed on %s: %s', (day, status, expires, serverExpires) => {
    expect(one({ ...changed(day), privileged: true })).toMatchObject({
      status,
      expires,
      serverExpires,
      policy: 'administrators',
    });
  });

  it('ends by the calendar alone where the server sets no end', () => {
    const row = one(changed('2026-05-24'), () => undefined);
    expect(row).toMatchObject({ status: 'expiring', expires: '2026-11-24', daysLeft: 1 });
    expect(row).not.toHaveProperty('serverExpires');
  });

  it('belongs to the day it has here, not in Greenwich', () => {
    expect(one({ passwordChanged: '20260522170000Z' })).toMatchObject({ changed: '2026-05-23' });
  });

  it.each([
    ['issued and not replaced', { ...changed('2026-11-01'), mustChange: true }, 'must-change'],
    ['issued, not replaced, and past its day', { ...changed('2026-01-05'), mustChange: true }, 'expired'],
    ['never set', {}, 'never-set'],
    ['changed at no time', { passwordChanged: 'yesterday' }, 'unknown'],
    ['under a policy of somebody else', { ...changed('2026-01-05'), privileged: 'cn=x' }, 'unknown'],
  ])('%s', (_what, more, status) => {
    expect(one(more)).toMatchObject({ status });
  });

  it('is none where there is no mailbox that may log in', () => {
    for (const more of [{ mailbox: false }, { state: 'suspended' }, { state: 'terminated' }] as const) {
      expect(one(more)).toBeUndefined();
    }
  });
});

describe('the report', () => {
  const accounts = [
    account('person:1', changed('2026-11-01')),
    account('person:2', changed('2026-06-20')),
    account('person:3', { ...changed('2026-10-01'), mustChange: true }),
    account('person:4', changed('2026-03-01')),
    account('person:5', changed('2026-02-01')),
    account('person:6'),
  ];

  it('has first what is to be done first, and leaves out what is well', () => {
    const { rows, counts } = reportOf('passwords', { organizations, accounts });
    expect(rows.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'person:6 never-set',
      'person:5 expired',
      'person:4 expired',
      'person:3 must-change',
      'person:2 expiring',
    ]);
    expect(counts).toEqual({ valid: 1, expiring: 1, 'must-change': 1, expired: 2, 'never-set': 1 });
  });

  it('has everybody where all are asked for', () => {
    expect(reportOf('passwords', { organizations, accounts, all: true }).rows).toHaveLength(6);
  });

  it('says so where not one time could be read, and accuses nobody', () => {
    const made = reportOf('passwords', { organizations, accounts: [account('person:1')] });
    expect(made).toMatchObject({ passwordsUnreadable: true, rows: [], counts: { 'never-set': 1 } });
    expect(reportOf('passwords', { organizations })).not.toHaveProperty('passwordsUnreadable');
  });
});
