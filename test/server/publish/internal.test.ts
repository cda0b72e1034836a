/** The job publishes what it has left on a real slapd: everybody sees nothing of it, the province's own people at a glance. */
import { mkdir, readdir, readFile, readlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from 'ldapts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { findBarriers, openBrowser } from '../../support/browser.ts';
import { type Ended, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot } from '../../support/faults-fixture.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const secret = { document: 'MẬT/12', phone: '0213 3 999 999', reason: 'Nghỉ MẬT' };
const person = (index: number, given: string, more = '') =>
  `id: LC-00000${index}, name: Nguyễn Thị ${given}, title: Chuyên viên, phone: "${secret.phone}"${more}`;
const decided = `document: ${secret.document}, decided: 2026-11-02`;
const absence = `, absence: {until: 2026-12-05, reason: ${secret.reason}, document: ${secret.document}}`;
const leaving = `, termination: {reason: retirement, ${decided}, effective: 2026-12-10}`;
const suspended = `, suspension: {reason: violation, clause: "12.5", document: ${secret.document}, date: 2026-11-20}`;
const retired = `, termination: {reason: retirement, ${decided}}`;

/** The house after the second run: Bình is suspended, Chi has left, Dung leaves soon, Giang is not listed. */
const house = (changed: boolean) =>
  organizationText(
    'sokx',
    [
      person(1, 'An', absence),
      person(2, 'Bình', changed ? suspended : ''),
      person(3, 'Chi', changed ? retired : ''),
      person(4, 'Dung', leaving),
      person(5, 'Giang', ', listed: false'),
    ],
    'mailbox: {custodian: LC-000001}\n',
  );
const other = organizationText('soky', [person(6, 'Hà'), person(7, 'Khánh')]);

let slapd: Slapd;
let root: Client;
let work: Workplace;
let browser: Browser;
let page: Page;
let environment: Readonly<Record<string, string>>;

const danhba = (...args: readonly string[]): Promise<Ended> =>
  runDanhba([...args], { cwd: work.root, environment });
const reconcile = (today: string, ...more: readonly string[]) =>
  danhba('reconcile', '--audit', 'audit.jsonl', '--today', today, ...more);
const both = ['--publish', 'site', '--publish-internal', 'internal'] as const;
const read = (path: string) => readFile(join(work.root, path), 'utf8');

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  root = await bindRoot(slapd);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  work = await makeWorkplace(
    { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile },
    { ubnd: committee, sokx: house(false), soky: other },
  );
  environment = settingsOf({ url: slapd.url, bindDn, passwordFile });
  const first = await reconcile('2026-11-09', ...both);
  expect(first, first.err).toMatchObject({ code: 0 });
  await work.write({ sokx: house(true) });
  const second = await reconcile('2026-11-23', ...both);
  expect(second, second.err).toMatchObject({ code: 0 });
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await root?.unbind();
  await work?.remove();
  await slapd?.stop();
});

const open = (path: string) => page.goto(pathToFileURL(join(work.root, path)).href);

