/** 8.2: a decision on leaving is notified within fifteen days; what comes later is told, and holds nothing. */

import { formerKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { isLeaving } from '../model/directory/ending.ts';
import type { CalendarDate, Termination } from '../model/directory/organization.ts';
import { remember } from '../model/text/remember.ts';
import { addDays, latestOf } from '../model/time/date.ts';
import { deadlineOf } from '../model/time/deadline.ts';
import { isWorkingDay } from '../model/time/working-day.ts';
import { problemAt, type Rule, type RuleContext } from './rule.ts';

export const lateNotifications: Rule = function* (context) {
  // Many leave, on few days.
  const dueOf = remember((decided) => lastDayToNotify(decided, context));
  for (const account of context.declared) {
    const { person } = account;
    // 8.2 speaks of decisions on leaving: a house in mourning is not asked why it was late.
    if (person?.termination === undefined || person.termination.reason === 'death') continue;
    const { decided } = person.termination;
    const due = dueOf(decided);
    if (due === undefined || context.today <= due) continue;
    const found = findLateness(account, person.termination, due, context);
    if (found === undefined) continue;
    const args = { name: account.name, decided, due, ...found };
    yield problemAt(account, ['termination', 'decided'], 'notification-late', args, 'warning');
  }
};

/** Calendar days, and a last day off moves to the next working day (Civil Code 2015, art. 148). */
function lastDayToNotify(
  decided: CalendarDate,
  { directory: { policy, calendar } }: RuleContext,
): CalendarDate | undefined {
  let day = addDays(decided, policy.deadlines.notifyDays);
  for (;;) {
    const working = isWorkingDay(day, calendar);
    if (working !== false) return working && day;
    day = addDays(day, 1);
  }
}

/** What shows that the term was missed; undefined where nothing does. */
function findLateness(
  account: Declared,
  termination: Termination,
  due: CalendarDate,
  context: RuleContext,
): { readonly live: boolean; readonly ended?: CalendarDate } | undefined {
  const { accounts, today, directory } = context;
  if (accounts.size === 0 || isLeaving(termination, today)) {
    // Without a server, and of who works on, nobody sees when it was notified: only a term that has just run out is
    // worth a question.
    const { notifyDays } = directory.policy.deadlines;
    return today <= addDays(due, notifyDays) ? { live: false } : undefined;
  }
  const left = mailboxLeft(account, context);
  const last = lastDayToEnd(termination, due, context);
  if (left === undefined || last === undefined) return undefined;
  if (left.state !== 'terminated') return today > last ? { live: true } : undefined;
  return left.since !== undefined && left.since > last ? { live: false, ended: left.since } : undefined;
}

/**
 * What ends later than this was notified late. Who works on ends by the operator's working days after the last one;
 * undefined in a year nobody has signed off.
 */
function lastDayToEnd(
  { effective }: Termination,
  due: CalendarDate,
  { directory: { policy, calendar } }: RuleContext,
): CalendarDate | undefined {
  if (effective === undefined) return due;
  const term = { unit: 'working-days', count: policy.deadlines.terminateWorkingDays } as const;
  const ends = deadlineOf(effective, term, calendar);
  return 'due' in ends ? latestOf([due, ends.due]) : undefined;
}

/** The mailbox in the organization that is left: after a transfer it has given the person's key away. */
function mailboxLeft({ key, person, organization }: Declared, { accounts }: RuleContext) {
  for (let number = 0; ; number++) {
    const account = accounts.get(number === 0 ? key : formerKey(person?.id ?? '', number));
    if (account?.organization === organization.id) return account;
    if (account === undefined && number > 0) return undefined;
  }
}
