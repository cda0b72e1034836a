/** Article 8: clauses of a suspension, the order of dates, dates to come; alike for people and agencies. */
import { describe, expect, it } from 'vitest';
import { organization, problemsOf, told } from './told.ts';

const suspended = (more: string, date = '2026-05-04') =>
  `suspension: {document: 1/QĐ, date: ${date}, ${more}}`;

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['inactivity without a clause', suspended('reason: inactivity'), []],
  ...['12.1', '12.2', '12.3', '12.4', '12.5', '12.6'].map(
    (clause) => [`clause ${clause}`, suspended(`reason: violation, clause: "${clause}"`), []] as const,
  ),
  ['a violation of nothing', suspended('reason: violation'), ['suspension-clause-missing suspension']],
  [
    'a violation without a document',
    'suspension: {reason: violation, clause: "12.5", date: 2026-05-04}',
    ['missing-key suspension'],
  ],
  ['inactivity without a document', 'suspension: {reason: inactivity, date: 2026-05-04}', []],
  ['clause 12.7', suspended('reason: violation, clause: "12.7"'), ['suspension-clause suspension.clause']],
  ['clause 8.1', suspended('reason: inactivity, clause: "8.1"'), ['suspension-clause suspension.clause']],
  [
    'a notice on the same day',
    suspended('reason: inactivity, notice: {document: 2/TB, date: 2026-05-04}'),
    [],
  ],
  [
    'a notice before the suspension',
    suspended('reason: inactivity, notice: {document: 2/TB, date: 2026-05-03}'),
    ['dates-order suspension.notice.date'],
  ],
  [
    'restored on the same day',
    `${suspended('reason: inactivity')}, restoration: {document: 3/VP, date: 2026-05-04}`,
    [],
  ],
  [
    'restored before',
    `${suspended('reason: inactivity')}, restoration: {document: 3/VP, date: 2026-05-03}`,
    ['dates-order restoration.date'],
  ],
  ['restored without a suspension', 'restoration: {document: 3/VP, date: 2026-05-03}', []],
  ['suspended today', suspended('reason: inactivity', '2026-11-23'), []],
  ['suspended tomorrow', suspended('reason: inactivity', '2026-11-24'), ['date-in-future suspension.date']],
  [
    'a notice of tomorrow',
    suspended('reason: inactivity, notice: {document: 2/TB, date: 2026-11-24}'),
    ['date-in-future suspension.notice.date'],
  ],
  [
    'restored tomorrow',
    'restoration: {document: 3/VP, date: 2026-11-24}',
    ['date-in-future restoration.date'],
  ],
  ...(
    [
      ['works until tomorrow', 'retirement', '2026-11-20', '2026-11-24', []],
      ['works for another year', 'retirement', '2026-11-20', '2027-11-23', []],
      ['works for more', 'retirement', '2026-11-20', '2027-11-24', ['date-in-future']],
      ['died yesterday', 'death', '2026-11-23', '2026-11-22', []],
      ['dies tomorrow', 'death', '2026-11-23', '2026-11-24', ['date-in-future']],
      ['punished within half a year', 'dismissal', '2026-11-20', '2026-05-20', []],
      ['a last day of another year', 'dismissal', '2026-11-20', '2026-05-19', ['dates-order']],
    ] as const
  ).map(
    ([what, reason, decided, effective, codes]) =>
      [
        what,
        `termination: {reason: ${reason}, document: 4/QĐ, decided: ${decided}, effective: ${effective}}`,
        codes.map((code) => `${code} termination.effective`),
      ] as const,
  ),
  [
    'ended in 2062',
    'termination: {reason: retirement, document: 4/QĐ, decided: 2062-01-01}',
    ['date-in-future termination.decided'],
  ],
  [
    'reset tomorrow',
    'passwordReset: {document: 5/VP, date: 2026-11-24}',
    ['date-in-future passwordReset.date'],
  ],
  [
    'a decision of tomorrow',
    'addressDecision: {document: 6/QĐ, date: 2026-11-24}',
    ['date-in-future addressDecision.date'],
  ],
  ['absent until next year', 'absence: {until: 2027-02-28, reason: Nghỉ thai sản}', []],
];

describe('of a person', () => {
  it.each(cases)('%s', (_what, state, expected) => {
    const files = { soa: organization('soa', '', [`id: LC-1, name: Nguyễn Văn An, ${state}`]) };
    expect(told(files)).toEqual(expected.map((one) => one.replace(' ', ' soa.yaml people.0.')));
  });
});

describe('of an agency', () => {
  it.each(cases)('%s', (_what, state, expected) => {
    const mailbox = `mailbox: {custodian: LC-1, ${state}}\n`;
    const files = { soa: organization('soa', mailbox, ['id: LC-1, name: Nguyễn Văn An']) };
    expect(told(files)).toEqual(expected.map((one) => one.replace(' ', ' soa.yaml mailbox.')));
  });
});

it('dates to come are warnings and hold nothing; a wrong order is an error', () => {
  const severity = (state: string) =>
    problemsOf({ soa: organization('soa', '', [`id: LC-1, name: Nguyễn Văn An, ${state}`]) })[0]?.severity;
  expect(severity('passwordReset: {document: 5/VP, date: 2026-11-24}')).toBe('warning');
  expect(
    severity(`${suspended('reason: inactivity')}, restoration: {document: 3/VP, date: 2026-05-03}`),
  ).toBe('error');
});
