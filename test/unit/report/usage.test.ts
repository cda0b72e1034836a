/** Usage by organization: how each figure is made, which are blank, and that the public is told of nobody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import type { ReportOf } from '../../../src/model/report.ts';
import { addDays } from '../../../src/model/time/date.ts';
import type { UsageEvidence, UsageRow } from '../../../src/model/usage.ts';
import { chartsOf } from '../../../src/render/report/charts.ts';
import { renderReportJson } from '../../../src/render/report/json.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { makeReport } from '../../../src/report/make-report.ts';
import type { Situation } from '../../../src/report/situation.ts';
import { organizationText } from '../../support/world.ts';
import { account, factsOf } from './world.ts';

const today = '2026-11-23';
const quarter = { name: '2026-Q4', from: '2026-10-01', to: today };
const evidence: UsageEvidence = { period: quarter, audience: 'internal', requests: { unseen: 'audit' } };

/** The time of a login so many days ago. */
const ago = (days: number) => `${addDays(today, -days).replaceAll('-', '')}020000Z`;
const personOf = (organization: string, number: number, more: Partial<ObservedAccount> = {}) =>
  account(`person:LC-${number}`, { organization, ...more });

const organizations = {
  soa: organizationText('soa', ['id: LC-1, name: Nguyễn Văn An'], 'mailbox: {custodian: LC-1}\n'),
  sob: organizationText('sob', [], 'mailbox: {}\n'),
  soc: organizationText('soc', [], 'mailbox: none\n'),
};

function reportOn(
  accounts: readonly ObservedAccount[],
  more: Partial<Situation> & { readonly files?: Record<string, string> } = {},
) {
  const { files = organizations, ...situation } = more;
  const facts = factsOf({ organizations: files, accounts });
  const report = makeReport('usage', { ...facts, usage: evidence, ...situation });
  if (report.report !== 'usage') throw new Error(report.report);
  return report;
}

const rowOf = (accounts: readonly ObservedAccount[], more: Parameters<typeof reportOn>[1] = {}) =>
  reportOn(accounts, more).rows.find(({ organization }) => organization === 'soa') as UsageRow;

