/** The one pure call: what is declared, what is there, the policy and the day give the plan. */
import type { UnmarkedEntry } from '../model/account.ts';
import { organizationKey, parseKey } from '../model/key.ts';
import type { Change, Held, Plan, ReadDoubt } from '../model/plan.ts';
import { orderClaims } from './claims.ts';
import { compareAccounts } from './compare.ts';
import { digestOf } from './digest.ts';
import { changeId, type Draft, holdDependents } from './draft.ts';
import { guardChanges } from './guard.ts';
import { factsOf } from './plan-difference.ts';
import { assignWaves, type Waved } from './waves.ts';
import type { World } from './world.ts';

export interface PlanInput extends World {
  readonly unmarked: readonly UnmarkedEntry[];
  readonly doubt?: ReadDoubt;
  /** The approval of the changes the guard held, given once by a person. */
  readonly approved?: string;
}

export function makePlan(input: PlanInput): Plan {
  const { directory, accounts, unmarked, today } = input;
  const compared = compareAccounts(input);
  const { doubt, approved } = input;
  const guarded = guardChanges(compared.drafts, {
    accounts,
    policy: directory.policy.guard,
    today,
    ...(doubt && { doubt }),
    ...(approved !== undefined && { approved }),
  });
  const undisturbed = settle(guarded.kept, guarded.heldIds, accounts, unmarked);
  const waves = assignWaves(undisturbed.drafts);
  const changes = waves.waved.map(changeOf).sort(byPlace);
  const held = [...compared.held, ...guarded.held, ...undisturbed.held, ...waves.held].sort(byKey);
  const { domain, baseDn } = directory.policy;
  return {
    format: 'danhba-plan/1',
    domain,
    baseDn,
    today,
    digest: digestOf({ domain, baseDn, changes: changes.map(factsOf) }),
    counts: { wanted: input.declared.length, actual: accounts.length },
    ...(doubt && { doubt }),
    changes,
    held,
    ...(guarded.approval !== undefined && { approval: guarded.approval }),
    unmarked: [...unmarked].sort((a, b) => compareText(a.dn, b.dn)),
  };
}

/** Holds what waits for something held, until nothing more is: each hold can keep an address from another. */
function settle(
  guarded: readonly Draft[],
  guardHeld: ReadonlySet<string>,
  accounts: World['accounts'],
  unmarked: readonly UnmarkedEntry[],
): { drafts: readonly Draft[]; held: readonly Held[] } {
  const held: Held[] = [];
  let drafts = withOrganizations(guarded);
  const out = new Set(guardHeld);
  for (;;) {
    const dependents = holdDependents(drafts, out);
    const claims = orderClaims(dependents.kept, accounts, unmarked);
    held.push(...dependents.held, ...claims.held);
    if (claims.held.length === 0) return { drafts: claims.drafts, held };
    const keptIds = new Set(claims.drafts.map(({ id }) => id));
    for (const { id } of drafts) if (!keptIds.has(id)) out.add(id);
    drafts = dependents.kept.filter(({ id }) => keptIds.has(id));
  }
}

/** A person's account is issued after the organization it belongs to. */
function withOrganizations(drafts: readonly Draft[]): readonly Draft[] {
  const created = new Set(drafts.filter(({ kind }) => kind === 'create').map(({ key }) => key));
  return drafts.map((draft) => {
    const organization = organizationKey(draft.scope);
    const person = parseKey(draft.key)?.kind === 'person';
    if (draft.kind !== 'create' || !person || !created.has(organization)) return draft;
    return { ...draft, needs: [...draft.needs, changeId('create', organization)] };
  });
}

function changeOf({ draft, wave }: Waved): Change {
  const { scope: _scope, needs, ...rest } = draft;
  return { ...rest, wave, after: [...needs].sort() };
}

function byPlace(a: Change, b: Change): number {
  return a.wave - b.wave || compareText(a.key, b.key) || compareText(a.kind, b.kind);
}

function byKey(a: Held, b: Held): number {
  return compareText(a.key, b.key) || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
