/** 8.2: fifteen days to notify a decision on leaving, judged by the server where it was read. */
import { describe, expect, it } from 'vitest';
import type { ActualAccount } from '../../../src/model/account/account.ts';
import { holder, organization, problemsOf, told } from './told.ts';

const leaving = (decided: string, reason = 'retirement') =>
  `id: LC-1, name: Nguyễn Văn An, termination: {reason: ${reason}, document: 1/QĐ, decided: ${decided}}`;
const late = ['notification-late soa.yaml people.0.termination.decided'];

/** The mailbox of LC-1, in its organization unless said otherwise. */
const mailbox = (more: Partial<ActualAccount> = {}): ActualAccount => ({
  ...holder('person:LC-1', 'annv.soa@laichau.gov.vn'),
  organization: 'soa',
  state: 'active',
  ...more,
});
const ended = (since: string) => mailbox({ state: 'terminated', since });

function argsOf(decided: string, accounts: readonly ActualAccount[], today = '2026-11-23') {
  return problemsOf({ soa: organization('soa', '', [leaving(decided)]) }, { accounts, today })
    .filter(({ code }) => code === 'notification-late')
    .map(({ args, severity }) => ({ ...args, severity }))[0];
}

describe('with the accounts of the server', () => {
  // 2026-10-01 and fifteen days is Friday 16 October.
  it.each([
    ['live on the last day', '2026-10-16', mailbox(), []],
    ['live on the day after', '2026-10-17', mailbox(), late],
    ['live for years', '2026-12-31', mailbox(), late],
    ['suspended is live', '2026-11-23', mailbox({ state: 'suspended', since: '2026-09-01' }), late],
    ['ended on the last day', '2026-11-23', ended('2026-10-16'), []],
    ['ended on the day after', '2026-11-23', ended('2026-10-17'), late],
    ['in another organization', '2026-11-23', mailbox({ organization: 'sob' }), []],
    ['somebody else’s', '2026-11-23', mailbox({ key: 'person:LC-2' }), []],
  ])('%s', (_what, today, account, expected) => {
    expect(
      told({ soa: organization('soa', '', [leaving('2026-10-01')]) }, { accounts: [account], today }),
    ).toEqual(expected);
  });

  it('looks at the mailbox that was left, not at the one that followed', () => {
    const left = { key: 'person:LC-1/2', state: 'terminated', since: '2026-11-02' } as const;
    const accounts = [
      mailbox({ organization: 'sob' }),
      mailbox({ key: 'person:LC-1/1', organization: 'soc', state: 'terminated', since: '2026-11-02' }),
      mailbox(left),
    ];
    expect(argsOf('2026-10-01', accounts)).toMatchObject({ live: false, ended: '2026-11-02' });
    expect(argsOf('2026-10-01', accounts.slice(0, 2))).toBeUndefined();
  });

  it('is a warning that tells what was seen', () => {
    const name = 'Nguyễn Văn An';
    const facts = { name, decided: '2026-10-01', due: '2026-10-16', severity: 'warning' };
    expect(argsOf('2026-10-01', [mailbox()])).toEqual({ ...facts, live: true });
    expect(argsOf('2026-10-01', [ended('2026-11-02')])).toEqual({
      ...facts,
      live: false,
      ended: '2026-11-02',
    });
  });

  it.each([
    // A Saturday moves to Monday; 15 February 2026 is the Sunday before Tết, which ends on the 20th.
    ['2026-10-02', '2026-10-19'],
    ['2026-01-31', '2026-02-23'],
    // Saturday 22 August is worked for Monday the 31st, which is off.
    ['2026-08-07', '2026-08-22'],
    ['2026-08-08', '2026-08-24'],
    ['2026-08-16', '2026-09-03'],
  ])('decided on %s: to be notified by %s', (decided, due) => {
    expect(argsOf(decided, [mailbox()])).toMatchObject({ due });
  });

  it('says nothing of a year nobody has signed off', () => {
    expect(argsOf('2026-12-20', [mailbox()], '2027-06-01')).toBeUndefined();
  });
});

describe('without a server', () => {
  it.each([
    ['the last day', '2026-10-16', []],
    ['the day after', '2026-10-17', late],
    ['fifteen days later', '2026-10-31', late],
    ['an old record', '2026-11-01', []],
  ])('%s', (_what, today, expected) => {
    expect(told({ soa: organization('soa', '', [leaving('2026-10-01')]) }, { today })).toEqual(expected);
  });
});

describe('a custodian the server knows to have left (9.1)', () => {
  const box = organization('soa', 'mailbox: {custodian: LC-1}\n', []);
  it.each([
    ['marked as missing', mailbox({ missing: '2026-11-20' }), 'custodian-ended'],
    ['ended', ended('2026-11-20'), 'custodian-ended'],
    ['there, and in no file since just now', mailbox(), 'custodian-unknown'],
  ])('%s', (_what, account, code) => {
    expect(told({ soa: box }, { accounts: [account] })).toEqual([`${code} soa.yaml mailbox.custodian`]);
  });
});

describe('of somebody who works on', () => {
  // 2026-10-01 and fifteen days is Friday 16 October; two working days after Saturday 31 October is Tuesday.
  const staying = (reason = 'retirement') =>
    `id: LC-1, name: Nguyễn Văn An, termination: {reason: ${reason}, document: 1/QĐ, decided: 2026-10-01, effective: 2026-10-31}`;
  const problems = (person: string, accounts: readonly ActualAccount[], today: string) =>
    told({ soa: organization('soa', '', [person]) }, { accounts, today });
  it.each([
    ['is asked while the term has just run out', '2026-10-17', mailbox(), late],
    ['is asked no more after that', '2026-11-02', mailbox(), []],
    ['has the two working days of the operator', '2026-11-03', mailbox(), []],
    ['is late where the mailbox lives on', '2026-11-04', mailbox(), late],
    ['ended in time', '2026-11-23', ended('2026-11-03'), []],
    ['ended later', '2026-11-23', ended('2026-11-04'), late],
  ])('%s', (_what, today, account, expected) => {
    expect(problems(staying(), [account], today)).toEqual(expected);
  });

  it('nobody asks a house in mourning why it was late', () => {
    expect(problems(staying('death'), [mailbox()], '2026-11-23')).toEqual([]);
    expect(problems(leaving('2026-10-01', 'death'), [mailbox()], '2026-11-23')).toEqual([]);
  });
});
