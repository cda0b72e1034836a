/** The reports of `danhba report`: facts in rows, one type a report; their wording is in render/. */
import type { AccessDoubt, AccountState, Looks, StateReason } from './account/account.ts';
import type { Key } from './account/key.ts';
import type { PasswordPolicyName } from './account/password-policy.ts';
import type { CalendarDate } from './directory/organization.ts';
import type { MailFinding } from './mail/state.ts';
import type { ChangeKind, Held, HeldCode, ReadDoubt } from './plan/plan.ts';
import type { Remark } from './problems/remark.ts';
import type { UsageFacts, UsageRow, UsageStatus } from './usage.ts';

export const reportNames = [
  'deadlines',
  'inactive',
  'passwords',
  'suspended',
  'held',
  'custodians',
  'legacy',
  'forwards',
  'mail',
  'unmanaged',
  'usage',
] as const;

export type ReportName = (typeof reportNames)[number];

/** Whose row it is. */
export interface ReportSubject {
  /** Of a pull request that waits, its number. */
  readonly key: Key | `pull-request:${number}`;
  readonly name: string;
  /** The id of the organization that manages the account. */
  readonly organization: string;
}

export type DeadlineEvent =
  /** A change the plan makes now, with the day the rule book wants it done by. */
  | 'planned'
  /** 8.2: somebody in no file, who ends on the day. */
  | 'removal'
  /** 8.1, 8.2: a term after which a mailbox is deleted. */
  | 'deletion'
  /** 8.1: the last day to log in, or to notify a reason. */
  | 'inactivity'
  /** 8.1: the last day of an absence that was notified. */
  | 'absence'
  /** 8.2: the last day to notify a decision on leaving; it was missed. */
  | 'notification'
  /** A record whose day is to come, and takes effect then. */
  | 'recorded'
  /** 17.2: the last day to record what an operator has locked upon a call, or to lift it. */
  | 'operator-lock'
  /** 8.2: the last day of work of somebody whose end is recorded; the mailbox ends the day after. */
  | 'last-day'
  /** 8.1: a mailbox was suspended or deleted, and no written notice of it is recorded; due with the act itself. */
  | 'notice'
  /** 6.2, 8.2: an open pull request; its key is `pull-request:<number>`, and it belongs to no organization. */
  | 'request';

/** `now`: the term has run out, and what follows is to be done; `done`: it was, but late. */
export type DeadlineStatus = 'overdue' | 'now' | 'coming' | 'done';

export interface DeadlineRow extends ReportSubject {
  readonly event: DeadlineEvent;
  readonly status: DeadlineStatus;
  readonly due: CalendarDate;
  /** Whole days from today; negative once the day is past. */
  readonly daysLeft: number;
  readonly change?: ChangeKind;
  /** The day the term runs from. */
  readonly from?: CalendarDate;
  /** When it was done after all. */
  readonly ended?: CalendarDate;
  readonly document?: string;
}

/** `unknown`: no day to count from, an unreadable last access, or a year without a calendar. */
export type InactivityStatus = 'overdue' | 'soon' | 'protected' | 'running' | 'unknown';

export interface InactiveRow extends ReportSubject {
  readonly status: InactivityStatus;
  readonly from?: CalendarDate;
  readonly due?: CalendarDate;
  /** The year it ends in, where nobody has signed off its calendar: a day off may still move the day. */
  readonly missingYear?: number;
  readonly daysLeft?: number;
  /** Absent where there was no login. */
  readonly lastAccess?: CalendarDate;
  readonly absentUntil?: CalendarDate;
  /** What keeps the account from a suspension: an absence that was notified, `guard.protected`, or an operator's lock. */
  readonly protection?: 'absence' | 'policy' | 'lock';
}

export type PasswordStatus = 'never-set' | 'expired' | 'must-change' | 'expiring' | 'valid' | 'unknown';

export interface PasswordRow extends ReportSubject {
  readonly status: PasswordStatus;
  /** A text is the pointer to a policy that is none of ours. */
  readonly policy: PasswordPolicyName | (string & {});
  readonly changed?: CalendarDate;
  /** The last day by 4.2, in calendar months. */
  readonly expires?: CalendarDate;
  /** The last day by the server's own policy, which counts in seconds. */
  readonly serverExpires?: CalendarDate;
  /** To the nearer of the two. */
  readonly daysLeft?: number;
  /** The holder has not yet replaced the password that was issued (6.3, 7.3). */
  readonly mustChange: boolean;
}

/** What a suspended or ended mailbox lacks before it may be deleted. */
export type DeletionNeed = 'notice' | 'record' | 'calendar' | 'since';

