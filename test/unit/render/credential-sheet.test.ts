/** A password sheet says what its holder needs, spells the password exactly, and runs or loads nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CredentialBatch,
  type CredentialSheet,
  renderCredentialSheets,
} from '../../../src/render/credentials/sheet.ts';
import { formalDate } from '../../../src/render/credentials/words/credentials.ts';

const an: CredentialSheet = {
  kind: 'first',
  minLength: 8,
  maxAgeMonths: 6,
  address: 'annv.sotttt@laichau.gov.vn',
  name: 'Nguyễn Văn An',
  title: 'Chuyên viên',
  password: 'Humek-tenap-74Rabin-dipyh',
  place: 'sotttt.yaml, dòng 135',
};

const batch = (...sheets: CredentialSheet[]): CredentialBatch => ({
  organization: 'Sở Nội vụ',
  operator: 'Sở Thông tin và Truyền thông',
  run: '3fa9c1e2',
  date: '2026-02-04',
  time: '09:41',
  sheets,
});

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text as a browser shows it, without tags. */
const shown = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([a-z0-9#]+);/g, (_, name: string) => entities[name] ?? `?${name}`)
    .replace(/\s+/g, ' ');

const cellsOf = (html: string): string[] =>
  [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) => shown(match[1] ?? '').trim());

/** What somebody gets who copies the password from the page. */
const passwordsOf = (html: string): string[] =>
  [...html.matchAll(/<p class="password">([\s\S]*?)<\/p>/g)].map((match) =>
    shown((match[1] ?? '').replace(/<[^>]*>/g, '')),
  );

describe('a sheet', () => {
  const html = renderCredentialSheets(batch(an));

  it('names organization, holder, address and what is behind it', () => {
    expect(cellsOf(html)).toEqual([
      'Sở Nội vụ',
      'Nguyễn Văn An',
      'Chuyên viên',
      'annv.sotttt@laichau.gov.vn',
      'Danh sách hộp thư của đơn vị (sotttt.yaml, dòng 135)',
    ]);
    expect(shown(html)).toContain('Lập lúc 09:41, ngày 04 tháng 02 năm 2026');
    expect(shown(html)).toContain('Đợt 3fa9c1e2 · phiếu 1/1');
  });

  it('shows the password, and spells it', () => {
    expect(passwordsOf(html)).toEqual([an.password]);
    expect(shown(html)).toContain(
      'chữ hoa H · u · m · e · k · dấu gạch · t · e · n · a · p · dấu gạch · số 7 · số 4 · chữ hoa R · a',
    );
    const tags = [...html.matchAll(/<span data-tag="([^"]*)"/g)].map((match) => match[1] || '.').join(' ');
    expect(tags).toBe('hoa . . . . gạch . . . . . gạch số số hoa . . . . gạch . . . . .');
  });

  it.each([
    ['first', 'Phiếu mật khẩu lần đầu', 'khoản 3 Điều 6'],
    ['reset', 'Phiếu cấp lại mật khẩu', 'khoản 3 Điều 7'],
  ] as const)('for a %s password cites the clause that has it changed at once', (kind, title, clause) => {
    const text = shown(renderCredentialSheets(batch({ ...an, kind })));
    expect(text).toContain(title);
    expect(text).toContain(`Đổi mật khẩu ngay (${clause})`);
  });

  it.each([
    [8, 6, 'ít nhất 8 ký tự', '06 tháng'],
    [10, 3, 'ít nhất 10 ký tự', '03 tháng'],
  ])('tells the rules of 4.1 and 4.2 for %i characters and %i months', (minLength, maxAgeMonths, ...told) => {
    const text = shown(renderCredentialSheets(batch({ ...an, minLength, maxAgeMonths })));
    for (const words of told) expect(text).toContain(words);
    expect(text).toContain('chữ thường, chữ hoa, chữ số và ký tự đặc biệt (khoản 1 Điều 4)');
    expect(text).toContain('chỉ phiếu lập sau cùng có giá trị');
    expect(text).toContain('báo ngay Sở Thông tin và Truyền thông (khoản 2 Điều 17)');
  });

  it('names the document and its date, with the date or without', () => {
    const document = '13/STTTT-VP';
    const dated = renderCredentialSheets(batch({ ...an, document, documentDate: '2026-11-02' }));
    expect(cellsOf(dated)).toContain('Văn bản số 13/STTTT-VP ngày 02 tháng 11 năm 2026');
    expect(cellsOf(renderCredentialSheets(batch({ ...an, document })))).toContain('Văn bản số 13/STTTT-VP');
  });

  it('of an agency mailbox names its custodian instead of a holder (9.1)', () => {
    const { name, title, ...mailbox } = an;
    const cells = cellsOf(renderCredentialSheets(batch({ ...mailbox, custodian: 'Lò Văn È' })));
    expect(cells.slice(1, 3)).toEqual(['Hộp thư cơ quan', 'Lò Văn È']);
    expect(cells.filter((cell) => cell === name || cell === title)).toEqual([]);
  });
});

/** What the office cuts off below the sheet, and keeps. */
const receiptOf = (html: string): string =>
  shown(/<div class="receipt">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').trim();

describe('the receipt', () => {
  it('tells who got which sheet, for two signatures with their days', () => {
    expect(receiptOf(renderCredentialSheets(batch(an)))).toBe(
      'Cắt ra, đơn vị giữ: Đợt 3fa9c1e2 · phiếu 1/1 · Nguyễn Văn An · annv.sotttt@laichau.gov.vn' +
        ' Người trao (ký, ghi rõ họ tên) Ngày ……/……/20…… Người nhận (ký, ghi rõ họ tên) Ngày ……/……/20……',
    );
  });

  it('of an agency mailbox names no person', () => {
    const { name, title, ...mailbox } = an;
    const receipt = receiptOf(renderCredentialSheets(batch({ ...mailbox, custodian: 'Lò Văn È' })));
    expect(receipt).toContain('phiếu 1/1 · Hộp thư cơ quan · annv.sotttt@laichau.gov.vn');
  });

  it('has nothing of the password: it is kept, and the sheet is destroyed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6}-[A-Z]{6}$/), (password) => {
        const receipt = receiptOf(renderCredentialSheets(batch({ ...an, password })));
        for (const part of password.split('-')) expect(receipt).not.toContain(part);
      }),
    );
  });
});

