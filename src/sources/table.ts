/** The rows of a table → one entry for each, its cells by the words of the header, which need not be the first row. */
import { columnName, type SourceEntry } from '../model/import/source-entry.ts';
import { ExpectedError } from '../model/problems/errors.ts';

export interface Row {
  /** As the program that shows the file counts it. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A title, the name of the office and the day stand above the header of many lists. */
const rowsLookedAt = 20;
/** What the column of addresses, or of names, is called: without marks, in lower case. */
const headerWords = /mail|thu dien tu|hop thu|ho ten|ho va ten|^ten\b|\bname\b/;

export function entriesOfTable(rows: readonly Row[], file: string): readonly SourceEntry[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = headerOf(filled);
  if (header === undefined) throw new ExpectedError('import-table.empty', { at: file });
  const names = header.cells.map(columnName);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ExpectedError('import-table.column', { at: `${file}:${header.line}`, column: twice });
  }
  return filled
    .slice(filled.indexOf(header) + 1)
    .map(({ line, cells }) => ({ place: `${file}:${line}`, values: valuesOf(names, cells) }));
}

function headerOf(rows: readonly Row[]): Row | undefined {
  const candidates = rows.slice(0, rowsLookedAt).filter(({ cells }) => cells.filter(isFilled).length > 1);
  const told = candidates.find(({ cells }) => cells.some((cell) => headerWords.test(unmarked(cell))));
  // A list of one column has a header of one cell.
  return told ?? candidates[0] ?? rows[0];
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

const unmarked = (text: string): string =>
  columnName(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

function valuesOf(names: readonly string[], cells: readonly string[]): SourceEntry['values'] {
  const values: Record<string, readonly string[]> = {};
  names.forEach((name, index) => {
    const cell = cells[index] ?? '';
    if (name !== '' && isFilled(cell)) values[name] = [cell];
  });
  return values;
}
