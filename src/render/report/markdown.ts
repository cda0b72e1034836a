/** Shows a report as GitHub Markdown: no numbers of documents, and no text of others is markup. */
import type { Report } from '../../model/report.ts';
import { markdown } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { headingOf, noteText, type Section } from './layout.ts';
import { layOutReport } from './sheet.ts';
import { cellText, showTo } from './shown.ts';
import { reportWords } from './words/report.ts';

export interface ReportMarkdownOptions {
  readonly language: Language;
  /** How many rows of each table are shown; a comment has no room for more than some hundreds. */
  readonly limit: number;
}

export function renderReportMarkdown(report: Report, { language, limit }: ReportMarkdownOptions): string {
  const { title, notes, sections } = layOutReport(report, language);
  const lines = [`## ${markdown(title)}`];
  for (const note of notes) lines.push('', markdown(noteText(note)));
  for (const section of sections) {
    const heading = headingOf(section);
    if (heading !== undefined) lines.push('', `### ${markdown(heading)}`);
    lines.push('', ...tableOf(section, limit));
    const left = section.rows.length - limit;
    if (left > 0) lines.push('', reportWords[language].more(left));
    if (section.hint !== undefined) lines.push('', markdown(section.hint));
    const ldif = (section.ldif ?? []).slice(0, limit);
    // No value of an LDIF line begins with a mark of ours: what is no plain text is base64 (RFC 2849).
    if (ldif.length > 0) lines.push('', '````ldif', ldif.join('\n\n').replaceAll('````', "''''"), '````');
  }
  return `${lines.join('\n')}\n`;
}

function tableOf(section: Section, limit: number): readonly string[] {
  const { columns, rows } = showTo('everybody', section);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join('|')}|`,
    ...rows.slice(0, limit).map(({ cells }) => line(cells.map((cell) => markdown(cellText(cell))))),
  ];
}
