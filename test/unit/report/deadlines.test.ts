/** Everything with a day: what the plan does, what it holds, what is written and still to come. */
import { describe, expect, it } from 'vitest';
import type { ReportOf } from '../../../src/model/report.ts';
import { organizationText } from '../../support/world.ts';
import { account, type Given, reportOf } from './world.ts';

const files = (...people: string[]) => ({ soa: organizationText('soa', people, 'mailbox: none\n') });
const an = (more = '') => `id: LC-1, name: Nguyễn Văn An${more}`;
/** Whoever is there keeps the other from being the last of the organization. */
const binh = 'id: LC-2, name: Trần Thị Bình';
const used = { lastAccess: '20261120020000Z', address: 'annv.soa@laichau.gov.vn' };

function rowsOf(given: Given): readonly string[] {
  return reportOf('deadlines', given).rows.map(tell);
}

const tell = ({ due, status, event, change, key }: ReportOf<'deadlines'>['rows'][number]) =>
  [due, status, event, ...(change === undefined ? [] : [change]), key].join(' ');

describe('requests that wait on GitHub (6.2, 8.2)', () => {
  it('stand among the others by their last day', () => {
    const request = (number: number, due: string) => ({
      number,
      title: 'Cấp mới',
      opened: '2026-11-18',
      due,
    });
    const requests = [request(7, '2026-11-25'), request(5, '2026-11-23'), request(3, '2026-11-20')];
    expect(rowsOf({ organizations: {}, requests })).toEqual([
      '2026-11-20 overdue request pull-request:3',
      '2026-11-23 now request pull-request:5',
      '2026-11-25 coming request pull-request:7',
    ]);
  });
});

describe('days of the plan', () => {
  it('a restoration is due two working days after the request, and late after that', () => {
    const restored =
      ', suspension: {reason: inactivity, date: 2026-10-01}, restoration: {document: 1/VP, date: DAY}';
    const accounts = [
      account('person:LC-1', { state: 'suspended', since: '2026-10-01', reason: 'inactivity', locked: true }),
    ];
    const on = (day: string) => rowsOf({ organizations: files(an(restored.replace('DAY', day))), accounts });
    expect(on('2026-11-20')).toEqual(['2026-11-25 coming planned restore person:LC-1']);
    expect(on('2026-11-19')).toEqual(['2026-11-23 now planned restore person:LC-1']);
    expect(on('2026-11-18')).toEqual(['2026-11-20 overdue planned restore person:LC-1']);
  });

  it('a removal is announced with the day it takes effect, then waited for', () => {
    const organizations = files(binh);
    const there = account('person:LC-2', { lastAccess: '20261120020000Z' });
    const missing = (day?: string) => [
      there,
      account('person:LC-1', { ...used, ...(day && { missing: day }) }),
    ];
    const removal = (day?: string) =>
      rowsOf({ organizations, accounts: missing(day) }).filter((row) => row.includes('LC-1'));
    expect(removal()).toEqual(['2026-11-26 coming removal terminate person:LC-1']);
    expect(removal('2026-11-20')).toEqual(['2026-11-25 coming removal terminate person:LC-1']);
    expect(removal('2026-11-19')).toEqual(['2026-11-23 now planned terminate person:LC-1']);
    expect(removal('2026-11-02')).toEqual(['2026-11-04 overdue planned terminate person:LC-1']);
  });

  it.each([
    // 24 November is a day off.
    ['2026-11-20 x', '2026-11-25 coming operator-lock suspend person:LC-1'],
    ['2026-11-19 x', '2026-11-23 now operator-lock suspend person:LC-1'],
    ['2026-11-18 x', '2026-11-20 overdue operator-lock suspend person:LC-1'],
    // Since when, nobody can tell.
    ['x', '2026-11-23 overdue operator-lock suspend person:LC-1'],
    ['2027-01-05 x', '2026-11-23 overdue operator-lock suspend person:LC-1'],
  ])('an operator’s lock of "%s" waits two working days for a document', (operatorLock, row) => {
    const accounts = [account('person:LC-1', { ...used, operatorLock, locked: true })];
    const given = { organizations: files(an(), binh), accounts };
    expect(rowsOf(given).filter((one) => one.includes('operator-lock'))).toEqual([row]);
    expect(JSON.stringify(reportOf('deadlines', given))).not.toContain(' x');
  });

  it('a deletion is not late when its term is over: it comes then', () => {
    const left = ', termination: {reason: retirement, document: 1/QĐ, decided: DAY}';
    const on = (day: string) => {
      const over = {
        state: 'terminated',
        since: day,
        lockedOn: day,
        reason: 'retirement',
        locked: true,
      } as const;
      const accounts = [account('person:LC-1', { ...over, issued: '2024-01-05', basis: `1/QĐ; ${day}` })];
      return rowsOf({ organizations: files(an(left.replace('DAY', day))), accounts });
    };
    expect(on('2025-11-25')).toEqual(['2026-11-25 coming deletion delete person:LC-1']);
    expect(on('2025-10-02')).toEqual(['2026-10-02 now deletion delete person:LC-1']);
  });
});

