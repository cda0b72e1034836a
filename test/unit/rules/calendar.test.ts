/** Which calendars a directory is reminded of, and from when on. */
import { expect, it } from 'vitest';
import type { CalendarYear, Directory } from '../../../src/model/directory/directory.ts';
import { missingCalendars } from '../../../src/rules/calendar.ts';

const told = (years: readonly number[], today: string) => {
  const calendar = new Map(years.map((year): [number, CalendarYear] => [year, { year, weekdaysOff: [] }]));
  const directory = { calendar, policyFile: 'directory/policy.yaml' } as unknown as Directory;
  return missingCalendars(directory, today).map(({ at, severity }) => `${severity} ${at.file}`);
};

it.each([
  ['2026-09-30', [2026], []],
  ['2026-10-01', [2026], [2027]],
  ['2026-12-31', [2026], [2027]],
  ['2027-01-01', [2026], [2027]],
  ['2027-10-01', [2026], [2027, 2028]],
  ['2026-10-01', [2026, 2027], []],
  ['2026-10-01', [], []],
])('on %s, with %j: %j', (today, years, missing) =>
  expect(told(years, today)).toEqual(missing.map((year) => `warning directory/calendar/${year}.yaml`)),
);
