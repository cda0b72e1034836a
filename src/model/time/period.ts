/** A stretch of the calendar that figures are told for: a year, a quarter or a month, up to today. */
import type { CalendarDate } from '../directory/organization.ts';
import { addDays, addMonths } from './date.ts';

export interface Period {
  /** As it is typed: 2026, 2026-Q3 or 2026-09. */
  readonly name: string;
  readonly from: CalendarDate;
  /** Its last day, or today where that comes first. */
  readonly to: CalendarDate;
}

const form = /^(19\d\d|2[01]\d\d)(?:-(?:[Qq]([1-4])|(0[1-9]|1[0-2])))?$/;

/** Undefined for what is no period. One that has not begun ends before it begins. */
export function parsePeriod(text: string, today: CalendarDate): Period | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year = '', quarter, month] = match;
  const first = quarter === undefined ? (month ?? '01') : String(Number(quarter) * 3 - 2).padStart(2, '0');
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  const from = `${year}-${first}-01`;
  const end = addDays(addMonths(from, months), -1);
  return { name: text.toUpperCase(), from, to: end < today ? end : today };
}

/** The quarter that the day is in. */
export const quarterOf = (day: CalendarDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** That quarter, up to the day. */
export function currentQuarter(today: CalendarDate): Period {
  const name = quarterOf(today);
  return parsePeriod(name, today) ?? { name, from: today, to: today };
}

export const isWithin = (day: CalendarDate | undefined, { from, to }: Period): boolean =>
  day !== undefined && from <= day && day <= to;
