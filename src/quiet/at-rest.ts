/** What the account of a quiet person is, once its mailbox is issued and nothing else has happened; and when silence is not yet told. */
import type { Account } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { addDays, addMonths } from '../model/time/date.ts';
import { inactivityOf } from '../plan/decide/inactivity.ts';
import { resolveWanted } from '../plan/decide/wanted.ts';

/** The rules that a plan keeps, and the day. */
export type RestTerms = Pick<Directory, 'policy' | 'calendar'> & { readonly today: CalendarDate };

/** Nobody takes an address of a quiet person's, by a grant or from who was before. */
const book = { grantedTo: new Map(), inherited: new Map(), takers: new Map(), succeeded: new Set<never>() };

/** As a plan wants it on the day it is issued: of what comes later, only that day differs from entry to entry. */
export const accountAtRest = (declared: Declared, terms: RestTerms): Account =>
  resolveWanted(declared, undefined, { ...terms, book, loginsSince: undefined }).account;

/** Of how many days the first may be decided otherwise than its neighbours: a day off moves a term, and a year without a calendar does not. */
const windowDays = 120;

/**
 * The first day from which on nobody who was issued his mailbox, or was seen in it, is told of, or suspended, for silence
 * (8.1): not within the days that a plan tells beforehand.
 */
export function freshSince({ policy, calendar, today }: RestTerms): CalendarDate {
  const { suspendAfterMonths, warnDays } = policy.lifecycle;
  const warnUntil = addDays(today, warnDays);
  const isFar = (issued: CalendarDate): boolean => {
    const terms = { policy, calendar, today, loginsSince: issued };
    const term = inactivityOf({ issued }, undefined, terms);
    return term !== undefined && term.due > warnUntil;
  };
  const from = addDays(addMonths(warnUntil, -suspendAfterMonths), -windowDays / 2);
  let first = addDays(from, windowDays);
  for (let day = first; day > from && isFar(day); day = addDays(day, -1)) first = day;
  return first;
}
