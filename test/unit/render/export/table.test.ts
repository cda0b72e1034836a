/** The directory as a table, as Excel, Outlook and Google read it. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportSheets, renderCsvExport, renderOutlookExport } from '../../../../src/render/export/table.ts';
import { an, anyText, sokx } from './hostile.ts';

const rowsOf = (texts: Iterable<string>): string[][] => parse([...texts].join(''), { bom: true });

describe('CSV', () => {
  test('has a row for each mailbox, the agency before its people', () => {
    expect(rowsOf(renderCsvExport([sokx([an])], 'vi'))).toEqual([
      [
        'Loại',
        'Cơ quan',
        'Họ và tên',
        'Chức vụ',
        'Bộ phận',
        'Địa chỉ thư',
        'Điện thoại cơ quan',
        'Mã cơ quan',
      ],
      ['Cơ quan', 'Sở X', 'Sở X', '', '', 'sokx@laichau.gov.vn', '', 'sokx'],
      ['Cá nhân', 'Sở X', an.name, an.title, an.unit, an.address, an.phone, 'sokx'],
    ]);
  });

  test('begins with what tells Excel its letters, once', () => {
    const text = [...renderCsvExport([sokx([an]), sokx([])], 'en')].join('');
    expect([text.lastIndexOf('\ufeff'), text.split('\r\n')[0]]).toEqual([
      0,
      '\ufeffKind,Organization,Name,Title,Unit,Address,Office telephone,Id of the organization',
    ]);
  });

  test('has no formula and no row more, whatever anybody is called', () => {
    const begun = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', ''), anyText)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(begun, begun, (name, house) => {
        for (const texts of [
          renderCsvExport([sokx([{ ...an, name, title: name }], house)], 'vi'),
          renderOutlookExport([sokx([{ ...an, name, title: name }], house)]),
        ]) {
          const rows = rowsOf(texts);
          expect(rows).toHaveLength(3);
          expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        }
      }),
    );
  });
});

test('Outlook finds the columns it knows, and the name as it is said', () => {
  expect(rowsOf(renderOutlookExport([sokx([an])]))).toEqual([
    ['First Name', 'E-mail Address', 'Business Phone', 'Company', 'Department', 'Job Title'],
    ['Sở X', 'sokx@laichau.gov.vn', '', 'Sở X', '', ''],
    [an.name, an.address, an.phone, 'Sở X', an.unit, an.title],
  ]);
});

test('a workbook has a tab of people and one of organizations, with what they belong to', () => {
  const [people, agencies] = exportSheets([sokx([an])], () => 'Ủy ban nhân dân tỉnh', 'vi');
  expect([people?.name, agencies?.name]).toEqual(['Cá nhân', 'Cơ quan']);
  expect(people?.rows).toEqual([['Sở X', an.name, an.title, an.unit, an.address, an.phone, 'sokx']]);
  expect(agencies?.columns.map(({ title }) => title)).toEqual([
    ...['Cơ quan', 'Trực thuộc', 'Địa chỉ thư', 'Số người', 'Mã cơ quan'],
  ]);
  expect(agencies?.rows).toEqual([['Sở X', 'Ủy ban nhân dân tỉnh', 'sokx@laichau.gov.vn', 1, 'sokx']]);
});
