/** Reads a filled form as a request, or one for each row of its list; or tells everything that is wrong with it at once. */
import type { CalendarDate } from '../model/directory/organization.ts';
import type { Request, RequestField, RequestKind, RequestProblem } from '../model/github/request.ts';
import type { RowNote } from '../model/github/request-answer.ts';
import { type Answers, notesOn, readAnswer } from './answer.ts';
import { type FormBody, formLimit, parseFormBody } from './body.ts';
import { judgeTogether, makeRequest } from './make-request.ts';
import {
  type FormQuestion,
  isListKind,
  labelsOf,
  requestForms,
  rowFields,
  sharedFields,
} from './questions.ts';
import { type ReadList, readList } from './table/rows.ts';
import { saysNothing } from './text.ts';

export type ReadRequest =
  | { readonly request: Request; readonly notes?: readonly RowNote[] }
  | ReadList
  | { readonly problems: readonly RequestProblem[] };

/** `today` is the day the form is read: a written request of a day to come is a mistyped one. */
export function readRequest(kind: RequestKind, body: FormBody, today: CalendarDate): ReadRequest {
  if (body.length > formLimit) {
    return { problems: [{ code: 'form-too-long', args: { length: body.length, limit: formLimit } }] };
  }
  if (body.hidden) return { problems: [{ code: 'form-hidden-text', args: {} }] };
  const problems: RequestProblem[] = [];
  const notes: RowNote[] = [];
  const answers: Partial<Record<RequestField, string>> = {};
  for (const [field, question] of Object.entries(requestForms[kind]) as [RequestField, FormQuestion][]) {
    const value = answerOf(question, body);
    const required = question.required || (field === leadOf(kind) && !hasList(kind, body));
    if (body.repeated.includes(question.label)) problems.push({ code: 'field-repeated', args: { field } });
    else if (value !== undefined) {
      const read = readAnswer(field, question, value, today);
      if (typeof read === 'string') {
        answers[field] = read;
        notes.push(...notesOn(field, value, read));
      }
      if (typeof read === 'object') problems.push(read);
    } else if (required) problems.push({ code: 'field-missing', args: { field } });
  }
  if (isListKind(kind) && answers.table !== undefined) {
    const field = rowFields[kind].find((one) => !sharedFields.has(one) && answers[one] !== undefined);
    if (field !== undefined) problems.push({ code: 'table-and-field', args: { field } });
    return problems.length > 0 ? { problems } : readList(kind, answers.table, answers, today);
  }
  // An answer that is wrong lacks here, and would be told as missing too.
  if (problems.length === 0) problems.push(...judgeTogether(kind, answers satisfies Answers, today));
  return problems.length > 0
    ? { problems }
    : { request: makeRequest(kind, answers), ...(notes.length > 0 && { notes }) };
}

/** How many people a list names; none where the form has no list, or one nobody can read. */
export function countRows(kind: RequestKind, text: string): number {
  const body = parseFormBody(text, labelsOf(kind));
  const { table } = requestForms[kind];
  const list = table && answerOf(table, body);
  if (list === undefined || !isListKind(kind) || body.length > formLimit) return 0;
  // No row is judged: that was done when it was read.
  const read = readList(kind, list, {}, '0000-01-01');
  return 'rows' in read ? read.rows.length : 0;
}

/** Who it is about: one person by this field, or many by a list. */
const leadOf = (kind: RequestKind): RequestField | undefined =>
  isListKind(kind) ? rowFields[kind][0] : undefined;

const hasList = (kind: RequestKind, body: FormBody): boolean => {
  const { table } = requestForms[kind];
  return table !== undefined && answerOf(table, body) !== undefined;
};

/** Undefined where nothing was answered, or words that say so. */
function answerOf({ type, label }: FormQuestion, { values }: FormBody): string | undefined {
  const value = values.get(label);
  if (value === undefined || type === 'table')
    return value === undefined || saysNothing(value) ? undefined : value;
  const isFree = type === 'line' || type === 'date' || type === 'telephone';
  return isFree && saysNothing(value) ? undefined : value.trim();
}
