/** A sheet is one A4 page on paper, its receipt below the cut, however long its names: printed by Chromium. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CredentialBatch,
  type CredentialSheet,
  renderCredentialSheets,
} from '../../../src/render/credentials/sheet.ts';
import { openBrowser } from '../../support/browser.ts';

const password = 'Humek-tenap-74Rabin-dipyh';
const short: CredentialSheet = {
  kind: 'reset',
  minLength: 8,
  maxAgeMonths: 6,
  address: 'annv.sotttt@laichau.gov.vn',
  name: 'Nguyễn Văn An',
  title: 'Chuyên viên',
  password,
  place: 'sotttt.yaml, dòng 135',
};
const long: CredentialSheet = {
  kind: 'first',
  minLength: 10,
  maxAgeMonths: 3,
  address: 'nguyenhoangthaonguyennth.ttptcntt.sotttt@laichau.gov.vn',
  name: 'Nguyễn Hoàng Thảo Nguyên Phương Anh Minh Châu',
  title: 'Phó Trưởng phòng phụ trách Phòng Bưu chính, Viễn thông và Công nghệ thông tin',
  password,
  document: '1234/QĐ-UBND-VX-KSTTHC',
  documentDate: '2026-11-20',
};
const { name: _name, title: _title, ...rest } = short;
const agency: CredentialSheet = { ...rest, address: 'sotttt@laichau.gov.vn', custodian: 'Lò Văn È' };

const batch: CredentialBatch = {
  organization:
    'Trung tâm Công nghệ thông tin và Truyền thông trực thuộc Sở Thông tin và Truyền thông tỉnh Lai Châu',
  operator: 'Sở Thông tin và Truyền thông tỉnh Lai Châu',
  run: '3fa9c1e2',
  date: '2026-02-04',
  time: '09:41',
  sheets: [long, short, agency],
};
const withPage = { page: 'https://matkhau.laichau.gov.vn/', phone: '0213 3 876 543' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.each([
  ['with the page, its QR code and the telephone', withPage],
  ['with a long address of the page', { ...withPage, page: `${withPage.page}${'a'.repeat(40)}/` }],
  [
    'with the page where mail is read',
    { ...withPage, webmail: `https://thu.laichau.gov.vn/${'b'.repeat(60)}/` },
  ],
  ['with that page alone', { webmail: 'https://thu.laichau.gov.vn/' }],
  ['with neither', {}],
])('%s', async (_title, more) => {
  const page = await browser.newPage();
  await page.setContent(renderCredentialSheets({ ...batch, ...more }));
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(batch.sheets.length);

  await page.emulateMedia({ media: 'print' });
  for (const sheet of await page.locator('.sheet').all()) {
    const whole = await sheet.boundingBox();
    const keeping = await sheet.locator('ul').boundingBox();
    const receipt = await sheet.locator('.receipt').boundingBox();
    if (whole === null || keeping === null || receipt === null) throw new Error('not on the page');
    expect(receipt.y).toBeGreaterThan(keeping.y + keeping.height);
    expect(receipt.y + receipt.height).toBeLessThan(whole.y + whole.height);
    // Room to sign: 10 mm between the words and the line.
    for (const line of await sheet.locator('.signature').all()) {
      expect((await line.boundingBox())?.height).toBeGreaterThan((14 / 25.4) * 96);
    }
  }
  await page.close();
});
