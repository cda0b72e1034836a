/** What comparing one account gives: its drafts, what is held, what is coming. */
import type { Account } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { Held, HeldArgs, Upcoming } from '../model/plan.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

export interface Comparison {
  readonly drafts: readonly Draft[];
  readonly held: readonly Held[];
  readonly upcoming: readonly Upcoming[];
}

export const nothing: Comparison = { drafts: [], held: [], upcoming: [] };

/** Resting addresses the account may take: those decided for it (5.2.b), and those it inherits. */
export function reusesOf(declared: Declared, { book }: Scene): readonly string[] {
  const decided = declared.declaration?.addressDecision === undefined ? [] : declared.addresses;
  return [...decided, ...(book.inherited.get(declared.key)?.keys() ?? [])];
}

export function suspensionOf(actual: Account): HeldArgs['restoration-needed'] {
  return { state: actual.state ?? '', since: actual.since ?? '', reason: actual.reason ?? '' };
}
