/** The one pure call: what is declared, what is there, the policy and the day give the plan. */
import { addressesOf, type UnmarkedEntry } from '../model/account.ts';
import { type Key, organizationKey, parseKey } from '../model/key.ts';
import type { AccountChange, Change, Held, Plan, PolicyCorrection, ReadDoubt } from '../model/plan.ts';
import { type Holders, orderClaims } from './claims.ts';
import { compareAccounts } from './compare.ts';
import { holdDependents } from './dependents.ts';
import { digestOf } from './digest.ts';
import { changeId, type Draft } from './draft.ts';
import { tellGrants } from './granted.ts';
import { groupRenames, heldRenames } from './groups.ts';
import { guardChanges } from './guard.ts';
import { findLongAgo } from './long-ago.ts';
import { judgeMail } from './mail.ts';
import { holdObstructed } from './obstructed.ts';
import { withoutPart } from './parts.ts';
import { comparePasswordPolicies } from './password-policies.ts';
import { retireAddresses } from './retirement.ts';
import { makeScene } from './scene.ts';
import { factsOf } from './timeless.ts';
import { holdUnconsented } from './unconsented.ts';
import { assignWaves, type Waved } from './waves.ts';
import type { World } from './world.ts';

export interface PlanInput extends World {
  readonly unmarked: readonly UnmarkedEntry[];
  readonly doubt?: ReadDoubt;
  /** The approval of the changes the guard held, given once by a person. */
  readonly approved?: string;
}

/**
 * What is refused or held takes nothing from anybody: where the taker of a granted address turns out to be held, the
 * plan is made again without that taking, until every one of them goes through.
 */
export function makePlan(input: PlanInput): Plan {
  let refused: ReadonlySet<string> = new Set();
  for (;;) {
    const { plan, takers } = tryPlan(input, refused);
    const untaken = findUntaken(plan, takers);
    if (untaken.length === 0) return plan;
    refused = new Set([...refused, ...untaken]);
  }
}

/** Addresses that the plan takes from somebody for who was to have them, and in the end gives to nobody. */
function findUntaken({ changes }: Plan, takers: ReadonlyMap<string, Key>): readonly string[] {
  if (takers.size === 0) return [];
  const taken = new Set(
    changes.flatMap(({ key, account }) => account?.addresses.map((one) => `${key} ${one}`) ?? []),
  );
  const released = changes.flatMap((change) =>
    'fields' in change && change.account !== undefined
      ? addressesOf(change.base).filter((address) => !change.account.addresses.includes(address))
      : [],
  );
  return released.filter((address) => {
    const taker = takers.get(address);
    return taker !== undefined && !taken.has(`${taker} ${address}`);
  });
}

