/** Writes tables as a workbook (.xlsx): the same tables are the same bytes, and no text is a formula. */
import { unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, WorkbookSheet } from '../model/workbook.ts';
import { packParts } from './pack.ts';

const font = { fontFamily: 'Times New Roman', fontSize: 11 } as const;
const widths = { least: 8, most: 60 } as const;
/** What a cell may hold; a longer one makes Excel repair the file. */
const longestCell = 32_767;
const longestName = 31;

export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const names = tabNames(sheets);
  const written = await writeExcelFile(
    sheets.map(({ columns, rows }, index) => ({
      sheet: names[index] ?? '',
      stickyRowsCount: 1,
      dateFormat: 'dd/mm/yyyy',
      columns: columns.map(({ width }, column) => ({ width: width ?? widthOf(sheets[index], column) })),
      data: [
        columns.map(({ title }) => ({ value: plain(title), fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
    font,
  ).toBuffer();
  return packParts(unzipSync(written));
}

const cellOf = (cell: Cell) => {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: plain(cell), type: String, wrap: true };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date };
};

/** XML has no place for most control characters and half a character, and what turns a line around is no text. */
const plain = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '')
    .slice(0, longestCell)
    .toWellFormed();

function widthOf(sheet: WorkbookSheet | undefined, column: number): number {
  let width = sheet?.columns[column]?.title.length ?? 0;
  for (const row of sheet?.rows ?? []) {
    const cell = row[column];
    const length = typeof cell === 'object' ? 10 : String(cell ?? '').length;
    if (length > width) width = length;
  }
  return Math.min(widths.most, Math.max(widths.least, width + 2));
}

/** Tabs of one workbook differ, whatever was asked for. */
function tabNames(sheets: readonly WorkbookSheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const base = plain(name.replaceAll(/[[\]:*?/\\]/g, ' '))
      .replace(/^[' ]+|[' ]+$/g, '')
      .slice(0, longestName);
    let tab = base === '' ? '1' : base;
    for (let number = 2; taken.has(tab.toLowerCase()); number++) {
      const suffix = ` ${number}`;
      tab = base.slice(0, longestName - suffix.length).trimEnd() + suffix;
    }
    taken.add(tab.toLowerCase());
    return tab;
  });
}
