/** What a pull request comes to: who has to agree, what is wrong with it, and what it would change. */
import type { Key } from '../account/key.ts';
import type { CalendarDate, Termination } from '../directory/organization.ts';
import type { LongAgo } from '../plan/long-ago.ts';
import type { Change, Held, ReadDoubt } from '../plan/plan.ts';
import type { Problem } from '../problems/problem.ts';

/** Why somebody has to agree. */
export type ConsentCode =
  /** The organization's own file changes. */
  | 'changed'
  /** One of its people, whose leaving it has not recorded, is declared by another organization (8.2). */
  | 'moved-away'
  /** Another file takes the organization's id. */
  | 'id-taken'
  /** A key changes that is the operator's to change (5.2.b, 8.1, 8.3). */
  | 'operator-key'
  /** A file the base branch does not have as an organization's, below or outside the directory. */
  | 'new-organization'
  | 'outside';

/** A record that needs somebody's word: whose, where it stands, and which of its keys. */
export interface ConsentRecord {
  readonly key: Key;
  readonly file: string;
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Consent {
  readonly code: ConsentCode;
  /** Absent where only an operator may. */
  readonly organization?: string;
  readonly files: readonly string[];
  /** One of these has to agree: representatives, or the operators where there are none. */
  readonly ask: readonly string[];
  /** None where the file alone changes: comments, order, its place. */
  readonly records: readonly ConsentRecord[];
}

export type AuthorVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly missing: readonly Consent[];
      /** Teams that may have spoken: nobody was told who is in them, so that their word counts for nothing. */
      readonly unreadTeams?: readonly string[];
    };

/** How the plan with the pull request differs from the one without it. */
export interface PlanDelta {
  readonly added: readonly Change[];
  /** Planned both times, on other facts: as it would be with the pull request. */
  readonly altered: readonly Change[];
  readonly gone: readonly Change[];
  /** What is held back only with the pull request. */
  readonly held: readonly Held[];
  /** What to approve, once, where the guard holds some of it. */
  readonly approval?: string;
  /** Why the read it rests on may be incomplete. */
  readonly doubt?: ReadDoubt;
}

/** Nothing is wrong with it, and somebody should look. */
export type ReviewNote =
  /** A value of policy.yaml, by the way to it; JSON, or ∅ where there is none. */
  | {
      readonly code: 'policy-changed';
      readonly setting: string;
      readonly before: string;
      readonly after: string;
    }
  /** A date so far back that its year may be mistyped, with the day after which the mailbox could be deleted. */
  | {
      readonly code: 'long-ago';
      readonly name: string;
      readonly field: LongAgo['field'];
      readonly date: CalendarDate;
      readonly deletable: CalendarDate;
    }
  /** The custodian before knows the agency's password still (9.1). */
  | { readonly code: 'password-known'; readonly organization: string; readonly custodian: string };

/** The last day to answer by the rule book. */
export interface Term {
  readonly due: CalendarDate;
  readonly days: number;
  readonly clause: string;
  /** Working days from the day the request was received; or days from that of a decision, to notify it in (8.2). */
  readonly since: 'receipt' | 'decision';
  readonly from: CalendarDate;
  /** Working days from the receipt, as the label counts them. */
  readonly label: number;
}

/** Somebody whose last day of work is still to come: the pull request records it, moves it or takes it back. */
export interface LeavingPerson {
  readonly id: string;
  readonly name: string;
  readonly organization: string;
  readonly line: number | undefined;
  readonly reason: Termination['reason'];
  readonly decided: CalendarDate;
  /** The last day of work, and of the mailbox; absent where it is taken back. */
  readonly until?: CalendarDate;
  /** The one it was before. */
  readonly was?: CalendarDate;
}

/** Somebody whose lines are gone from the files, and of whom no file says why. */
export interface RemovedPerson {
  readonly id: string;
  readonly name: string;
  readonly organization: string;
  /** The last day before the mailbox ends by itself, where it would. */
  readonly due?: CalendarDate;
}

/** Who asked, and what the things are called that the answer tells of. */
export interface Asking {
  readonly author: string;
  /** The issue of the form it was made of. */
  readonly form?: number;
  /** Whose approval stands for what is proposed now. */
  readonly approvers: readonly string[];
  /** The author alone may change all of it. */
  readonly isOwn: boolean;
  readonly names: ReadonlyMap<Key, string>;
  /** Ids of organizations whose files differ. */
  readonly organizations: readonly string[];
}

export interface Review {
  readonly verdict: AuthorVerdict;
  readonly asking: Asking;
  readonly term?: Term;
  readonly removed?: readonly RemovedPerson[];
  readonly leaving?: readonly LeavingPerson[];
  /** The issue in which what the guard holds is approved, where there is one. */
  readonly heldIssue?: number;
  /** Those the pull request brings. */
  readonly problems: readonly Problem[];
  /** How many were there before. */
  readonly earlierProblems: number;
  /** Files in which the base branch has changed the same place meanwhile: it cannot be merged as it is. */
  readonly conflicts?: readonly string[];
  /** Commits of the base branch nobody could merge it with: what they changed looks like its own doing. */
  readonly behind: number;
  /** Absent where no server could be asked: for a fork, or one that did not answer. */
  readonly plan?: PlanDelta;
  readonly notes?: readonly ReviewNote[];
}
