/** The plan: pure data that says what will be done, what will not, and why. */
import type { Account, AccountField, ActualAccount, UnmarkedEntry } from './account.ts';
import type { Key } from './key.ts';
import type { ChangeClass } from './policy.ts';
import type { ProblemCode } from './problem.ts';

export const changeKinds = [
  'create',
  'update',
  'rename',
  'suspend',
  'restore',
  'terminate',
  'transfer',
] as const;

/** `transfer` ends the mailbox a person leaves (8.2); the new one follows as a `create` (6.1). */
export type ChangeKind = (typeof changeKinds)[number];

export type WhyCode =
  | 'declared'
  | 'differs'
  | 'address-derived'
  | 'address-decided'
  | 'suspension-declared'
  | 'restoration-declared'
  | 'declared-again'
  | 'termination-declared'
  | 'removed'
  | 'dissolved'
  | 'moved';

/** Why a change is made: the rule behind it and the line that asked for it. Apply never reads it. */
export interface Why {
  readonly code: WhyCode;
  readonly clause: string;
  readonly file?: string;
  readonly line?: number;
  /** The number of the document behind it. */
  readonly document?: string;
}

interface ChangeBase {
  /** Unique in the plan: the kind and the account's key. */
  readonly id: string;
  readonly key: Key;
  readonly why: Why;
  /** Every change of a wave may run at once; waves run one after another, from 1. */
  readonly wave: number;
  /** Ids of changes that must have succeeded first. */
  readonly after: readonly string[];
  readonly account: Account;
}

export interface Creation extends ChangeBase {
  readonly kind: 'create';
  /** Which mailbox of the person this is, from 1: a former one keeps its entry. */
  readonly number: number;
}

export interface Modification extends ChangeBase {
  readonly kind: Exclude<ChangeKind, 'create'>;
  /** The facts the change was planned on: the server is asked to assert them. */
  readonly base: ActualAccount;
  readonly fields: readonly AccountField[];
}

export type Change = Creation | Modification;

export type HeldArgs = {
  /** The directory's own error about this account. */
  problem: { problem: ProblemCode; place: string };
  'organization-unreadable': { organization: string; file: string };
  'organization-vanished': { organization: string };
  'organization-emptied': { organization: string; count: number };
  'address-held': { address: string; holder: string };
  'address-cycle': { addresses: readonly string[] };
  'restoration-needed': { state: string; since: string; reason: string };
  /** An entry without our mark stands where the new one would. */
  'entry-occupied': { dn: string };
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
};

export type HeldCode = keyof HeldArgs;

/** Something that was not planned, and why. */
export type Held = {
  [C in HeldCode]: {
    readonly key: Key;
    readonly name: string;
    readonly organization: string;
    readonly code: C;
    readonly args: HeldArgs[C];
    /** The change that was held back; absent where nothing could be decided. */
    readonly kind?: ChangeKind;
  };
}[HeldCode];

/** A read that saw fewer entries than an earlier run left: lost rights, a half-restored server, a hand at work. */
export interface ReadDoubt {
  readonly seen: number;
  /** What the last complete run left; null where none is known although there are entries. */
  readonly expected: number | null;
}

export interface Plan {
  readonly format: 'danhba-plan/1';
  readonly domain: string;
  readonly baseDn: string;
  readonly today: string;
  /** SHA-256 over the changes and the facts they stand on. */
  readonly digest: string;
  /** How many accounts are wanted and how many were read. */
  readonly counts: { readonly wanted: number; readonly actual: number };
  /** Why the read may be incomplete; absent where it is known to be complete. */
  readonly doubt?: ReadDoubt;
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  /** What to approve, once, to let exactly the changes held by the guard pass; absent where it holds none. */
  readonly approval?: string;
  readonly unmarked: readonly UnmarkedEntry[];
}

/** How a plan made now differs from one that was shown before. */
export interface PlanDifference {
  /** Ids of changes that were shown and are no longer planned. */
  readonly gone: readonly string[];
  /** Ids of changes that are planned now and were not shown. */
  readonly added: readonly string[];
  /** Ids of changes planned both times on other facts. */
  readonly altered: readonly string[];
}