describe('a row', () => {
  it('counts mailboxes that are open, and those that were used of late', () => {
    const row = rowOf([
      account('organization:soa', { lastAccess: ago(0) }),
      personOf('soa', 1, { lastAccess: ago(30) }),
      personOf('soa', 2, { lastAccess: ago(31) }),
      personOf('soa', 3, { lastAccess: ago(180) }),
      personOf('soa', 4, { lastAccess: ago(181) }),
      personOf('soa', 5),
      personOf('soa', 6, { lastAccess: ago(200), replicaAccess: ago(2) }),
      personOf('soa', 7, { state: 'suspended', lastAccess: ago(1) }),
      personOf('soa', 8, { state: 'terminated', since: '2026-10-01', lastAccess: ago(1) }),
      personOf('soa', 9, { state: 'terminated', since: '2026-09-30' }),
      personOf('sob', 10, { lastAccess: ago(1) }),
      account('organization:soc', { mailbox: false }),
    ]);
    expect(row).toEqual({
      key: 'organization:soa',
      name: 'Sở SOA',
      organization: 'soa',
      status: 'told',
      mailboxes: 7,
      usedIn30: 3,
      usedIn180: 5,
      custodian: true,
      issued: 0,
      ended: 1,
      suspended: 1,
    });
  });

  it.each([
    ['2026-10-01', 1],
    ['2026-11-23', 1],
    ['2026-09-30', 0],
  ])('issued on %s counts %i in the quarter', (issued, count) => {
    expect(rowOf([personOf('soa', 1, { issued, lastAccess: ago(1) })]).issued).toBe(count);
  });

  it('is there for every organization that has not ended, and for one that has while a mailbox is open', () => {
    const ended = `${organizations.sob}dissolved: {document: 5/QĐ, date: 2026-11-01}\n`;
    const idsOf = (accounts: readonly ObservedAccount[]) =>
      reportOn(accounts, { files: { ...organizations, sob: ended } }).rows.map((row) => row.organization);
    expect(idsOf([])).toEqual(['soa', 'soc', 'ubnd']);
    expect(idsOf([personOf('sob', 2, { lastAccess: ago(1) })])).toEqual(['soa', 'sob', 'soc', 'ubnd']);
  });

  it('tells whether the agency mailbox has a custodian, and nothing where there is no mailbox', () => {
    expect(reportOn([]).rows.map(({ organization, custodian }) => [organization, custodian])).toEqual([
      ['soa', true],
      ['sob', false],
      ['soc', undefined],
      ['ubnd', undefined],
    ]);
  });

  it('a custodian who is suspended is one still', () => {
    const suspended = personOf('soa', 1, { state: 'suspended', reason: 'violation' });
    expect(rowOf([suspended]).custodian).toBe(true);
  });

  it('a custodian who has left is none', () => {
    const left = {
      ...organizations,
      soa: organizationText(
        'soa',
        [
          'id: LC-1, name: Nguyễn Văn An, termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-01}',
        ],
        'mailbox: {custodian: LC-1}\n',
      ),
    };
    expect(rowOf([], { files: left }).custodian).toBe(false);
  });

  it('has no forwards where the rules of one mailbox could not be read', () => {
    const script = { name: 'a', active: true, text: 'redirect "x@mail.example";' };
    const at = (number: number) => ({ user: `LC-${number}@people`, sessions: 0, scripts: [] });
    const accounts = [1, 2, 3].map((number) => personOf(number === 1 ? 'soa' : 'sob', number));
    const mail = {
      mailboxes: [
        { ...at(1), unread: quoted('EACCES') },
        { ...at(2), scripts: [script, { ...script, name: 'b', text: `${script.text}\n${script.text}` }] },
        { ...at(3), scripts: [{ ...script, active: false }] },
      ],
      orphans: [],
    };
    const facts = factsOf({ organizations, accounts, mail });
    const report = makeReport('usage', { ...facts, usage: evidence });
    expect(report.rows.map((row) => 'forwards' in row && row.forwards)).toEqual([false, 1, 0, 0]);
    expect(report).toMatchObject({ usage: { forwardsFailed: 1 } });
  });

  it('has the letters nobody has read where they were counted, 0 among them', () => {
    const letters = new Map([['organization:soa', 0] as const]);
    const facts = factsOf({ organizations, accounts: [], mail: { mailboxes: [], orphans: [] } });
    const { rows, usage } = makeReport('usage', {
      ...facts,
      usage: { ...evidence, unread: { letters, failed: 1 } },
    }) as ReportOf<'usage'>;
    expect(rows.map(({ unread }) => unread)).toEqual([0, undefined, undefined, undefined]);
    expect(usage).toMatchObject({ unreadFailed: 1 });
  });

  it('has what was done in time for whom its organization manages today', () => {
    const requests = [
      { key: 'person:LC-1', done: today, inTime: true },
      { key: 'person:LC-2', done: today, inTime: false },
      { key: 'person:LC-3', done: today },
      { key: 'organization:soc', done: today, inTime: true },
    ] as const;
    const { rows, usage } = reportOn([personOf('soa', 2), personOf('sob', 3)], {
      usage: { ...evidence, requests: { requests, pushed: 2, since: '2026-10-05' } },
    });
    expect(rows.map((row) => [row.organization, row.requests, row.inTime])).toEqual([
      ['soa', 2, 1],
      ['sob', 1, undefined],
      ['soc', 1, 1],
      ['ubnd', 0, 0],
    ]);
    expect(usage).toMatchObject({ requestsUnjudged: 1, pushed: 2, auditSince: '2026-10-05' });
  });
});