function tryPlan(
  input: PlanInput,
  refused: ReadonlySet<string>,
): { plan: Plan; takers: ReadonlyMap<string, Key> } {
  const { directory, accounts, tombstones, unmarked, today, doubt, approved } = input;
  const { accessDoubt, unreadReplicas } = input;
  const { policy, policyFile } = directory;
  const policies = comparePasswordPolicies(input.passwordPolicies, policy, policyFile);
  const scene = makeScene(input, policies.missing, refused);
  const compared = compareAccounts(scene);
  const organizations = new Map(
    directory.organizations.map(({ organization }) => [organization.id, organization]),
  );
  const possible = holdObstructed(compared.drafts, accounts, unmarked);
  const grouped = groupRenames(possible.kept, organizations, heldRenames(possible.kept, scene));
  const consented = holdUnconsented(grouped.kept, input.unconsented ?? new Map(), organizations);
  const guarded = guardChanges(withOrganizations(consented.kept), {
    accounts,
    tombstones,
    lifecycle: policy.lifecycle,
    policy: policy.guard,
    today,
    ...(doubt && { doubt }),
    ...(approved !== undefined && { approved }),
  });
  const heldIds = new Set([
    ...possible.heldIds,
    ...grouped.heldIds,
    ...consented.heldIds,
    ...guarded.heldIds,
  ]);
  const awaited = new Map(
    guarded.awaited.flatMap((draft) =>
      'base' in draft ? addressesOf(draft.base).map((one) => [one, draft.base.key] as const) : [],
    ),
  );
  const holders = { accounts, unmarked, tombstones, today, awaited };
  const undisturbed = settle(guarded.kept, heldIds, holders, new Set(guarded.awaited.map(({ id }) => id)));
  const rested = retireAddresses(undisturbed.waved, tombstones, policy.lifecycle.tombstoneYears, today);
  const written = tellGrants(rested, directory.grants.grants, today).map(changeOf);
  const mail = judgeMail({ ...input, policy, whole: doubt === undefined, faults: scene.faults }, written);
  const changes = [...behind(policies.corrections, written), ...mail.changes].sort(byPlace);
  const held = [
    ...policies.held,
    ...compared.held,
    ...possible.held,
    ...grouped.held,
    ...consented.held,
    ...guarded.held,
    ...undisturbed.held,
  ];
  const { domain, baseDn } = policy;
  const { aliasMonths, tombstoneYears } = policy.lifecycle;
  const longAgo = findLongAgo(scene);
  const plan: Plan = {
    format: 'danhba-plan/1',
    domain,
    baseDn,
    today,
    digest: digestOf({ domain, baseDn, aliasMonths, tombstoneYears, changes: changes.map(factsOf) }),
    counts: { wanted: input.declared.length, actual: accounts.length },
    ...(doubt && { doubt }),
    ...(accessDoubt && { accessDoubt }),
    ...(unreadReplicas && { unreadReplicas }),
    changes,
    held: held.sort(byKey),
    upcoming: [...compared.upcoming].sort((a, b) => compareText(a.due, b.due) || compareText(a.key, b.key)),
    ...(longAgo.length > 0 && { longAgo }),
    ...(guarded.approval !== undefined && { approval: guarded.approval }),
    ...(guarded.approved !== undefined && { approved: guarded.approved }),
    unmarked: [...unmarked].sort((a, b) => compareText(a.dn, b.dn)),
    ...(mail.mail && { mail: mail.mail }),
  };
  return { plan, takers: scene.book.takers };
}

/** No password is set under a policy that is not yet right. */
function behind(corrections: readonly PolicyCorrection[], changes: readonly AccountChange[]): Change[] {
  if (corrections.length === 0) return [...changes];
  const ids = corrections.map(({ id }) => id);
  const later = changes.map((change) => ({
    ...change,
    wave: change.wave + 1,
    ...(change.credential && { after: [...change.after, ...ids].sort() }),
  }));
  return [...corrections, ...later];
}

/** Holds what waits for something held, until nothing more is: each hold can keep an address from another. */
function settle(
  guarded: readonly Draft[],
  guardHeld: ReadonlySet<string>,
  holders: Holders,
  awaited: Set<string>,
): { waved: readonly Waved[]; held: readonly Held[] } {
  const held: Held[] = [];
  let drafts = guarded;
  const out = new Set(guardHeld);
  for (;;) {
    const dependents = holdDependents(drafts, out, awaited);
    const claims = orderClaims(dependents.kept, holders);
    held.push(...dependents.held, ...claims.held);
    const waves = claims.held.length === 0 ? assignWaves(claims.drafts) : undefined;
    if (waves?.held.length === 0) return { waved: waves.waved, held };
    held.push(...(waves?.held ?? []));
    const kept = waves?.waved.map(({ draft }) => draft) ?? claims.drafts;
    const keptIds = new Set(kept.map(({ id }) => id));
    // Who waits in a circle, or for what nobody frees, waits with the address alone.
    const left = dependents.kept.flatMap((draft) => {
      if (keptIds.has(draft.id)) return draft;
      return (
        (waves === undefined ? claims.withoutAddress.get(draft.id) : withoutPart(draft, 'address')) ?? []
      );
    });
    const leftIds = new Set(left.map(({ id }) => id));
    for (const { id } of drafts) if (!leftIds.has(id)) out.add(id);
    drafts = left;
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

function changeOf({ draft, wave }: Waved): AccountChange {
  const { scope: _scope, needs, leadsTo: _leadsTo, reuses: _reuses, ...made } = draft;
  const { rest: _rest, ...change } = { rest: undefined, ...made };
  return { ...change, wave, after: [...needs].sort() };
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
