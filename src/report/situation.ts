/** What a report is made from: both sides, the plan between them, and what terms are counted by. */
import { type Account, type ObservedAccount, scopeOf } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { PasswordPolicyName } from '../model/account/password-policy.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { NoticeRecord } from '../model/directory/notice-record.ts';
import type { AccountDeclaration, CalendarDate } from '../model/directory/organization.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { ReportName, ReportOf, ReportSubject } from '../model/report.ts';
import type { UsageEvidence } from '../model/usage.ts';
import type { InactivityTerms } from '../plan/decide/inactivity.ts';

export interface OpenRequest {
  readonly number: number;
  readonly title: string;
  readonly opened: CalendarDate;
  readonly due: CalendarDate;
}

/** What one report tells, beside what all of them do. */
export type Body<N extends ReportName> = Omit<ReportOf<N>, 'report' | 'domain' | 'today' | 'doubt'>;

export interface Situation extends InactivityTerms {
  readonly plan: Plan;
  /** The records that count, one for each key but where the rules refuse them. */
  readonly declared: readonly Declared[];
  readonly accounts: readonly ObservedAccount[];
  /** Written notices that were sent, as the operator has recorded them. */
  readonly register: readonly NoticeRecord[];
  readonly problems: readonly Problem[];
  /** How many days the server lets a password of this policy live; undefined where it sets no end. */
  readonly passwordDays: (policy: PasswordPolicyName) => number | undefined;
  /** Pull requests that wait, where GitHub was asked. */
  readonly requests?: readonly OpenRequest[];
  /** What `usage` alone is made from. */
  readonly usage?: UsageEvidence;
  /** Rows of everything, not only of what needs attention. */
  readonly all: boolean;
}

type Named = Pick<Account, 'key' | 'name' | 'organization'>;

export const subjectOf = (account: Named): ReportSubject => ({
  key: account.key,
  name: account.name,
  organization: scopeOf(account),
});

export const declaredSubject = ({ key, name, organization }: Declared): ReportSubject => ({
  key,
  name,
  organization: organization.id,
});

export function countBy<T, C extends string>(
  rows: readonly T[],
  of: (row: T) => C,
): Readonly<Partial<Record<C, number>>> {
  const counts: Partial<Record<C, number>> = {};
  for (const row of rows) counts[of(row)] = (counts[of(row)] ?? 0) + 1;
  return counts;
}

/** By these texts in turn; an absent one stands last. */
export function sortBy<T>(rows: readonly T[], ...texts: ((row: T) => string | undefined)[]): readonly T[] {
  return rows.toSorted((a, b) => {
    for (const text of texts) {
      const [first, second] = [text(a), text(b)];
      if (first === second) continue;
      if (first === undefined || second === undefined) return first === undefined ? 1 : -1;
      return first < second ? -1 : 1;
    }
    return 0;
  });
}

/** What is said of a mailbox: nothing, of one that nobody declares. */
export function declarationsOf(declared: readonly Declared[]): (key: Key) => AccountDeclaration {
  const declarations = new Map(declared.map(({ key, declaration }) => [key, declaration]));
  return (key) => declarations.get(key) ?? {};
}
