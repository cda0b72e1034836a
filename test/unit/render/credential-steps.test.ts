/** A sheet leads to the page where the password is changed: by its address, a QR code of it, and four pictures. */
import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import {
  type CredentialBatch,
  type CredentialSheet,
  renderCredentialSheets,
} from '../../../src/render/credentials/sheet.ts';

const an: CredentialSheet = {
  kind: 'first',
  minLength: 8,
  maxAgeMonths: 6,
  address: 'annv.sotttt@laichau.gov.vn',
  name: 'Nguyễn Văn An',
  password: 'Humek-tenap-74Rabin-dipyh',
};
const page = 'https://matkhau.laichau.gov.vn/';
const phone = '0213 3 876 543';

const render = (more: Partial<CredentialBatch> = {}, sheet: Partial<CredentialSheet> = {}): string =>
  renderCredentialSheets({
    organization: 'Sở Nội vụ',
    operator: 'Sở Thông tin và Truyền thông',
    run: '3fa9c1e2',
    date: '2026-02-04',
    time: '09:41',
    sheets: [{ ...an, ...sheet }],
    ...more,
  });

const codesOf = (html: string): string[] => html.match(/<svg class="qr"[\s\S]*?<\/svg>/g) ?? [];

const shown = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll('<wbr>', '')
    .replace(/<\/?(b|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** The modules as they are drawn, `true` for dark; whatever is no rectangle of whole modules is refused. */
function modulesOf(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const drawn = / d="([^"]*)"\/><\/svg>$/.exec(svg)?.[1] ?? '';
  expect(drawn).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  for (const [, x, y, run, back] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(run).toBe(back);
    for (let at = 0; at < Number(run); at++) (modules[Number(y)] as boolean[])[Number(x) + at] = true;
  }
  return modules;
}

