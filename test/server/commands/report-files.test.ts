/** Reports in files, of a real server; and their pages in Chromium, opened from a folder. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { ReportOptions } from '../../../src/commands/report.ts';
import { readPageStyle } from '../../../src/files/page-style.ts';
import { type Report, reportNames } from '../../../src/model/report.ts';
import { renderReportPage } from '../../../src/render/report/page.ts';
import type { Subject } from '../../contract/bench.ts';
import { startSlapdSubject } from '../../contract/subjects.ts';
import { findBarriers, openBrowser } from '../../support/browser.ts';
import { makeWorkplace, type Said, type Workplace } from '../../support/run.ts';
import { sayReport } from '../../support/say-report.ts';
import { told } from '../../support/told.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { long } from '../../unit/render/report-examples.ts';

const people = [
  'id: LC-000001, name: Nguyễn Văn An, absence: {until: 2026-12-10, reason: Nghỉ thai sản, document: 9/VP}',
  'id: LC-000002, name: Trần Thị Bình, suspension: {document: 31/QĐ, date: 2026-05-04, reason: violation, clause: "12.5", notice: {document: 32/TB, date: 2026-05-05}}',
];

let subject: Subject;
let folder: string;
let work: Workplace;
let browser: Browser;
let page: Page;
const requests: string[] = [];

beforeAll(async () => {
  [subject, folder, browser] = await Promise.all([
    startSlapdSubject(),
    mkdtemp(join(tmpdir(), 'danhba-test-')),
    openBrowser(),
  ]);
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, subject.reconciler.password, { mode: 0o600 });
  const { url, baseDn, reconciler } = subject;
  work = await makeWorkplace(
    { url, baseDn, bindDn: reconciler.dn, passwordFile },
    {
      ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
      sokx: organizationText('sokx', people, 'mailbox: {custodian: LC-000001}\n'),
    },
  );
  for (const day of ['2026-04-01', '2026-05-06']) {
    const { out, err } = await work.apply({ today: day });
    expect(out, err).not.toMatch(/không làm được/);
  }
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
});

afterAll(async () => {
  await browser?.close();
  await work?.remove();
  await subject?.stop();
  await rm(folder, { recursive: true, force: true });
});

const say = (name: string, options: Partial<ReportOptions> = {}, url = subject.url): Promise<Said> =>
  sayReport(work, { ...subject, url }, name, { today: '2026-11-23', ...options });

describe('a report in a file', () => {
  it.each([
    ['deadlines.html', '<!doctype html>'],
    ['deadlines.CSV', '\ufeffhạn,ngày,'],
    ['deadlines.json', '{\n  "report": "deadlines"'],
    ['deadlines.md', '## Các hạn'],
    ['deadlines', 'Các hạn theo quy chế · ngày 2026-11-23'],
  ])('%s is of the kind its name says, and its owner’s', async (name, begin) => {
    const out = join(folder, name);
    const said = await say('deadlines', { out });
    expect(said).toMatchObject({ code: 0, out: `Đã ghi 2 dòng vào ${out}.\n` });
    expect((await readFile(out, 'utf8')).slice(0, begin.length)).toBe(begin);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
  });

  it('is a workbook with days to sort by, and no number of a document', async () => {
    const out = join(folder, 'suspended.xlsx');
    await say('suspended', { out, lang: 'en' });
    const [summary, table] = await readXlsxFile(out);
    expect(summary?.data.flat()).toContain(
      'Suspended and ended mailboxes (8.1, 8.2) · 2026-11-23 · laichau.gov.vn',
    );
    expect(table?.data).toEqual([
      ['since', 'reason', 'account', 'organization', 'deletable after', 'key'],
      [
        new Date('2026-05-04T00:00:00Z'),
        'breach',
        'Trần Thị Bình',
        'sokx',
        expect.anything(),
        'person:LC-000002',
      ],
    ]);
  });

  it('as CSV goes to stdout too, and what could not be looked at to stderr', async () => {
    const { out, err } = await say('forwards', { format: 'csv' });
    expect(parse(out, { bom: true })).toEqual([['tình trạng', 'tài khoản', 'thấy gì', 'mã']]);
    expect(err).toContain('DANHBA_DOVEADM_URL');
  });

  it('is of one organization alone where that is asked for', async () => {
    const { out } = await say('custodians', { format: 'csv', organization: 'ubnd', all: true });
    expect(parse(out, { bom: true })).toHaveLength(1);
    const { out: its } = await say('custodians', { format: 'html', organization: 'sokx', all: true });
    expect(its).toContain('· sokx</h1>');
    expect(its).toContain('<tr id="custodians-o-sokx" data-organization="sokx">');
  });

  it.each([
    ['a workbook on the screen', { format: 'xlsx' }, 'option', '--out held.xlsx'],
    ['a format that is none', { format: 'pdf' }, 'option', '--format text'],
  ])('%s is refused before a server is asked', async (_what, options, code, hint) => {
    const refused = await told(say('held', options, 'ldap://127.0.0.1:1'));
    expect(refused).toMatchObject({ code, hint: expect.stringContaining(hint) });
  });

  it('that cannot be written ends with the reason, and leaves nothing', async () => {
    const before = await readdir(folder);
    const refused = await told(say('held', { out: join(folder, 'missing', 'held.html') }));
    expect(refused.code).toBe('file-unwritable');
    expect((await told(say('held', { format: 'csv', out: folder }))).code).toBe('file-unwritable');
    expect(await readdir(folder)).toEqual(before);
  });
});

describe.each(reportNames)('the page of %s', (name) => {
  let file: string;
  beforeAll(async () => {
    const made = long.find((one) => one.report === name)!;
    file = join(folder, `${name}-page.html`);
    await writeFile(file, renderReportPage(made, 'vi', await readPageStyle(['site.css', 'report.css'])));
  });

  it('has its style, no barrier, and fits a telephone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathToFileURL(file).href);
      expect(await findBarriers(page)).toEqual([]);
    }
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).borderTopWidth")).toBe(
      '4px',
    );
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1000, height: 900 });
  });
});

test.each(['x'.repeat(10_000), '<script>document.title = "x"</script>', 'An\u202egnaohK'])(
  'a name like %.30s leaves the page as wide as a telephone, and its title alone',
  async (name) => {
    const held = long.find((one) => one.report === 'held')!;
    const rows = held.rows.map((row) => ({ ...row, name }));
    const file = join(folder, 'hostile.html');
    const style = await readPageStyle(['site.css', 'report.css']);
    await writeFile(file, renderReportPage({ ...held, rows } as Report, 'vi', style));
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await page.title()).toContain('Việc đang giữ lại');
    expect(await page.locator('tbody td').count()).toBe(4);
  },
);

test('nothing is asked of anywhere else', () => {
  expect(requests.length).toBeGreaterThan(19);
  expect(requests.filter((url) => !url.startsWith('file://'))).toEqual([]);
});
