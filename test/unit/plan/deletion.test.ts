/** When an account's time has come to be deleted, day by day, and what is missing where it has not (8.1, 8.2). */

import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/model/account/account.ts';
import { parseBasis } from '../../../src/model/account/basis.ts';
import {
  byRecordAlone,
  deletabilityOf,
  deletionDueOf,
  isOver,
  type Kept,
  type Terms,
} from '../../../src/plan/decide/deletion.ts';
import { readWorld } from '../../support/world.ts';

const { directory } = readWorld({});
const on = (today: string, terms: Partial<Terms> = {}): Terms => ({
  policy: directory.policy,
  calendar: directory.calendar,
  today,
  ...terms,
});
const suspended: Kept = {
  state: 'suspended',
  since: '2024-03-04',
  issued: '2023-02-01',
  lockedOn: '2024-03-04',
  notice: '32/TB; 2024-03-05',
  noticedOn: '2024-03-05',
};
const terminated: Kept = { state: 'terminated', since: '2024-03-04', lockedOn: '2024-03-04' };

describe('a term has elapsed when its last day is over', () => {
  it.each([
    ['of a notice (8.1)', suspended, '2025-03-05', { why: 'term-elapsed', term: 'notice' }],
    ['of what is kept (8.2)', terminated, '2025-03-04', { why: 'retention-elapsed', term: 'retention' }],
  ] as const)('%s', (_what, account, due, found) => {
    expect(deletabilityOf(account, on(due))).toMatchObject({ code: 'deletion-not-due', args: { due } });
    expect(deletionDueOf(account, on(due))).toBeUndefined();
    const next = due.replace(/\d$/, (last) => String(Number(last) + 1));
    expect(deletabilityOf(account, on(next))).toEqual({ due, ...found });
    expect(deletionDueOf(account, on(next))).toBe(due);
  });

  it('no account that works, or whose state is unknown, is ever deleted', () => {
    expect(deletabilityOf({ ...suspended, state: 'active' }, on('2030-01-01'))).toBeUndefined();
    expect(deletabilityOf({ ...suspended, state: undefined }, on('2030-01-01'))).toBeUndefined();
  });

  it('a year without a table is told only when the day before any moving is over', () => {
    const calendar = new Map([...directory.calendar].filter(([year]) => year < 2025));
    expect(deletabilityOf(suspended, on('2025-03-05', { calendar }))).toEqual({
      code: 'deletion-not-due',
      args: { from: '2024-03-05', due: '2025-03-05', term: 'notice' },
    });
    expect(deletabilityOf(suspended, on('2025-03-06', { calendar }))).toEqual({
      code: 'calendar-missing',
      args: { year: 2025 },
    });
    expect(deletionDueOf(suspended, on('2025-03-06', { calendar }))).toBeUndefined();
  });
});

describe('the term of a mailbox that is locked runs from the latest of its days', () => {
  it.each([
    ['the day it was issued', { issued: '2024-05-06' }, '2024-05-06', 'lock'],
    ['the day it was given back', { restored: '2024-05-06' }, '2024-05-06', 'lock'],
    ['the day danhba locked it', { lockedOn: '2024-05-06' }, '2024-05-06', 'lock'],
    ['today, where nobody has recorded the lock', { lockedOn: undefined }, '2024-09-02', 'lock'],
    ['today, where the day of the lock is none', { lockedOn: 'x' }, '2024-09-02', 'lock'],
    ['the last login', { lastAccess: '20240506010203Z' }, '2024-05-06', 'access'],
    ['the last login at a replica', { replicaAccess: '20240506010203Z' }, '2024-05-06', 'access'],
    ['today, where a login is no time', { lastAccess: 'x' }, '2024-09-02', 'access'],
    ['today, where a login at a replica is no time', { replicaAccess: 'x' }, '2024-09-02', 'access'],
    ['its end, where a login lies before', { lastAccess: '20240101010203Z' }, '2024-03-04', 'retention'],
    ['the lock, where it tells no day of its end', { since: undefined }, '2024-03-04', 'lock'],
    ['its end, where the lock is of the same day', {}, '2024-03-04', 'retention'],
  ] as const)('%s', (_what, more, from, term) => {
    expect(deletabilityOf({ ...terminated, ...more }, on('2024-09-02'))).toMatchObject({
      code: 'deletion-not-due',
      args: { from, term },
    });
  });

  it.each([
    ['from the notice, where danhba heard of it within sixty days', '2024-05-04', '2024-03-05', 'notice'],
    ['from the day danhba heard of it, where that was later', '2024-05-05', '2024-05-05', 'seen'],
    ['from today, where nobody has recorded when danhba heard of it', undefined, '2024-09-02', 'seen'],
  ])('of a notice: %s', (_what, noticedOn, from, term) => {
    expect(deletabilityOf({ ...suspended, noticedOn }, on('2024-09-02'))).toMatchObject({
      args: { from, term },
    });
  });

  it.each([
    ['a believed notice is named before a lock of its day', '2024-03-05', '2024-03-05', 'notice'],
    ['a lock is named before a notice heard of on its day', '2024-05-05', '2024-05-05', 'lock'],
  ])('%s', (_what, lockedOn, noticedOn, term) => {
    expect(deletabilityOf({ ...suspended, lockedOn, noticedOn }, on('2024-09-02'))).toMatchObject({
      args: { term },
    });
  });
});

