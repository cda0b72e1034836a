/** Shows a report as CSV: one table, its days as programs write them. What it cannot tell is told beside it. */
import type { Report } from '../../model/report.ts';
import { renderCsv } from '../text/csv.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { noteText } from './layout.ts';
import { layOutReport } from './sheet.ts';
import { cellText } from './shown.ts';
import { joinTables } from './tables.ts';

export function renderReportCsv(report: Report, language: Language): string {
  const { columns, rows } = joinTables(report.report, layOutReport(report, language).sections, language);
  return renderCsv([
    columns,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : visible(cellText(cell))))),
  ]);
}

/** What could not be looked at, a line each: a table has no place for it, and without a row it would pass for "nothing". */
export const renderReportDoubts = (report: Report, language: Language): string =>
  layOutReport(report, language)
    .notes.filter(({ says }) => says === 'doubt')
    .map((note) => `${visible(noteText(note))}\n`)
    .join('');
