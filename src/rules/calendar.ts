/** From October on terms end in the next year: its calendar must be there, or what waits for them is held. */
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { Problem } from '../model/problems/problem.ts';

/** From this day of the year before. */
const sinceDay = '10-01';

/** A warning for each year the directory's calendars lack. `check` alone tells it: plans hold instead. */
export function missingCalendars(
  { calendar, policyFile }: Directory,
  today: CalendarDate,
): readonly Problem[] {
  if (calendar.size === 0) return [];
  const year = Number(today.slice(0, 4));
  const years = today.slice('YYYY-'.length) < sinceDay ? [year] : [year, year + 1];
  return years
    .filter((one) => !calendar.has(one))
    .map((one): Problem => {
      const name = `calendar/${one}.yaml`;
      const at = { file: policyFile.replace(/policy\.yaml$/, name), path: [] };
      return { code: 'calendar-missing', args: { year: one, file: name }, severity: 'warning', at };
    });
}
