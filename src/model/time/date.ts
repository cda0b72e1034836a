/** Calendar dates `YYYY-MM-DD` of Asia/Ho_Chi_Minh, and their form in LDAP's generalized time. */
import type { CalendarDate } from '../directory/organization.ts';
import { remember } from '../text/remember.ts';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Asia/Ho_Chi_Minh keeps UTC+7 all year, since 1975. */
const offsetHours = 7;

/** True for the text of a day that exists, between 1900 and 2199. */
export const isCalendarDate = remember((text): boolean => {
  const match = form.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
});

/** The day of a date as an entry has it: of another hour than ours its day is taken; undefined where there is none. */
export function dayOf(text: string | undefined): CalendarDate | undefined {
  const day = text?.slice(0, 10) ?? '';
  return isCalendarDate(day) ? day : undefined;
}

/** The later of some days; undefined where none is given. */
export function latestOf(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  for (const day of days) if (day !== undefined && (latest === undefined || day > latest)) latest = day;
  return latest;
}

/** The day at an instant, in Asia/Ho_Chi_Minh. */
export function dateOfInstant(milliseconds: number): CalendarDate {
  return new Date(milliseconds + offsetHours * 3_600_000).toISOString().slice(0, 10);
}

/** The start of the day in generalized time, UTC: 2026-05-04 is `20260503170000Z`. */
export function generalizedTimeOfDate(date: CalendarDate): string {
  const instant = new Date(Date.parse(`${date}T00:00:00Z`) - offsetHours * 3_600_000);
  return `${instant.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
}

/** An instant in generalized time, UTC, to the second. */
export function generalizedTimeOfInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
}

/** The day of a generalized time `YYYYMMDDHHMMSS[.f]Z` or with an offset; undefined where it is none. */
export const dateOfGeneralizedTime = remember((text): CalendarDate | undefined => {
  const instant = instantOfGeneralizedTime(text);
  return instant === undefined ? undefined : dateOfInstant(instant);
});

/** The instant of a generalized time, in milliseconds; undefined where it is none. */
export function instantOfGeneralizedTime(text: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{2}(?:\d{2})?)$/.exec(
    text,
  );
  if (!match) return undefined;
  const [, year, month, day, hour, minute = '00', second = '00', zone = 'Z'] = match;
  const shift = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3) || '00'}`;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${shift}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** From 0, a Sunday, to 6. */
export const weekdayOf = (date: CalendarDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

export const isWeekend = (date: CalendarDate): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

/** The day so many days later, or earlier for a negative number. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The corresponding day so many months later, or that month's last where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
