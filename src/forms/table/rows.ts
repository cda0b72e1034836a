/** Reads a pasted list as one request for each person; a row that is wrong is told, and hides no other. */
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Request, RequestField, RequestProblem } from '../../model/github/request.ts';
import type { RowNote } from '../../model/github/request-answer.ts';
import { type Answers, notesOn, readAnswer } from '../answer.ts';
import { judgeTogether, makeRequest } from '../make-request.ts';
import { type FormQuestion, type ListKind, requestForms, rowFields } from '../questions.ts';
import { saysNothing } from '../text.ts';
import { parseCells } from './cells.ts';
import { type Columns, readHeadings } from './headings.ts';

/** `row` counts the people of the list from 1; `name` is who it is, as it was written. */
export type ReadRow = { readonly row: number; readonly name: string } & (
  | { readonly request: Request; readonly notes?: readonly RowNote[] }
  | { readonly problems: readonly RequestProblem[] }
);

export interface ReadList {
  /** As the form says it for all. */
  readonly organization: string;
  readonly rows: readonly ReadRow[];
  /** Headings of columns nobody looks at. */
  readonly unused: readonly string[];
}

/** As many as a pull request is still read through for. */
export const rowLimit = 200;

/** A title or two may stand above the headings. */
const titleLines = 5;

/** `shared` is what the form says for all; a row may say its own. */
export function readList(
  kind: ListKind,
  text: string,
  shared: Answers,
  today: CalendarDate,
): ReadList | { readonly problems: readonly RequestProblem[] } {
  const lines = parseCells(text);
  for (const [index, line] of lines.slice(0, titleLines).entries()) {
    const columns = readHeadings(kind, line);
    if (columns === undefined) continue;
    if ('problem' in columns) return { problems: [columns.problem] };
    const people = lines.slice(index + 1).filter((cells) => !isNumberAlone(cells, line));
    const problem = problemOfList(people, line);
    if (problem !== undefined) return { problems: [problem] };
    const { table: _table, ...rest } = shared;
    return {
      organization: shared.organization ?? '',
      rows: people.map((cells, at) => readRow(kind, columns, { row: at + 1, cells }, rest, today)),
      unused: columns.unused,
    };
  }
  return { problems: [{ code: 'table-heading-missing', args: {} }] };
}

/** A row that was numbered and never filled. */
const isNumberAlone = (cells: readonly string[], headings: readonly string[]): boolean =>
  cells.every(
    (cell, index) => cell === '' || (index === 0 && headings.length > 1 && /^\d{1,4}\.?$/.test(cell)),
  );

function problemOfList(
  people: readonly (readonly string[])[],
  headings: readonly string[],
): RequestProblem | undefined {
  if (people.length === 0) return { code: 'table-empty', args: {} };
  if (people.length > rowLimit)
    return { code: 'table-too-long', args: { rows: people.length, limit: rowLimit } };
  const width = Math.max(...people.map((cells) => cells.length));
  for (let column = 0; column < width; column++) {
    const isNamed = (headings[column] ?? '') !== '';
    // Numbers without a heading count the rows.
    const isUsed = people.some((cells) => !/^(?:\d{1,4}\.?)?$/.test(cells[column] ?? ''));
    if (!isNamed && isUsed) return { code: 'table-column-unnamed', args: { column: column + 1 } };
  }
  return undefined;
}

function readRow(
  kind: ListKind,
  { fields, family }: Columns,
  { row, cells }: { readonly row: number; readonly cells: readonly string[] },
  shared: Answers,
  today: CalendarDate,
): ReadRow {
  const answers: Partial<Record<RequestField, string>> = { ...shared };
  const problems: RequestProblem[] = [];
  const notes: RowNote[] = [];
  const lead = rowFields[kind][0];
  for (const [field, index] of fields) {
    const value = cells[index] ?? '';
    const whole = field === lead && family !== undefined ? `${cells[family] ?? ''} ${value}`.trim() : value;
    if (saysNothing(whole)) continue;
    const read = readAnswer(field, questionOf(kind, field), whole, today, 'list');
    if (typeof read === 'string') {
      answers[field] = read;
      notes.push(...notesOn(field, whole, read));
    } else if (read !== undefined) problems.push(read);
  }
  const name = answers[lead] ?? answers['person-id'] ?? '';
  const isSomebody = answers[lead] ?? (kind === 'issue' ? undefined : answers['person-id']);
  if (isSomebody === undefined && problems.length === 0) {
    problems.push({ code: 'field-missing', args: { field: lead } });
  }
  if (problems.length === 0) problems.push(...judgeTogether(kind, answers, today));
  if (problems.length > 0) return { row, name, problems };
  return { row, name, request: makeRequest(kind, answers), ...(notes.length > 0 && { notes }) };
}

/** A column of ids is asked for in no other form than the newcomer's. */
function questionOf(kind: ListKind, field: RequestField): FormQuestion {
  const question = requestForms[kind][field] ?? requestForms.issue[field];
  return question ?? { type: 'line', label: '', required: false, limit: 120 };
}
