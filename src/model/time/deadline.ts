/** Counts terms as the Civil Code 2015 does (arts. 147–148), by the signed-off calendar; never guesses a year. */

import type { CalendarYear } from '../directory/directory.ts';
import type { CalendarDate } from '../directory/organization.ts';
import { addDays, addMonths } from './date.ts';
import { isWorkingDay } from './working-day.ts';

/** A term: working days, calendar days, or months. */
export interface Term {
  readonly unit: 'working-days' | 'days' | 'months';
  readonly count: number;
}

export type Deadline =
  | {
      readonly due: CalendarDate;
      /** The days off that were passed over, in order. */
      readonly skipped: readonly CalendarDate[];
    }
  /** The year whose table of days off nobody has signed off, and the day before any moving for days off. */
  | { readonly missingYear: number; readonly unadjusted: CalendarDate };

export type Calendar = ReadonlyMap<number, CalendarYear>;

/**
 * The last day of a term that begins with an event: the day of the event is not counted (art. 147), months end on
 * the corresponding day or the month's last, and a last day off moves to the next working day (art. 148).
 */
export function deadlineOf(from: CalendarDate, term: Term, calendar: Calendar): Deadline {
  const skipped: CalendarDate[] = [];
  let day = from;
  let left = term.count;
  if (term.unit !== 'working-days') {
    day = term.unit === 'days' ? addDays(from, term.count) : addMonths(from, term.count);
    left = 0;
  }
  for (;;) {
    if (left > 0) day = addDays(day, 1);
    const working = isWorkingDay(day, calendar);
    if (working === undefined) {
      const unadjusted = addDays(day, Math.max(0, left - 1));
      return { missingYear: Number(day.slice(0, 4)), unadjusted };
    }
    if (!working) {
      skipped.push(day);
      if (left === 0) day = addDays(day, 1);
      continue;
    }
    if (left <= 1) return { due: day, skipped };
    left--;
  }
}
