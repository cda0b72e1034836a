/** What the law fixes by date is off in every published year, and a draft with it is a calendar nobody may use yet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { checkSchema } from '../../../src/desired/read/schema.ts';
import { statutoryDaysOff } from '../../../src/model/time/statutory-days.ts';
import { renderCalendarDraft } from '../../../src/render/calendar-draft.ts';
import { policyText } from '../../support/world.ts';
import { officialDays } from './expected-days.ts';

test.each(Object.entries(officialDays))('%s: each day was off', (year, { off }) => {
  const official = off.split(' ').map((day) => `${year}-${day}`);
  const days = statutoryDaysOff(Number(year)).map(({ date }) => date);
  expect(days.filter((date) => !official.includes(date))).toEqual([]);
});

test.each([
  [2022, '2022-01-03 2022-05-02 2022-05-03 2022-09-02'],
  [2023, '2023-01-02 2023-05-01 2023-05-02 2023-09-04'],
  [2026, '2026-01-01 2026-04-30 2026-05-01 2026-09-02 2026-11-24'],
  [2027, '2027-01-01 2027-04-30 2027-05-03 2027-09-02 2027-11-24'],
  [2028, '2028-01-03 2028-05-01 2028-05-02 2028-09-04 2028-11-24'],
])('%i: a holiday on a weekend gives the next working day', (year, days) => {
  expect(
    statutoryDaysOff(year)
      .map(({ date }) => date)
      .join(' '),
  ).toBe(days);
});

const parseCalendar = (year: number, text: string) =>
  parseDirectory(
    [
      { file: 'policy.yaml', path: 'policy.yaml', text: policyText },
      { file: `calendar/${year}.yaml`, path: `calendar/${year}.yaml`, text },
    ],
    'policy.yaml',
  );

test('every draft is well formed, has weekdays only, and is refused until its source is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2199 }), (year) => {
      const text = renderCalendarDraft(year);
      const value = parse(text) as { readonly weekdaysOff: readonly string[] };
      expect(checkSchema('calendar', `calendar/${year}.yaml`, value)).toEqual([]);
      expect([...new Set(value.weekdaysOff)].sort()).toEqual(value.weekdaysOff);
      for (const date of value.weekdaysOff) expect([0, 6]).not.toContain(new Date(date).getUTCDay());
      const draft = parseCalendar(year, text);
      expect(draft.problems.map(({ code }) => code)).toEqual(['calendar-unsigned']);
      expect(draft.directory?.calendar.has(year)).toBe(false);
      const signed = parseCalendar(year, text.replace(/^source: .*$/m, 'source: 9441/TB-BNV'));
      expect(signed.problems).toEqual([]);
      expect(signed.directory?.calendar.has(year)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test.each(['chưa ký', 'Chưa ký, đợi thông báo', '  CHƯA KÝ 9441/TB-BNV', 'CHƯA KÝ'.normalize('NFD')])(
  'not signed however it is written: %s',
  (source) => {
    const text = renderCalendarDraft(2027).replace(/^source: .*$/m, `source: "${source}"`);
    expect(parseCalendar(2027, text).problems.map(({ code }) => code)).toEqual(['calendar-unsigned']);
  },
);
