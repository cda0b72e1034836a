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

/** Addresses of others, or at rest, that the account may take: those granted to it by name, and those it inherits. */
export function reusesOf(declared: Declared, { book }: Scene): readonly string[] {
  const granted = declared.addresses.filter((address) => book.grantedTo.get(address) === declared.key);
  return [...granted, ...(book.inherited.get(declared.key)?.keys() ?? [])];
}

export function suspensionOf(actual: Account): HeldArgs['restoration-needed'] {
  return { state: actual.state ?? '', since: actual.since ?? '', reason: actual.reason ?? '' };
}
