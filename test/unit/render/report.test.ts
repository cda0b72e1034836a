/** Reports on a terminal, in Markdown and as JSON: narrow enough, harmless, and never silent. */
import { describe, expect, it } from 'vitest';
import { quoted } from '../../../src/model/problems/remark.ts';
import { type Report, type ReportOf, reportNames } from '../../../src/model/report.ts';
import { planWords } from '../../../src/render/plan/words/plan.ts';
import { renderReportJson } from '../../../src/render/report/json.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { emptyWords } from '../../../src/render/report/words/report.ts';
import { columnsOf } from '../../../src/render/text/table.ts';
import { agency, head, long, longName, person } from './report-examples.ts';

const languages = ['vi', 'en'] as const;

const deadlines = (count: number): ReportOf<'deadlines'> => ({
  ...head,
  report: 'deadlines',
  counts: { coming: count },
  rows: Array.from({ length: count }, (_, index) => ({
    ...person,
    key: `person:LC-${index}`,
    event: 'absence' as const,
    status: 'coming' as const,
    due: '2026-12-01',
    daysLeft: 8,
    document: '9/VP',
  })),
});

it('has an example of every report', () => {
  expect(long.map(({ report }) => report)).toEqual([...reportNames]);
});

describe.each(languages)('on a terminal, %s', (language) => {
  it.each(long.map((report) => [report.report, report] as const))(
    '%s keeps to the screen',
    (_name, report) => {
      const lines = renderReportText(report, language).split('\n');
      expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
      expect(lines.join(' ')).not.toMatch(/undefined|NaN|\[object/);
      // Nothing is lost by the breaking: every word of the name stands somewhere.
      for (const word of report.rows[0]?.name?.split(' ') ?? []) expect(lines.join(' ')).toContain(word);
    },
  );

  it.each(reportNames)('%s without a row says that there is none', (name) => {
    const report = { ...head, report: name, counts: {}, rows: [] } as Report;
    expect(renderReportText(report, language)).toContain(`\n\n  ${emptyWords[name][language].slice(0, 40)}`);
    const { length } = renderReportMarkdown(report, { language, limit: 10 }).split('\n');
    expect(length).toBe(4);
  });
});

describe.each([40, 60, 120])('on a screen of %i columns', (width) => {
  it.each(long.map((report) => [report.report, report] as const))('%s keeps to it', (_name, report) => {
    const screen = { width, paint: (_tone: string, text: string) => text };
    const lines = renderReportText(report, 'vi', screen).split('\n');
    // An address is one word, to be copied.
    const wide = lines.filter(
      (line) => columnsOf(line) > width && !/^(dn|newsuperior): /.test(line) && line.trim().includes(' '),
    );
    expect(wide).toEqual([]);
    for (const word of report.rows[0]?.name?.split(' ') ?? []) expect(lines.join(' ')).toContain(word);
  });
});

describe('sums', () => {
  const rows = [
    ['sotttt', 'overdue'],
    ['syt', 'coming'],
    ['sotttt', 'coming'],
    ['', 'coming'],
  ] as const;
  const of = (some: readonly (readonly [string, 'overdue' | 'coming'])[]): Report => ({
    ...deadlines(0),
    rows: some.map(([organization, status]) => ({ ...deadlines(1).rows[0]!, organization, status })),
  });

  it('stand below the rows, the organization with the most first', () => {
    expect(renderReportText(of(rows), 'vi')).toContain(
      '\n\nTheo tổ chức\n  tổ chức  cộng  gồm\n  sotttt      2  quá hạn: 1; sắp tới: 1\n  syt         1  sắp tới\n',
    );
    expect(renderReportMarkdown(of(rows), { language: 'en', limit: 9 })).toContain(
      '### By organization\n\n| organization | total | of which |\n|---|---:|---|\n| sotttt | 2 |',
    );
  });

  it.each([
    ['of one organization', [rows[0], rows[2]]],
    ['of one row each', [rows[0], rows[1]]],
    ['of no organization', [rows[3], rows[3]]],
  ])('are left out %s', (_what, some) => {
    expect(renderReportText(of(some), 'vi')).not.toContain('Theo tổ chức');
  });
});

describe('on a terminal', () => {
  it('tells the counts, then the table', () => {
    expect(renderReportText(deadlines(1), 'en')).toBe(`Deadlines · 2026-11-23 · laichau.gov.vn

  coming: 1

  due         days  status  what              account           organization
  2026-12-01     8  coming  notified absence  Lường Thị Hoàng   muongte-pnnptnt
                            ends              Phương Quỳnh Anh
`);
  });

  it('breaks no word, so that it can be copied', () => {
    const [held] = long.filter(({ report }) => report === 'held');
    const place = `directory/organizations/${'x'.repeat(70)}.yaml:12`;
    const problem = { ...person, code: 'problem', args: { problem: 'yaml-syntax', place } } as const;
    const report = { ...(held as ReportOf<'held'>), counts: { problem: 1 }, rows: [problem] };
    expect(renderReportText(report, 'vi')).toContain(place);
  });

  it('shows what the guard wants approved', () => {
    const [held] = long.filter(({ report }) => report === 'held');
    const report = { ...(held as ReportOf<'held'>), approval: 'sha256:eeea' };
    expect(renderReportText(report, 'en')).toContain('--approve): sha256:eeea');
  });

  it('says when nobody can be judged', () => {
    const inactive: Report = {
      ...head,
      report: 'inactive',
      counts: { unknown: 3 },
      accessDoubt: 'not-recorded',
      rows: [],
    };
    const text = renderReportText(inactive, 'en');
    expect(text).toContain('unknown: 3');
    expect(text.replace(/\s+/g, ' ')).toContain(planWords.en.accessDoubt['not-recorded']);
    expect(text).not.toContain(emptyWords.inactive.en);
    const passwords: Report = {
      ...head,
      report: 'passwords',
      counts: { 'never-set': 3 },
      passwordsUnreadable: true,
      rows: [],
    };
    expect(renderReportText(passwords, 'en')).toContain('pwdChangedTime');
  });

  it('shows control characters by their code points', () => {
    const [row] = deadlines(1).rows;
    const report = { ...deadlines(1), rows: [{ ...row!, name: 'An\u001b[2J\u202e', organization: 'so\ra' }] };
    const text = renderReportText(report, 'vi');
    expect(text).toContain('An\\u{1b}[2J\\u{202e}');
    expect(text).toContain('so\\u{d}a');
  });
});

describe.each(['forwards', 'mail'] as const)('%s: the mail server', (report) => {
  const mail = { ...head, report, counts: {}, rows: [] } as const;
  it('that nobody asked, or that could not be seen, is not said to be in order', () => {
    const skipped = renderReportText({ ...mail, mailUnseen: 'skipped' }, 'en');
    expect(skipped).toContain('left out, none is set (DANHBA_DOVEADM_URL)');
    const lost = renderReportText({ ...mail, mailUnseen: quoted('connection lost') }, 'vi');
    expect(lost).toContain('không xem được: connection lost');
    for (const language of languages) {
      for (const text of [skipped, lost]) expect(text).not.toContain(emptyWords[report][language]);
    }
  });
});

it('mail tells how many letters are in Quarantine, over all and per mailbox', () => {
  const report = long.find((one) => one.report === 'mail') as ReportOf<'mail'>;
  for (const text of [
    renderReportText(report, 'en'),
    renderReportMarkdown(report, { language: 'en', limit: 9 }),
  ]) {
    expect(text).toMatch(/Quarantine [(\\]*4\.6[)\\]*: 12 letters in 1 mailbox\n/);
    expect(text.replaceAll('\\', '')).toContain('Letters in Quarantine (4.6) [quarantined]: 1\n');
  }
  expect(renderReportText(report, 'vi')).toContain('Quarantine (4.6): 12 thư, 1 hộp thư\n');
  expect(JSON.parse(renderReportJson(report, 'en'))).toMatchObject({
    quarantined: 12,
    rows: [{ code: 'quarantined', args: { letters: 12 } }, {}, {}],
  });
});

describe('in Markdown', () => {
  it('leaves out documents, and shows names', () => {
    for (const report of long) {
      const text = renderReportMarkdown(report, { language: 'vi', limit: 10 });
      expect(text).not.toMatch(/QĐ|TB-/);
      expect(text).toContain(['custodians', 'usage'].includes(report.report) ? agency : longName);
    }
  });

  it('has as many rows as there is room for, and says how many more there are', () => {
    const text = renderReportMarkdown(deadlines(5), { language: 'en', limit: 3 });
    expect(text.match(/^\| 2026/gm)).toHaveLength(3);
    expect(text).toContain('… and 2 more rows (--all)');
    expect(renderReportMarkdown(deadlines(3), { language: 'en', limit: 3 })).not.toContain('more');
  });

  it('lets no name break out of its cell', () => {
    const [row] = deadlines(1).rows;
    const report = { ...deadlines(1), rows: [{ ...row!, name: 'An | <b> @ubnd\n| x' }] };
    const lines = renderReportMarkdown(report, { language: 'en', limit: 3 }).split('\n');
    const last = lines.find((line) => line.includes('ubnd')) ?? '';
    expect(last.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(last).not.toMatch(/<b>|@ubnd/);
  });
});

describe('as JSON', () => {
  it.each(long.map((report) => [report.report, report] as const))('%s: keys in order', (_name, report) => {
    const made = JSON.parse(renderReportJson(report, 'en'));
    expect(made).toMatchObject({ report: report.report, today: head.today, counts: report.counts });
    const [row] = report.rows;
    if (row === undefined || !('key' in row || 'dn' in row)) throw new Error('no row');
    expect(made.rows[0]).toMatchObject('dn' in row ? { dn: row.dn } : { key: row.key });
    for (const row of made.rows) expect(Object.keys(row)).toEqual(Object.keys(row).sort());
  });

  it('tells held items in words too', () => {
    const [held] = long.filter(({ report }) => report === 'held');
    const [row] = JSON.parse(renderReportJson(held!, 'en')).rows;
    expect(row).toMatchObject({ code: 'notice-missing', message: expect.stringContaining('2026-05-04') });
    expect(row.hint).toContain('"suspension"');
  });
});
