/** Lays rows out under columns. */
import type { Language } from '../text/wording.ts';
import type { Section } from './layout.ts';
import type { ReportColumn } from './rows.ts';
import { withTitles } from './shown.ts';

export function tableOf<Row extends { readonly organization?: string }>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  language: Language,
): Section {
  return {
    kind: 'whole',
    columns: withTitles(columns, language),
    rows: rows.map((row) => ({
      cells: columns.map((column) =>
        'cellOf' in column ? column.cellOf(row, language) : column.textOf(row, language),
      ),
      ...(row.organization !== undefined && { organization: row.organization }),
    })),
  };
}
