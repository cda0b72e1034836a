/** Tells in every plan whom an operator has locked upon a call, for how long, and where a document is overdue (17.2). */
import type { Account } from '../../model/account/account.ts';
import { operatorLockWorkingDays, parseOperatorLock } from '../../model/account/operator-lock.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Held, HeldArgs } from '../../model/plan/plan.ts';
import { daysBetween } from '../../model/time/date.ts';
import { type Calendar, deadlineOf } from '../../model/time/deadline.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';

/** Those too whose entry cannot be told for sure: a lock that stands is told whoever's it is. */
export function tellOperatorLocks({
  accounts,
  calendar,
  today,
}: Pick<Facts, 'accounts' | 'calendar' | 'today'>): readonly Held[] {
  return accounts.flatMap((account) => {
    const args = operatorLockFacts(account, calendar, today);
    return args === undefined ? [] : [hold(account, { code: 'operator-lock', args })];
  });
}

/**
 * Undefined where there is none. A value that nobody can read, and a day to come, tell nothing of how long it has
 * stood: that is for somebody to look at now. So is a term that ends in a year without a calendar: telling harms nobody.
 */
export function operatorLockFacts(
  { operatorLock, locked }: Pick<Account, 'operatorLock' | 'locked'>,
  calendar: Calendar,
  today: CalendarDate,
): HeldArgs['operator-lock'] | undefined {
  if (operatorLock === undefined) return undefined;
  const open = locked === true ? {} : ({ open: true } as const);
  const since = parseOperatorLock(operatorLock)?.since;
  if (since === undefined || since > today) return { overdue: true, ...open };
  const term = deadlineOf(since, { unit: 'working-days', count: operatorLockWorkingDays }, calendar);
  const due = 'due' in term ? term.due : term.unadjusted;
  return { since, days: daysBetween(since, today), due, overdue: due < today, ...open };
}
