/** Reads one answer of a form as its question is meant: its value in the one form, or why it is not valid. */
import type { CalendarDate } from '../model/directory/organization.ts';
import type { RequestField, RequestProblem } from '../model/github/request.ts';
import type { RowNote } from '../model/github/request-answer.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { tickedBoxes } from './body.ts';
import type { FormQuestion } from './questions.ts';
import { readTelephone } from './telephone.ts';
import { bare } from './text.ts';

export type Answers = Readonly<Partial<Record<RequestField, string>>>;

/** Where it stands: a form offers boxes and choices, in a list they are typed. */
type Place = 'form' | 'list';

/** Undefined for a box that may stay empty, and does. */
export function readAnswer(
  field: RequestField,
  question: FormQuestion,
  raw: string,
  today: CalendarDate,
  place: Place = 'form',
): string | RequestProblem | undefined {
  if (question.type === 'table') return raw;
  if (question.type === 'box' && place === 'form') {
    if (tickedBoxes(raw).includes(question.text)) return 'true';
    return question.required ? { code: 'not-confirmed', args: { field } } : undefined;
  }
  if (raw.includes('\n')) return { code: 'field-several-lines', args: { field } };
  const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(raw)?.[0];
  if (invisible !== undefined) {
    return { code: 'field-character', args: { field, codePoint: codePointOf(invisible) } };
  }
  const value = tidy(raw);
  switch (question.type) {
    case 'box':
      return yes.has(bare(value)) ? 'true' : { code: 'field-choice', args: { field, value: shortly(value) } };
    case 'choice': {
      const chosen =
        place === 'form' ? ownChoice(question.choices, value) : typedChoice(question.choices, value);
      return chosen ?? { code: 'field-choice', args: { field, value: shortly(value) } };
    }
    case 'date': {
      const day = readDay(value);
      if (day === undefined) return { code: 'date-invalid', args: { field, value: shortly(value) } };
      const early = day > today && question.future === undefined;
      return early ? { code: 'date-in-future', args: { field, date: day } } : day;
    }
    case 'telephone': {
      if (value.length > question.limit)
        return { code: 'field-too-long', args: { field, limit: question.limit } };
      const number = readTelephone(value);
      if (number === undefined) return { code: 'field-telephone', args: { field } };
      return telephoneForm.test(number) ? number : { code: 'field-form', args: { field } };
    }
    case 'line': {
      const { limit, form } = question;
      if (value.length > limit) return { code: 'field-too-long', args: { field, limit } };
      const sound = value !== '' && (form?.test(value) ?? true);
      return sound ? value : { code: 'field-form', args: { field } };
    }
  }
}

/** As the schema has it. */
const telephoneForm = /^[0-9+(][0-9 +().,/-]{2,31}$/;

const tidy = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();

/** What is understood otherwise than it was written is said. */
export const notesOn = (field: RequestField, raw: string, read: string): readonly RowNote[] =>
  field === 'phone' && read !== tidy(raw) ? ['telephone-zero'] : [];

const yes = new Set(['x', 'v', '✓', '✔', 'co', 'dung', 'yes']);

type Choices = Readonly<Record<string, string>>;

const ownChoice = (choices: Choices, value: string): string | undefined =>
  Object.hasOwn(choices, value) ? choices[value] : undefined;

/** Marks and capitals aside; of "Luân chuyển, điều động" one half will do where no other choice has it. */
function typedChoice(choices: Choices, value: string): string | undefined {
  const isSaid = (label: string) => [label, ...label.split(',')].some((part) => bare(part) === bare(value));
  const [found, ...others] = Object.keys(choices).filter(isSaid);
  return found !== undefined && others.length === 0 ? choices[found] : undefined;
}

/** `2026-05-04`, or as it is written by hand: `4/5/2026`, `04-05-2026`, `04.05.2026`. */
function readDay(value: string): CalendarDate | undefined {
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value) ?? [];
  const date = year === '' ? value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Enough of an answer to know it again. */
function shortly(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79).toWellFormed()}…` : value;
}
