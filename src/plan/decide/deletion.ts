/** Tells whether an account's time has come to be deleted, and what is missing where it has not (8.1, 8.2). */

import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { parseBasis } from '../../model/account/basis.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { daysBelieved } from '../../model/plan/long-ago.ts';
import type { HeldArgs } from '../../model/plan/plan.ts';
import type { DeletionTermKind } from '../../model/plan/why.ts';
import { addDays, dateOfGeneralizedTime, dayOf } from '../../model/time/date.ts';
import { type Calendar, deadlineOf } from '../../model/time/deadline.ts';

type WaitingCode = 'notice-missing' | 'notice-early' | 'deletion-not-due' | 'calendar-missing';

type Waiting = { [C in WaitingCode]: { readonly code: C; readonly args: HeldArgs[C] } }[WaitingCode];

export type Deletability =
  | {
      readonly due: CalendarDate;
      readonly why: 'term-elapsed' | 'retention-elapsed';
      readonly term: DeletionTermKind;
    }
  | Waiting;

/** What an account is kept by: what its record says, what danhba wrote on the entry, and what the server saw of it. */
export type Kept = { readonly [F in KeptField]?: ObservedAccount[F] | undefined };

type KeptField =
  | 'state'
  | 'notice'
  | 'noticedOn'
  | 'since'
  | 'issued'
  | 'restored'
  | 'lockedOn'
  | 'lastAccess'
  | 'replicaAccess';

/** What the terms of an account are counted by. */
export interface Terms {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CalendarDate;
}

/**
 * 8.1 gives a suspended mailbox twelve months from the date of the notice that was issued; how long a terminated one
 * is kept is the province's policy. Both run from the day danhba locked it where that is later, and from the last login
 * the server has seen: nobody loses a mailbox that was open until yesterday by a date. Undefined for an account that is
 * neither. A term has elapsed when its last day is over.
 */
export function deletabilityOf(account: Kept, terms: Terms): Deletability | undefined {
  const { state } = account;
  if (state !== 'terminated' && state !== 'suspended') return undefined;
  const days = daysOf(account, terms.today);
  const { keepTerminatedMonths, deleteAfterNoticeMonths } = terms.policy.lifecycle;
  if (state === 'terminated') {
    const beginning = latestOf([...begun('retention', days.since), ...recordedOf(days)]);
    return elapsed(beginning, { months: keepTerminatedMonths, why: 'retention-elapsed', terms });
  }
  const { notice } = days;
  if (notice === undefined) {
    const args = { since: account.since ?? '', earliest: earliestAfter(terms) };
    return { code: 'notice-missing', args };
  }
  const early = eventAfter(notice, days);
  if (early !== undefined) {
    return { code: 'notice-early', args: { notice, ...early, earliest: earliestAfter(terms) } };
  }
  const [heard, recorded] = [heardOf(notice, days), recordedOf(days)];
  const beginnings = heard.term === 'notice' ? [heard, ...recorded] : [...recorded, heard];
  return elapsed(latestOf(beginnings), { months: deleteAfterNoticeMonths, why: 'term-elapsed', terms });
}

/** The days of an account; what nobody has recorded yet, the next run does, and counts from today. */
interface Days {
  readonly since: CalendarDate | undefined;
  readonly issued: CalendarDate | undefined;
  readonly restored: CalendarDate | undefined;
  readonly notice: CalendarDate | undefined;
  readonly lockedOn: CalendarDate;
  readonly noticedOn: CalendarDate;
  readonly accesses: readonly CalendarDate[];
}

function daysOf(account: Kept, today: CalendarDate): Days {
  const { since, issued, restored, notice, lockedOn, noticedOn, lastAccess, replicaAccess } = account;
  const accesses = [lastAccess, replicaAccess].filter((time) => time !== undefined);
  return {
    since: dayOf(since),
    issued: dayOf(issued),
    restored: dayOf(restored),
    notice: parseBasis(notice)?.date,
    lockedOn: dayOf(lockedOn) ?? today,
    noticedOn: dayOf(noticedOn) ?? today,
    accesses: accesses.map((time) => dateOfGeneralizedTime(time) ?? today),
  };
}

interface Beginning {
  readonly day: CalendarDate;
  readonly term: DeletionTermKind;
}

const begun = (term: DeletionTermKind, day: CalendarDate | undefined): readonly Beginning[] =>
  day === undefined ? [] : [{ day, term }];

/** What danhba and the servers recorded by themselves. */
const recordedOf = ({ lockedOn, issued, restored, accesses }: Days): readonly Beginning[] => [
  ...[lockedOn, issued, restored].flatMap((day) => begun('lock', day)),
  ...accesses.flatMap((day) => begun('access', day)),
];

/** A notice dated far before danhba first heard of it may have last year's number: it counts from that day. */
const heardOf = (notice: CalendarDate, { noticedOn }: Days): Beginning =>
  notice < addDays(noticedOn, -daysBelieved)
    ? { day: noticedOn, term: 'seen' }
    : { day: notice, term: 'notice' };

/** The first of the latest. */
const latestOf = (beginnings: readonly Beginning[]): Beginning =>
  beginnings.reduce((latest, one) => (one.day > latest.day ? one : latest));

/** True for what would be made only to be deleted, by what its record alone says: nobody has locked it yet. */
export function isOver(account: Account, terms: Terms): boolean {
  return account.state === 'terminated' || deletionDueOf(byRecordAlone(account), terms) !== undefined;
}

/** What the record says of a mailbox that is not there: its notice alone counts. */
export function byRecordAlone({ state, since, notice }: Account): Kept {
  const from = parseBasis(notice)?.date;
  return { state, since, notice, noticedOn: from, lockedOn: from };
}

/** The day the account's term ended, where its time to be deleted has come. */
export function deletionDueOf(account: Kept, terms: Terms): CalendarDate | undefined {
  const deletable = deletabilityOf(account, terms);
  return deletable !== undefined && 'due' in deletable ? deletable.due : undefined;
}

/** The end of the term of a notice given today. What is missing first is the notice: a calendar may still come. */
function earliestAfter({ policy, calendar, today }: Terms): CalendarDate {
  const term = { unit: 'months', count: policy.lifecycle.deleteAfterNoticeMonths } as const;
  const earliest = deadlineOf(today, term, calendar);
  return 'due' in earliest ? earliest.due : earliest.unadjusted;
}

/** What a notice is to be a notice of and yet is younger than it. */
function eventAfter(
  notice: CalendarDate,
  { since = '', issued = '' }: Days,
): Pick<HeldArgs['notice-early'], 'day' | 'of'> | undefined {
  if (notice < since) return { day: since, of: 'suspension' };
  return notice < issued ? { day: issued, of: 'mailbox' } : undefined;
}

interface Measure {
  readonly months: number;
  readonly why: 'term-elapsed' | 'retention-elapsed';
  readonly terms: Terms;
}

function elapsed(
  { day: from, term }: Beginning,
  { months, why, terms: { calendar, today } }: Measure,
): Deletability {
  const deadline = deadlineOf(from, { unit: 'months', count: months }, calendar);
  if ('missingYear' in deadline) {
    return deadline.unadjusted < today
      ? { code: 'calendar-missing', args: { year: deadline.missingYear } }
      : { code: 'deletion-not-due', args: { from, due: deadline.unadjusted, term } };
  }
  const { due } = deadline;
  if (today <= due) return { code: 'deletion-not-due', args: { from, due, term } };
  return { due, why, term };
}
