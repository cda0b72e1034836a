/** What runs have done, week by week, as a verified audit tells it. */
import type { AccountState } from '../account/account.ts';
import type { CalendarDate } from '../directory/organization.ts';
import type { ChangeKind } from '../plan/plan.ts';

/** What one run has told. */
export interface PastRun {
  readonly day: CalendarDate;
  /** Changes it made, by kind. */
  readonly made: ReadonlyMap<ChangeKind, number>;
  /** How much its plan held; absent where it came to none. */
  readonly held?: number;
  /** The mailboxes it left, by state; absent in what older versions wrote. */
  readonly accounts?: Readonly<Partial<Record<AccountState, number>>>;
}

/** Kinds of changes as one picture tells them. */
export const deedGroups = ['issued', 'changed', 'restored', 'suspended', 'ended', 'deleted'] as const;

export type DeedGroup = (typeof deedGroups)[number];

export interface Week {
  readonly monday: CalendarDate;
  readonly made: Readonly<Record<DeedGroup, number>>;
  /** As the last run of the week left it. */
  readonly held?: number;
  readonly accounts?: Readonly<Record<AccountState, number>>;
}

/** Every week from the first that is told to the present one, at most `weeksShown`. */
export interface History {
  readonly weeks: readonly Week[];
}

export const weeksShown = 26;
