/** Tells until when an account may go unused: six months since it was issued, accessed or given back (8.1). */
import type { ObservedAccount } from '../model/account.ts';
import { dateOfGeneralizedTime, isCalendarDate } from '../model/date.ts';
import type { Absence, CalendarDate } from '../model/organization.ts';
import type { Policy } from '../model/policy.ts';
import { type Calendar, deadlineOf } from './calendar.ts';

export interface Inactivity {
  /** The latest of issue, last access, the restoration and the day it was carried out. */
  readonly from: CalendarDate;
  /** The last day the account may go unused; at the earliest, where `missingYear` is set. */
  readonly due: CalendarDate;
  /** The year without a signed-off calendar in which the term ends. */
  readonly missingYear?: number;
}

/** True where the last day is over for certain. */
export const hasElapsed = ({ due, missingYear }: Inactivity, today: CalendarDate): boolean =>
  missingYear === undefined && due < today;

/**
 * The term of an active account; undefined where it cannot be told: no day to count from, or a last access that is
 * no time. Nobody is suspended on a guess.
 */
export function inactivityOf(
  account: ObservedAccount,
  absence: Absence | undefined,
  { suspendAfterMonths }: Policy['lifecycle'],
  calendar: Calendar,
): Inactivity | undefined {
  const access = account.lastAccess === undefined ? undefined : dateOfGeneralizedTime(account.lastAccess);
  if (account.lastAccess !== undefined && access === undefined) return undefined;
  let from: CalendarDate | undefined;
  for (const day of [account.issued, access, account.restored, account.since]) {
    if (day === undefined) continue;
    if (!isCalendarDate(day)) return undefined;
    if (from === undefined || day > from) from = day;
  }
  if (from === undefined) return undefined;
  const deadline = deadlineOf(from, { unit: 'months', count: suspendAfterMonths }, calendar);
  const due = 'due' in deadline ? deadline.due : deadline.unadjusted;
  return {
    from,
    // A reason was notified: within it nobody is suspended, whatever the term says.
    due: absence !== undefined && absence.until > due ? absence.until : due,
    ...('missingYear' in deadline && { missingYear: deadline.missingYear }),
  };
}
