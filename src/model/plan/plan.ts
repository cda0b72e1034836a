/** The plan: pure data that says what will be done, what will not, and why. */
import type {
  AccessDoubt,
  Account,
  AccountField,
  ActualAccount,
  OtherLock,
  UnmarkedEntry,
  UnreadReplica,
} from '../account/account.ts';
import type { Key } from '../account/key.ts';
import type { PasswordPolicy, PasswordPolicyAttribute } from '../account/password-policy.ts';
import type { Places } from '../account/places.ts';
import type { CalendarDate } from '../directory/organization.ts';
import type { ChangeClass } from '../directory/policy.ts';
import type { MailFinding } from '../mail/state.ts';
import type { ProblemCode } from '../problems/problem.ts';
import type { Remark } from '../problems/remark.ts';
import type { AdoptionHeldArgs } from './adoption.ts';
import type { LongAgo } from './long-ago.ts';
import type { Misfit } from './misfit.ts';
import type { DeletionTermKind, Why } from './why.ts';

export const changeKinds = [
  'create',
  'update',
  'rename',
  'suspend',
  'restore',
  'terminate',
  'transfer',
  'reset',
  'delete',
  'password-policy',
  'end-sessions',
  'deactivate-script',
  'lock',
  'lift',
  'adopt',
  'unadopt',
] as const;

/**
 * `transfer` ends the mailbox a person leaves (8.2); the new one follows as a `create` (6.1). In no plan of a run are an
 * operator's `lock` and `lift` (17.2), and `adopt` and `unadopt`.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** An address the change gives up: it rests on a tombstone before it is let go. */
export interface Retirement {
  readonly address: string;
  readonly until: CalendarDate;
}

interface StepBase {
  /** Unique in the plan: the kind and the account's key. */
  readonly id: string;
  readonly key: Key;
  readonly why: Why;
  /** Every change of a wave may run at once; waves run one after another, from 1. */
  readonly wave: number;
  /** Ids of changes that must have succeeded first. */
  readonly after: readonly string[];
}

interface ChangeBase extends StepBase {
  readonly account: Account;
  /** A new password is made, sealed for the organization and set, to be changed at the first login (6.3, 7.3). */
  readonly credential?: true;
  readonly retires?: readonly Retirement[];
}

export interface Creation extends ChangeBase {
  readonly kind: 'create';
  /** Which mailbox of the person this is, from 1: a former one keeps its entry. */
  readonly number: number;
}

export interface Modification extends ChangeBase {
  readonly kind: Exclude<ChangeKind, 'create' | 'delete' | 'password-policy' | MailChange['kind']>;
  /**
   * The facts the change was planned on: the server is asked to assert them. Where the lack of a login is one of
   * them, `lastAccess` is given: null for an account nobody has ever logged in to.
   */
  readonly base: ActualAccount & { readonly lastAccess?: string | null };
  readonly fields: readonly AccountField[];
}

/** The end of an entry (8.1, 8.2); `account` is what is lost with it. */
export interface Deletion extends ChangeBase {
  readonly kind: 'delete';
  readonly base: ActualAccount;
}

/** Puts a password policy entry of the server right (4.1, 4.2). */
export interface PolicyCorrection extends StepBase {
  readonly kind: 'password-policy';
  readonly account?: undefined;
  readonly credential?: undefined;
  readonly retires?: undefined;
  readonly base: PasswordPolicy;
  readonly policy: PasswordPolicy;
  readonly attributes: readonly PasswordPolicyAttribute[];
}

/** On the mail server alone: cuts off who may log in no more, or switches off a script that sends mail outside (12.5). */
export interface MailChange extends StepBase {
  readonly kind: 'end-sessions' | 'deactivate-script';
  readonly account?: undefined;
  readonly credential?: undefined;
  readonly retires?: undefined;
  readonly name: string;
  readonly organization?: string;
  readonly address?: string;
  /** The mailbox, as the mail server calls it. */
  readonly user: string;
  /** The script that is switched off. */
  readonly script?: string;
}

