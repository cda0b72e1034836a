/** 8.2: a decision on leaving is notified within fifteen days; what comes later is told, and holds nothing. */

import { formerKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { addDays } from '../model/time/date.ts';
import { isWorkingDay } from '../model/time/working-day.ts';
import { problemAt, type Rule, type RuleContext } from './rule.ts';

export const lateNotifications: Rule = function* (context) {
  for (const account of context.declared) {
    const { person } = account;
    if (person?.termination === undefined) continue;
    const { decided } = person.termination;
    const due = lastDayToNotify(decided, context);
    if (due === undefined || context.today <= due) continue;
    const found = findLateness(account, due, context);
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
  due: CalendarDate,
  context: RuleContext,
): { readonly live: boolean; readonly ended?: CalendarDate } | undefined {
  const { accounts, today, directory } = context;
  if (accounts.size === 0) {
    // Without a server nobody sees when it was notified: only a term that has just run out is worth a question.
    const { notifyDays } = directory.policy.deadlines;
    return today <= addDays(due, notifyDays) ? { live: false } : undefined;
  }
  const left = mailboxLeft(account, context);
  if (left === undefined) return undefined;
  if (left.state !== 'terminated') return { live: true };
  return left.since !== undefined && left.since > due ? { live: false, ended: left.since } : undefined;
}

/** The mailbox in the organization that is left: after a transfer it has given the person's key away. */
function mailboxLeft({ key, person, organization }: Declared, { accounts }: RuleContext) {
  for (let number = 0; ; number++) {
    const account = accounts.get(number === 0 ? key : formerKey(person?.id ?? '', number));
    if (account?.organization === organization.id) return account;
    if (account === undefined && number > 0) return undefined;
  }
}