export interface SuspendedRow extends ReportSubject {
  readonly state: Exclude<AccountState, 'active'>;
  readonly address?: string;
  readonly since?: CalendarDate;
  readonly reason?: StateReason;
  readonly basis?: string;
  readonly notice?: string;
  /** It may be deleted once this day is over. */
  readonly deletableAfter?: CalendarDate;
  /** The same, had the notice been issued today. */
  readonly earliest?: CalendarDate;
  readonly missing: readonly DeletionNeed[];
  /** What else holds something back; `danhba report held` tells it. */
  readonly held: readonly HeldCode[];
  /** What the plan does with it now. */
  readonly planned?: ChangeKind;
}

export type CustodianStatus =
  | 'none'
  | 'unknown'
  | 'elsewhere'
  | 'ended'
  | 'leaving'
  | 'suspended'
  | 'assigned';

/** `key` and `name` are the organization's own. */
export interface CustodianRow extends ReportSubject {
  readonly status: CustodianStatus;
  readonly address?: string;
  readonly custodian?: string;
  readonly custodianName?: string;
  /** Where the custodian belongs instead. */
  readonly elsewhere?: string;
}

/** `kept` until its day; `over`: to be renamed; `stuck`: nobody can be; `absent`: the account does not have it. */
export type LegacyStatus = 'over' | 'stuck' | 'absent' | 'kept';

/** An address from before danhba (13.7). */
export interface LegacyRow extends ReportSubject {
  readonly status: LegacyStatus;
  readonly address: string;
  /** Absent where the rules give none. */
  readonly byRule?: string;
  readonly document: string;
  readonly until?: CalendarDate;
  /** Who has the address by the rules. */
  readonly holder?: Key;
  /** What the plan does with it now. */
  readonly planned?: ChangeKind;
}

/** Whether the script that forwards runs on incoming mail (12.5). */
export type ForwardStatus = 'active' | 'inactive';

export type ForwardFinding = Extract<MailFinding, { code: 'forward' }>;

export type OtherMailFinding = Exclude<MailFinding, ForwardFinding>;

/** `declared`: somebody in the files has its address; `deeper`: no account of danhba's stands there, `ldif` brings it up. */
export type UnmanagedStatus = 'declared' | 'deeper' | 'other';

/** An entry without danhba's mark. Its organization is that of who declares its address, where somebody does. */
export interface UnmanagedRow {
  readonly status: UnmanagedStatus;
  readonly name: string;
  readonly organization?: string;
  readonly declaredBy?: Key;
  readonly dn: string;
  readonly uuid: string;
  readonly looks: Looks;
  readonly addresses: readonly string[];
  readonly ldif?: string;
}

interface ReportRows {
  deadlines: DeadlineRow;
  inactive: InactiveRow;
  passwords: PasswordRow;
  suspended: SuspendedRow;
  held: Held;
  custodians: CustodianRow;
  legacy: LegacyRow;
  forwards: ForwardFinding;
  mail: OtherMailFinding;
  unmanaged: UnmanagedRow;
  usage: UsageRow;
}

interface ReportCounts {
  deadlines: DeadlineStatus;
  inactive: InactivityStatus;
  passwords: PasswordStatus;
  suspended: SuspendedRow['state'];
  held: HeldCode;
  custodians: CustodianStatus;
  legacy: LegacyStatus;
  forwards: ForwardStatus;
  mail: OtherMailFinding['code'];
  unmanaged: UnmanagedStatus;
  usage: UsageStatus;
}

export type ReportOf<N extends ReportName> = {
  readonly report: N;
  /** Whose part of it this is; absent where it is about all. */
  readonly organization?: string;
  readonly domain: string;
  readonly today: CalendarDate;
  /** Over everything, also where only what needs attention is in the rows. */
  readonly counts: Readonly<Partial<Record<ReportCounts[N], number>>>;
  /** Set where the read may be incomplete: rows may be missing. */
  readonly doubt?: ReadDoubt;
  /** Set where last access says nothing: nobody's term can be told. */
  readonly accessDoubt?: AccessDoubt;
  /** What to approve, once, to let what the guard holds pass. */
  readonly approval?: string;
  /** Set where nobody's password times could be read. */
  readonly passwordsUnreadable?: true;
  /** Letters in everybody's Quarantine (4.6); absent where there is none. */
  readonly quarantined?: number;
  /** Of `usage` alone: of which days, for whom, and what could not be told. */
  readonly usage?: UsageFacts;
  /** Why nothing was seen on the mail server: `skipped`, for none is set, or the failure. */
  readonly mailUnseen?: 'skipped' | Remark;
  readonly rows: readonly ReportRows[N][];
};

export type Report = { [N in ReportName]: ReportOf<N> }[ReportName];
