/** Until when an account may go unused, by the latest of the days that count, and when that is over for certain (8.1). */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { hasElapsed, type InactivityTerms, inactivityOf } from '../../../src/plan/decide/inactivity.ts';
import { dnOf, readWorld } from '../../support/world.ts';

const { policy, calendar } = readWorld({}).directory;
const account: ObservedAccount = {
  key: 'person:LC-000001',
  dn: dnOf('person:LC-000001'),
  uuid: 'u',
  name: 'Nguyễn Văn An',
  mailbox: true,
  addresses: [],
  locked: false,
  state: 'active',
  issued: '2024-01-02',
};
const terms: InactivityTerms = { policy, calendar, today: '2024-09-02', loginsSince: '2020-01-01' };

describe('the six months begin on the latest of', () => {
  it.each([
    ['the issue', {}, {}, '2024-01-02'],
    ['today, where nobody has recorded the issue', { issued: 'x' }, {}, '2024-09-02'],
    ['the last login', { lastAccess: '20240304010203Z' }, {}, '2024-03-04'],
    ['the last login at a replica', { replicaAccess: '20240304010203Z' }, {}, '2024-03-04'],
    ['the restoration', { restored: '2024-03-04' }, {}, '2024-03-04'],
    ['the day it was carried out', { since: '2024-03-04' }, {}, '2024-03-04'],
    ['the day since which logins are seen', {}, { loginsSince: '2024-03-04' }, '2024-03-04'],
    ['today, where nobody knows since when', {}, { loginsSince: undefined }, '2024-09-02'],
  ] as const)('%s', (_what, more, others, from) => {
    expect(inactivityOf({ ...account, ...more }, undefined, { ...terms, ...others })?.from).toBe(from);
  });

  it.each([{ lastAccess: 'x' }, { replicaAccess: 'x' }, { replicaAccess: '99991230000000Z' }])(
    'nobody is suspended on a guess: a login that is no time gives no term, %o',
    (more) => {
      expect(inactivityOf({ ...account, ...more }, undefined, terms)).toBeUndefined();
    },
  );
});

describe('the last day', () => {
  const until = (day: string) => ({ until: day, reason: 'study' });

  it.each([
    ['moves to the next working day', undefined, '2024-07-02'],
    ['is the end of an absence that was notified, where that is later', until('2024-08-01'), '2024-08-01'],
    ['is its own, where the absence ends before', until('2024-07-01'), '2024-07-02'],
  ])('%s', (_what, absence, due) => {
    expect(inactivityOf(account, absence, terms)).toEqual({ from: '2024-01-02', due });
  });

  it('is at the earliest the corresponding day, where nobody has signed off the year', () => {
    expect(inactivityOf(account, undefined, { ...terms, calendar: new Map() })).toEqual({
      from: '2024-01-02',
      due: '2024-07-02',
      missingYear: 2024,
    });
  });

  it.each([
    ['today', '2024-09-02', {}, false],
    ['yesterday', '2024-09-01', {}, true],
    ['yesterday, in a year without a table', '2024-09-01', { missingYear: 2024 }, false],
  ])('of %s', (_what, due, more, over) => {
    expect(hasElapsed({ from: '2024-03-01', due, ...more }, '2024-09-02')).toBe(over);
  });
});
