/** Reports as pages, CSV and workbooks: nothing private, nothing that acts, and the same columns every day. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Report, ReportName, ReportOf } from '../../../src/model/report.ts';
import { writeWorkbook } from '../../../src/office/write-workbook.ts';
import { renderReportBody } from '../../../src/render/report/body.ts';
import { renderReportCsv, renderReportDoubts } from '../../../src/render/report/csv.ts';
import { organizationAnchor } from '../../../src/render/report/html-table.ts';
import { renderReportPage } from '../../../src/render/report/page.ts';
import { emptyWords, reportTitles } from '../../../src/render/report/words/report.ts';
import { layOutWorkbook } from '../../../src/render/report/workbook.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';
import { agency, head, long, longName, person } from './report-examples.ts';

const languages = ['vi', 'en'] as const;
const named = long.map((report) => [report.report, report] as const);
const only = <N extends ReportName>(name: N) => long.find(({ report }) => report === name) as ReportOf<N>;

/** With another text wherever somebody's name stands. */
const renamed = (report: Report, name: string): Report =>
  JSON.parse(JSON.stringify(report), (_key, value) =>
    value === longName || value === agency ? name : value,
  ) as Report;

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true });
const read = async (report: Report, language: 'vi' | 'en' = 'vi') =>
  await readXlsxFile(Buffer.from(await writeWorkbook(layOutWorkbook(report, language))));

/** The names of the tags in their order, each of which is closed where it must be. */
function tagsOf(page: string): readonly string[] {
  const open: string[] = [];
  const tags = [...page.matchAll(/<(\/?)([a-z]+[0-9]?)\b[^<>]*>/g)].flatMap(([whole, end, tag = '']) =>
    whole.endsWith('/>') ? [tag, `/${tag}`] : [`${end}${tag}`],
  );
  for (const tag of tags) {
    if (['meta', 'link'].includes(tag)) continue;
    if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
    else open.push(tag);
  }
  expect(open).toEqual([]);
  return tags;
}

