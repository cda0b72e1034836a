/** Everything with a day, soonest first: what is late, what is due now, and what is coming. */

import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { hasEnded, isLeaving, lastDayOf } from '../model/directory/ending.ts';
import type { AccountDeclaration, CalendarDate } from '../model/directory/organization.ts';
import type { Change, ChangeKind, Held } from '../model/plan/plan.ts';
import type { DeadlineEvent, DeadlineRow, DeadlineStatus, ReportSubject } from '../model/report.ts';
import { addDays, daysBetween } from '../model/time/date.ts';
import { inactivityOf } from '../plan/decide/inactivity.ts';
import { noticesOf } from './notices.ts';
import {
  type Body,
  countBy,
  declarationsOf,
  declaredSubject,
  type Situation,
  sortBy,
  subjectOf,
} from './situation.ts';

/** How many days a mailbox that ended late stays in the list. */
const daysRemembered = 30;

type More = Partial<Pick<DeadlineRow, 'status' | 'change' | 'from' | 'ended' | 'document'>>;
type MakeRow = (subject: ReportSubject, event: DeadlineEvent, due: CalendarDate, more?: More) => DeadlineRow;

export function reportDeadlines(situation: Situation): Body<'deadlines'> {
  const { plan, today, declared } = situation;
  const row: MakeRow = ({ key, name, organization }, event, due, more = {}) => ({
    key,
    name,
    organization,
    event,
    status: statusOf(event, due, today),
    due,
    daysLeft: daysBetween(today, due),
    ...more,
  });
  const rows = [
    ...plan.changes.flatMap((change) => ofChange(change, situation, row)),
    ...inactive(situation, row),
    ...plan.held.flatMap((held) => ofHeld(held, today, row)),
    ...plan.upcoming
      .filter(({ kind }) => kind === 'suspend')
      .map((one) => row(one, 'inactivity', one.due, { change: 'suspend', from: one.from })),
    ...declared.flatMap((one) => [
      ...ofAbsence(one, situation, row),
      ...ofRecords(one, today, row),
      ...ofLeaving(one, today, row),
    ]),
    ...lateNotifications(situation, row),
    ...unnoticed(situation, row),
    ...(situation.requests ?? []).map(({ number, title, opened, due }) =>
      row({ key: `pull-request:${number}`, name: `#${number} ${title}`, organization: '' }, 'request', due, {
        from: opened,
      }),
    ),
  ];
  return {
    counts: countBy(rows, ({ status }) => status),
    ...(plan.accessDoubt && { accessDoubt: plan.accessDoubt }),
    rows: sortBy(
      rows,
      ({ due }) => due,
      ({ key }) => key,
      ({ event }) => event,
    ),
  };
}

/** A term whose end lets something happen is not late when it is over: the act comes then. */
function statusOf(event: DeadlineEvent, due: CalendarDate, today: CalendarDate): DeadlineStatus {
  if (due > today) return 'coming';
  if (event === 'deletion' || event === 'inactivity' || event === 'last-day')
    return due < today ? 'now' : 'coming';
  return due < today ? 'overdue' : 'now';
}

function ofChange(change: Change, situation: Situation, row: MakeRow): readonly DeadlineRow[] {
  if (change.kind === 'password-policy') return [];
  const { why, kind } = change;
  const subject = 'base' in change ? subjectOf(change.base) : ofDeclared(change.key, situation);
  if (subject === undefined) return [];
  if (why.due === undefined) return [];
  const document = why.document === undefined ? {} : { document: why.document };
  // The mark of somebody missing announces the end on its day.
  if (why.code === 'missing') {
    return [row(subject, 'removal', why.due, { change: 'terminate', from: situation.today })];
  }
  return [row(subject, kind === 'delete' ? 'deletion' : 'planned', why.due, { change: kind, ...document })];
}

/** 8.1: those the plan suspends now, or would but for the guard, with the day their term ended. */
function inactive(situation: Situation, row: MakeRow): readonly DeadlineRow[] {
  const { plan, accounts, declared, today } = situation;
  const keys = new Set([
    ...plan.changes.flatMap(({ key, why }) => (why.code === 'inactive' ? [key] : [])),
    ...plan.held.flatMap(({ key, kind }) => (kind === 'suspend' ? [key] : [])),
  ]);
  if (keys.size === 0) return [];
  const declarationOf = declarationsOf(declared);
  return accounts.flatMap((account) => {
    const term = keys.has(account.key)
      ? inactivityOf(account, declarationOf(account.key).absence, situation)
      : undefined;
    if (term === undefined || term.due >= today) return [];
    return [row(subjectOf(account), 'inactivity', term.due, { change: 'suspend', from: term.from })];
  });
}

