/** Shows a report on a terminal of eighty columns: tables whose longer texts go on below. */
import type { Report } from '../../model/report.ts';
import { visible } from '../text/escape.ts';
import { columnsOf, renderTable } from '../text/table.ts';
import type { Language } from '../text/wording.ts';
import { layOutReport, type Section } from './sheet.ts';

const screen = 80;

export function renderReportText(report: Report, language: Language): string {
  const { title, notes, sections } = layOutReport(report, language);
  const lines = [visible(title)];
  if (notes.length > 0)
    lines.push(
      '',
      ...notes.flatMap((note) => wrap(visible(note), screen - 2)).map((line) => indent(line, 2)),
    );
  for (const section of sections) {
    lines.push('');
    if (section.heading !== undefined) lines.push(visible(section.heading));
    lines.push(...tableOf(section));
    if (section.hint !== undefined)
      lines.push(...wrap(`= ${visible(section.hint)}`, screen - 6).map((line) => indent(line, 6)));
  }
  return `${lines.join('\n')}\n`;
}

const indent = (line: string, by: number) => ' '.repeat(by) + line;

function tableOf({ columns, rows }: Section): readonly string[] {
  const cells = rows.map((row) => row.map(visible));
  const natural = columns.map(({ title }, index) =>
    cells.reduce((widest, row) => Math.max(widest, columnsOf(row[index] ?? '')), columnsOf(title)),
  );
  const least = columns.map(({ title, breaks }, index) =>
    breaks === undefined ? undefined : Math.max(columnsOf(title), longestWord(cells, index)),
  );
  const pleasant = columns.map(({ breaks = 0 }, index) => {
    const limit = least[index];
    return limit === undefined ? undefined : Math.max(limit, breaks);
  });
  const widths = narrow(narrow(natural, pleasant), least);
  const broken = cells.flatMap((row) => {
    const pieces = row.map((cell, index) => wrap(cell, widths[index] ?? screen));
    const height = Math.max(...pieces.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => pieces.map((piece) => piece[line] ?? ''));
  });
  return renderTable(columns, broken);
}

/** Narrows the widest columns that may be broken, one step at a time, until the table fits or cannot. */
function narrow(natural: readonly number[], least: readonly (number | undefined)[]): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width + 2, 0) - screen;
  for (; excess > 0; excess--) {
    let widest: number | undefined;
    for (const [index, width] of widths.entries()) {
      const limit = least[index];
      if (limit === undefined || width <= limit) continue;
      if (widest === undefined || width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function longestWord(cells: readonly (readonly string[])[], index: number): number {
  let longest = 0;
  for (const row of cells) {
    for (const word of (row[index] ?? '').split(' ')) longest = Math.max(longest, columnsOf(word));
  }
  // An address or a path is not worth a column of its own width.
  return Math.min(longest, 20);
}

/** Lines of whole words; a word that is wider stands alone, so that it can be copied. */
function wrap(text: string, width: number): readonly string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