describe('the document', () => {
  it('has a page for each sheet, in their order', () => {
    const sheets = ['a', 'b', 'c'].map((letter) => ({ ...an, name: letter, password: `Humek-${letter}` }));
    const html = renderCredentialSheets(batch(...sheets));
    expect(html.match(/<section class="sheet">/g)).toHaveLength(3);
    expect(passwordsOf(html)).toEqual(['Humek-a', 'Humek-b', 'Humek-c']);
    expect(shown(html)).toContain('phiếu 3/3');
    expect(html).toMatch(/@media print \{[^@]*break-after: page/);
  });

  it('runs nothing and loads nothing', () => {
    const html = renderCredentialSheets(batch(an));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(
      /<(script|img|link|iframe|object|embed|form|base|svg|a)\b|\bon\w+=|url\(|@import|https?:|\/\//i,
    );
  });

  it('lets no text become anything but text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=y>',
        '</style>',
        '&lt;',
        "'",
        '\u202egnp',
      ),
    );
    const tagsOf = (html: string) =>
      html.match(/<[^>]*>/g)?.filter((tag) => !tag.startsWith('<span data-tag='));
    const plain = tagsOf(renderCredentialSheets(batch({ ...an, document: 'x' })));
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, title, document) => {
        const html = renderCredentialSheets({
          ...batch({ ...an, name, title, document, password: an.password }),
          organization: name,
          operator: title,
          run: document,
        });
        expect(tagsOf(html)).toEqual(plain);
        expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u0000-\u0008]/);
      }),
    );
    expect(cellsOf(renderCredentialSheets(batch({ ...an, name: 'A & <b>"\'' })))[1]).toBe('A & <b>"\'');
  });

  it('keeps any password as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,40}$/), (password) => {
        expect(passwordsOf(renderCredentialSheets(batch({ ...an, password })))).toEqual([password]);
      }),
    );
  });
});

it.each([
  ['2026-06-02', 'ngày 02 tháng 6 năm 2026'],
  ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
  ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
  ['2026-11-24', 'ngày 24 tháng 11 năm 2026'],
])('%s is written as offices write it', (date, words) => {
  expect(formalDate(date)).toBe(words);
});