function ofDeclared(key: Key, { declared }: Situation): ReportSubject | undefined {
  const found = declared.find((one) => one.key === key);
  return found && declaredSubject(found);
}

function ofHeld(held: Held, today: CalendarDate, row: MakeRow): readonly DeadlineRow[] {
  if (held.code === 'removal-waits') {
    const { due, since } = held.args;
    return [row(held, 'removal', due, { change: 'terminate', from: since })];
  }
  if (held.code === 'deletion-not-due') {
    const { due, from } = held.args;
    return [row(held, 'deletion', due, { change: 'delete', from })];
  }
  if (held.code === 'operator-lock') {
    // Of one whose day nobody can read there is only today to go by.
    const { due = today, since, overdue } = held.args;
    const status = overdue ? ({ status: 'overdue' } as const) : {};
    return [row(held, 'operator-lock', due, { change: 'suspend', ...status, ...(since && { from: since }) })];
  }
  return [];
}

function ofAbsence(declared: Declared, { today, policy }: Situation, row: MakeRow): readonly DeadlineRow[] {
  const { absence, termination } = declared.declaration ?? {};
  if (absence === undefined || hasEnded(termination, today)) return [];
  if (absence.until < today || absence.until > addDays(today, policy.lifecycle.warnDays)) return [];
  const document = absence.document === undefined ? {} : { document: absence.document };
  return [row(declaredSubject(declared), 'absence', absence.until, { status: 'coming', ...document })];
}

/** 8.1: the notice goes with the act. What answers a request (6.2, 8.3) has the term of the request. */
function unnoticed(situation: Situation, row: MakeRow): readonly DeadlineRow[] {
  const subjects = new Map<Key, ReportSubject>([
    ...situation.declared.map((one) => [one.key, declaredSubject(one)] as const),
    ...situation.accounts.map((one) => [one.key, subjectOf(one)] as const),
  ]);
  return noticesOf(situation).flatMap(({ status, kind, organization, people, since }) => {
    if (status !== 'missing' || since === undefined) return [];
    if (kind !== 'suspension' && kind !== 'deletion') return [];
    const change = kind === 'suspension' ? 'suspend' : 'delete';
    const more = { status: 'now', change } as const;
    return people.map((key) =>
      row(subjects.get(key) ?? { key, name: key, organization }, 'notice', since, more),
    );
  });
}

/** What is written already and takes effect on its own day. */
function ofRecords(declared: Declared, today: CalendarDate, row: MakeRow): readonly DeadlineRow[] {
  const { suspension, restoration, termination, passwordReset }: AccountDeclaration =
    declared.declaration ?? {};
  const dissolved = declared.kind === 'organization' ? declared.organization.dissolved : undefined;
  const records: readonly (readonly [ChangeKind, CalendarDate | undefined, string | undefined])[] = [
    ['suspend', suspension?.date, suspension?.document],
    ['restore', restoration?.date, restoration?.document],
    ['terminate', termination?.effective ? undefined : termination?.decided, termination?.document],
    ['reset', passwordReset?.date, passwordReset?.document],
    ['terminate', dissolved?.date, dissolved?.document],
  ];
  return records.flatMap(([change, date, document]) =>
    date === undefined || date <= today
      ? []
      : [
          row(declaredSubject(declared), 'recorded', date, {
            change,
            ...(document !== undefined && { document }),
          }),
        ],
  );
}

/** 8.2: however far the day is, for nobody keeps a mailbox unseen by a date in a file. */
function ofLeaving(declared: Declared, today: CalendarDate, row: MakeRow): readonly DeadlineRow[] {
  const { termination } = declared.declaration ?? {};
  if (!isLeaving(termination, today)) return [];
  const { decided: from, document } = termination;
  const more = { change: 'terminate', from, document } as const;
  return [row(declaredSubject(declared), 'last-day', lastDayOf(termination), more)];
}

/** 8.2: told as long as the mailbox is live, and for a while after it ended. */
function lateNotifications({ problems, declared, today }: Situation, row: MakeRow): readonly DeadlineRow[] {
  return problems.flatMap((problem) => {
    if (problem.code !== 'notification-late') return [];
    const { due, decided, live, ended } = problem.args;
    const records = declared.filter(({ key }) => key === problem.subject);
    const found = records.find(({ file }) => file === problem.at.file) ?? records[0];
    if (found === undefined) return [];
    const subject = declaredSubject(found);
    if (live) return [row(subject, 'notification', due, { from: decided })];
    if (ended === undefined || ended < addDays(today, -daysRemembered)) return [];
    return [row(subject, 'notification', due, { status: 'done', from: decided, ended })];
  });
}
