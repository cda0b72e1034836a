/** Why a change is made: codes and facts; their wording is in render alone. */
import type { Key } from './key.ts';
import type { CalendarDate } from './organization.ts';

export type WhyCode =
  | 'declared'
  | 'differs'
  | 'address-derived'
  | 'address-decided'
  | 'suspension-declared'
  | 'restoration-declared'
  | 'declared-again'
  | 'custodian-left'
  | 'succeeded'
  | 'termination-declared'
  | 'removed'
  | 'dissolved'
  | 'moved'
  | 'returned'
  | 'completed'
  | 'first-seen'
  | 'inactive'
  | 'missing'
  | 'reset-requested'
  | 'term-elapsed'
  | 'retention-elapsed'
  | 'policy-declared'
  | 'locked'
  | 'must-change'
  | 'forwarding';

/** Why a change is made: the rule behind it and the line that asked for it. Apply never reads it. */
export interface Why {
  readonly code: WhyCode;
  readonly clause: string;
  readonly file?: string;
  readonly line?: number;
  /** The number of the document behind it. */
  readonly document?: string;
  /** The last day by which the rule book wants it done. */
  readonly due?: CalendarDate;
  /** What the term of a deletion ran from: of several terms the one that ended last. */
  readonly term?: DeletionTermKind;
  /** The organization whose new code makes this one of many renames. */
  readonly group?: Key;
  /** Addresses it gets by the operator's word, each with the document of the grant. */
  readonly grants?: readonly { readonly address: string; readonly document: string }[];
}

/**
 * What a mailbox is kept from: the notice (8.1) or the end (8.2); or, where that is later, the day danhba locked it, the
 * day it first heard of a notice dated far back, or the last login, which the server recorded.
 */
export type DeletionTermKind = 'notice' | 'retention' | 'lock' | 'seen' | 'access';
