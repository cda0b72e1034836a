/** What somebody has signed in decisions.csv: found again by what it is about, in the words people write there. */
import type { CalendarDate, Decision } from '../model/directory/organization.ts';
import type { Answer, Answered, AnswerRefusal, DecisionKind } from '../model/import/decision.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { toAscii } from '../naming/text/alphabet.ts';
import { foldText } from './text.ts';

export type AnswerWord = 'accept' | 'keep' | 'rename' | 'skip' | 'both' | 'active' | 'expire';

/** Beside the words of the columns, what a Vietnamese clerk writes; without marks and capitals. */
const words: Readonly<Record<string, AnswerWord>> = {
  accept: 'accept',
  ok: 'accept',
  yes: 'accept',
  nhan: 'accept',
  'dong y': 'accept',
  dung: 'accept',
  keep: 'keep',
  giu: 'keep',
  'giu nguyen': 'keep',
  rename: 'rename',
  doi: 'rename',
  skip: 'skip',
  'bo qua': 'skip',
  both: 'both',
  'ca hai': 'both',
  active: 'active',
  'hoat dong': 'active',
  expire: 'expire',
  'het han': 'expire',
};

export const readWord = (answer: string): AnswerWord | undefined =>
  words[toAscii(foldText(answer).toLowerCase())];

export interface AnswerBook {
  /** An empty answer where there is none. `there` where one subject has several rows. */
  readonly find: (decision: DecisionKind, subject: string, there?: string) => Answered;
}

const none: Answered = { answer: '', document: '', date: '' };

export function makeAnswerBook(answers: readonly Answer[]): AnswerBook {
  const bySubject = new Map<string, Answered>();
  for (const { decision, subject, there, answer, document, date } of answers) {
    const said = { answer: foldText(answer), document: foldText(document), date: readDate(date) };
    const key = `${decision}\n${subject}`;
    bySubject.set(`${key}\n${there}`, said);
    if (!bySubject.has(key)) bySubject.set(key, said);
  }
  return {
    find: (decision, subject, there) =>
      bySubject.get(`${decision}\n${subject}${there === undefined ? '' : `\n${there}`}`) ?? none,
  };
}

/** A spreadsheet turns 2026-05-04 into 04/05/2026, as days are written in Vietnam. */
function readDate(text: string): string {
  const folded = foldText(text);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(folded) ?? [];
  return year === '' ? folded : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The decision of a row, or what is missing in it; one of a day to come decides nothing yet. */
export function readSigned(
  { document, date }: Answered,
  today: CalendarDate,
): { readonly decision: Decision } | { readonly refusal: AnswerRefusal } {
  if (document === '' || document.length > 120) return { refusal: 'document' };
  return isCalendarDate(date) && date <= today ? { decision: { document, date } } : { refusal: 'date' };
}
