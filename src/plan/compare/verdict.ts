/** What comparing one account gives: drafts of changes, what keeps others back, and what is coming. */
import type { Account } from '../../model/account/account.ts';
import type { Hold, Upcoming } from '../../model/plan/plan.ts';
import type { Draft } from '../draft.ts';

export interface Verdict {
  readonly drafts: readonly Draft[];
  readonly holds: readonly Hold[];
  readonly upcoming: readonly Upcoming[];
}

export const nothing: Verdict = { drafts: [], holds: [], upcoming: [] };

export const drafted = (...drafts: readonly Draft[]): Verdict => ({ ...nothing, drafts });

export const heldBack = (...holds: readonly Hold[]): Verdict => ({ ...nothing, holds });

/** 8.3: only a written request opens it again. */
export const restorationNeeded = ({ state, since, reason }: Account): Hold => ({
  code: 'restoration-needed',
  args: { state: state ?? '', since: since ?? '', reason: reason ?? '' },
});
