/** What came of trying the reconciler's rights on an entry of the doctor's own. */
import type { Remark } from '../problems/remark.ts';

/** What a server says to something it must not let pass; anything else is told in its words. */
export type Verdict = 'refused' | 'accepted' | { readonly said: Remark };

/** What the account may do, and must not. */
export type Excess = 'delete-active' | 'rename' | 'other-attribute';

/** The entry could not be removed. */
interface Stays {
  readonly dn: string;
  readonly what: Remark;
}

export type Trial =
  /** Not tried: nothing to try it on, or another province's tree. */
  | { readonly result: 'untried' }
  /** An entry of that name is there that nobody can prove to be the doctor's: it was left alone. */
  | { readonly result: 'foreign'; readonly dn: string }
  /** Another doctor is at work. */
  | { readonly result: 'busy' }
  /** That of an earlier run. */
  | { readonly result: 'stays'; readonly stays: Stays }
  /** The planner's account could make no entry, as it must be. */
  | { readonly result: 'forbidden' }
  | Unforbidden
  /** The entry could not be made. `rights`: the rules forbid it. */
  | { readonly result: 'refused'; readonly rights: boolean; readonly what: Remark }
  | Tried;

/** The planner's account has made one. */
export interface Unforbidden {
  readonly result: 'unforbidden';
  readonly ahead: number;
  readonly stays?: Stays;
}

export interface Tried {
  readonly result: 'tried';
  /** The server's clock less this machine's, in seconds. */
  readonly ahead: number;
  /** Attributes that the account may not write, and must. */
  readonly lacks: readonly string[];
  readonly excess: readonly Excess[];
  /** Attributes that were written and are not shown. */
  readonly hidden: readonly string[];
  readonly readsHash: boolean;
  /** Whether the overlay keeps the time of a password; undefined where none could be set. */
  readonly keepsTime: boolean | undefined;
  /** Said to a password that breaks every rule; undefined where none could be set. */
  readonly weak: Verdict | undefined;
  /** Said to a second entry with the address of the first; undefined where that has none. */
  readonly second: Verdict | undefined;
  readonly stays?: Stays;
  /** Of the planner's account, where it was asked beside it. */
  readonly planner?: {
    readonly writes: boolean;
    readonly hidden: readonly string[];
    readonly readsHash: boolean;
  };
}
