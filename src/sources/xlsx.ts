/** The octets of a workbook → the rows of one of its sheets, each cell as the text somebody would read there. */
import readExcelFile from 'read-excel-file/node';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Row } from './table.ts';

export interface SheetRows {
  readonly rows: readonly Row[];
  /** Those that hold something. */
  readonly sheets: readonly string[];
}

/** The sheet that is named, else the only one, else the first. */
export async function readXlsx(bytes: Buffer, file: string, named?: string): Promise<SheetRows> {
  const all = await readExcelFile(bytes).catch((thrown: unknown) => {
    const cause = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ExpectedError('import-xlsx.unreadable', { at: file, cause }, { cause: thrown });
  });
  const filled = all.filter(({ data }) => data.some((row) => row.some((cell) => textOf(cell) !== '')));
  const sheets = filled.map(({ sheet }) => sheet);
  const found = named === undefined ? filled[0] : filled.find(({ sheet }) => sheet === named);
  if (found === undefined && named !== undefined) {
    throw new ExpectedError('import-xlsx.sheet', { at: file, sheet: named, sheets });
  }
  const rows = (found?.data ?? []).map((row, index) => ({ line: index + 1, cells: row.map(textOf) }));
  return { rows, sheets };
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A day has no hours in a workbook, and no zone.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
