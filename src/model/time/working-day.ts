/** Tells working days by the signed-off tables; a year nobody has signed off is never guessed. */
import type { CalendarDay, CalendarYear } from '../directory/directory.ts';
import type { CalendarDate } from '../directory/organization.ts';
import { isWeekend } from './date.ts';

/** Monday to Friday, but for days off and swapped days; undefined for a year without a table. */
export function isWorkingDay(
  day: CalendarDate,
  calendar: ReadonlyMap<number, CalendarYear>,
): boolean | undefined {
  const year = calendar.get(Number(day.slice(0, 4)));
  if (year === undefined) return undefined;
  if (isWeekend(day)) return has(year.weekendDaysWorked, day);
  return !has(year.weekdaysOff, day);
}

function has(days: readonly CalendarDay[] = [], day: CalendarDate): boolean {
  return days.some((one) => (typeof one === 'string' ? one : one.date) === day);
}
