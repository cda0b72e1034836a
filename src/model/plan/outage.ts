/** What is to be told when the directory server is lost amid a run, each at most once for an outage. */
import type { Remark } from '../problems/remark.ts';

export type OutageNews =
  /** `ended`: the machine answers and nobody listens; else it is silent, or refuses. `at` is the moment of the loss. */
  | { readonly kind: 'lost'; readonly at: Date; readonly ended: boolean; readonly waitSeconds: number }
  | { readonly kind: 'back'; readonly afterSeconds: number }
  | { readonly kind: 'gone'; readonly afterSeconds: number; readonly reason: Remark };
