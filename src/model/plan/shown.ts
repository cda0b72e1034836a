/** A plan as it is shown: the whole, or what one organization has part in. */
import type { Plan } from './plan.ts';

export type ShownPlan = Omit<Plan, 'digest'> & {
  /** Absent of a part: what is bound to a digest is the whole. */
  readonly digest?: string;
  /** Whose part it is; absent of the whole. */
  readonly organization?: string;
  /** How much of the whole is not in the part. */
  readonly elsewhere?: { readonly changes: number; readonly held: number };
};
