/** Shows a report on a terminal, by default of eighty columns: tables whose longer texts go on below. */
import type { Report } from '../../model/report.ts';
import { visible } from '../text/escape.ts';
import { foldText, noScreen, type Screen } from '../text/screen.ts';
import { renderBrokenTable, renderFittingTable, wrap } from '../text/table.ts';
import type { Language } from '../text/wording.ts';
import { headingOf, noteText, type Section } from './layout.ts';
import { layOutReport } from './sheet.ts';
import { cellText, showTo } from './shown.ts';

/** What is read in a mail or printed is as wide as ever. */
const usual = 80;

export function renderReportText(report: Report, language: Language, screen: Screen = noScreen): string {
  const { title, notes, sections } = layOutReport(report, language);
  const width = screen.width ?? usual;
  const folded = (text: string, by: number) =>
    wrap(visible(text), width - by).map((line) => ' '.repeat(by) + line);
  const headed = (text: string) =>
    screen.width === undefined ? [visible(text)] : folded(text, 0).map((line) => screen.paint('title', line));
  const hintLines = (hint: string) =>
    screen.width === undefined ? folded(hint, 6) : [foldText(`      ${visible(hint)}`, width)];
  const lines = headed(title);
  if (notes.length > 0) lines.push('', ...notes.flatMap((note) => folded(noteText(note), 2)));
  for (const section of sections) {
    lines.push('');
    const heading = headingOf(section);
    if (heading !== undefined) lines.push(...headed(heading));
    lines.push(...tableOf(section, screen));
    if (section.hint !== undefined) lines.push(...hintLines(`= ${section.hint}`));
    // Whole lines, however wide the screen: they are copied.
    for (const record of section.ldif ?? []) lines.push('', ...record.split('\n').map(visible));
  }
  return `${lines.join('\n')}\n`;
}

function tableOf(section: Section, { width }: Screen): readonly string[] {
  const { columns, rows } = showTo('desk', section);
  const cells = rows.map((row) => row.cells.map((cell) => visible(cellText(cell))));
  return width === undefined
    ? renderBrokenTable(columns, cells, usual)
    : renderFittingTable(columns, cells, width);
}
