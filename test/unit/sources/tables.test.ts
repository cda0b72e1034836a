/** Tables of people, as offices keep them: CSV of several programs, and workbooks. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { SourceEntry } from '../../../src/model/import/source-entry.ts';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { readSourceFile } from '../../../src/sources/read-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-tables-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

async function read(name: string, content: string | Buffer, sheet?: string): Promise<readonly SourceEntry[]> {
  await writeFile(join(folder, name), content);
  return (await readSourceFile(join(folder, name), sheet)).entries;
}

async function refusalOf(work: Promise<unknown>) {
  const thrown: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (thrown instanceof ExpectedError) return thrown.remark;
  throw thrown;
}

const two = [
  { place: 'a.csv:2', values: { 'họ và tên': ['Lò Văn An'], email: ['anlv@aa'] } },
  { place: 'a.csv:3', values: { 'họ và tên': ['Tao Thị "Bé"'], email: ['bett@aa'] } },
];

describe('a CSV file', () => {
  it.each([';', ',', '\t'])('is separated by %j', async (sign) => {
    const lines = ['Họ  và tên|Email', 'Lò Văn An|anlv@aa', '"Tao Thị ""Bé"""|bett@aa', '|'];
    expect(await read('a.csv', lines.join('\r\n').replaceAll('|', sign))).toEqual(two);
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 of the other order', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    [
      'decomposed letters',
      (text: string) => Buffer.from(text.replace('Họ và tên', 'Họ và tên'.normalize('NFD'))),
    ],
  ])('may be %s', async (_what, bytes) => {
    const text = 'Họ và tên;Email\nLò Văn An;anlv@aa\n"Tao Thị ""Bé""";bett@aa\n';
    expect(await read('a.csv', bytes(text))).toEqual(two);
  });

  it('has lines in quoted cells, titles above the header, and rows by the lines an editor counts', async () => {
    const text =
      'UBND TỈNH LAI CHÂU;;\nDANH SÁCH;2026;\n\nTT;Họ và tên;Thư điện tử\n1;"Lò\nVăn An";anlv@aa\n\n2;Tao Bé;bett@aa;thừa\n';
    expect(await read('a.csv', text)).toEqual([
      { place: 'a.csv:5', values: { tt: ['1'], 'họ và tên': ['Lò\nVăn An'], 'thư điện tử': ['anlv@aa'] } },
      { place: 'a.csv:8', values: { tt: ['2'], 'họ và tên': ['Tao Bé'], 'thư điện tử': ['bett@aa'] } },
    ]);
  });

  it("believes Excel's own line about the separator", async () => {
    expect(await read('a.csv', 'sep=;\nName;Mail\nA, B;a@aa\n')).toEqual([
      { place: 'a.csv:3', values: { name: ['A, B'], mail: ['a@aa'] } },
    ]);
  });

  // "Lò Văn Đạt" in each of them.
  it.each([
    ['Windows-1258', [0x4c, 0x6f, 0xcc, 0x20, 0x56, 0xe3, 0x6e, 0x20, 0xd0, 0x61, 0xf2, 0x74]],
    ['TCVN3', [0x4c, 0xdf, 0x20, 0x56, 0xa8, 0x6e, 0x20, 0xa7, 0xb9, 0x74]],
    ['?', [0x4c, 0xf3]],
  ])('of the encoding %s is refused by its name', async (encoding, octets) => {
    const bytes = Buffer.concat([Buffer.from('ten;email\n'), Buffer.from(octets), Buffer.from(';a@aa\n')]);
    expect(await refusalOf(read('a.csv', bytes))).toEqual({
      says: 'import-encoding',
      facts: { at: 'a.csv', encoding },
    });
  });

  it.each([
    ['import-table.quote', 'a.csv:2', 'name;mail\n"Lò;a@aa\n'],
    ['import-table.column', 'a.csv:1', 'Email;email\na;b\n'],
    ['import-table.empty', 'a.csv', '\n\n'],
  ])('is refused: %s at %s', async (says, at, text) => {
    expect(await refusalOf(read('a.csv', text))).toMatchObject({ says, facts: { at } });
  });
});

describe('a workbook', () => {
  const cell = (value: string | number | Date) => ({
    value,
    ...(value instanceof Date && { format: 'dd/mm/yyyy' }),
  });
  const rows = [
    ['Họ và tên', 'Email', 'Điện thoại', 'Ngày sinh'].map(cell),
    [cell('Lò Văn An'), cell('anlv@aa'), cell(912345678), cell(new Date('1980-02-03'))],
  ];
  const workbook = async (sheets: Readonly<Record<string, typeof rows>>) =>
    await writeExcelFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();

  it('has numbers and days as they are read there', async () => {
    expect(await read('a.xlsx', await workbook({ 'Cán bộ': rows, Trống: [] }))).toEqual([
      {
        place: 'a.xlsx:2',
        values: {
          'họ và tên': ['Lò Văn An'],
          email: ['anlv@aa'],
          'điện thoại': ['912345678'],
          'ngày sinh': ['1980-02-03'],
        },
      },
    ]);
  });

  it('has several sheets: the one that is named is read, and all are told', async () => {
    const bytes = await workbook({ Một: [[cell('Tên')], [cell('A')]], Hai: [[cell('Tên')], [cell('B')]] });
    expect((await read('a.xlsx', bytes, 'Hai'))[0]?.values).toEqual({ tên: ['B'] });
    expect(await readSourceFile(join(folder, 'a.xlsx'))).toMatchObject({ sheets: ['Một', 'Hai'] });
    expect(await refusalOf(read('a.xlsx', bytes, 'Ba'))).toMatchObject({ says: 'import-xlsx.sheet' });
  });

  it('is refused where it is none', async () => {
    expect(await refusalOf(read('a.xlsx', 'no zip'))).toMatchObject({ says: 'import-xlsx.unreadable' });
    expect(await refusalOf(readSourceFile(join(folder, 'a.xls')))).toMatchObject({
      says: 'import-file.ending',
    });
    expect(await refusalOf(readSourceFile(join(folder, 'none.csv')))).toMatchObject({
      says: 'import-file.unreadable',
      facts: { cause: 'ENOENT' },
    });
  });
});
