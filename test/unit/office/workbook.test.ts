import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../src/office/write-workbook.ts';

const read = async (bytes: Uint8Array, sheet = 1) => await readSheet(Buffer.from(bytes), sheet);

const sheet = (rows: Parameters<typeof writeWorkbook>[0][number]['rows'], name = 'Danh bạ') => ({
  name,
  columns: [{ title: 'Họ và tên' }, { title: 'Số' }, { title: 'Ngày' }],
  rows,
});

describe('a workbook', () => {
  it('keeps texts, numbers and days as what they are', async () => {
    const bytes = await writeWorkbook([sheet([['Nguyễn Văn An', 3, { day: '2026-11-24' }]])]);
    expect(await read(bytes)).toEqual([
      ['Họ và tên', 'Số', 'Ngày'],
      ['Nguyễn Văn An', 3, new Date('2026-11-24T00:00:00Z')],
    ]);
  });

  it('is the same bytes whenever it is written', async () => {
    const tables = [sheet([['a', 1, undefined]]), sheet([['b', 2, undefined]], 'B')];
    const first = await writeWorkbook(tables);
    await new Promise((done) => setTimeout(done, 2100));
    expect(await writeWorkbook(tables)).toEqual(first);
  });

  it('has no formula, whatever a text begins with', async () => {
    const bytes = await writeWorkbook([sheet([['=cmd|x', 1, undefined]])]);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f');
    expect((await read(bytes))[1]?.[0]).toBe('=cmd|x');
  });

  it('keeps any text a file can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        const held = `x${text}x`.replaceAll('\r', '');
        const bytes = await writeWorkbook([sheet([[held, 1, undefined]])]);
        expect((await read(bytes))[1]?.[0]).toBe(
          // What XML has no place for is left out.
          held.replace(/[^\t\n\u0020-\ud7ff\ud800-\udfff\ue000-\ufffd]/g, ''),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('names its tabs so that Excel takes them', async () => {
    const long = 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Lai Châu';
    const bytes = await writeWorkbook([
      sheet([], long),
      sheet([], long),
      sheet([], "a/b:[c]'"),
      sheet([], ''),
    ]);
    const xml = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
    const names = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
    expect(names).toEqual([long.slice(0, 31), `${long.slice(0, 29).trimEnd()} 2`, 'a b  c', '1']);
  });
});
