/** What is missing before a deletion (8.1), and who looks after the agencies' mailboxes (9.1). */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { organizationText, policyText } from '../../support/world.ts';
import { account, reportOf } from './world.ts';

describe('suspended and ended mailboxes', () => {
  const suspended: Partial<ObservedAccount> = {
    state: 'suspended',
    since: '2026-05-04',
    reason: 'inactivity',
    locked: true,
  };
  const one = (lines: string, more: Partial<ObservedAccount> = suspended) =>
    reportOf('suspended', {
      organizations: {
        soa: organizationText('soa', [`id: LC-1, name: Nguyễn Văn An${lines}`], 'mailbox: none\n'),
      },
      accounts: [account('person:LC-1', more)],
    }).rows[0];

  it('a notice in the file counts before it is on the server', () => {
    const record = (notice: string) => `, suspension: {reason: inactivity, date: 2026-05-04${notice}}`;
    expect(one(record(''))).toMatchObject({ missing: ['notice'] });
    expect(one(record(', notice: {document: 2/TB, date: 2026-05-05}'))).toMatchObject({
      missing: [],
      notice: '2/TB; 2026-05-05',
      // Nobody has recorded yet that danhba locked it: until a run does, the term counts from today.
      deletableAfter: '2027-11-23',
    });
  });

  it('what the job suspended by itself is to be written into the file', () => {
    expect(one('')).toMatchObject({ missing: ['notice', 'record'], held: [] });
  });

  it('one that is about to be restored says so', () => {
    const request =
      ', suspension: {reason: inactivity, date: 2026-05-04}, restoration: {document: 1/VP, date: 2026-11-23}';
    expect(one(request)).toMatchObject({ planned: 'restore' });
  });

  it('a suspension whose lines are gone is held', () => {
    const breach = { ...suspended, reason: 'violation', basis: '1/QĐ; 2026-05-04' } as const;
    expect(one('', breach)).toMatchObject({ held: ['restoration-needed'] });
  });

  it('ended ones stand after suspended ones, active ones nowhere', () => {
    const { rows, counts } = reportOf('suspended', {
      organizations: { soa: organizationText('soa', [], 'mailbox: none\n') },
      accounts: [
        account('person:LC-1', { state: 'terminated', since: '2026-01-05', locked: true }),
        account('person:LC-2'),
        account('person:LC-3', suspended),
      ],
    });
    expect(rows.map(({ key }) => key)).toEqual(['person:LC-3', 'person:LC-1']);
    expect(counts).toEqual({ suspended: 1, terminated: 1 });
  });
});

