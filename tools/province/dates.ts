/** Working dates for invented documents, as `YYYY-MM-DD`. */
import type { CalendarDate } from '../../src/model/directory/organization.ts';
import type { Random } from './random.ts';

const dayMilliseconds = 86_400_000;

/** Days of the sample's years on which no office signs anything. */
const daysOff: ReadonlySet<CalendarDate> = new Set([
  '2025-01-01',
  '2025-01-27',
  '2025-01-28',
  '2025-01-29',
  '2025-01-30',
  '2025-01-31',
  '2025-04-07',
  '2025-04-30',
  '2025-05-01',
  '2025-05-02',
  '2025-09-01',
  '2025-09-02',
  '2026-01-01',
  '2026-01-02',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-04-27',
  '2026-04-30',
  '2026-05-01',
  '2026-08-31',
  '2026-09-01',
  '2026-09-02',
]);

/** The date `days` after another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** The first working date on or after a date. */
export function workingDate(date: CalendarDate): CalendarDate {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday === 0 || weekday === 6 || daysOff.has(date) ? workingDate(addDays(date, 1)) : date;
}

/** A working date from `first` on, at most a few days after `last`. */
export function workingDateBetween(random: Random, first: CalendarDate, last: CalendarDate): CalendarDate {
  const days = (Date.parse(last) - Date.parse(first)) / dayMilliseconds;
  return workingDate(addDays(first, random.between(0, days)));
}