describe('a suspended mailbox', () => {
  it('without a notice waits for one, and tells the earliest day', () => {
    const args = { since: '2024-03-04', earliest: '2025-09-03' };
    expect(deletabilityOf({ ...suspended, notice: undefined }, on('2024-09-02'))).toEqual({
      code: 'notice-missing',
      args,
    });
    expect(deletabilityOf({ state: 'suspended' }, on('2024-09-02'))).toEqual({
      code: 'notice-missing',
      args: { ...args, since: '' },
    });
  });

  it('without a table of the year is told the day before any moving', () => {
    expect(
      deletabilityOf({ ...suspended, notice: 'by word' }, on('2024-09-02', { calendar: new Map() })),
    ).toMatchObject({ code: 'notice-missing', args: { earliest: '2025-09-02' } });
  });

  it.each([
    ['its suspension', { since: '2024-03-06' }, { day: '2024-03-06', of: 'suspension' }],
    ['its mailbox', { issued: '2024-03-06' }, { day: '2024-03-06', of: 'mailbox' }],
  ] as const)('is not deleted by a notice older than %s', (_what, more, args) => {
    expect(deletabilityOf({ ...suspended, ...more }, on('2026-09-01'))).toEqual({
      code: 'notice-early',
      args: { notice: '2024-03-05', earliest: '2027-09-01', ...args },
    });
  });

  it.each([
    ['of the same day', { since: '2024-03-05', issued: '2024-03-05' }],
    ['of no recorded day', { since: undefined, issued: undefined }],
  ])('is deleted by a notice where suspension and mailbox are %s', (_what, more) => {
    expect(deletionDueOf({ ...suspended, ...more }, on('2025-03-06'))).toBe('2025-03-05');
  });
});

describe('what would be made only to be deleted', () => {
  const record: Account = {
    key: 'person:LC-000001',
    name: 'Nguyễn Văn An',
    mailbox: true,
    addresses: [],
    locked: true,
    state: 'suspended',
    since: '2024-03-04',
    notice: '32/TB; 2024-03-05',
    // Of an entry that is not there, no such day counts.
    lockedOn: '2025-03-01',
    noticedOn: '2025-03-01',
    restored: '2025-03-01',
    issued: '2025-03-01',
  };
  const { since: _since, notice: _notice, ...bare } = record;

  it.each([
    ['whoever has ended, today even', { ...record, state: 'terminated', since: '2025-03-06' }, true],
    ['whoever works', { ...record, state: 'active' }, false],
    ['a suspension whose notice has run out', record, true],
    ['a suspension without a notice', { ...bare, since: '2024-03-04' }, false],
    ['a suspension without a day', { ...bare, notice: '32/TB; 2024-03-05' }, true],
    ['a suspension after its notice', { ...record, since: '2024-03-06' }, false],
  ] as const)('%s', (_what, account, over) => {
    expect(isOver(account, on('2025-03-06'))).toBe(over);
  });

  it('waits for the notice of its record alone', () => {
    const { notice: _none, ...silent } = record;
    expect(deletabilityOf(byRecordAlone(record), on('2025-03-05'))).toMatchObject({
      args: { from: '2024-03-05', term: 'notice' },
    });
    expect(deletabilityOf(byRecordAlone(silent), on('2025-03-05'))).toMatchObject({ code: 'notice-missing' });
  });
});

describe('the date of a document', () => {
  it.each([
    ['stands after a semicolon', '32/TB; 2024-03-05', '2024-03-05'],
    ['is the last of several', '32/TB; 2023-01-01; 2024-03-05', '2024-03-05'],
    ['is none without the semicolon', '32/TB, 2024-03-05', undefined],
    ['is none alone', '2024-03-05', undefined],
    ['is none where there is no such day', '32/TB; 2024-02-30', undefined],
  ])('%s', (_what, basis, date) => {
    expect(parseBasis(basis)?.date).toBe(date);
  });
});
