/** Writes import-report.md: counts first, then what check will say with file and line, then each kind of thing and what became of it. */
import { type ImportReport, type LocatedProblem, noteCodes } from '../../model/import/report.ts';
import { wordsOf } from '../problems/problems.ts';
import { markdown } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { tableOf } from './table.ts';
import { noteWords, reportWords } from './words/report.ts';

export interface ReportPage {
  readonly language: Language;
  /** The directory as people call it, before the path of each file. */
  readonly directory: string;
}

export function renderImportReport(report: ImportReport, { language, directory }: ReportPage): string {
  const words = reportWords[language];
  const { counts, notes, problems } = report;
  const lines = [`# ${words.title}`, ''];
  for (const [key, title] of Object.entries(words.counts)) {
    lines.push(`- ${title}: ${counts[key as keyof typeof counts]}`);
  }
  if (counts.waiting === 0) lines.push('', words.done);
  lines.push(...problemLines(problems, { language, directory }));
  const { columns } = words;
  for (const code of noteCodes) {
    const own = notes.filter((one) => one.code === code);
    if (own.length === 0) continue;
    const { title, done } = noteWords[code];
    const rows = own.map(({ name, subject = '', there, became, place }) => ({
      name,
      key: subject,
      there,
      became,
      place,
    }));
    const keys = (['name', 'key', 'there', 'became', 'place'] as const).filter((key) =>
      rows.some((row) => row[key] !== ''),
    );
    lines.push('', `## ${title[language]}: ${own.length}`, '', done[language], '');
    lines.push(
      ...tableOf(
        keys.map((key) => columns[key]),
        rows.map((row) => keys.map((key) => markdown(row[key]))),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function problemLines(
  problems: readonly LocatedProblem[],
  { language, directory }: ReportPage,
): readonly string[] {
  const words = reportWords[language];
  const errors = problems.filter(({ problem }) => problem.severity === 'error');
  const warnings = problems.filter(({ problem }) => problem.severity !== 'error');
  const lines = ['', `## ${words.check}`, ''];
  if (problems.length === 0) return [...lines, words.clean];
  lines.push(words.checkDone(errors.length, warnings.length));
  const table = (found: readonly LocatedProblem[]) =>
    tableOf(
      [words.columns.line, words.columns.message],
      found.map(({ problem, line }) => [
        markdown(`${directory}/${problem.at.file}:${line}`),
        markdown(wordsOf(problem, language, 'desk').message),
      ]),
    );
  if (errors.length > 0) lines.push('', ...table(errors));
  if (warnings.length > 0) lines.push('', `### ${words.warnings}`, '', ...table(warnings));
  return lines;
}
