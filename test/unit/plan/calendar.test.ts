/** Terms by the official tables 2021–2026: month ends, Tết, days in lieu, swapped Saturdays, leap years. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CalendarYear } from '../../../src/model/directory/directory.ts';
import { addDays, addMonths } from '../../../src/model/time/date.ts';
import { deadlineOf, type Term } from '../../../src/model/time/deadline.ts';
import { isWorkingDay } from '../../../src/model/time/working-day.ts';

const folder = join(import.meta.dirname, '../../../directory/calendar');
const years = readdirSync(folder).map(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as CalendarYear,
);
const calendar = new Map(years.map((year) => [year.year, year]));

const due = (from: string, term: Term) => {
  const found = deadlineOf(from, term, calendar);
  return 'due' in found ? found.due : `no table for ${found.missingYear}`;
};
const workingDays = (count: number): Term => ({ unit: 'working-days', count });
const days = (count: number): Term => ({ unit: 'days', count });
const months = (count: number): Term => ({ unit: 'months', count });

describe('working days', () => {
  it.each([
    ['the day of the event is not counted', '2026-05-04', 3, '2026-05-07'],
    ['a Friday request ends on Wednesday', '2026-06-05', 3, '2026-06-10'],
    ['a request on a Saturday counts from that day', '2026-06-06', 2, '2026-06-09'],
    ['over Reunification Day and Labour Day 2026', '2026-04-29', 1, '2026-05-04'],
    ['over the day in lieu of 27 April 2026', '2026-04-24', 2, '2026-04-29'],
    ['over Tết 2026', '2026-02-13', 2, '2026-02-24'],
    ['over Tết 2025', '2025-01-24', 3, '2025-02-05'],
    ['over National Day 2026 with the swapped Monday', '2026-08-28', 1, '2026-09-03'],
    ['a swapped Saturday is worked: 22 August 2026', '2026-08-21', 1, '2026-08-22'],
    ['a swapped Saturday is worked: 4 May 2024', '2024-05-03', 1, '2024-05-04'],
    ['over the new day of 24 November 2026', '2026-11-23', 2, '2026-11-26'],
    ['nothing to count on a working day', '2026-05-04', 0, '2026-05-04'],
  ])('%s', (_what, from, count, expected) => {
    expect(due(from, workingDays(count))).toBe(expected);
  });
});

describe('a year nobody has signed off', () => {
  it.each([
    ['all of it', '2030-03-04', 3, '2030-03-07'],
    ['from a day whose year is known', '2026-12-30', 3, '2027-01-02'],
    ['nothing to count', '2030-03-04', 0, '2030-03-04'],
  ])('is counted without days off, never further: %s', (_what, from, count, unadjusted) => {
    expect(deadlineOf(from, workingDays(count), calendar)).toMatchObject({ unadjusted });
  });
});

describe('calendar days and months', () => {
  it.each([
    ['fifteen days (8.2)', '2026-05-04', days(15), '2026-05-19'],
    ['a last day on a Sunday moves to Monday', '2026-05-02', days(15), '2026-05-18'],
    ['a last day in Tết moves past it', '2026-02-01', days(16), '2026-02-23'],
    ['a last day on a worked Saturday stays', '2026-08-07', days(15), '2026-08-22'],
    ['the corresponding day', '2025-11-05', months(6), '2026-05-05'],
    ['the last day of a shorter month', '2025-08-31', months(6), '2026-03-02'],
    ['the last day of February in a leap year', '2023-08-31', months(6), '2024-02-29'],
    ['twelve months from a leap day', '2024-02-29', months(12), '2025-02-28'],
    ['a corresponding day off moves on', '2025-11-30', months(5), '2026-05-04'],
    ['a year on', '2025-05-05', months(12), '2026-05-05'],
  ])('%s', (_what, from, term, expected) => {
    expect(due(from, term)).toBe(expected);
  });
});

describe('a year without a signed-off table', () => {
  it.each([
    ['at the end of the term', '2026-12-30', days(5), 'no table for 2027'],
    ['reached by moving on', '2026-12-31', workingDays(1), 'no table for 2027'],
    ['before the tables begin', '2020-12-01', workingDays(1), 'no table for 2020'],
    ['far away', '2026-01-01', months(24), 'no table for 2028'],
  ])('is refused %s', (_what, from, term, expected) => {
    expect(due(from, term)).toBe(expected);
  });

  it('is no matter where the term never touches it', () => {
    expect(due('2020-12-31', months(1))).toBe('2021-02-01');
  });
});

describe('every deadline', () => {
  const date = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2021-06-01', offset));
  const term = fc.record({
    unit: fc.constantFrom('working-days', 'days', 'months' as const),
    count: fc.nat(11),
  }) as fc.Arbitrary<Term>;

  it('is a working day, not before its event, and later for a longer term', () => {
    fc.assert(
      fc.property(date, term, (from, of) => {
        const end = due(from, of);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(end >= from).toBe(true);
        expect(due(from, { ...of, count: of.count + 1 }) >= end).toBe(true);
      }),
    );
  });

  it('of n working days has exactly n working days after its event', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const end = due(from, workingDays(count));
        let counted = 0;
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) {
          if (isWorkingDay(day, calendar)) counted++;
        }
        expect(counted).toBe(count);
      }),
    );
  });

  it('of months ends in the right month, however long the months are', () => {
    fc.assert(
      fc.property(date, fc.nat(30), (from, count) => {
        const [year = 0, month = 0] = from.split('-').map(Number);
        const end = addMonths(from, count);
        expect(Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7))).toBe(year * 12 + month + count);
        expect(end.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });
});
