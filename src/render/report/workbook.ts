/** Lays a report out as the tabs of a workbook: what is said of it, then a tab for each of its tables. */
import type { Report } from '../../model/report.ts';
import type { Cell, WorkbookSheet } from '../../model/workbook.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import type { Note, Section, Sheet } from './layout.ts';
import { layOutReport } from './sheet.ts';
import { showTo } from './shown.ts';
import { joinTables, layouts, type Table } from './tables.ts';
import { fileWords } from './words/files.ts';
import { reportTitles } from './words/report.ts';

export function layOutWorkbook(report: Report, language: Language): readonly WorkbookSheet[] {
  const sheet = layOutReport(report, language);
  const title = reportTitles[report.report][language];
  // Of hundreds of organizations each would have a tab.
  const isJoined = layouts[report.report].group === 'organization' && report.rows.length > 0;
  return [
    tabOf(fileWords[language].summary, summaryOf(sheet, language)),
    ...(isJoined ? [tabOf(title, joinTables(report.report, sheet.sections, language))] : []),
    ...sheet.sections
      .filter(({ kind }) => kind === 'sums' || !isJoined)
      .map((section) => tabOf(section.heading ?? title, tableOf(section))),
  ];
}

function tableOf(section: Section): Table {
  const { columns, rows } = showTo('table', section);
  return { columns: columns.map(({ title }) => title), rows: rows.map(({ cells }) => cells) };
}

/** Everything that stands around the tables, a line each with what it is about. */
function summaryOf({ title, notes, sections }: Sheet, language: Language): Table {
  const words = fileWords[language];
  return {
    columns: [words.about, words.told],
    rows: [
      [words.report, title],
      ...notes.flatMap((note) => linesOf(note, words.doubt)),
      ...sections.flatMap(({ kind, heading, rows, hint, ldif = [] }): readonly (readonly Cell[])[] => [
        ...(kind === 'group' ? [[heading, rows.length]] : []),
        ...[...(hint === undefined ? [] : [hint]), ...ldif].map((text) => [heading, text]),
      ]),
    ],
  };
}

function linesOf(note: Note, doubt: string): readonly (readonly Cell[])[] {
  if (note.says === 'counts') return note.counts.map(({ word, count }) => [word, count]);
  return [[note.says === 'doubt' ? doubt : undefined, note.text]];
}

const tabOf = (name: string, { columns, rows }: Table): WorkbookSheet => ({
  name: visible(name),
  columns: columns.map((title) => ({ title })),
  rows: rows.map((row) => row.map(harmless)),
});

/** Records of LDIF keep their lines. */
const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.split('\n').map(visible).join('\n') : cell;
