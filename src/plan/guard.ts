/** Stops a run that would lock or rename too many at once, until somebody approves exactly that set. */
import type { ActualAccount } from '../model/account.ts';
import { parseKey } from '../model/key.ts';
import type { Held } from '../model/plan.ts';
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

interface Excess {
  readonly drafts: readonly Draft[];
  readonly class: ChangeClass;
  /** Empty for the whole run. */
  readonly scope: string;
  readonly of: number;
  readonly limit: GuardLimit;
}

/**
 * Holds each class of change in each scope (the run, one organization) that is above both of the scope's
 * limits. `approved` is the approval a person gave for the set that was shown; another set stays held.
 */
export function guardChanges(
  drafts: readonly Draft[],
  accounts: readonly ActualAccount[],
  policy: Policy['guard'],
  approved: string | undefined,
): Guarded {
  const shielded = new Set(policy.protected);
  const locking = (draft: Draft) =>
    guardClass[draft.kind] === 'suspend' || guardClass[draft.kind] === 'terminate';
  const isProtected = (draft: Draft) => locking(draft) && shielded.has(draft.key);
  const protectedDrafts = drafts.filter(isProtected);
  const judged = drafts.filter((draft) => !isProtected(draft));

  const excesses = findExcesses(judged, accounts, policy);
  const exceeding = new Map<string, Excess>();
  for (const excess of excesses) {
    for (const draft of excess.drafts) if (!exceeding.has(draft.id)) exceeding.set(draft.id, excess);
  }
  const approval = exceeding.size > 0 ? approvalOf(judged.filter(({ id }) => exceeding.has(id))) : undefined;
  if (approved !== undefined && approved === approval) exceeding.clear();

  const held: Held[] = protectedDrafts.map((draft) => heldDraft(draft, 'protected', {}));
  for (const draft of judged) {
    const excess = exceeding.get(draft.id);
    if (excess === undefined) continue;
    held.push(
      heldDraft(draft, 'guard', {
        class: excess.class,
        scope: excess.scope,
        count: excess.drafts.length,
        of: excess.of,
        shareLimit: excess.limit.share,
        countLimit: excess.limit.count,
      }),
    );
  }
  const heldIds = new Set([...protectedDrafts.map(({ id }) => id), ...exceeding.keys()]);
  const kept = judged.filter(({ id }) => !exceeding.has(id));
  return { kept, held, heldIds, ...(approval !== undefined && exceeding.size > 0 && { approval }) };
}

function findExcesses(
  drafts: readonly Draft[],
  accounts: readonly ActualAccount[],
  policy: Policy['guard'],
): Excess[] {
  const living = accounts.filter(({ state }) => state !== undefined && state !== 'terminated');
  const perOrganization = countBy(living, (account) => scopeOf(account));
  const byClass = Map.groupBy(
    drafts.filter(({ kind }) => guardClass[kind] !== undefined),
    ({ kind }) => guardClass[kind] as ChangeClass,
  );
  const excesses: Excess[] = [];
  for (const [changeClass, ofClass] of byClass) {
    const add = (scope: string, inScope: readonly Draft[], of: number, limit: GuardLimit) => {
      if (inScope.length > limit.count && inScope.length * 100 > limit.share * of) {
        excesses.push({ drafts: inScope, class: changeClass, scope, of, limit });
      }
    };
    add('', ofClass, living.length, policy.run);
    for (const [scope, inScope] of Map.groupBy(ofClass, (draft) => draft.scope)) {
      add(scope, inScope, perOrganization.get(scope) ?? 0, policy.organization);
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