describe('terms of 8.1', () => {
  const on = (day: string, more = '') =>
    rowsOf({
      organizations: files(an(more)),
      accounts: [account('person:LC-1', { ...used, lastAccess: `${day}020000Z` })],
    });

  it('are told within the days of warning, and when they are over', () => {
    expect(on('20260701')).toEqual([]);
    expect(on('20260615')).toEqual(['2026-12-15 coming inactivity suspend person:LC-1']);
    expect(on('20260515')).toEqual(['2026-11-16 now inactivity suspend person:LC-1']);
  });

  it('are told too where the guard holds the suspension', () => {
    const ids = Array.from({ length: 5 }, (_, index) => `LC-${index + 1}`);
    const accounts = ids.map((id) => account(`person:${id}`, { lastAccess: '20260105020000Z' }));
    const people = ids.map(
      (id, index) => `id: ${id}, name: Lò Văn ${['An', 'Bình', 'Chi', 'Dũng', 'Em'][index]}`,
    );
    const made = reportOf('deadlines', { organizations: files(...people), accounts });
    expect(made.counts).toEqual({ now: 5 });
    expect(reportOf('held', { organizations: files(...people), accounts }).counts).toEqual({ guard: 5 });
  });

  it('an absence that ends within the days of warning is told', () => {
    const absent = (until: string) => on('20261120', `, absence: {until: ${until}, reason: Nghỉ thai sản}`);
    expect(absent('2026-12-23')).toEqual(['2026-12-23 coming absence person:LC-1']);
    expect(absent('2026-11-23')).toEqual(['2026-11-23 coming absence person:LC-1']);
    expect(absent('2026-12-24')).toEqual([]);
    expect(absent('2026-11-22')).toEqual([]);
  });
});

describe('records', () => {
  const there = [account('person:LC-1', used)];
  it.each([
    ['termination: {reason: retirement, document: 1/QĐ, decided: 2026-12-01}', 'terminate'],
    ['suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-12-01}', 'suspend'],
    ['passwordReset: {document: 1/VP, date: 2026-12-01}', 'reset'],
  ])('%s waits for its day', (record, change) => {
    expect(rowsOf({ organizations: files(an(`, ${record}`)), accounts: there })).toEqual([
      `2026-12-01 coming recorded ${change} person:LC-1`,
    ]);
  });

  it('an end is told by its last day of work, however far that is, and not once it is over', () => {
    const record = ', termination: {reason: retirement, document: 1/QĐ, decided: 2026-09-01, effective: DAY}';
    const on = (day: string) =>
      reportOf('deadlines', { organizations: files(an(record.replace('DAY', day))), accounts: there });
    expect(on('2031-01-31').rows).toMatchObject([
      { event: 'last-day', due: '2031-01-31', from: '2026-09-01', change: 'terminate', document: '1/QĐ' },
    ]);
    const told = (day: string) => on(day).rows.map(tell);
    expect(told('2026-11-24')).toEqual(['2026-11-24 coming last-day terminate person:LC-1']);
    expect(told('2026-11-23')).toEqual(['2026-11-23 coming last-day terminate person:LC-1']);
    expect(told('2026-11-22')).toEqual(['2026-11-25 coming planned terminate person:LC-1']);
  });

  it('a dissolution waits for its day', () => {
    const dissolved = 'mailbox: none\ndissolved: {document: 1/NQ, date: 2026-12-31}\n';
    expect(rowsOf({ organizations: { soa: organizationText('soa', [], dissolved) } })).toEqual([
      '2026-12-31 coming recorded terminate organization:soa',
    ]);
  });
});

describe('late notifications (8.2)', () => {
  const left = (decided: string) =>
    an(`, termination: {reason: retirement, document: 1/QĐ, decided: ${decided}}`);
  const late = (decided: string, ended?: string) => {
    const over = { state: 'terminated', since: ended, reason: 'retirement', locked: true } as const;
    const accounts = [
      account('person:LC-1', { ...used, ...(ended !== undefined && { ...over, since: ended }) }),
    ];
    return rowsOf({ organizations: files(left(decided)), accounts }).filter((row) =>
      row.includes('notification'),
    );
  };

  it('are overdue while the mailbox is live', () => {
    expect(late('2026-10-01')).toEqual(['2026-10-16 overdue notification person:LC-1']);
    expect(late('2026-11-10')).toEqual([]);
  });

  it('are remembered for thirty days after it ended', () => {
    expect(late('2026-10-01', '2026-10-24')).toEqual(['2026-10-16 done notification person:LC-1']);
    expect(late('2026-09-01', '2026-10-23')).toEqual([]);
    expect(late('2026-10-12', '2026-10-20')).toEqual([]);
  });
});