/** Every byte of a site, with the names of its files. */
async function bytesOf(site: string): Promise<string> {
  const all = await readdir(join(work.root, site), { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile());
  expect(files.length).toBeGreaterThan(20);
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'utf8')}`),
  );
  return texts.join('\n');
}

describe('what everybody sees after the run', () => {
  test('has nobody the run has just suspended or ended, and none of what is internal', async () => {
    const bytes = await bytesOf('site');
    expect(bytes).toContain('Nguyễn Thị An');
    for (const name of ['Bình', 'Chi', 'Giang']) expect(bytes).not.toContain(`Nguyễn Thị ${name}`);
    expect(bytes).not.toMatch(/chint|binhnt|giangnt/);
    const pages = ['overview.html', 'usage.html'];
    const words = ['tạm dừng', 'chấm dứt', 'Người quản lý hộp thư', 'vi phạm', '10/12/2026', ...pages];
    // What pages are drawn with is the same for both.
    const told = bytes
      .replaceAll(await read('site/site.css'), '')
      .replaceAll(await read('site/search.js'), '');
    for (const word of [...words, 'nội bộ', secret.phone]) expect(told, word).not.toContain(word);
  });

  test.each(['site', 'internal'])('no id, document or reason of absence is in %s', async (site) => {
    const bytes = await bytesOf(site);
    expect(bytes).not.toMatch(/LC-\d{6}|MẬT/);
  });
});

describe('what the province’s own people see', () => {
  test('a suspended, an ended and a leaving person, each with how it stands', async () => {
    expect(await read('internal/p/binhnt.sokx.html')).toContain('tạm dừng từ 20/11/2026 (vi phạm)');
    expect(await read('internal/p/chint.sokx.html')).toContain('đã chấm dứt');
    expect(await read('internal/p/dungnt.sokx.html')).toContain('Làm việc đến hết ngày 10/12/2026');
    expect(await read('internal/p/giangnt.sokx.html')).toContain(secret.phone);
  });

  test('nobody writes to who is suspended: no link, no card, and no line for a portal', async () => {
    expect(await read('internal/p/binhnt.sokx.html')).not.toContain('mailto:');
    expect(await readdir(join(work.root, 'internal/p'))).not.toContain('binhnt.sokx.vcf');
    expect(await read('internal/portal/sokx.csv')).not.toContain('Bình');
  });

  test('the custodian is a link, and an organization without one is told', async () => {
    await open('internal/o/sokx.html');
    await page.click('dl >> text=Nguyễn Thị An');
    await page.waitForSelector('.facts');
    expect(await page.textContent('h1')).toBe('Nguyễn Thị An');
    expect(await read('internal/o/soky.html')).toContain('chưa có ai');
  });

  test('at a glance what is to be done, by whom, and of which organization', async () => {
    await open('internal/index.html');
    await page.click('header >> text=Việc phải làm');
    await page.waitForSelector('#glance');
    const figures = await page.$$eval('.figures div', (all) =>
      all.map((one) => [one.className, one.querySelector('dd')?.textContent]),
    );
    // A suspension that nobody has noticed; two agencies' custodians; an end and an absence that come.
    expect(Object.fromEntries(figures)).toEqual({
      overdue: '0',
      now: '1',
      held: '0',
      custodian: '1',
      mail: '0',
      waits: '0',
      ending: '2',
    });
    expect(await page.textContent('#operator + *')).toContain('thiếu thông báo bằng văn bản (8.1)');
    expect(await page.textContent('#unit + *')).toContain('Thiếu người quản lý hộp thư');
    await page.click('table >> text=sokx');
    await page.waitForSelector('#work');
    expect(await page.textContent('.work')).toContain('Nguyễn Thị Dung');
  });

  test('without a script the pictures are there, with their numbers', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(pathToFileURL(join(work.root, 'internal/overview.html')).href);
    const names = await plain.$$eval('svg[role=img] title', (all) => all.map((one) => one.textContent));
    expect(names.join('\n')).toMatch(/cấp mới[\s\S]*tạm dừng[\s\S]*chấm dứt[\s\S]*đang dùng/);
    const rows = await plain.$$eval('#made-issued-caption ~ details tbody tr', (all) =>
      all.map((one) => one.textContent),
    );
    expect(rows).toEqual(['09/11/202610', '16/11/20260', '23/11/20260']);
    const active = await plain.$$eval('#active-over-caption ~ details td', (all) =>
      all.map((one) => one.textContent),
    );
    expect(active).toEqual(['9', '–', '7']);
    await context.close();
  });

  test('the search finds who is suspended, and says so', async () => {
    await open('internal/index.html');
    await page.fill('#q', 'nguyen thi binh');
    await page.waitForSelector('#found .away');
    expect(await page.textContent('#found .away')).toContain('tạm dừng / suspended');
  });

  test('the page of usage tells each organization’s mailboxes, with a picture', async () => {
    await open('internal/index.html');
    await page.click('text=Sử dụng theo tổ chức');
    expect(await page.textContent('main')).toContain('2026-Q4');
    expect(await page.$$eval('figure.chart > svg', (all) => all.length)).toBe(1);
    const row = await page.textContent('tr[data-organization=sokx]');
    expect(row).toContain('Sở SOKX');
  });

  describe.each(['overview.html', 'usage.html', 'o/sokx.html', 'p/binhnt.sokx.html'])('%s', (path) => {
    test.each(['light', 'dark'] as const)('has no barrier (%s)', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await open(`internal/${path}`);
      await page.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      expect(await findBarriers(page)).toEqual([]);
    });

    test('fits a telephone', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open(`internal/${path}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.setViewportSize({ width: 1000, height: 900 });
    });
  });
});