export type AccountChange = Creation | Modification | Deletion;

/** What is written to the directory. */
export type DirectoryChange = AccountChange | PolicyCorrection;

export type Change = DirectoryChange | MailChange;

/** Work for the mail server alone; the rest is written to the directory. */
export function isMailChange(change: Change): change is MailChange {
  return change.kind === 'end-sessions' || change.kind === 'deactivate-script';
}

export type HeldArgs = AdoptionHeldArgs & {
  /** The directory's own error about this account. */
  problem: { problem: ProblemCode; place: string };
  'organization-unreadable': { organization: string; file: string };
  'organization-vanished': { organization: string };
  'organization-emptied': { organization: string; count: number };
  'address-held': { address: string; holder: string };
  'address-cycle': { addresses: readonly string[] };
  'restoration-needed': { state: string; since: string; reason: string };
  /** Another entry stands where the new one would: one without our mark, or one of this account. */
  'entry-occupied': { dn: string; holder?: Key };
  /** Other entries stand below the one that is to be deleted. */
  'entry-children': { dn: string };
  /** The entry's structural class cannot hold what an account has, and no server lets it be changed. */
  'entry-class': { dn: string; lacks: string };
  /** The entry has managed attributes with an option beside ours, and maybe addresses in them: told, never touched. */
  'entry-options': {
    dn: string;
    attributes: readonly string[];
    addresses: readonly string[];
    ldif: string;
  };
  /** A lock that danhba neither sets nor lifts keeps the holder out. */
  'locked-otherwise': { attribute: OtherLock['attribute']; value: string; ldif: string };
  guard: {
    class: ChangeClass;
    scope: string;
    count: number;
    of: number;
    shareLimit: number;
    countLimit: number;
  };
  'depends-on-held': { other: Key };
  /** The read may not have seen every entry: nothing that locks or renames rests on it. */
  'read-doubtful': ReadDoubt;
  protected: Record<never, never>;
  /** Another name stands under the id: another human, until a document says that it is the same. */
  'person-replaced': { before: string; after: string };
  /** The organization that has the person has not let go: the mailbox neither travels nor ends. */
  'release-needed': { from: string; to?: string };
  /** A merged change of the record lacks somebody's word: one of these has to agree. */
  'consent-missing': { ask: readonly string[] };
  /** No password is set along with a move, nor for a mailbox that has ended. */
  'reset-refused': { because: 'moved' | 'ended' };
  /** A suspended mailbox without the notice from which its twelve months would run (8.1). */
  'notice-missing': { since: string; earliest: CalendarDate };
  /** The term is running: twelve months from the notice (8.1), or the retention after a termination. */
  'deletion-not-due': { from: CalendarDate; due: CalendarDate; term: DeletionTermKind };
  /** The notice is older than what it is to be a notice of: no term runs from it. */
  'notice-early': {
    notice: CalendarDate;
    day: CalendarDate;
    of: 'suspension' | 'mailbox';
    /** After which day it could be deleted, were a notice given today. */
    earliest: CalendarDate;
  };
  /** The entry is no direct child of the container of its kind. */
  'entry-misplaced': Misfit;
  /** The entry is named by another attribute, by several, or by a value that is not the one it was issued under. */
  'entry-misnamed': Misfit;
  /** Two entries with one key: which of them is the mailbox, nothing on the server says. */
  'entry-duplicate': { dn: string; other: string; ldif: string };
  /** It takes what a change that waits for the approval lets go. */
  'approval-needed': { other: Key };
  /** A term ends in a year whose calendar nobody has signed off. */
  'calendar-missing': { year: number };
  /** The job's own suspension is not in the file yet (8.1). */
  'suspension-unrecorded': { since: string };
  /** Declared nowhere since a day: ends when the deadline of 8.2 is reached, unless declared elsewhere before. */
  'removal-waits': { since: CalendarDate; due: CalendarDate };
  /** Locked by an operator upon a call (17.2); no day where its value cannot be read, `open` where the lock itself is gone. */
  'operator-lock': {
    readonly since?: CalendarDate;
    readonly days?: number;
    readonly due?: CalendarDate;
    readonly overdue: boolean;
    readonly open?: true;
  };
  /** An address from before danhba, which the account does not have: such are kept, never given (13.7). */
  'legacy-new': { address: string };
  'address-retired': { address: string; holder: Key; until: CalendarDate };
  /** Nobody to seal the first password for: neither the organization nor the operator names a key. */
  'recipient-missing': { organization: string; operator: string };
  /** The password policy the account would be under is not on the server: any password would pass. */
  'password-policy-missing': { policy: string };
};

