/** Periods that figures are told for: a year, a quarter, a month, and never beyond today. */
import { expect, it } from 'vitest';
import { isWithin, parsePeriod, quarterOf } from '../../../src/model/time/period.ts';

const today = '2026-11-23';

it.each([
  ['2026', '2026-01-01', today],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', today],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12-01', today],
])('%s is from %s to %s', (text, from, to) => {
  expect(parsePeriod(text, today)).toEqual({ name: text.toUpperCase(), from, to });
});

it.each([
  '',
  '26',
  '2026-Q5',
  '2026-13',
  '2026-00',
  '2026-9',
  'Q3',
  '2026-Q3 ',
  '2026-09-01',
  '9999',
  '2026-Q',
])('"%s" is none', (text) => {
  expect(parsePeriod(text, today)).toBeUndefined();
});

it.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-11-23', '2026-Q4'],
])('%s is in %s, and within it', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
  const period = parsePeriod(quarter, day);
  expect(period && isWithin(day, period)).toBe(true);
});

it('has both its ends, and no day beside them', () => {
  const period = { name: '2026-Q3', from: '2026-07-01', to: '2026-09-30' };
  const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01', undefined];
  expect(days.map((day) => isWithin(day, period))).toEqual([false, true, true, false, false]);
});
