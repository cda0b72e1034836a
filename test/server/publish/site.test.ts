/** The published directory of the sample province, walked in Chromium from its folder: no server, no outside. */
import { cp, mkdtemp, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findBarriers, openBrowser } from '../../support/browser.ts';
import { runDanhba } from '../../support/child.ts';

let folder: string;
let site: string;
let browser: Browser;
let page: Page;
const requests: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-site-'));
  site = join(folder, 'site');
  const ended = await runDanhba(['publish', '--out', site, '--today', '2026-11-24']);
  expect(ended.code, ended.err).toBe(0);
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (path: string, on: Page = page): Promise<void> => {
  await on.goto(pathToFileURL(join(site, path)).href);
};

/** What is found, once the page has said how much. */
async function found(text: string): Promise<readonly string[]> {
  await page.fill('#q', '');
  await expect.poll(() => page.textContent('#told')).toBe('');
  await page.fill('#q', text);
  await expect.poll(() => page.textContent('#told')).not.toBe('');
  return await page.$$eval('#found li', (items) =>
    items.map((item) => (item as unknown as { innerText: string }).innerText),
  );
}

describe('the search', () => {
  beforeAll(() => open('index.html'));

  test.each([
    'Tạ Bích Thanh',
    'ta bich thanh',
    'TA BICH',
    'thanhtb.sotttt',
    'thanhtb.sotttt@laichau.gov.vn',
    'bich thanh thong tin truyen thong',
    'thanh giam doc stttt',
  ])('%s finds the director', async (text) => {
    expect((await found(text)).join('\n')).toContain('Tạ Bích Thanh');
  });

  test('a word that fits nobody is told', async () => {
    expect(await found('zzzz')).toEqual([]);
    expect(await page.textContent('#told')).toContain('Không tìm thấy');
  });

  test('an organization is found by its initials and stands first', async () => {
    expect((await found('stttt'))[0]).toContain('Sở Thông tin và Truyền thông');
  });

  test('what is found leads to its page', async () => {
    await found('ta bich thanh');
    await page.click('#found a');
    await page.waitForSelector('h1');
    expect(await page.textContent('h1')).toBe('Tạ Bích Thanh');
    await open('index.html');
  });
});

test('the keyboard alone comes from the search to a person', async () => {
  await open('index.html');
  await page.focus('#q');
  await page.keyboard.type('ta bich thanh');
  await page.waitForSelector('#found a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.facts');
  expect(await page.textContent('h1')).toBe('Tạ Bích Thanh');
});

test('without a script the tree leads to everybody', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await open('index.html', plain);
  expect(await plain.locator('form').isVisible()).toBe(false);
  await plain.click('text=Sở Thông tin và Truyền thông');
  await plain.click('text=Tạ Bích Thanh');
  expect(await plain.textContent('h1')).toBe('Tạ Bích Thanh');
  expect(await plain.locator('button.copy').isVisible()).toBe(false);
  await context.close();
});

describe.each(['index.html', 'o/sotttt.html', 'p/thanhtb.sotttt.html', 'portal/sotttt.page.html'])(
  '%s',
  (path) => {
    test.each(['light', 'dark'] as const)('has no barrier (%s)', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await open(path);
      expect(await findBarriers(page)).toEqual([]);
    });

    test('fits a telephone', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open(path);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.setViewportSize({ width: 1000, height: 900 });
    });
  },
);

test('nothing is asked of anywhere else', () => {
  expect(requests.length).toBeGreaterThan(20);
  expect(requests.filter((url) => !url.startsWith('file://'))).toEqual([]);
});

