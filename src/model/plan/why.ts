/** Why a change is made: codes and facts; their wording is in render alone. */
import type { Key } from '../account/key.ts';
import type { CalendarDate } from '../directory/organization.ts';

export type WhyCode =
  | 'declared'
  | 'differs'
  | 'address-derived'
  | 'address-decided'
  | 'legacy-over'
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
  | 'operator'
  | 'adopted'
  | 'given-back'
  | 'forwarding';

/** The clause each reason rests on. */
export const clauseOf = {
  declared: '6.1',
  differs: '6.2',
  'address-derived': '5.2.a',
  'address-decided': '5.2.b',
  'legacy-over': '13.7',
  'suspension-declared': '8.1',
  'restoration-declared': '8.3',
  'declared-again': '6.1',
  'custodian-left': '9.1',
  succeeded: '8.2',
  'termination-declared': '8.2',
  removed: '8.2',
  dissolved: '8.2',
  moved: '8.2',
  returned: '8.2',
  completed: '6.2',
  'first-seen': '8.1',
  inactive: '8.1',
  missing: '8.2',
  'reset-requested': '7.1',
  'term-elapsed': '8.1',
  'retention-elapsed': '8.2',
  'policy-declared': '4.1',
  locked: '8.1',
  'must-change': '7.3',
  operator: '17.2',
  adopted: '13.7',
  'given-back': '13.7',
  forwarding: '12.5',
} as const satisfies Record<WhyCode, string>;

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
