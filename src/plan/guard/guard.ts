/** Stops a run that would lock or rename too many at once, until somebody approves exactly that set. */
import { scopeOf } from '../../model/account/account.ts';
import type { Key } from '../../model/account/key.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { ChangeClass, GuardLimit, Policy } from '../../model/directory/policy.ts';
import type { Held, HeldArgs, Hold } from '../../model/plan/plan.ts';
import { addDays, addMonths } from '../../model/time/date.ts';
import type { Draft, Sifted } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { onlyParts, type Part, withoutPart } from '../parts.ts';
import { countedOf, isEnding, kindOfPart, stateClass, takingOf, unseenOf } from './counted.ts';
import { approvalOf } from './released.ts';

/** What is kept is every change without the parts of it that are held. */
export interface Guarded extends Sifted {
  /** Those that an approval would let pass. */
  readonly awaited: readonly Draft[];
  /** The digest that approves the changes held by a limit; absent where none is. */
  readonly approval?: string;
  /** The approval that was given, where it is for exactly this set. */
  readonly approved?: string;
}

/** Many small runs must not pass what one large run may not. */
const windowDays = 7;

/** A part of a draft that counts in a class. */
interface Counting {
  readonly draft: Draft;
  readonly part: Part;
}

interface Excess {
  readonly counting: readonly Counting[];
  /** They, and what the window before them holds. */
  readonly count: number;
  readonly class: ChangeClass;
  /** Empty for the whole run. */
  readonly scope: string;
  readonly of: number;
  readonly limit: GuardLimit;
}

/** What the guard weighs the changes against: deletions of the last days have left their marks on the tombstones. */
export type GuardFacts = Pick<Facts, 'accounts' | 'quiet' | 'tombstones' | 'today' | 'doubt' | 'approved'> & {
  readonly policy: Pick<Policy, 'guard' | 'lifecycle'>;
};

/**
 * Holds each class of change in each scope (the run, one organization) that is above both of the scope's limits,
 * counting what the last seven days did already; and every such change where the read is in doubt. What is held is the
 * part that was counted: a telephone goes on where a suspension waits.
 */
export function guardChanges(drafts: readonly Draft[], facts: GuardFacts): Guarded {
  const shielded = new Set(facts.policy.guard.protected);
  const isProtected = (draft: Draft) => isEnding(draft) && shielded.has(draft.key);
  const judged = drafts.filter((draft) => !isProtected(draft));
  const limits = limitReasons(judged, facts);
  const over = judged.flatMap((draft) => {
    const parts = limits.get(draft.id);
    return parts === undefined ? [] : [onlyParts(draft, new Set(parts.keys()))];
  });
  const approval = over.length > 0 ? approvalOf(over, judged, facts.policy.lifecycle) : undefined;
  // No approval of changes lifts a doubt of the read: that is for whoever counts the entries.
  const { doubt } = facts;
  const isApproved = doubt === undefined && approval !== undefined && facts.approved === approval;

  const held: Held[] = [];
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const parts = new Set<Part>();
    const holdPart = (part: Part, why: Hold) => {
      parts.add(part);
      held.push(hold(draft, { ...why, kind: kindOfPart(draft, part) }));
    };
    const taking = takingOf(draft);
    if (isProtected(draft)) holdPart(taking ?? 'all', { code: 'protected', args: {} });
    else if (doubt !== undefined) {
      for (const part of unseenOf(draft)) holdPart(part, { code: 'read-doubtful', args: doubt });
    }
    const exceeded = isApproved || isProtected(draft) ? undefined : limits.get(draft.id);
    for (const [part, args] of exceeded ?? []) holdPart(part, { code: 'guard', args });
    const rest = [...parts].reduce<Draft | undefined>((left, part) => left && withoutPart(left, part), draft);
    if (rest !== undefined) kept.push(rest);
  }
  return {
    kept,
    held,
    awaited: isApproved ? [] : over,
    ...(approval !== undefined && (isApproved ? { approved: approval } : { approval })),
  };
}

