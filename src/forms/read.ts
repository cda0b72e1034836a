/** Reads a filled form as a request, or tells everything that is wrong with it at once. */

import type { CalendarDate, Suspension, Termination } from '../model/directory/organization.ts';
import type {
  Request,
  RequestedAccount,
  RequestField,
  RequestKind,
  RequestProblem,
} from '../model/github/request.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { type FormBody, formLimit, tickedBoxes } from './body.ts';
import { type FormQuestion, requestForms } from './questions.ts';
import { saysNothing } from './text.ts';

type Answers = Readonly<Partial<Record<RequestField, string>>>;

export type ReadRequest = { readonly request: Request } | { readonly problems: readonly RequestProblem[] };

/** `today` is the day the form is read: a written request of a day to come is a mistyped one. */
export function readRequest(kind: RequestKind, body: FormBody, today: CalendarDate): ReadRequest {
  if (body.length > formLimit) {
    return { problems: [{ code: 'form-too-long', args: { length: body.length, limit: formLimit } }] };
  }
  if (body.hidden) return { problems: [{ code: 'form-hidden-text', args: {} }] };
  const problems: RequestProblem[] = [];
  const answers: Partial<Record<RequestField, string>> = {};
  for (const [field, question] of Object.entries(requestForms[kind]) as [RequestField, FormQuestion][]) {
    const value = answerOf(question, body);
    if (body.repeated.includes(question.label)) problems.push({ code: 'field-repeated', args: { field } });
    else if (value !== undefined) {
      const read = readAnswer(field, question, value, today);
      if (typeof read === 'string') answers[field] = read;
      else problems.push(read);
    } else if (question.required) problems.push({ code: 'field-missing', args: { field } });
  }
  // An answer that is wrong lacks here, and would be told as missing too.
  if (problems.length === 0) problems.push(...judgeTogether(kind, answers));
  return problems.length > 0 ? { problems } : { request: makeRequest(kind, answers) };
}

/** Undefined where nothing was answered, or words that say so. */
function answerOf({ type, label }: FormQuestion, { values }: FormBody): string | undefined {
  const value = values.get(label);
  const isFree = type === 'line' || type === 'date';
  return value !== undefined && isFree && saysNothing(value) ? undefined : value;
}

/** The value in its one form, or why the answer is not valid. */
function readAnswer(
  field: RequestField,
  question: FormQuestion,
  raw: string,
  today: CalendarDate,
): string | RequestProblem {
  if (question.type === 'box') {
    const ticked = tickedBoxes(raw).includes(question.text);
    return ticked ? 'true' : { code: 'not-confirmed', args: { field } };
  }
  if (raw.includes('\n')) return { code: 'field-several-lines', args: { field } };
  const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(raw)?.[0];
  if (invisible !== undefined) {
    return { code: 'field-character', args: { field, codePoint: codePointOf(invisible) } };
  }
  const value = raw
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
  switch (question.type) {
    case 'choice': {
      const { choices } = question;
      return Object.hasOwn(choices, value)
        ? (choices[value] ?? '')
        : { code: 'field-choice', args: { field, value: shortly(value) } };
    }
    case 'date': {
      const day = readDay(value);
      if (day === undefined) return { code: 'date-invalid', args: { field, value: shortly(value) } };
      const early = day > today && question.future === undefined;
      return early ? { code: 'date-in-future', args: { field, date: day } } : day;
    }
    case 'line': {
      const { limit, form } = question;
      if (value.length > limit) return { code: 'field-too-long', args: { field, limit } };
      const sound = value !== '' && (form?.test(value) ?? true);
      return sound ? value : { code: 'field-form', args: { field } };
    }
  }
}

/** `2026-05-04`, or as it is written by hand: `4/5/2026`, `04-05-2026`, `04.05.2026`. */
function readDay(value: string): CalendarDate | undefined {
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value) ?? [];
  const date = year === '' ? value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** What is wrong only because of another answer. */
function* judgeTogether(kind: RequestKind, answers: Answers): Iterable<RequestProblem> {
  if (answers.mailbox === 'person' && answers.person === undefined) {
    yield { code: 'field-missing', args: { field: 'person' } };
  }
  if (answers.mailbox === 'organization' && answers.person !== undefined) {
    yield { code: 'field-unneeded', args: { field: 'person' } };
  }
  const { 'notice-document': notice, 'notice-date': noticed, date } = answers;
  if (notice !== undefined && noticed === undefined && date !== undefined) {
    yield { code: 'field-together', args: { field: 'notice-date', other: 'notice-document' } };
  }
  if (notice === undefined && noticed !== undefined) {
    yield { code: 'field-together', args: { field: 'notice-document', other: 'notice-date' } };
  }
  if (noticed !== undefined && date !== undefined && noticed < date) {
    yield { code: 'date-order', args: { field: 'notice-date', date: noticed, earliest: date } };
  }
  if (answers.destination !== undefined && answers.reason !== 'transfer') {
    yield { code: 'destination-unneeded', args: { field: 'destination' } };
  }
  const { name, title, unit, phone, address } = answers;
  if (kind === 'change' && !(name ?? title ?? unit ?? phone ?? address))
    yield { code: 'nothing-asked', args: {} };
}

/** Every required answer is there: whatever lacks was told before. */
function makeRequest(kind: RequestKind, answers: Answers): Request {
  const { organization = '', document = '', date = '', person = '' } = answers;
  const base = { organization, basis: { document, date } };
  const account: RequestedAccount = answers.mailbox === 'organization' ? 'mailbox' : { person };
  switch (kind) {
    case 'issue': {
      const id = answers['person-id']?.toUpperCase();
      const fields = { name: answers.name ?? '', ...pick(answers, ['title', 'unit', 'phone']) };
      return { kind, ...base, person: { ...fields, ...(id !== undefined && { id }) } };
    }
    case 'change': {
      const fields = pick(answers, ['name', 'title', 'unit', 'phone', 'address']);
      const address = fields.address?.toLowerCase();
      return { kind, ...base, account: { person }, fields: { ...fields, ...(address && { address }) } };
    }
    case 'suspend': {
      const { 'notice-document': number, 'notice-date': day } = answers;
      const notice = number !== undefined && day !== undefined && { notice: { document: number, date: day } };
      const clause = answers.clause ?? '';
      const suspension: Suspension = { reason: 'violation', clause, document, date, ...notice };
      return { kind, ...base, account, suspension };
    }
    case 'terminate': {
      const reason = answers.reason as Termination['reason'];
      const { destination: to } = answers;
      const termination = { reason, document, decided: date, ...(to !== undefined && { to }) };
      return { kind, ...base, account: { person }, termination };
    }
    case 'restore':
    case 'reset':
      return { kind, ...base, account };
  }
}

function pick<F extends RequestField>(
  answers: Answers,
  fields: readonly F[],
): { readonly [K in F]?: string } {
  const given = fields.filter((field) => answers[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, answers[field]])) as { [K in F]?: string };
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Enough of an answer to know it again. */
function shortly(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79).toWellFormed()}…` : value;
}
