/** Tells until when an account may go unused: six months since it was issued, accessed or given back (8.1). */
import type { ObservedAccount } from '../../model/account/account.ts';
import type { Absence, CalendarDate } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { remember } from '../../model/text/remember.ts';
import { dateOfGeneralizedTime, dayOf, latestOf } from '../../model/time/date.ts';
import { type Calendar, type Deadline, deadlineOf } from '../../model/time/deadline.ts';

export interface Inactivity {
  /** The latest of issue, last access, the restoration, the day it was carried out, and since when logins are seen. */
  readonly from: CalendarDate;
  /** The last day the account may go unused; at the earliest, where `missingYear` is set. */
  readonly due: CalendarDate;
  /** The year without a signed-off calendar in which the term ends. */
  readonly missingYear?: number;
}

/** By the calendar and how many months: many accounts share few days. */
const known = new WeakMap<Calendar, Map<number, (from: CalendarDate) => Deadline>>();

function endOfMonths(from: CalendarDate, count: number, calendar: Calendar): Deadline {
  const ofCalendar = known.get(calendar) ?? new Map<number, (from: CalendarDate) => Deadline>();
  const ends =
    ofCalendar.get(count) ?? remember((day) => deadlineOf(day, { unit: 'months', count }, calendar));
  known.set(calendar, ofCalendar.set(count, ends));
  return ends(from);
}

/** What the term is counted by. */
export interface InactivityTerms {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CalendarDate;
  /** The day since which every server that people log in to has been seen to record it. */
  readonly loginsSince: CalendarDate | undefined;
}

/** True where the last day is over for certain. */
export const hasElapsed = ({ due, missingYear }: Inactivity, today: CalendarDate): boolean =>
  missingYear === undefined && due < today;

/**
 * The term of an active account; undefined where a last access is no time: nobody is suspended on a guess. What nobody
 * has recorded (since when logins are seen, when it was issued) counts from today.
 */
export function inactivityOf(
  account: Pick<ObservedAccount, 'issued' | 'restored' | 'since' | 'lastAccess' | 'replicaAccess'>,
  absence: Absence | undefined,
  { policy, calendar, today, loginsSince = today }: InactivityTerms,
): Inactivity | undefined {
  const accesses = [account.lastAccess, account.replicaAccess].filter((time) => time !== undefined);
  const days = accesses.map((time) => dayOf(dateOfGeneralizedTime(time)));
  if (days.includes(undefined)) return undefined;
  const issued = dayOf(account.issued) ?? today;
  const from =
    latestOf([loginsSince, issued, dayOf(account.restored), dayOf(account.since), ...days]) ?? today;
  const deadline = endOfMonths(from, policy.lifecycle.suspendAfterMonths, calendar);
  const due = 'due' in deadline ? deadline.due : deadline.unadjusted;
  return {
    from,
    // A reason was notified: within it nobody is suspended, whatever the term says.
    due: absence !== undefined && absence.until > due ? absence.until : due,
    ...('missingYear' in deadline && { missingYear: deadline.missingYear }),
  };
}
