/** Tells whether an account's time has come to be deleted, and what is missing where it has not (8.1, 8.2). */
import type { Account } from '../model/account.ts';
import { isCalendarDate } from '../model/date.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { HeldArgs } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { type Calendar, deadlineOf } from './calendar.ts';

type Waiting = {
  [C in 'notice-missing' | 'deletion-not-due' | 'calendar-missing']: {
    readonly code: C;
    readonly args: HeldArgs[C];
  };
}['notice-missing' | 'deletion-not-due' | 'calendar-missing'];

export type Deletability =
  | { readonly due: CalendarDate; readonly why: 'term-elapsed' | 'retention-elapsed' }
  | Waiting;

/**
 * 8.1 gives a suspended mailbox twelve months from the date of the notice that was issued; how long a terminated one
 * is kept is the province's policy. Undefined for an account that is neither. A term has elapsed when its last day
 * is over.
 */
export function deletabilityOf(
  account: Account,
  { deleteAfterNoticeMonths, keepTerminatedMonths }: Policy['lifecycle'],
  calendar: Calendar,
  today: CalendarDate,
): Deletability | undefined {
  const { state, notice, since } = account;
  if (state === 'suspended') {
    const from = notice === undefined ? undefined : dateOfBasis(notice);
    const months = deleteAfterNoticeMonths;
    if (from !== undefined) return elapsed(from, months, 'notice', calendar, today);
    const earliest = deadlineOf(today, { unit: 'months', count: months }, calendar);
    if ('missingYear' in earliest) {
      // What is missing first is the notice; the calendar of next year may be signed off long before.
      return { code: 'notice-missing', args: { since: since ?? '', earliest: earliest.unadjusted } };
    }
    return { code: 'notice-missing', args: { since: since ?? '', earliest: earliest.due } };
  }
  if (state === 'terminated' && since !== undefined && isCalendarDate(since)) {
    return elapsed(since, keepTerminatedMonths, 'retention', calendar, today);
  }
  return undefined;
}

/** What the terms of an account are counted by. */
interface Terms {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CalendarDate;
}

/** True for what would be made only to be deleted. */
export function isOver(account: Account, terms: Terms): boolean {
  return account.state === 'terminated' || deletionDueOf(account, terms) !== undefined;
}

/** The day the account's term ended, where its time to be deleted has come. */
export function deletionDueOf(
  account: Account,
  { policy, calendar, today }: Terms,
): CalendarDate | undefined {
  const deletable = deletabilityOf(account, policy.lifecycle, calendar, today);
  return deletable !== undefined && 'due' in deletable ? deletable.due : undefined;
}

function elapsed(
  from: CalendarDate,
  months: number,
  term: 'notice' | 'retention',
  calendar: Calendar,
  today: CalendarDate,
): Deletability {
  const deadline = deadlineOf(from, { unit: 'months', count: months }, calendar);
  if ('missingYear' in deadline) {
    return deadline.unadjusted < today
      ? { code: 'calendar-missing', args: { year: deadline.missingYear } }
      : { code: 'deletion-not-due', args: { from, due: deadline.unadjusted, term } };
  }
  const { due } = deadline;
  if (today <= due) return { code: 'deletion-not-due', args: { from, due, term } };
  return { due, why: term === 'notice' ? 'term-elapsed' : 'retention-elapsed' };
}

/** The date of "document; date"; undefined where there is none. */
export function dateOfBasis(basis: string): CalendarDate | undefined {
  const date = basis.slice(-10);
  return isCalendarDate(date) && basis.at(-12) === ';' ? date : undefined;
}
