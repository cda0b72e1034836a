/** Stops a run that would lock or rename too many at once, until somebody approves exactly that set. */
import type { AccountState, ActualAccount } from '../model/account.ts';
import { addDays } from '../model/date.ts';
import { parseKey } from '../model/key.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Held, ReadDoubt } from '../model/plan.ts';
import type { ChangeClass, GuardLimit, Policy } from '../model/policy.ts';
import { digestOf } from './digest.ts';
import { type Draft, heldDraft } from './draft.ts';

export interface Guarded {
  readonly kept: readonly Draft[];
  readonly held: readonly Held[];
  /** The ids of the drafts held, for those that need them. */
  readonly heldIds: ReadonlySet<string>;
  /** The digest that approves the changes held by a limit; absent where none is. */
  readonly approval?: string;
}

const guardClass = {
  create: undefined,
  update: undefined,
  restore: undefined,
  rename: 'rename',
  suspend: 'suspend',
  terminate: 'terminate',
  transfer: 'terminate',
} as const satisfies Record<Draft['kind'], ChangeClass | undefined>;

/** Many small runs must not pass what one large run may not. */
const windowDays = 7;

/** The class of change that brought an account into its state. */
const stateClass = {
  active: undefined,
  suspended: 'suspend',
  terminated: 'terminate',
} as const satisfies Record<AccountState, ChangeClass | undefined>;

interface Excess {
  readonly drafts: readonly Draft[];
  /** The drafts and what the window before them holds. */
  readonly count: number;
  readonly class: ChangeClass;
  /** Empty for the whole run. */
  readonly scope: string;
  readonly of: number;
  readonly limit: GuardLimit;
}

/** What the guard weighs the changes against. */
export interface GuardFacts {
  readonly accounts: readonly ActualAccount[];
  readonly policy: Policy['guard'];
  readonly today: CalendarDate;
  readonly doubt?: ReadDoubt;
  /** The approval a person gave for the set that was shown; another set stays held. */
  readonly approved?: string;
}

/**
 * Holds each class of change in each scope (the run, one organization) that is above both of the scope's limits,
 * counting what the last seven days did already; and every such change where the read is in doubt.
 */
export function guardChanges(drafts: readonly Draft[], facts: GuardFacts): Guarded {
  const shielded = new Set(facts.policy.protected);
  const locking = ({ kind }: Draft) => guardClass[kind] === 'suspend' || guardClass[kind] === 'terminate';
  const protectedDrafts = drafts.filter((draft) => locking(draft) && shielded.has(draft.key));
  const judged = drafts.filter((draft) => !protectedDrafts.includes(draft));

  const reasons = holdReasons(judged, facts);
  const approval = reasons.size > 0 ? approvalOf(judged.filter(({ id }) => reasons.has(id))) : undefined;
  if (facts.approved !== undefined && facts.approved === approval) reasons.clear();

  const held: Held[] = protectedDrafts.map((draft) => heldDraft(draft, 'protected', {}));
  for (const draft of judged) {
    const hold = reasons.get(draft.id);
    if (hold !== undefined) held.push(hold(draft));
  }
  const heldIds = new Set([...protectedDrafts.map(({ id }) => id), ...reasons.keys()]);
  const kept = judged.filter(({ id }) => !reasons.has(id));
  return { kept, held, heldIds, ...(approval !== undefined && reasons.size > 0 && { approval }) };
}

/** For each draft that must not run unapproved: how to say so. */
function holdReasons(drafts: readonly Draft[], facts: GuardFacts): Map<string, (draft: Draft) => Held> {
  const reasons = new Map<string, (draft: Draft) => Held>();
  const { doubt } = facts;
  if (doubt !== undefined) {
    for (const draft of drafts) {
      if (guardClass[draft.kind] === undefined) continue;
      reasons.set(draft.id, (held) => heldDraft(held, 'read-doubtful', doubt));
    }
    return reasons;
  }
  for (const excess of findExcesses(drafts, facts)) {
    const args = {
      class: excess.class,
      scope: excess.scope,
      count: excess.count,
      of: excess.of,
      shareLimit: excess.limit.share,
      countLimit: excess.limit.count,
    };
    for (const draft of excess.drafts) {
      if (!reasons.has(draft.id)) reasons.set(draft.id, (held) => heldDraft(held, 'guard', args));
    }
  }
  return reasons;
}

function findExcesses(drafts: readonly Draft[], { accounts, policy, today }: GuardFacts): Excess[] {
  const living = accounts.filter(({ state }) => state !== undefined && state !== 'terminated');
  const perOrganization = countBy(living, scopeOf);
  const windowStart = addDays(today, -windowDays);
  const recent = accounts.filter(({ since }) => since !== undefined && since > windowStart && since <= today);
  const byClass = Map.groupBy(
    drafts.filter(({ kind }) => guardClass[kind] !== undefined),
    ({ kind }) => guardClass[kind] as ChangeClass,
  );
  const excesses: Excess[] = [];
  for (const [changeClass, ofClass] of byClass) {
    const past = recent.filter(({ state }) => state !== undefined && stateClass[state] === changeClass);
    const pastPerOrganization = countBy(past, scopeOf);
    const add = (
      scope: string,
      inScope: readonly Draft[],
      before: number,
      left: number,
      limit: GuardLimit,
    ) => {
      const count = inScope.length + before;
      // Those who ended within the window belonged to the whole it is a share of.
      const of = left + (changeClass === 'terminate' ? before : 0);
      if (count > limit.count && count * 100 > limit.share * of) {
        excesses.push({ drafts: inScope, class: changeClass, scope, count, of, limit });
      }
    };
    add('', ofClass, past.length, living.length, policy.run);
    for (const [scope, inScope] of Map.groupBy(ofClass, (draft) => draft.scope)) {
      const before = pastPerOrganization.get(scope) ?? 0;
      add(scope, inScope, before, perOrganization.get(scope) ?? 0, policy.organization);
    }
  }
  return excesses;
}

/** The organization an account counts for: its own, or the one that manages the person. */
function scopeOf(account: ActualAccount): string {
  const key = parseKey(account.key);
  return key?.kind === 'organization' ? key.id : (account.organization ?? '');
}

function countBy<T>(items: readonly T[], of: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

function approvalOf(drafts: readonly Draft[]): string {
  return digestOf(
    drafts.map((draft) => ('base' in draft ? [draft.id, draft.base, draft.account] : [draft.id])).sort(),
  );
}
