/** Makes a request of the answers that are valid by themselves, and tells what is wrong with them together. */
import { earliestLastDay } from '../model/directory/ending.ts';
import type { CalendarDate, Suspension, Termination } from '../model/directory/organization.ts';
import type {
  NoticeRequest,
  Request,
  RequestedAccount,
  RequestedPerson,
  RequestField,
  RequestKind,
  RequestProblem,
} from '../model/github/request.ts';
import { isCalendarDate } from '../model/time/date.ts';
import type { Answers } from './answer.ts';

/** What is wrong only because of another answer. */
export function* judgeTogether(
  kind: RequestKind,
  answers: Answers,
  today: CalendarDate,
): Iterable<RequestProblem> {
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
  const { effective, reason } = answers;
  if (effective !== undefined && reason === 'death' && effective > today) {
    yield { code: 'date-in-future', args: { field: 'effective', date: effective } };
  }
  const earliest = date === undefined ? undefined : earliestLastDay(date);
  if (effective !== undefined && earliest !== undefined && effective < earliest) {
    yield { code: 'date-order', args: { field: 'effective', date: effective, earliest } };
  }
  yield* judgeAddress(kind, answers);
  const { name, title, unit, phone, address } = answers;
  if (kind === 'change' && !(name ?? title ?? unit ?? phone ?? address))
    yield { code: 'nothing-asked', args: {} };
}

/** 5.2.b: a newcomer's address that is decided goes with the decision; in a change the document of the form is it. */
function* judgeAddress(kind: RequestKind, answers: Answers): Iterable<RequestProblem> {
  if (kind !== 'issue') return;
  const fields = ['address', 'address-document', 'address-date'] as const;
  const other = fields.find((field) => answers[field] !== undefined);
  if (other === undefined) return;
  for (const field of fields) {
    if (answers[field] === undefined) yield { code: 'field-together', args: { field, other } };
  }
}

/** Every required answer is there: whatever lacks was told before. */
export function makeRequest(kind: RequestKind, answers: Answers): Request {
  const { organization = '', document = '', date = '' } = answers;
  const base = { organization, basis: { document, date } };
  const person = personOf(answers);
  const account: RequestedAccount = answers.mailbox === 'organization' ? 'mailbox' : person;
  switch (kind) {
    case 'issue': {
      const id = answers['person-id']?.toUpperCase();
      const fields = { name: answers.name ?? '', ...pick(answers, ['title', 'unit', 'phone']) };
      const { address, 'address-document': decision = '', 'address-date': decided = '' } = answers;
      const given = address !== undefined && {
        address: address.toLowerCase(),
        addressDecision: { document: decision, date: decided },
      };
      return {
        kind,
        ...base,
        person: { ...fields, ...given, ...(id !== undefined && { id }) },
        ...(answers.namesake !== undefined && { namesake: true }),
      };
    }
    case 'change': {
      const fields = pick(answers, ['name', 'title', 'unit', 'phone', 'address']);
      const address = fields.address?.toLowerCase();
      return { kind, ...base, account: person, fields: { ...fields, ...(address && { address }) } };
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
      const { destination: to, successor, effective } = answers;
      const days = { decided: date, ...(effective !== undefined && { effective }) };
      const termination = { reason, document, ...days, ...(to !== undefined && { to }) };
      return { kind, ...base, account: person, termination, ...(successor !== undefined && { successor }) };
    }
    case 'restore':
    case 'reset':
      return { kind, ...base, account };
    case 'custodian':
      return { kind, ...base, custodian: answers.custodian ?? '' };
    case 'notice':
      return { kind, ...base, ...noticeIn(answers['notice-id'] ?? '') };
  }
}

/** An id, or the name of the document that ends with it: `2026-11-23-suspension-sotttt-1f2e3d4c.docx`. */
function noticeIn(written: string): Pick<NoticeRequest, 'id' | 'drafted'> {
  const [, drafted = '', id = written] =
    /^(?:(\d{4}-\d\d-\d\d)-.*-|.*-)?([0-9a-f]+)(?:\.\w+)?$/i.exec(written) ?? [];
  return { id: id.toLowerCase(), ...(isCalendarDate(drafted) && { drafted }) };
}

/** In a list an id and a name may stand side by side: the id says who it is, the name whether that is right. */
function personOf({ person = '', 'person-id': id }: Answers): RequestedPerson {
  if (id === undefined) return { person };
  return { person: id, ...(person !== '' && { called: person }) };
}

function pick<F extends RequestField>(
  answers: Answers,
  fields: readonly F[],
): { readonly [K in F]?: string } {
  const given = fields.filter((field) => answers[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, answers[field]])) as { [K in F]?: string };
}
