/** The dates of an account's record follow one another as the events of Article 8 do. */
import type { Declared } from '../model/directory/declared.ts';
import { earliestLastDay } from '../model/directory/ending.ts';
import type { AccountDeclaration, CalendarDate, Termination } from '../model/directory/organization.ts';
import type { Problem } from '../model/problems/problem.ts';
import { addMonths } from '../model/time/date.ts';
import { mailboxPath, problemAt, type RecordRule } from './rule.ts';

/** What a last day of work may lie ahead before its year is asked about. */
const monthsAhead = 12;

const clausesOfArticle12 = new Set(['12.1', '12.2', '12.3', '12.4', '12.5', '12.6']);

export const suspensionClauses: RecordRule = function* ({ declared }) {
  for (const account of declared) {
    const { suspension } = account.declaration ?? {};
    if (suspension === undefined) continue;
    const path = [...mailboxPath(account), 'suspension'];
    const { clause, document } = suspension;
    // The job's own suspensions for inactivity have no number yet; a breach is decided in writing.
    if (document === undefined && suspension.reason === 'violation') {
      yield problemAt(account, path, 'missing-key', { key: 'document' });
    }
    if (clause !== undefined && !clausesOfArticle12.has(clause)) {
      yield problemAt(account, [...path, 'clause'], 'suspension-clause', { clause });
    } else if (clause === undefined && suspension.reason === 'violation') {
      yield problemAt(account, path, 'suspension-clause-missing', {});
    }
  }
};

export const dateOrder: RecordRule = function* ({ declared }) {
  for (const account of declared) {
    const { suspension, restoration, termination } = account.declaration ?? {};
    if (suspension?.notice !== undefined) {
      yield* mustFollow(account, 'suspension.notice', suspension.notice.date, 'suspension', suspension.date);
    }
    if (suspension !== undefined && restoration !== undefined) {
      yield* mustFollow(account, 'restoration', restoration.date, 'suspension', suspension.date);
    }
    if (termination?.effective !== undefined) {
      const { effective: earlier, decided: later } = termination;
      if (earlier >= earliestLastDay(later)) continue;
      const args = { earlier, later, field: 'termination.effective', other: 'termination.decided' };
      yield problemAt(account, [...mailboxPath(account), 'termination', 'effective'], 'dates-order', args);
    }
  }
};

function* mustFollow(
  account: Declared,
  field: string,
  date: string,
  other: string,
  otherDate: string,
): Iterable<Problem> {
  if (date >= otherDate) return;
  const path = [...mailboxPath(account), ...field.split('.'), 'date'];
  yield problemAt(account, path, 'dates-order', { earlier: date, later: otherDate, field, other });
}

/** The dates of a record that are of something that has been, each with its way. */
const pastDates: readonly {
  readonly field: string;
  readonly key: string;
  readonly of: (declaration: AccountDeclaration, today: CalendarDate) => CalendarDate | undefined;
}[] = [
  { field: 'suspension', key: 'date', of: ({ suspension }) => suspension?.date },
  { field: 'suspension.notice', key: 'date', of: ({ suspension }) => suspension?.notice?.date },
  { field: 'restoration', key: 'date', of: ({ restoration }) => restoration?.date },
  { field: 'termination', key: 'decided', of: ({ termination }) => termination?.decided },
  { field: 'termination', key: 'effective', of: ({ termination }, today) => farEnd(termination, today) },
  { field: 'passwordReset', key: 'date', of: ({ passwordReset }) => passwordReset?.date },
  { field: 'addressDecision', key: 'date', of: ({ addressDecision }) => addressDecision?.date },
];

/** A date to come is not wrong, but most often a mistyped year. */
export const futureDates: RecordRule = function* ({ declared, today }) {
  for (const account of declared) {
    const { declaration = {} } = account;
    const { suspension, restoration, termination, passwordReset, addressDecision } = declaration;
    // Nearly everybody has none of these.
    if (!(suspension ?? restoration ?? termination ?? passwordReset ?? addressDecision)) continue;
    for (const { field, key, of } of pastDates) {
      const date = of(declaration, today);
      if (date === undefined || date <= today) continue;
      const path = [...mailboxPath(account), ...field.split('.'), key];
      yield problemAt(account, path, 'date-in-future', { date, field }, 'warning');
    }
  }
};

/** A last day of work is to come, but not for ever; nobody's death is. */
function farEnd(termination: Termination | undefined, today: CalendarDate): CalendarDate | undefined {
  const { effective, reason } = termination ?? {};
  if (effective === undefined) return undefined;
  return effective > addMonths(today, monthsAhead) || reason === 'death' ? effective : undefined;
}
