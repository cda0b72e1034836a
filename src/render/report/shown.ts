/** What of a table is shown to whom: which of its columns, and what stands in them as text. */
import type { Cell } from '../../model/workbook.ts';
import type { Language } from '../text/wording.ts';
import type { Section, SheetColumn, SheetRow } from './layout.ts';
import type { ColumnForm, ReportColumn } from './rows.ts';
import { reportWords } from './words/report.ts';

/** `desk`: a terminal; `everybody`: what is posted, or opened in a browser; `table`: a file a program keeps. */
export type Reader = 'desk' | 'everybody' | 'table';

const isShown = (
  { private: isPrivate = false, forPrograms = false }: ColumnForm,
  reader: Reader,
): boolean => {
  if (reader === 'desk') return !forPrograms;
  return !isPrivate && (reader === 'table' || !forPrograms);
};

export interface Shown {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export function showTo(reader: Reader, { columns, rows }: Pick<Section, 'columns' | 'rows'>): Shown {
  const shown = columns.flatMap((column, index) => (isShown(column, reader) ? [index] : []));
  return {
    columns: shown.map((index) => columns[index] as SheetColumn),
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: shown.map((index) => cells[index]) })),
  };
}

export const withTitles = (
  columns: readonly ReportColumn<never>[],
  language: Language,
): readonly SheetColumn[] =>
  columns.map((column) => ({ ...column, title: reportWords[language][column.title] }));

/** A day stays as programs write it. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}