describe('custodians', () => {
  const an = 'id: LC-1, name: Nguyễn Văn An';
  const box = (custodian: string, people = [an]) => ({
    soa: organizationText('soa', people, custodian === '' ? '' : `mailbox: {custodian: ${custodian}}\n`),
    sob: organizationText('sob', ['id: LC-9, name: Lò Văn Chi'], 'mailbox: none\n'),
  });
  const row = (custodian: string, people?: string[], accounts: ObservedAccount[] = []) =>
    reportOf('custodians', { organizations: box(custodian, people), accounts, all: true }).rows[0];
  const gone = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-01-02}`;
  const going = gone.replace('}', ', effective: 2026-12-31}');
  const paused = `${an}, suspension: {reason: inactivity, date: 2026-05-04}`;

  it.each([
    ['nobody', row('', [an]), { status: 'none' }],
    ['nobody of that id', row('LC-5'), { status: 'unknown', custodian: 'LC-5' }],
    [
      'somebody elsewhere',
      row('LC-9'),
      { status: 'elsewhere', custodianName: 'Lò Văn Chi', elsewhere: 'sob' },
    ],
    ['somebody who left', row('LC-1', [gone]), { status: 'ended', custodianName: 'Nguyễn Văn An' }],
    [
      'somebody who works on until a day',
      row('LC-1', [going]),
      { status: 'leaving', custodianName: 'Nguyễn Văn An' },
    ],
    [
      'somebody the server has suspended',
      row(
        'LC-1',
        [paused],
        [
          account('person:LC-1', {
            state: 'suspended',
            since: '2026-05-04',
            reason: 'inactivity',
            locked: true,
          }),
        ],
      ),
      { status: 'suspended' },
    ],
    ['somebody this plan suspends', row('LC-1', [paused], [account('person:LC-1')]), { status: 'suspended' }],
    ['one of its people', row('LC-1'), { status: 'assigned', custodianName: 'Nguyễn Văn An' }],
  ])('%s', (_what, made, expected) => {
    expect(made).toMatchObject({ key: 'organization:soa', address: 'soa@laichau.gov.vn', ...expected });
  });

  it('who is there is told where all are asked for', () => {
    const { rows, counts } = reportOf('custodians', { organizations: box('LC-1') });
    expect(rows).toEqual([]);
    expect(counts).toEqual({ assigned: 1 });
  });

  it('an agency that has ended needs none', () => {
    const dissolved = organizationText('soa', [], 'dissolved: {document: 1/NQ, date: 2026-07-01}\n');
    expect(reportOf('custodians', { organizations: { soa: dissolved }, all: true }).rows).toEqual([]);
  });
});

describe('addresses from before', () => {
  const until = '2027-07-01';
  const policy = (day: string) => policyText.replace('naming:\n', `naming:\n  legacyUntil: ${day}\n`);
  const kept = (id: string, name: string, address: string) =>
    `id: ${id}, name: ${name}, address: ${address}@laichau.gov.vn, addressDecision: {document: 8/QĐ, date: 2026-03-02, legacy: true}`;
  const organizations = {
    soa: organizationText(
      'soa',
      [kept('LC-1', 'Nguyễn Văn An', 'an-nguyen'), 'id: LC-2, name: Ngô Văn An'],
      'mailbox: none\n',
    ),
    sob: organizationText(
      'sob',
      [kept('LC-3', 'Lò Văn Chi', 'chi'), kept('LC-4', 'Lò Văn Du', 'du')],
      'mailbox: none\n',
    ),
  };
  const has = (id: string, local: string, organization: string) =>
    account(`person:${id}`, {
      organization,
      address: at(local),
      addresses: [at(local)],
      issued: '2026-11-02',
    });
  const at = (local: string) => `${local}@laichau.gov.vn`;
  const accounts = [
    has('LC-1', 'an-nguyen', 'soa'),
    has('LC-2', 'annv.soa', 'soa'),
    has('LC-3', 'chi', 'sob'),
    has('LC-4', 'dulv.sob', 'sob'),
  ];
  const told = (day: string) =>
    reportOf('legacy', { organizations, accounts, policy: policy(day) }).rows.map(
      ({ key, status, planned }) => `${key} ${status} ${planned ?? ''}`.trim(),
    );

  it('are told with what becomes of them, by organization', () => {
    const { rows, counts } = reportOf('legacy', { organizations, accounts, policy: policy(until) });
    expect(counts).toEqual({ stuck: 1, kept: 1, absent: 1 });
    expect(rows[0]).toEqual({
      key: 'person:LC-1',
      name: 'Nguyễn Văn An',
      organization: 'soa',
      status: 'stuck',
      address: 'an-nguyen@laichau.gov.vn',
      byRule: 'annv.soa@laichau.gov.vn',
      holder: 'person:LC-2',
      document: '8/QĐ',
      until,
    });
    expect(told(until)).toEqual(['person:LC-1 stuck', 'person:LC-3 kept', 'person:LC-4 absent']);
  });

  it('from their day on are those that wait to be renamed; what was renamed is no more among them', () => {
    expect(told('2026-11-23')).toEqual(['person:LC-1 stuck', 'person:LC-3 over rename']);
  });
});
