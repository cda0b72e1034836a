/** What is to be done about the mailboxes, told so that it can be shown: no id of a person, no document, no reason. */
import type { AccessDoubt, AccountState } from '../account/account.ts';
import type { CalendarDate } from '../directory/organization.ts';
import type { MailFindingCode } from '../mail/state.ts';
import type { ChangeKind, HeldCode } from '../plan/plan.ts';
import type { CustodianStatus, DeadlineEvent } from '../report.ts';
import type { History } from './history.ts';

/** The worst first; `now`: the term has run out, and what follows is to be done. */
export const workClasses = ['overdue', 'now', 'held', 'custodian', 'mail', 'waits', 'ending'] as const;

export type WorkClass = (typeof workClasses)[number];

export type What =
  | { readonly of: 'deadline'; readonly event: DeadlineEvent; readonly change?: ChangeKind }
  /** The next run makes it. */
  | { readonly of: 'change'; readonly change: ChangeKind }
  | { readonly of: 'held'; readonly code: HeldCode; readonly change?: ChangeKind }
  | { readonly of: 'custodian'; readonly status: Exclude<CustodianStatus, 'assigned'> }
  /** `agency`: in the organization's own mailbox, which its custodian looks after. */
  | { readonly of: 'mail'; readonly code: MailFindingCode; readonly agency: boolean };

export interface Work {
  readonly class: WorkClass;
  /** Empty where it is of none that is shown. */
  readonly organization: string;
  /** Empty of a mailbox nobody knows a name of. */
  readonly name: string;
  /** The page of the person; absent where there is none. */
  readonly slug?: string;
  readonly what: What;
  readonly due?: CalendarDate;
}

export interface Overview {
  readonly today: CalendarDate;
  /** Mailboxes on the server, by state. */
  readonly accounts: Readonly<Record<AccountState, number>>;
  /** By organization, each in the order of `workClasses` and of the days. */
  readonly work: ReadonlyMap<string, readonly Work[]>;
  /** Why nothing is told of the mail server. */
  readonly mailUnseen?: 'skipped' | 'unreachable';
  readonly accessDoubt?: AccessDoubt;
  /** What the audit tells of the weeks before; `broken`: its chain does not hold. Absent where none was given. */
  readonly history?: History | 'broken';
}
