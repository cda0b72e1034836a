/** The value of an operator's lock (17.2): a day and the reason a caller gave; what is neither is told, and locks all the same. */
import type { CalendarDate } from '../directory/organization.ts';
import { dayOf, isCalendarDate } from '../time/date.ts';

/** By 17.2 the written request follows: after so many working days without one the lock is told as overdue. */
export const operatorLockWorkingDays = 2;

/** What one line of the terminal holds, and the attribute has room for. */
export const longestReason = 200;

export type OperatorAct = { readonly kind: 'lock'; readonly reason: string } | { readonly kind: 'lift' };

export interface OperatorLock {
  readonly since: CalendarDate;
  readonly reason: string;
}

/** Undefined for a value that danhba did not write. */
export function parseOperatorLock(value: string): OperatorLock | undefined {
  const [since = ''] = value.split(' ', 1);
  const reason = value.slice(since.length + 1);
  return isCalendarDate(since) && reasonFault(reason) === undefined ? { since, reason } : undefined;
}

export const operatorLockText = ({ since, reason }: OperatorLock): string => `${since} ${reason}`;

/** One form for one reason. */
export const tidyReason = (text: string): string => text.normalize('NFC').trim();

export type ReasonFault = 'empty' | 'long' | 'characters';

/** Control characters, and those that turn or hide text: who reads it must see what stands there. */
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Why this is no reason to keep. */
export function reasonFault(reason: string): ReasonFault | undefined {
  if (unreadable.test(reason)) return 'characters';
  if (reason.trim() === '') return 'empty';
  return [...reason].length > longestReason ? 'long' : undefined;
}

/** For JSON of what leaves the desk, where the whole plan is kept for readers of the repository: the day alone. */
export const withoutReason = (key: string, value: unknown): unknown =>
  key === 'operatorLock' && typeof value === 'string' ? (dayOf(value) ?? '…') : value;