test('the page is small before its data', async () => {
  const [mark = ''] = await readdir(join(site, 'data'));
  const files = ['index.html', 'site.css', 'search.js', `data/${mark}/organizations.js`];
  const sizes = await Promise.all(files.map(async (file) => (await readFile(join(site, file))).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});

test('no private datum of the province is anywhere in it, byte by byte', async () => {
  const secrets = await privateTexts('directory/organizations');
  expect(secrets.size).toBeGreaterThan(3000);
  const paths = await readdir(site, { recursive: true, withFileTypes: true });
  const files = paths.filter((one) => one.isFile());
  expect(files.length).toBeGreaterThan(5000);
  const told: string[] = [];
  for (const { parentPath, name } of files) {
    const text = await readFile(join(parentPath, name), 'utf8');
    if (/LC-\d{6}/.test(text + name)) told.push(`${name}: an id`);
    for (const [number] of text.matchAll(/\d{3,4}[ .]\d[ .]\d{3}[ .]\d{3}|\d+\/[A-ZĐ]{2,}[-A-ZĐ]*/g)) {
      if (secrets.has(number)) told.push(`${name}: ${number}`);
    }
    for (const reason of reasons) if (text.includes(reason)) told.push(`${name}: ${reason}`);
  }
  expect(told).toEqual([]);
});

/** Reasons of absence. */
const reasons = new Set<string>();

/** Every telephone and every document's number of the files. */
async function privateTexts(root: string): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value)) {
      if ((key === 'phone' || key === 'document' || key === 'id') && typeof below === 'string')
        texts.add(below);
      if (key === 'absence') reasons.add((below as { reason: string }).reason);
      walk(below);
    }
  };
  for (const one of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (one.isFile() && one.name.endsWith('.yaml'))
      walk(parse(await readFile(join(one.parentPath, one.name), 'utf8')));
  }
  return texts;
}

test('made again it is the same, in the place of the other, in one step', async () => {
  const before = await readFile(join(site, 'o/sotttt.html'), 'utf8');
  const again = await runDanhba(['publish', '--out', site, '--today', '2026-11-24']);
  expect(again.code, again.err).toBe(0);
  expect(await readFile(join(site, 'o/sotttt.html'), 'utf8')).toBe(before);
  expect((await readdir(folder)).filter((name) => name !== 'site')).toHaveLength(1);
});

test('whoever has the page open when another takes its place is told to load it again, and shown nothing of both', async () => {
  await open('index.html');
  expect(await found('ta bich thanh')).not.toEqual([]);
  await rename(join(site, 'data'), join(site, 'earlier'));
  expect(await found('nguyen van')).toEqual([]);
  expect(await page.textContent('#told')).toContain('hãy tải lại trang');
  await rename(join(site, 'earlier'), join(site, 'data'));
});

test('what danhba has not made is not replaced', async () => {
  const ended = await runDanhba(['publish', '--out', folder]);
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('[folder-foreign]');
});

test.each([
  [['publish', '--out'], ''],
  [['publish', '--out'], 'organizations/'],
  [['export', '--format', 'vcard21', '--out'], 'organizations/'],
  [['reconcile', '--publish'], ''],
  [['reconcile', '--publish-internal'], 'organizations/'],
] as const)(
  '%j among the files of organizations is refused: every run would end with it',
  async (args, below) => {
    const directory = join(folder, 'files');
    await cp('directory', directory, { recursive: true });
    await symlink('files', join(folder, 'way'));
    const ended = await runDanhba([...args, join(folder, `way/${below}site`), '--directory', directory]);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('[folder-directory]');
    expect(await readdir(directory, { recursive: true })).not.toContain(`${below}site`);
    await rm(join(folder, 'way'));
    await rm(directory, { recursive: true });
  },
);

const internal = ['--audience', 'internal', '--out'];

test.each([
  ['the internal one in its place', ['publish', ...internal], 'site', 'folder-public'],
  ['the internal one inside of it', ['publish', ...internal], 'site/noi-bo', 'folder-public'],
  ['the internal one by another way', ['publish', ...internal], 'way/noi-bo', 'folder-public'],
  ['a table inside of it', ['export', '--format', 'csv', ...internal], 'site/o/het.csv', 'folder-public'],
  ['what is due', ['export', '--format', 'ics', ...internal], 'site/han.ics', 'folder-public'],
  ['a report', ['report', 'deadlines', '--out'], 'site/han.html', 'folder-public'],
  ['cards in the place of pages', ['export', '--format', 'vcard21', '--out'], 'site', 'folder-site'],
] as const)('a slip of the hand puts nothing among what everybody reads: %s', async (_, args, out, code) => {
  const before = await readlink(site);
  await symlink('site/o', join(folder, 'way'));
  const ended = await runDanhba([...args, join(folder, out)]);
  await rm(join(folder, 'way'));
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toContain(`[${code}]`);
  expect(await readlink(site)).toBe(before);
  expect((await readdir(folder)).sort()).toEqual([before, 'site']);
});