const publish = (...more: readonly string[]) =>
  danhba('publish', '--out', 'internal', '--audience', 'internal', '--today', '2026-11-23', ...more);

test('by hand it is what the job has made, byte by byte', async () => {
  const before = await bytesOf('internal');
  const ended = await publish('--audit', 'audit.jsonl');
  expect(ended, ended.err).toMatchObject({ code: 0 });
  expect(await bytesOf('internal')).toBe(before);
});

test('an audit whose chain is broken is no picture, and that is told', async () => {
  const text = await read('audit.jsonl');
  await writeFile(
    join(work.root, 'broken.jsonl'),
    text.replace('"outcome":"applied"', '"outcome":"already"'),
  );
  const ended = await publish('--audit', 'broken.jsonl');
  expect(ended, ended.err).toMatchObject({ code: 0 });
  const shown = await read('internal/overview.html');
  expect(shown).toContain('không nguyên vẹn');
  expect(shown).not.toContain('<svg');
});

test.each([
  ['the audit for everybody', ['publish', '--out', 'site', '--audit', 'audit.jsonl'], 'publish-audit'],
  ['no such audit', ['publish', '--out', 'internal', '--audience', 'internal', '--audit', 'x'], 'audit'],
  [
    'the internal one over the public',
    ['publish', '--out', 'site', '--audience', 'internal'],
    'folder-public',
  ],
  ['the public one over the internal', ['publish', '--out', 'internal'], 'folder-site'],
  [
    'one in the other',
    ['reconcile', '--publish', 'site', '--publish-internal', 'site/in'],
    'publish-folders',
  ],
  [
    'one over the other',
    ['reconcile', '--publish', 'site', '--publish-internal', './site'],
    'publish-folders',
  ],
] as const)('%s is refused, and nothing is done', async (_, args, code) => {
  const before = await Promise.all(['site', 'internal'].map((one) => readlink(join(work.root, one))));
  const ended = await danhba(...args, '--today', '2026-11-23');
  expect(ended.code, ended.err).toBe(1);
  expect(ended.err).toContain(`[${code}]`);
  expect(ended.out).toBe('');
  expect(await Promise.all(['site', 'internal'].map((one) => readlink(join(work.root, one))))).toEqual(
    before,
  );
});

test('a folder that cannot be written is told, and the run has done its work', async () => {
  await work.write({ soky: other.replace('Chuyên viên', 'Trưởng phòng') });
  await mkdir(join(work.root, 'foreign'));
  const ended = await reconcile('2026-11-23', '--publish', 'foreign', '--publish-internal', 'internal');
  expect(ended.code).toBe(1);
  expect(ended.out).toContain('đã làm: 1');
  expect(ended.err).toContain('[folder-foreign]');
  expect(await read('internal/p/hant.soky.html')).toContain('Trưởng phòng');
});

test('where the read may have missed people the folders stay, and what a killed run left goes', async () => {
  const left = '.site-0b0e7b6e-3c1d-4f0a-9d7c-0123456789ab';
  await mkdir(join(work.root, left));
  await utimes(join(work.root, left), 0, 0);
  const before = await readlink(join(work.root, 'site'));
  // Who has left is not issued anew: the run cannot mend what it does not see.
  await root.del(`uid=LC-000003,ou=people,${slapd.baseDn}`);
  const ended = await reconcile('2026-11-23', ...both);
  expect(ended.code, ended.err).toBe(3);
  expect(ended.err).toContain('[publish-doubtful]');
  expect(ended.err).toContain('site giữ như trước');
  expect(await readlink(join(work.root, 'site'))).toBe(before);
  // The number is confirmed by hand.
  const applied = await danhba('apply', '--yes', '--expect', '9', '--today', '2026-11-23');
  expect(applied.code, applied.err).toBe(0);
  const again = await reconcile('2026-11-23', ...both);
  expect(again.code, again.err).toBe(0);
  expect(await readdir(work.root)).not.toContain(left);
});

test('a run that ends before its time publishes nothing, and says so', async () => {
  const before = await readlink(join(work.root, 'site'));
  const ended = await runDanhba(['reconcile', ...both, '--today', '2026-11-23'], {
    cwd: work.root,
    environment: { ...environment, DANHBA_LDAP_URL: 'ldap://127.0.0.1:9' },
  });
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('site giữ như trước');
  expect(await readlink(join(work.root, 'site'))).toBe(before);
});
