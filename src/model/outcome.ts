/** What became of one change: unions, not booleans; `already` is what makes a second run safe. */
import type { ChangeKind } from './plan.ts';

export type Result =
  /** `detail`: what else is worth keeping of it, such as how many messages were archived. */
  | { readonly result: 'applied'; readonly detail?: string }
  /** The server was already as wanted: a run before this one, or another hand, did it. */
  | { readonly result: 'already' }
  /** Nothing was done and trying again may help. */
  | { readonly result: 'retry'; readonly detail: string }
  | {
      readonly result: 'failed';
      readonly detail: string;
      /** The lock is made all the same, and the rest is not. */
      readonly locked?: true;
      /** The server has refused the first request of it: nothing of the change is there, nor its password. */
      readonly refused?: true;
    }
  /** Not tried, because a change it needs did not succeed. */
  | { readonly result: 'skipped'; readonly detail: string };

/** True for a change that is now as it was wanted. */
export function isDone({ result }: Pick<Outcome, 'result'>): boolean {
  return result === 'applied' || result === 'already';
}

/** What a change is not tried for, whatever it is: `detail` of a failure that is told for all of them together. */
export const serverEnded = 'server-ended';
export const serverSlow = 'server-slow';
export const leaseLost = 'lease lost';

/** Begins the detail of a change whose facts are not so any more; what differs follows. */
export const changedSince = 'changed since it was planned';
export const entryGone = 'the entry is gone';
/** Begins the detail of a change of which the lock alone was made; why the rest was not follows. */
export const lockedAlone = 'locked; the rest was not done';

export interface Outcome {
  readonly id: string;
  readonly key: string;
  readonly kind: ChangeKind;
  readonly wave: number;
  readonly result: Result['result'];
  readonly detail?: string;
  /** The lock is made, though the change is not done. */
  readonly locked?: true;
}
