/** Who uses the mail of each organization (13.9, 15): sums alone, and of each figure that is missing, why. */
import type { Key } from './account/key.ts';
import type { CalendarDate } from './directory/organization.ts';
import type { Remark } from './problems/remark.ts';
import type { PublicationAudience } from './publish/published.ts';
import type { Period } from './time/period.ts';

/**
 * Whether it is told how many mailboxes are used; `unseen`: of some of them nobody knows; `small`: so few that the sum
 * would tell of somebody.
 */
export type UsageStatus = 'told' | 'unseen' | 'small';

/** Of fewer mailboxes the public is not told how many are used: who knows the office would know of whom. */
export const smallestGroup = 5;

/** Of one organization, without those below it. A figure that cannot be told is absent, and never 0. */
export interface UsageRow {
  readonly key: Key;
  readonly name: string;
  readonly organization: string;
  readonly status: UsageStatus;
  /** Open today: of its people, and its own. */
  readonly mailboxes: number;
  /** Mailboxes whose last login is at most so many days ago. */
  readonly usedIn30?: number;
  readonly usedIn180?: number;
  /** Whether somebody looks after its own mailbox (9.1); absent where it has none. */
  readonly custodian?: boolean;
  /** In the period, of mailboxes that are on the server today. */
  readonly issued: number;
  readonly ended?: number;
  /** Today. */
  readonly suspended?: number;
  /** Letters in the inbox of its own mailbox that nobody has read. */
  readonly unread?: number;
  /** Mailboxes with a script at work that sends mail out of the government's domains (12.5). */
  readonly forwards?: number;
  /** What was asked for and done in the period, and how much of it by its day (6.2, 8.2, 8.3). */
  readonly requests?: number;
  readonly inTime?: number;
}

/** What the whole report says of itself. */
export interface UsageFacts {
  readonly period: Period;
  readonly audience: PublicationAudience;
  /** Where a row is `unseen`: since when logins are seen; absent where that is not known. */
  readonly loginsSince?: CalendarDate;
  /** Why nobody's unread letters are told, where forwards are. */
  readonly unreadUnseen?: Remark;
  /** Agency mailboxes whose letters could not be counted. */
  readonly unreadFailed?: number;
  /** Mailboxes whose rules could not be read: the forwards of their organizations are not told. */
  readonly forwardsFailed?: number;
  readonly requestsUnseen?: RequestsUnseen;
  /** The audit begins within the period: what was done before is not counted. */
  readonly auditSince?: CalendarDate;
  /** Done in the period, in a year without a calendar, when it is not certain that it was late. */
  readonly requestsUnjudged?: number;
  /** Done in the period for a commit that came by no pull request: none of the requests. */
  readonly pushed?: number;
}

/** `audit`, `github`: none is named; `broken`: the audit is not as it was written. */
export type RequestsUnseen = 'audit' | 'github' | 'broken' | Remark;

/** What a merged pull request asked for one account, and a run has done. */
export interface DoneRequest {
  readonly key: Key;
  readonly done: CalendarDate;
  /** Absent where nobody can say: it may have been late, and the days off of the year are not known. */
  readonly inTime?: boolean;
}

export type RequestsSeen =
  | { readonly unseen: RequestsUnseen }
  | {
      readonly requests: readonly DoneRequest[];
      readonly pushed: number;
      /** The first day of the audit. */
      readonly since?: CalendarDate;
    };

export type UnreadSeen =
  | { readonly unseen: Remark }
  /** Letters by account; one that is missing could not be counted. */
  | { readonly letters: ReadonlyMap<Key, number>; readonly failed: number };

/** What no other report asks for. */
export interface UsageEvidence {
  readonly period: Period;
  readonly audience: PublicationAudience;
  /** Absent where no mail server is set. */
  readonly unread?: UnreadSeen;
  readonly requests: RequestsSeen;
}
