/** What became of one change: unions, not booleans; `already` is what makes a second run safe. */

import type { Remark } from '../problems/remark.ts';
import type { ChangeKind } from './plan.ts';

export type Result =
  /** `detail`: what else is worth keeping of it, such as how many messages were archived. */
  | { readonly result: 'applied'; readonly detail?: Remark }
  /** The server was already as wanted: a run before this one, or another hand, did it. */
  | { readonly result: 'already' }
  /** Nothing was done and trying again may help. */
  | { readonly result: 'retry'; readonly detail: Remark }
  | {
      readonly result: 'failed';
      readonly detail: Remark;
      /** The lock is made all the same, and the rest is not. */
      readonly locked?: true;
      /** The server has refused the first request of it: nothing of the change is there, nor its password. */
      readonly refused?: true;
    }
  /** Not tried, because a change it needs did not succeed. */
  | { readonly result: 'skipped'; readonly detail: Remark };

/** True for a change that is now as it was wanted. */
export function isDone({ result }: Pick<Outcome, 'result'>): boolean {
  return result === 'applied' || result === 'already';
}

export interface Outcome {
  readonly id: string;
  readonly key: string;
  readonly kind: ChangeKind;
  readonly wave: number;
  readonly result: Result['result'];
  readonly detail?: Remark;
  /** The lock is made, though the change is not done. */
  readonly locked?: true;
}

/** A step of the main line that asked for a change, and what it is told of it: by them a later run finds whom to tell. */
export interface AskedBy {
  readonly commit: string;
  readonly kind: ChangeKind;
}

/** As the journal and the audit keep it: what else there is to say of it is one text. */
export type RecordedOutcome = Omit<Outcome, 'detail'> & { readonly detail?: string };