/** For each part of a draft that is among too many: of what. */
function limitReasons(
  drafts: readonly Draft[],
  facts: GuardFacts,
): ReadonlyMap<string, ReadonlyMap<Part, HeldArgs['guard']>> {
  const reasons = new Map<string, Map<Part, HeldArgs['guard']>>();
  for (const excess of findExcesses(drafts, facts)) {
    const args = {
      class: excess.class,
      scope: excess.scope,
      count: excess.count,
      of: excess.of,
      shareLimit: excess.limit.share,
      countLimit: excess.limit.count,
    };
    for (const { draft, part } of excess.counting) {
      const parts = reasons.get(draft.id) ?? new Map<Part, HeldArgs['guard']>();
      if (!parts.has(part)) parts.set(part, args);
      reasons.set(draft.id, parts);
    }
  }
  return reasons;
}

function findExcesses(drafts: readonly Draft[], facts: GuardFacts): Excess[] {
  const { accounts, quiet, today } = facts;
  const { run, organization } = facts.policy.guard;
  const living = accounts.filter(({ state }) => state !== undefined && state !== 'terminated');
  // Nothing was done to the quiet within the window, and all of them live.
  const perOrganization = countBy(living, scopeOf, quiet?.perOrganization);
  const allPerOrganization = countBy(accounts, scopeOf, quiet?.perOrganization);
  const alive = living.length + (quiet?.count ?? 0);
  const all = accounts.length + (quiet?.count ?? 0);
  const windowStart = addDays(today, -windowDays);
  // The days danhba did it, not those a file tells. A day soon to come was written by another clock: it counts.
  const windowEnd = addDays(today, windowDays);
  const isRecent = (day: string | undefined) =>
    day !== undefined && day > windowStart && day.slice(0, 10) <= windowEnd;
  const excesses: Excess[] = [];
  const counting = Map.groupBy(
    drafts.flatMap((draft) => countedOf(draft).map((one) => ({ draft, ...one }))),
    (one) => one.class,
  );
  for (const [changeClass, ofClass] of counting) {
    const past = accounts.filter(
      ({ state, since, lockedOn, renamedOn, missing }) =>
        // The entry does not tell what it came back from: a suspension lifted counts as well.
        (changeClass === 'wake' && state === 'active' && isRecent(since)) ||
        // Even one locked on the day it was issued: whether in one run or in two, the entry does not tell.
        (isRecent(lockedOn) && state !== undefined && stateClass[state] === changeClass) ||
        (changeClass === 'rename' && isRecent(renamedOn)) ||
        (changeClass === 'terminate' && isRecent(missing)),
    );
    const pastPerOrganization = countBy(past, scopeOf);
    const add = (
      scope: string,
      inScope: readonly Counting[],
      before: number,
      left: number,
      limit: GuardLimit,
    ) => {
      const count = inScope.length + before;
      // Those who ended within the window belonged to the whole it is a share of.
      const of = left + (changeClass === 'terminate' ? before : 0);
      if (count > limit.count && count * 100 > limit.share * of) {
        excesses.push({ counting: inScope, class: changeClass, scope, count, of, limit });
      }
    };
    if (changeClass === 'delete') {
      // What was deleted is gone: its share is of all there are, and its past is on the tombstones.
      add('', ofClass, countDeleted(facts, windowStart), all, run);
      for (const [scope, inScope] of Map.groupBy(ofClass, ({ draft }) => draft.scope)) {
        add(scope, inScope, 0, allPerOrganization.get(scope) ?? 0, organization);
      }
      continue;
    }
    add('', ofClass, past.length, alive, run);
    for (const [scope, inScope] of Map.groupBy(ofClass, ({ draft }) => draft.scope)) {
      const before = pastPerOrganization.get(scope) ?? 0;
      add(scope, inScope, before, perOrganization.get(scope) ?? 0, organization);
    }
  }
  return excesses;
}

/** The accounts deleted since a day: holders of fresh tombstones that have no entry any more. */
function countDeleted({ accounts, quiet, tombstones, policy }: GuardFacts, since: CalendarDate): number {
  const keys = new Set(accounts.map(({ key }) => key));
  const isThere = (key: Key) => keys.has(key) || quiet?.has(key) === true;
  const freshUntil = addMonths(since, 12 * policy.lifecycle.tombstoneYears);
  const gone = tombstones.filter(({ holder, until }) => until > freshUntil && !isThere(holder));
  return new Set(gone.map(({ holder }) => holder)).size;
}

function countBy<T>(
  items: readonly T[],
  of: (item: T) => string,
  more: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const counts = new Map(more);
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}