const textOf = (body: string): string =>
  body
    .replace(/<pre>[\s\S]*?<\/pre>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

describe.each(languages)('as a page, %s', (language) => {
  it.each(named)('%s tells its rows, in one language, and nothing private', (_name, report) => {
    const body = renderReportBody(report, language);
    const text = textOf(body);
    expect(text).toContain(reportTitles[report.report][language]);
    expect(text).toContain(['custodians', 'usage'].includes(report.report) ? agency : longName);
    expect(body).not.toMatch(/undefined|NaN|\[object|QĐ|TB-/);
    // What is to be typed into a file is of no language.
    const said = text.replace(/\{[^{}]*\}/g, ' ');
    const ours = [longName, agency].reduce((rest, one) => rest.replaceAll(one, ' '), said);
    expect((language === 'vi' ? englishIn : vietnameseIn)(ours)).toEqual([]);
  });

  it.each(named)('%s is well-formed: each id stands once, each link leads somewhere', (_name, report) => {
    const body = renderReportBody(report, language);
    tagsOf(body);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...body.matchAll(/(?:href="#|labelledby=")([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    expect(body.match(/<th (?!scope="col")/g)).toBeNull();
    expect(body.match(/<caption/g)).toHaveLength(body.match(/<table/g)?.length ?? 0);
  });
});

describe('a page', () => {
  const style = { text: 'p{color:red}', hash: 'aGFzaA==' };

  it('lets in its own style and nothing else', () => {
    for (const report of long) {
      const page = renderReportPage(report, 'vi', style);
      tagsOf(page);
      expect(page).toContain(
        `"default-src 'none'; style-src 'sha256-aGFzaA=='; base-uri 'none'; form-action 'none'"`,
      );
      expect(page).toContain(`<style>${style.text}</style>`);
      expect(page).not.toMatch(/<script|<link|<img|style="| on[a-z]+=|https?:/);
    }
  });

  it('leads from the sum of an organization to its first row', () => {
    const { rows } = only('deadlines');
    const more = ['syt', 'sotttt', 'syt', 'sotttt'].map((organization) => ({ ...rows[0]!, organization }));
    const body = renderReportBody({ ...only('deadlines'), rows: more }, 'en');
    const anchor = organizationAnchor('deadlines', 'syt');
    expect(anchor).toBe('deadlines-o-syt');
    expect(body.match(new RegExp(`<tr id="${anchor}" data-organization="syt">`, 'g'))).toHaveLength(1);
    expect(body.match(/data-organization="syt"/g)).toHaveLength(2);
    expect(body).toContain(`<td><a href="#${anchor}">syt</a></td><td class="number">2</td>`);
    expect(organizationAnchor('deadlines', 'a b"')).toBeUndefined();
  });

  it('shows days and numbers as such, and what kind a row is of once', () => {
    const body = renderReportBody(only('deadlines'), 'en');
    expect(body).toContain(
      '<td><time datetime="2026-10-16">2026-10-16</time></td><td class="number">-38</td>',
    );
    expect(body).toContain('<li data-status="done">done, late <b>1</b></li>');
    const suspended = renderReportBody(only('suspended'), 'en');
    expect(suspended).toContain('<li><a href="#suspended-1">suspended <b>1</b></a></li>');
    expect(suspended).toContain('<h2 id="suspended-1">suspended <span class="count">1</span></h2>');
  });

  it('may have several reports in it: no id stands twice', () => {
    const ids = long.flatMap((report) => [...renderReportBody(report, 'vi').matchAll(/ id="([^"]*)"/g)]);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
  });

  it('has records for ldapmodify line by line, to be copied', () => {
    const body = renderReportBody(only('unmanaged'), 'vi');
    expect(body).toMatch(/<pre>dn: [^\n]*\nchangetype: modrdn\n[^<]*<\/pre>/);
  });
});

describe.each(languages)('without a row, %s', (language) => {
  it.each(named)('%s says so, and CSV keeps its columns', async (name, report) => {
    const empty = { ...head, report: name, counts: {}, rows: [] } as Report;
    const body = renderReportBody(empty, language).replaceAll('&#39;', "'");
    expect(body).toContain(emptyWords[name][language]);
    expect(rowsOf(renderReportCsv(empty, language))).toEqual([rowsOf(renderReportCsv(report, language))[0]]);
    const [summary, ...tabs] = await read(empty, language);
    expect(tabs).toEqual([]);
    expect(summary?.data.flat()).toContain(emptyWords[name][language]);
  });
});

describe('as CSV', () => {
  it.each([
    ['deadlines', 'hạn,ngày,tình trạng,việc,tài khoản,tổ chức,mã'],
    ['inactive', 'tình trạng,hạn,ngày,tài khoản,tổ chức,tính từ,mã'],
    ['passwords', 'tình trạng,tài khoản,tổ chức,đã đổi,hạn (4.2),máy chủ,mã'],
    ['suspended', 'tình trạng,từ ngày,lý do,tài khoản,tổ chức,xóa được sau,mã,lưu đến hết'],
    ['held', 'loại,tài khoản,tổ chức,thay đổi,vì,mã'],
    ['custodians', 'tổ chức,tên,tình trạng,người quản lý hộp thư'],
    ['legacy', 'tổ chức,tình trạng,tài khoản,địa chỉ cũ → theo quy định,mã'],
    ['forwards', 'tình trạng,tài khoản,thấy gì,mã'],
    ['mail', 'loại,tài khoản,thấy gì,mã'],
    ['unmanaged', 'tình trạng,mục,tài khoản,địa chỉ → của ai'],
  ] as const)('%s has these columns', (name, columns) => {
    const [titles, ...rows] = rowsOf(renderReportCsv(only(name) as Report, 'vi'));
    expect(titles?.join(',')).toBe(columns);
    expect(new Set(titles).size).toBe(titles?.length);
    expect(rows).toHaveLength(only(name).rows.length);
  });

  it('has days and numbers as programs write them', () => {
    expect(rowsOf(renderReportCsv(only('deadlines'), 'en'))[1]).toEqual([
      '2026-10-16',
      '-38',
      'done, late',
      'leaving to be notified; ended 2026-11-02',
      longName,
      'muongte-pnnptnt',
      'person:LC-000001',
    ]);
  });

  it('leaves a cell empty where the rows of another kind have one', () => {
    const [, suspended, ended] = rowsOf(renderReportCsv(only('suspended'), 'en'));
    expect(suspended?.slice(5)).toEqual([
      'no notice (8.1); not in the file; held besides; to restore',
      person.key,
      '',
    ]);
    expect(ended?.slice(5)).toEqual(['', person.key, '2027-05-04']);
  });

  it('has beside it what could not be looked at', () => {
    const unseen = { ...head, report: 'mail', counts: {}, rows: [], mailUnseen: 'skipped' } as const;
    expect(renderReportDoubts(unseen, 'en')).toContain('DANHBA_DOVEADM_URL');
    expect(renderReportDoubts(only('mail'), 'en')).toBe('');
  });
});

describe('as a workbook', () => {
  it.each(named)('%s has a tab for what is said, and nothing private', async (name, report) => {
    const tabs = await read(report);
    expect(tabs[0]).toMatchObject({ sheet: 'Tóm tắt' });
    expect(tabs[0]?.data[1]?.[1]).toContain(reportTitles[name].vi);
    const cells = tabs.flatMap(({ data }) => data.flat()).map(String);
    expect(cells.join('\n')).not.toMatch(/undefined|NaN|\[object|QĐ|TB-/);
    expect(cells.join('\n')).toContain(['custodians', 'usage'].includes(name) ? agency : longName);
  });

  it('has days and numbers to sort by and to compute with', async () => {
    const [, rows] = await read(only('deadlines'), 'en');
    expect(rows?.data[1]?.slice(0, 2)).toEqual([new Date('2026-10-16T00:00:00Z'), -38]);
    const [summary, , ended] = await read(only('suspended'), 'en');
    expect(summary?.data.slice(2)).toEqual([
      ['suspended', 1],
      ['suspended', 'With a notice of today: deletable after 2027-11-23 (8.1)'],
      ['ended', 1],
    ]);
    expect(ended?.data[1]?.[4]).toEqual(new Date('2027-05-04T00:00:00Z'));
  });

  it('has hundreds of organizations in one tab', async () => {
    const legacy = only('legacy');
    const rows = Array.from({ length: 300 }, (_, index) => ({
      ...legacy.rows[0]!,
      organization: `xa-${index}`,
    }));
    const tabs = await read({ ...legacy, rows }, 'en');
    expect(tabs.map(({ data }) => data.length)).toEqual([303, 301]);
    expect(tabs[1]?.data[300]?.[0]).toBe('xa-299');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  '-2+3',
  '</td></tr></table></style>',
  'An\u202egnaohK\u2066',
  'An\u001b[2J\u0000\r\n"x"\t;,',
  '\ud800',
  'x'.repeat(10_000),
];

const bare = { text: '', hash: '' };

/** The rows of the report again for each of the names. */
const withNames = (report: Report, names: readonly string[]): Report =>
  ({ ...report, rows: names.flatMap((name) => [...renamed(report, name).rows]) }) as Report;

describe('hostile names', () => {
  it.each(named)('do nothing in %s', async (_report, report) => {
    const made = withNames(report, hostile);
    const tame = withNames(
      report,
      hostile.map((_, index) => `An ${index}`),
    );
    const page = renderReportPage(made, 'vi', bare);
    expect(tagsOf(page)).toEqual(tagsOf(renderReportPage(tame, 'vi', bare)));
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
    const csv = renderReportCsv(made, 'vi');
    const rows = rowsOf(csv);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows).toHaveLength(made.rows.length + 1);
    expect(rows.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d+$)/.test(cell))).toEqual([]);
    expect(csv).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
    const [tabs, tameTabs] = [await read(made), await read(tame)];
    expect(tabs.map(({ data }) => data.length)).toEqual(tameTabs.map(({ data }) => data.length));
    expect(tabs.flatMap(({ data }) => data.flat()).join()).toContain('=cmd|');
  });
});

it('no name whatever changes what a page is made of', () => {
  const tame = tagsOf(renderReportBody(renamed(only('held'), 'An'), 'vi'));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      expect(tagsOf(renderReportBody(renamed(only('held'), name), 'vi'))).toEqual(tame);
    }),
  );
});