describe('a figure nobody can tell is blank, with the reason', () => {
  const old = personOf('soa', 1, { issued: '2025-01-01' });

  it.each([
    ['logins are seen since before', '2026-05-27', { usedIn30: 0, usedIn180: 0, status: 'told' }],
    ['since a day within the half year', '2026-05-28', { usedIn30: 0, status: 'unseen' }],
    ['since a day within the month', '2026-11-01', { status: 'unseen' }],
    ['nobody knows since when', undefined, { status: 'unseen' }],
  ])('%s', (_what, loginsSince, expected) => {
    const { usedIn30, usedIn180, status } = rowOf([old], { loginsSince });
    expect({ usedIn30, usedIn180, status }).toEqual({
      usedIn30: undefined,
      usedIn180: undefined,
      ...expected,
    });
  });

  it('but of who was issued since, or has logged in since, all is known', () => {
    const accounts = [
      personOf('soa', 1, { issued: '2026-11-01' }),
      personOf('soa', 2, { issued: '2025-01-01', lastAccess: ago(3) }),
    ];
    expect(rowOf(accounts, { loginsSince: '2026-11-01' })).toMatchObject({ usedIn30: 1, usedIn180: 1 });
  });

  it('a last login that is no time is not taken for silence', () => {
    expect(rowOf([personOf('soa', 1, { lastAccess: 'gestern' })])).toMatchObject({ status: 'unseen' });
  });

  it('where logins say nothing at all', () => {
    const facts = factsOf({ organizations, accounts: [old] });
    const plan = { ...facts.plan, accessDoubt: 'not-recorded' } as const;
    const report = makeReport('usage', { ...facts, plan, usage: evidence });
    expect(report).toMatchObject({ accessDoubt: 'not-recorded', rows: [{ status: 'unseen' }, {}, {}, {}] });
    expect(renderReportText(report, 'vi')).not.toContain('ghi đăng nhập từ');
  });

  it.each(['vi', 'en'] as const)('and the text tells why, %s', (language) => {
    const report = reportOn([old], {
      loginsSince: '2026-11-01',
      usage: { ...evidence, unread: { letters: new Map(), failed: 2 } },
    });
    const text = renderReportText(report, language).replaceAll(/\s+/g, ' ');
    expect(text).toContain('2026-11-01');
    expect(text).toContain('--audit');
    expect(text).toContain('DANHBA_DOVEADM_URL');
    expect(text).not.toMatch(/undefined|NaN/);
  });
});

describe('for everybody', () => {
  const isPublic = { ...evidence, audience: 'public' } as const;
  const group = (id: string, first: number, days: readonly number[]) =>
    days.map((one, index) => personOf(id, first + index, { lastAccess: ago(one) }));

  it('tells nothing of one mailbox, and nothing of fewer than five', () => {
    const accounts = [...group('soa', 1, [1, 2, 40, 50, 200]), ...group('sob', 11, [1, 2, 3, 4])];
    const { rows, counts } = reportOn(accounts, {
      usage: { ...isPublic, unread: { letters: new Map([['organization:soa', 7]]), failed: 0 } },
    });
    expect(rows.slice(0, 2)).toEqual([
      {
        key: 'organization:soa',
        name: 'Sở SOA',
        organization: 'soa',
        status: 'told',
        mailboxes: 5,
        usedIn30: 2,
        usedIn180: 4,
        custodian: true,
        issued: 0,
      },
      {
        key: 'organization:sob',
        name: 'Sở SOB',
        organization: 'sob',
        status: 'small',
        mailboxes: 4,
        custodian: false,
        issued: 0,
      },
    ]);
    expect(counts).toEqual({ told: 1, small: 3 });
  });

  it('is the same whatever those of a small organization do: no sum gives them away', () => {
    const day = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined });
    const world = fc.record({
      large: fc.array(day, { minLength: 5, maxLength: 9 }),
      small: fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 4 }),
      since: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
      state: fc.constantFrom('suspended', 'terminated'),
    });
    const peopleOf = (id: string, first: number, days: readonly (number | undefined)[]) =>
      days.map((one, index) =>
        personOf(id, first + index, one === undefined ? {} : { lastAccess: ago(one) }),
      );
    fc.assert(
      fc.property(world, ({ large, small, since, state }) => {
        const told = (side: 0 | 1) => {
          const accounts = [
            ...peopleOf('soa', 1, large),
            ...peopleOf(
              'sob',
              21,
              small.map((pair) => pair[side]),
            ),
            // Who is shut out, and when, is nobody else's affair either.
            ...(side === 0 ? [] : [personOf('sob', 41, { state, since: today })]),
          ];
          const loginsSince = since === undefined ? undefined : addDays(today, -since);
          const report = reportOn(accounts, { usage: isPublic, loginsSince });
          return [renderReportJson(report, 'vi'), renderReportText(report, 'vi'), ...chartsOf(report, 'vi')];
        };
        expect(told(1)).toEqual(told(0));
      }),
      { numRuns: 25 },
    );
  });

  it.each(['vi', 'en'] as const)('has no column of what is not told, %s', (language) => {
    const report = reportOn(group('soa', 1, [1, 2, 3, 4, 5]), { usage: isPublic });
    const open = renderReportText(reportOn([]), language);
    const text = renderReportText(report, language);
    for (const word of language === 'vi' ? ['tạm dừng', 'chưa đọc', 'chuyển thư'] : ['suspended', 'unread']) {
      expect(open).toContain(word);
      expect(text).not.toContain(word);
    }
  });
});
