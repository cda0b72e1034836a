/** Sums up what runs have told week by week. */
import type { CalendarDate } from '../model/directory/organization.ts';
import type { ChangeKind } from '../model/plan/plan.ts';
import {
  type DeedGroup,
  deedGroups,
  type History,
  type PastRun,
  type Week,
  weeksShown,
} from '../model/publish/history.ts';
import { present } from '../model/text/present.ts';
import { addDays, weekdayOf } from '../model/time/date.ts';

/** Undefined: done to no mailbox, or by hand for a while. */
const groupOf = {
  create: 'issued',
  update: 'changed',
  rename: 'changed',
  reset: 'changed',
  restore: 'restored',
  suspend: 'suspended',
  terminate: 'ended',
  transfer: 'ended',
  delete: 'deleted',
  'password-policy': undefined,
  'end-sessions': undefined,
  'deactivate-script': undefined,
  lock: 'suspended',
  lift: 'restored',
  adopt: undefined,
  unadopt: undefined,
} as const satisfies Record<ChangeKind, DeedGroup | undefined>;

const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** `runs` in the order they ran. */
export function makeHistory(runs: readonly PastRun[], today: CalendarDate): History {
  const last = mondayOf(today);
  const earliest = addDays(last, -7 * (weeksShown - 1));
  const byWeek = Map.groupBy(
    runs.filter(({ day }) => day <= today && day >= earliest),
    ({ day }) => mondayOf(day),
  );
  const weeks: Week[] = [];
  let monday = [...byWeek.keys()].sort()[0] ?? last;
  for (; monday <= last; monday = addDays(monday, 7)) weeks.push(weekOf(monday, byWeek.get(monday) ?? []));
  return { weeks };
}

function weekOf(monday: CalendarDate, runs: readonly PastRun[]): Week {
  const made = Object.fromEntries(deedGroups.map((group) => [group, 0])) as Record<DeedGroup, number>;
  for (const run of runs) {
    for (const [kind, count] of run.made) {
      const group = groupOf[kind];
      if (group !== undefined) made[group] += count;
    }
  }
  const accounts = runs.findLast((run) => run.accounts !== undefined)?.accounts;
  return present({
    monday,
    made,
    held: runs.findLast(({ held }) => held !== undefined)?.held,
    accounts: accounts && { active: 0, suspended: 0, terminated: 0, ...accounts },
  });
}
