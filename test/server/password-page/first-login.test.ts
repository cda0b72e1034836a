// From the printed sheet to the first mail read, in Chromium: declared, issued, refused with a link, changed, read.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from 'ldapts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { an, binh, day, type Item, record, writeBody } from '../../../servers/launch/story-files.ts';
import { deliver, loginImap, readAttribute, readSubjects } from '../../../servers/launch/story-people.ts';
import { enterScene, openStage, type Scene, type Stage } from '../../../servers/launch/story-stage.ts';
import { Relax } from '../../contract/bench.ts';
import { findBarriers, openBrowser } from '../../support/browser.ts';
import { bindResult, connect, replace } from '../../support/slapd-fixture.ts';

let stage: Stage;
let scene: Scene;
let browser: Browser;
let root: Client;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-sheets-'));
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  scene = enterScene(stage, { command: () => {}, seen: () => {} });
  root = await connect(stage.slapd, stage.slapd.root);
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const address = 'annv.sotttt@laichau.gov.vn';
const administratorAddress = 'binhtt.sotttt@laichau.gov.vn';
const dnOf = (id: string) => `uid=${id},ou=people,${stage.slapd.baseDn}`;
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const declare = (
  records: readonly string[],
  today: string,
  ofBinh: readonly string[] = ['privileged: true'],
) =>
  writeBody(stage.root, 'sotttt', [{ ...an, records }, { ...binh, records: ofBinh } satisfies Item]).then(
    () => scene.danhba(0, 'apply', '--today', today),
  );

/** The password of an address, read from the newest sheet as it stands on the screen before it is printed. */
async function readSheet(of: string): Promise<string> {
  const sealed = join(stage.root, 'credentials');
  const names = await readdir(sealed);
  const times = await Promise.all(names.map(async (name) => (await stat(join(sealed, name))).mtimeMs));
  const newest = names[times.indexOf(Math.max(...times))];
  const out = join(folder, `${newest}.html`);
  await rm(out, { force: true });
  await scene.danhba(
    0,
    'credentials',
    'open',
    `credentials/${newest}`,
    '--identity',
    'khoa.txt',
    '--out',
    out,
  );
  const page = await browser.newPage();
  await page.goto(pathToFileURL(out).href);
  const sheet = page.locator('.sheet', { hasText: of });
  const password = (await sheet.locator('.password').textContent()) ?? '';
  // What is printed is one page of paper for each person.
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(await page.locator('.sheet').count());
  await page.close();
  return password;
}

interface Walk {
  readonly page: Page;
  /** What was asked for, to see that nothing is from elsewhere. */
  readonly asked: readonly string[];
  fill(present: string, next: string, again?: string, of?: string): Promise<void>;
  /** The title of the message above the form, or of the page that follows. */
  send(): Promise<string>;
  close(): Promise<void>;
}

async function walk(url: string, options: BrowserContextOptions = {}): Promise<Walk> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(url);
  return {
    page,
    asked,
    async fill(present, next, again = next, of = address) {
      await page.fill('#address', of);
      await page.fill('#present', present);
      await page.fill('#next', next);
      await page.fill('#again', again);
    },
    async send() {
      await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
      return (await page.locator('.told h1, .told h2').textContent()) ?? '';
    },
    close: () => context.close(),
  };
}

let first: string;
const own = 'Mua-thu-2026';

test('the sheet is read, IMAP refuses with a link, and the link leads to the page', async () => {
  await declare([], day.issued);
  expect(await deliver(stage, address, 'Cong van 1')).toMatch(/^250 /);
  first = await readSheet(address);
  const refusal = await loginImap(stage, address, first);
  const [, link = ''] = /Password must be changed first: (\S+)$/.exec(refusal) ?? [];
  expect(link).toBe(stage.page.url);
});

test('on a telephone the page ticks off what is there, tells each refusal, and changes the password', async () => {
  const { page, asked, fill, send, close } = await walk(stage.page.url, telephone);
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

  const met = () => page.locator('#rules li.met').count();
  expect(await met()).toBe(0);
  await fill(first, 'mua', 'x');
  expect(await met()).toBe(2); // a small letter, another than now
  await fill(first, own);
  expect(await met()).toBe(7);
  expect(await page.locator('#rules li').first().textContent()).toMatch(/^đã có: ít nhất 8 ký tự/);
  await page.click('#reveal');
  expect(await page.getAttribute('#next', 'type')).toBe('text');
  await page.click('#reveal');
  expect(await page.getAttribute('#next', 'type')).toBe('password');

  await fill(first, 'mua-thu', 'mua');
  expect(await send()).toBe('Chưa gửi được, xem lại các ô sau:');
  expect(await page.locator('#next-fault').textContent()).toContain('chưa đủ 8 ký tự, chưa có chữ hoa');
  // Read aloud at once, and the way to the field is a link.
  expect(await page.evaluate('document.activeElement.id')).toBe('told');
  await page.click('.told a');
  expect(await page.evaluate('document.activeElement.id')).toBe('next');
  expect(await page.inputValue('#address')).toBe(address);
  expect(await page.inputValue('#present')).toBe('');
  expect(await findBarriers(page)).toEqual([]);

  await fill('Sai-mat-khau-1', own);
  expect(await send()).toMatch(/^Chưa đổi được mật khẩu\. Có thể vì/);
  expect(await page.locator('.told li').count()).toBe(4);
  expect(await findBarriers(page)).toEqual([]);

  await fill(first, first);
  await send();
  expect(await page.locator('#next-fault').textContent()).toContain('phải khác mật khẩu hiện tại');

  await fill(first, own);
  expect(await send()).toBe('Đã đổi mật khẩu');
  expect(page.url()).toBe(`${stage.page.url}done`);
  expect(await findBarriers(page)).toEqual([]);
  for (const url of asked) expect(url.startsWith(stage.page.url)).toBe(true);
  await close();
});

