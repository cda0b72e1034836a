/** The shipped calendars hold the official days, and every claim about a weekday is true. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkSchema } from '../../../src/desired/read/schema.ts';
import { officialDays } from './expected-days.ts';
import { readSample } from './read-sample.ts';

interface Calendar {
  readonly year: number;
  readonly source: string;
  readonly weekdaysOff: readonly string[];
  readonly weekendDaysWorked: readonly string[];
}

const files = readSample().filter(({ path }) => path.startsWith('calendar/'));
const weekdayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

test('covers 2021 to 2026, one file a year', () => {
  const years = [2021, 2022, 2023, 2024, 2025, 2026];
  expect(files.map(({ path }) => path)).toEqual(years.map((year) => `calendar/${year}.yaml`));
});

describe.each(files)('$path', ({ path, text }) => {
  const calendar = parse(text) as Calendar;

  test('is valid, in order, and says where it comes from', () => {
    expect(checkSchema('calendar', path, calendar)).toEqual([]);
    expect(path).toBe(`calendar/${calendar.year}.yaml`);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/calendar.schema.json');
    expect([...calendar.weekdaysOff].sort()).toEqual(calendar.weekdaysOff);
  });

  test('has exactly the official days', () => {
    const { off, worked } = officialDays[calendar.year]!;
    const dates = (days: string) =>
      days === '' ? [] : days.split(' ').map((day) => `${calendar.year}-${day}`);
    expect(calendar.weekdaysOff).toEqual(dates(off));
    expect(calendar.weekendDaysWorked).toEqual(dates(worked));
  });

  test('takes off weekdays only and works on weekends only', () => {
    expect(calendar.weekdaysOff.filter(isWeekend)).toEqual([]);
    expect(calendar.weekendDaysWorked.filter((date) => !isWeekend(date))).toEqual([]);
  });

  test('has comments that tell the weekday as it was', () => {
    const commented = [...text.matchAll(/- (\d{4}-\d{2}-\d{2}) # ([^,\n]+), /g)];
    expect(commented).toHaveLength(calendar.weekdaysOff.length + calendar.weekendDaysWorked.length);
    for (const [, date, said] of commented) expect(said, date).toBe(weekdayNames[weekdayOf(date!)]);
    // "(Chủ nhật 26/4)", "làm bù thứ Bảy 04/5": the day another day stands for.
    for (const [, said, day, month] of text.matchAll(/(Chủ nhật|thứ \p{L}+) (\d{2}|\d)\/(\d{1,2})/gu)) {
      const date = `${calendar.year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
      expect(said, date).toBe(weekdayNames[weekdayOf(date)]);
    }
  });
});
