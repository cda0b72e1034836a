/** Tells whether an account's time has come to be deleted, and what is missing where it has not (8.1, 8.2). */
import type { Account, ObservedAccount } from '../model/account.ts';
import { addDays, dateOfGeneralizedTime, dayOf, isCalendarDate } from '../model/date.ts';
import type { CalendarDate } from '../model/organization.ts';
import { daysBelieved, type HeldArgs } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { DeletionTermKind } from '../model/why.ts';
import { type Calendar, deadlineOf } from './calendar.ts';

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
  const { lifecycle } = terms.policy;
  if (account.state === 'terminated') {
    return elapsed(latestOf([...begun('retention', dayOf(account.since)), ...recordedOf(account, terms)]), {
      months: lifecycle.keepTerminatedMonths,
      why: 'retention-elapsed',
      terms,
    });
  }
  if (account.state !== 'suspended') return undefined;
  const notice = account.notice === undefined ? undefined : dateOfBasis(account.notice);
  if (notice === undefined) return noticeMissing(account, terms);
  const days = { suspension: dayOf(account.since) ?? '', mailbox: dayOf(account.issued) ?? '' };
  const early = noticeOlderThan(notice, days, terms);
  if (early !== undefined) return early;
  const [heard, recorded] = [heardOf(notice, account, terms), recordedOf(account, terms)];
  const beginnings = heard.term === 'notice' ? [heard, ...recorded] : [...recorded, heard];
  return elapsed(latestOf(beginnings), {
    months: lifecycle.deleteAfterNoticeMonths,
    why: 'term-elapsed',
    terms,
  });
}

interface Beginning {
  readonly day: CalendarDate;
  readonly term: DeletionTermKind;
}

const begun = (term: DeletionTermKind, day: CalendarDate | undefined): readonly Beginning[] =>
  day === undefined ? [] : [{ day, term }];

/** What nobody has recorded yet, the next run does: it counts from today. */
function recordedOf(account: Kept, { today }: Terms): readonly Beginning[] {
  const accesses = [account.lastAccess, account.replicaAccess].filter((time) => time !== undefined);
  return [
    ...begun('lock', dayOf(account.lockedOn) ?? today),
    ...begun('lock', dayOf(account.issued)),
    ...begun('lock', dayOf(account.restored)),
    ...accesses.flatMap((time) => begun('access', dateOfGeneralizedTime(time) ?? today)),
  ];
}

/** A notice dated far before danhba first heard of it may have last year's number: it counts from that day. */
function heardOf(notice: CalendarDate, { noticedOn }: Kept, { today }: Terms): Beginning {
  const heard = dayOf(noticedOn) ?? today;
  return notice < addDays(heard, -daysBelieved)
    ? { day: heard, term: 'seen' }
    : { day: notice, term: 'notice' };
}

/** The first of the latest. */
const latestOf = (beginnings: readonly Beginning[]): Beginning =>
  beginnings.reduce((latest, one) => (one.day > latest.day ? one : latest));

/** True for what would be made only to be deleted, by what its record alone says: nobody has locked it yet. */
export function isOver(account: Account, terms: Terms): boolean {
  return account.state === 'terminated' || deletionDueOf(byRecordAlone(account), terms) !== undefined;
}

/** What the record says of a mailbox that is not there: its notice alone counts. */
export function byRecordAlone({ state, since, notice }: Account): Kept {
  const from = notice === undefined ? undefined : dateOfBasis(notice);
  return { state, since, notice, noticedOn: from, lockedOn: from };
}

/** The day the account's term ended, where its time to be deleted has come. */
export function deletionDueOf(account: Kept, terms: Terms): CalendarDate | undefined {
  const deletable = deletabilityOf(account, terms);
  return deletable !== undefined && 'due' in deletable ? deletable.due : undefined;
}

function noticeMissing({ since }: Kept, terms: Terms): Waiting {
  return { code: 'notice-missing', args: { since: since ?? '', earliest: earliestAfter(terms) } };
}

/** The end of the term of a notice given today. What is missing first is the notice: a calendar may still come. */
function earliestAfter({ policy, calendar, today }: Terms): CalendarDate {
  const term = { unit: 'months', count: policy.lifecycle.deleteAfterNoticeMonths } as const;
  const earliest = deadlineOf(today, term, calendar);
  return 'due' in earliest ? earliest.due : earliest.unadjusted;
}

function noticeOlderThan(
  notice: CalendarDate,
  days: { readonly suspension: CalendarDate; readonly mailbox: CalendarDate },
  terms: Terms,
): Waiting | undefined {
  for (const event of ['suspension', 'mailbox'] as const) {
    const day = days[event];
    if (notice < day)
      return { code: 'notice-early', args: { notice, day, of: event, earliest: earliestAfter(terms) } };
  }
  return undefined;
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

/** The date of "document; date"; undefined where there is none. */
export function dateOfBasis(basis: string): CalendarDate | undefined {
  const date = basis.slice(-10);
  return isCalendarDate(date) && basis.at(-12) === ';' ? date : undefined;
}