test('IMAP shows the mail that waited, and the first password opens nothing any more', async () => {
  expect(await loginImap(stage, address, own)).toBe('OK');
  expect(await readSubjects(stage, address, own)).toEqual(['Cong van 1']);
  expect(await loginImap(stage, address, first)).toMatch(/^NO \[AUTHENTICATIONFAILED\]/);
});

test('without a script, in the dark and in English: a password that was used before is told', async () => {
  const { page, fill, send, close } = await walk(`${stage.page.url}en`, {
    javaScriptEnabled: false,
    colorScheme: 'dark',
  });
  await fill(own, first);
  expect(await send()).toBe('Not changed: the new password cannot be used');
  expect(await page.locator('.told li').first().textContent()).toMatch(/was used before/);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await close();
});

test('by keyboard alone, to the end', async () => {
  const { page, close } = await walk(stage.page.url);
  const type = async (text: string) => {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  };
  await page.keyboard.press('Tab'); // the other language
  for (const text of [address, own, 'Mua-dong-2026', 'Mua-dong-2026']) await type(text);
  await Promise.all([page.waitForURL('**/done'), page.keyboard.press('Enter')]);
  expect(await page.locator('h1').textContent()).toBe('Đã đổi mật khẩu');
  await close();
  expect(await loginImap(stage, address, 'Mua-dong-2026')).toBe('OK');
});

test('reset by a document (7.1): the new sheet, the link, the page (7.3)', async () => {
  await declare([record.reset], day.reset);
  const reset = await readSheet(address);
  expect(reset).not.toBe(first);
  expect(await loginImap(stage, address, 'Mua-dong-2026')).toMatch(/^NO \[AUTHENTICATIONFAILED\]/);
  expect(await loginImap(stage, address, reset)).toContain(stage.page.url);
  const { fill, send, close } = await walk(stage.page.url);
  await fill(reset, 'Mua-he-2026');
  expect(await send()).toBe('Đã đổi mật khẩu');
  await close();
  expect(await loginImap(stage, address, 'Mua-he-2026')).toBe('OK');
});

const ago = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, '');

test('an administrator (4.1, 4.2): ten signs, and three months instead of six', async () => {
  await declare([record.reset], day.reset, [
    'privileged: true',
    'passwordReset: {document: 14/STTTT, date: 2026-09-23}',
  ]);
  const given = await readSheet(administratorAddress);
  const { page, fill, send, close } = await walk(stage.page.url, telephone);
  await fill(given, 'Thu-2026x', 'Thu-2026x', administratorAddress);
  expect(await send()).toBe('Chưa đổi được: mật khẩu mới không dùng được');
  expect(await page.locator('.told li').first().textContent()).toMatch(/ít nhất 10 ký tự .*khoản 1 Điều 4/);
  await fill(given, 'Thu-2026xy', 'Thu-2026xy', administratorAddress);
  expect(await send()).toBe('Đã đổi mật khẩu');
  await close();

  for (const id of [an.id, binh.id])
    await root.modify(dnOf(id), replace('pwdChangedTime', ago(100)), new Relax());
  const later = await walk(stage.page.url);
  await later.fill('Thu-2026xy', 'Dong-2026xy', 'Dong-2026xy', administratorAddress);
  expect(await later.send()).toBe('Mật khẩu hiện tại đã hết hạn');
  expect(await findBarriers(later.page)).toEqual([]);
  await later.fill('Mua-he-2026', 'Mua-xuan-2027');
  expect(await later.send()).toBe('Đã đổi mật khẩu');
  await later.close();
});

test('expired after six months: told, and only a reset helps (4.2)', async () => {
  await root.modify(dnOf(an.id), replace('pwdChangedTime', ago(190)), new Relax());
  const { page, fill, send, close } = await walk(stage.page.url);
  await fill('Mua-xuan-2027', 'Mua-he-2027');
  expect(await send()).toBe('Mật khẩu hiện tại đã hết hạn');
  expect(await page.locator('.told').textContent()).toContain('văn bản đề nghị cấp lại mật khẩu');
  await close();
  await root.modify(dnOf(an.id), replace('pwdChangedTime', ago(1)), new Relax());
});

test('locked by wrong tries elsewhere, then suspended: the same answer as to a wrong password', async () => {
  for (let tried = 0; tried < 10; tried++) await bindResult(stage.slapd, dnOf(an.id), 'Sai-mat-khau-1');
  const { page, fill, send, close } = await walk(stage.page.url);
  const told = async () => {
    await fill('Mua-xuan-2027', 'Mua-he-2027');
    await send();
    return await page.locator('.told').textContent();
  };
  const whileLocked = await told();
  expect(whileLocked).toMatch(/Chưa đổi được mật khẩu.*khóa tạm/s);
  await root.modify(dnOf(an.id), replace('pwdAccountLockedTime'));
  await declare([record.suspension, record.reset], day.reset, ['privileged: true']).catch(() => '');
  expect(await readAttribute(stage, dnOf(an.id), 'danhbaState')).toBe('suspended');
  expect(await told()).toBe(whileLocked);
  await close();
});