export type HeldCode = keyof HeldArgs;

/** Codes that say that an entry cannot be told for sure: an error, whatever else is well. */
export const identityCodes: ReadonlySet<HeldCode> = new Set([
  'entry-misplaced',
  'entry-misnamed',
  'entry-duplicate',
  'entry-class',
]);

/** What keeps a change back. */
export type Hold = {
  [C in HeldCode]: {
    readonly code: C;
    readonly args: HeldArgs[C];
    /** The change that is kept back; absent where nothing could be decided. */
    readonly kind?: ChangeKind;
  };
}[HeldCode];

/** The account something is said of, and the organization it counts for. */
export interface Subject {
  readonly key: Key;
  readonly name: string;
  readonly organization: string;
}

/** Something that was not planned, and why. */
export type Held = Subject & Hold;

/** A read that saw fewer entries than an earlier run left: lost rights, a half-restored server, a hand at work. */
export interface ReadDoubt {
  readonly seen: number;
  /** What the last complete run left; null where none is known although there are entries. */
  readonly expected: number | null;
}

/** What happens by itself, inactivity's suspension (8.1) or a recorded end (8.2): told so that somebody can act. */
export interface Upcoming {
  readonly key: Key;
  readonly name: string;
  readonly organization: string;
  readonly kind: 'suspend' | 'terminate';
  /** The last day to act, or of work. */
  readonly due: CalendarDate;
  /** What the term runs from; the day of the decision. */
  readonly from: CalendarDate;
}

export interface Plan extends Places {
  readonly format: 'danhba-plan/1';
  readonly domain: string;
  readonly today: string;
  /** SHA-256 over the changes and the facts they stand on. */
  readonly digest: string;
  /** How many accounts are wanted and how many were read. */
  readonly counts: { readonly wanted: number; readonly actual: number };
  /** Why the read may be incomplete; absent where it is known to be complete. */
  readonly doubt?: ReadDoubt;
  /** Set where nobody is suspended for inactivity, because last access says nothing. */
  readonly accessDoubt?: AccessDoubt;
  /** Replicas whose logins could not be read. */
  readonly unreadReplicas?: readonly UnreadReplica[];
  /** Entries that were there are taken over, or given back: everything else waits for an ordinary run. */
  readonly adopting?: true;
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  /** Accounts that will be suspended for inactivity (8.1), or end (8.2), within the policy's warning days. */
  readonly upcoming: readonly Upcoming[];
  /** Records to look at again: dated last year? Absent where there is none. */
  readonly longAgo?: readonly LongAgo[];
  /** What to approve, once, to let exactly the changes held by the guard pass; absent where it holds none. */
  readonly approval?: string;
  /** The approval that let changes pass here; absent where none was given, or it was for another set. */
  readonly approved?: string;
  readonly unmarked: readonly UnmarkedEntry[];
  /** What was found on the mail server, or why nothing could be; absent where none was asked. */
  readonly mail?: { readonly findings: readonly MailFinding[]; readonly unreachable?: Remark };
}
