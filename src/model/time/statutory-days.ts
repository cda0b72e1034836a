/** The days off that the law fixes by their date, with the days in lieu; what the government decides each year is not here. */
import type { CalendarDate } from '../directory/organization.ts';
import { addDays, isWeekend } from './date.ts';

/** Holidays on one date of every year: Labour Code 2019 art. 112.1; the last by Resolution 28/2026/QH16. */
const fixedHolidays = [
  { holiday: 'new-year', day: '01-01', since: 0 },
  { holiday: 'victory', day: '04-30', since: 0 },
  { holiday: 'labour', day: '05-01', since: 0 },
  { holiday: 'national', day: '09-02', since: 0 },
  { holiday: 'culture', day: '11-24', since: 2026 },
] as const;

export type FixedHoliday = (typeof fixedHolidays)[number]['holiday'];

export interface StatutoryDay {
  readonly date: CalendarDate;
  readonly holiday: FixedHoliday;
  /** The holiday itself, where it falls on a weekend and this is the day in lieu. */
  readonly inLieuOf?: CalendarDate;
}

/** In order of their dates; only Mondays to Fridays. A holiday on a weekend gives the next working day (art. 111.3). */
export function statutoryDaysOff(year: number): readonly StatutoryDay[] {
  const holidays = fixedHolidays
    .filter(({ since }) => year >= since)
    .map(({ holiday, day }) => ({ holiday, date: `${year}-${day}` }));
  const taken = new Set(holidays.map(({ date }) => date));
  return holidays
    .map(({ holiday, date }): StatutoryDay => {
      if (!isWeekend(date)) return { date, holiday };
      let next = addDays(date, 1);
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return { date: next, holiday, inLieuOf: date };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