/** What a camera makes of it, at five pixels to a module. */
function readCode(svg: string): string {
  const [modules, scale] = [modulesOf(svg), 5];
  const side = modules.length * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

const pages = [
  page,
  'https://a.vn',
  'https://laichau.gov.vn:8443/mat-khau/',
  `https://matkhau.laichau.gov.vn/${'a'.repeat(68)}/`,
];

describe('the QR code', () => {
  it.each(pages)('says %s, and nothing else', (one) => {
    expect(codesOf(render({ page: one })).map(readCode)).toEqual([one]);
  });

  it('is on every sheet the same, whosever password stands there', () => {
    const sheets = [
      an,
      { ...an, address: 'binh.sotttt@laichau.gov.vn', password: 'Kobun-mihet-Larim-37dosup' },
    ];
    const [first, second, ...rest] = codesOf(render({ page, sheets }));
    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(rest).toEqual([]);
  });

  it.each(pages)('of %s has four light modules around it, and is 30 mm wide without them', (one) => {
    const html = render({ page: one });
    const modules = modulesOf(codesOf(html)[0] ?? '');
    const size = modules.length;
    const inside = (at: number) => at >= 4 && at < size - 4;
    const outside = modules.flatMap((row, y) => row.filter((_, x) => !(inside(x) && inside(y))));
    expect(outside).toHaveLength(size * size - (size - 8) ** 2);
    expect(outside).not.toContain(true);
    // The corners of the finder patterns stand right at the edge of the zone.
    expect([modules[4]?.[4], modules[4]?.[size - 5], modules[size - 5]?.[4]]).toEqual([true, true, true]);
    const width = Number(/--qr:([\d.]+)mm/.exec(html)?.[1]);
    expect((width * (size - 8)) / size).toBeGreaterThanOrEqual(30);
    expect(html).toMatch(/\.steps \{[^}]*grid-template-columns: var\(--qr\) /);
  });

  it.each(pages)('of %s can be read although a part of it is lost', (one) => {
    const [row = []] = modulesOf(codesOf(render({ page: one }))[0] ?? '').slice(4 + 8);
    // ISO/IEC 18004, 7.9: the two first bits of the format, under the mask 10: 01 is L, the weakest.
    const level = [row[4] !== true, row[5] === true].map(Number).join('');
    expect(['00', '11', '10']).toContain(level);
  });
});

describe('the steps', () => {
  it('show the address to be typed, as it is', () => {
    expect(shown(render({ page }))).toContain(' https://matkhau.laichau.gov.vn ');
    const deep = 'https://laichau.gov.vn:8443/mat-khau/';
    expect(shown(render({ page: deep }))).toContain(` ${deep} `);
  });

  it.each([
    [8, 6, '06 tháng'],
    [10, 3, '03 tháng'],
  ])('are four, with a picture each, and tell %i signs and %i months', (minLength, maxAgeMonths, months) => {
    const html = render({ page }, { minLength, maxAgeMonths });
    const list = /<ol class="steps"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    const steps = list.split('<li').slice(1);
    expect(steps.map((step) => /<b>(\d)\.<\/b>/.exec(step)?.[1])).toEqual(['1', '2', '3', '4']);
    expect(steps.map((step) => /<svg class="(?:qr|step)"/.test(step))).toEqual([true, true, true, true]);
    const [open = '', login = '', twice = '', mail = ''] = steps.map(shown);
    expect(open).toMatch(/quét mã QR.*hoặc gõ đúng địa chỉ này/);
    expect(login).toContain('Gõ địa chỉ thư và mật khẩu của phiếu này');
    expect(twice).toContain(`hai lần mật khẩu mới: ít nhất ${minLength} ký tự`);
    expect(twice).toContain('chữ thường, chữ hoa, chữ số và ký tự đặc biệt (khoản 1 Điều 4)');
    expect(mail).toContain('Vào hộp thư như thường lệ');
    expect(shown(html)).toContain(`${months} đổi một lần (khoản 2 Điều 4)`);
  });

  it.each([
    ['first', 'khoản 3 Điều 6'],
    ['reset', 'khoản 3 Điều 7'],
  ] as const)('of a %s password cite the clause that has it changed at once', (kind, clause) => {
    expect(shown(render({ page }, { kind }))).toContain(`Đổi mật khẩu ngay (${clause}), chỉ tại trang này`);
  });

  it('are not there where no page is named, and nothing is drawn', () => {
    const html = render();
    expect(html).not.toMatch(/<svg|class="steps"|with-page"/);
    expect(shown(html)).toContain(
      'Khi đăng nhập lần đầu Tắt bộ gõ tiếng Việt, gõ đúng chữ hoa, chữ thường và cả dấu gạch ngang. Đổi mật khẩu ngay',
    );
  });
});

describe('the telephone', () => {
  it.each([{ page }, {}])('stands where it is known, with what it is for: %o', (more) => {
    const text = shown(render({ ...more, phone }));
    expect(text).toContain(`Điện thoại của đơn vị vận hành: ${phone}`);
    expect(text).toContain('gọi ngay Sở Thông tin và Truyền thông (khoản 2 Điều 17)');
    expect(text).toContain('Qua điện thoại chỉ đề nghị khóa hộp thư được; không đọc mật khẩu cho ai');
    expect(text).toContain('Cấp lại mật khẩu cần văn bản của đơn vị (khoản 1 Điều 7)');
  });

  it('is not spoken of where it is not known', () => {
    expect(shown(render({ page }))).not.toContain('Điện thoại của đơn vị vận hành');
  });

  it('becomes nothing but text', () => {
    const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.join('\n');
    const plain = tagsOf(render({ page, phone }));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('</b><script>', '"><img src=x>', '&lt;', '\u202e')),
        (hostile) => {
          expect(tagsOf(render({ page, phone: hostile }))).toBe(plain);
        },
      ),
    );
  });
});

it('a sheet with pictures runs nothing and loads nothing', () => {
  const html = render({ page, phone });
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(
    /<(script|img|link|iframe|object|embed|form|base|a|use|image|foreignObject|animate|set)\b|\bon\w+=|url\(|@import|href|src=|xmlns/i,
  );
  // The address is there to be read: in the text, and in what is read aloud.
  const rest = html.replaceAll(page, '').replace('<span>https://</span>', '');
  expect(rest).not.toMatch(/https?:|\/\//);
});
