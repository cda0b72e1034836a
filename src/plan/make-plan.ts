/**
 * The one pure call: what is declared, what is there, the policy and the day give the plan.
 *
 * Every step takes what the one before it left, and none looks back. The order is the safety of the tool, so here is why
 * it is this one.
 *
 * 1. *Facts.* Which entry belongs to which key, who may have which address, which files can be believed. They are worked
 *    out once, before anything is decided, so that no two decisions can rest on different views of the world.
 * 2. *Compare.* Each account alone: the entry that is wanted (Articles 5 to 9 as functions of what is declared and what
 *    is there), then the entry that is there, then the change between them as a draft. A suspension by policy is wanted
 *    here, like everything else. Filtering changes afterwards would leave nobody to say why one is missing.
 * 3. *Hold what the server would refuse* (a place that is taken, an entry with others below it): before the guard counts,
 *    because what cannot be done anyway must not use up anybody's limit. For the same reason an old address that is not
 *    there yet is held here: those are kept, never given.
 * 4. *Group renames.* One new code renames a whole house. The renames are tied to the one they follow before the guard,
 *    so that a reviewer sees one cause, and before consent, so that they wait where it waits.
 * 5. *Hold what lacks consent.* Before the guard for the same reason as step 3: what nobody entitled agreed to is not done
 *    and not counted, and an approval of the guard's set can never stand in for the consent that is missing.
 * 6. *Guard.* Counts what would really be taken from people in this run, with what the last seven days have taken. It has
 *    to come after every step that removes changes, or it would hold the rest for numbers that are not so; and before
 *    settling, because what it holds keeps addresses from others.
 * 7. *Settle.* A held change keeps its address, so whoever wanted that address waits, and whoever wanted theirs. This
 *    runs until nothing more is held. Only then is the order of waves known: a wave is one more than the latest change it
 *    needs.
 * 8. *Tombstones.* Every address that the remaining changes give up is laid to rest. Earlier it would not be known which
 *    ones do. What somebody else takes by a decision in the same run rests too: a crash may come between the two.
 * 9. *Mail.* The mail server is judged last, against what will have been written: whom this plan locks, it cuts off by
 *    itself, and needs no change of its own for that.
 * 10. *Digest.* Over the changes and the facts they stand on, without reasons and without the day: what was shown in the
 *    evening is what may run in the morning.
 *
 * An adoption is a plan of its own (`adoption/plan.ts`): entries are taken over as they are, and everything else waits
 * for the next run.
 *
 * Two things cross this order, both on purpose. A held change gives its parts back (`parts.ts`): a lock never waits for
 * an address, a telephone never waits for a lock. And a grant takes an address from its holder only if the taker gets it:
 * `makePlan` tries, sees whose taking was held in the end, and plans again without it.
 */
import { addressesOf } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import { otherNames } from '../model/account/places.ts';
import type { AccountChange, Change, Held, Plan, PolicyCorrection } from '../model/plan/plan.ts';
import { planAdoption } from './adoption/plan.ts';
import { compareAccounts } from './compare/accounts.ts';
import { judgeMail } from './compare/mail.ts';
import { comparePasswordPolicies } from './compare/password-policies.ts';
import { digestOf } from './digest.ts';
import type { Draft, Sifted } from './draft.ts';
import { makeFacts, type PlanInput } from './facts/facts.ts';
import { guardChanges } from './guard/guard.ts';
import { behindOrganizations } from './order/dependents.ts';
import { tellGrants } from './order/granted.ts';
import { groupRenames, heldRenames } from './order/groups.ts';
import { holdObstructed } from './order/obstructed.ts';
import { retireAddresses } from './order/retirement.ts';
import { settle } from './order/settle.ts';
import { holdUnconsented } from './order/unconsented.ts';
import { holdUnkept } from './order/unkept.ts';
import type { Waves } from './order/waves.ts';
import { findLongAgo } from './remarks/long-ago.ts';
import { factsOf } from './timeless.ts';

/**
 * What is refused or held takes nothing from anybody: where the taker of a granted address turns out to be held, the
 * plan is made again without that taking, until every one of them goes through.
 */
export function makePlan(input: PlanInput): Plan {
  if (input.adoption?.candidates !== undefined) return planAdoption(input, input.adoption);
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
  const { directory, accounts, today, doubt, accessDoubt, unreadReplicas } = input;
  const { policy, policyFile } = directory;
  const quiet = input.quiet?.count ?? 0;
  const policies = comparePasswordPolicies(input.passwordPolicies, policy, policyFile);
  const facts = makeFacts(input, policies.missing, refused);
  const compared = compareAccounts(facts);
  const possible = holdObstructed(compared.drafts, facts);
  const lasting = holdUnkept(possible.kept, facts);
  const grouped = groupRenames(lasting.kept, facts.lineOf, heldRenames(lasting.kept, facts));
  const consented = holdUnconsented(grouped.kept, facts.unconsented ?? new Map(), facts.lineOf);
  const guarded = guardChanges(behindOrganizations(consented.kept), facts);
  const sifted = [possible, lasting, grouped, consented, guarded];
  const settled = settle(guarded, heldIn(compared.drafts, sifted), facts);
  const written = tellGrants(retireAddresses(settled.drafts, facts), facts).map((draft) =>
    changeOf(draft, settled.waves),
  );
  const mail = judgeMail(facts, written);
  const changes = [...behind(policies.corrections, written), ...mail.changes].sort(byPlace);
  const held = [policies, compared, ...sifted, settled].flatMap((step) => step.held);
  const { domain, baseDn } = policy;
  const { aliasMonths, tombstoneYears } = policy.lifecycle;
  const longAgo = findLongAgo(facts);
  const plan: Plan = {
    format: 'danhba-plan/1',
    domain,
    baseDn,
    ...otherNames(policy),
    today,
    digest: digestOf({
      domain,
      baseDn,
      ...otherNames(policy),
      aliasMonths,
      tombstoneYears,
      changes: changes.map(factsOf),
    }),
    counts: { wanted: input.declared.length + quiet, actual: accounts.length + quiet },
    ...(doubt && { doubt }),
    ...(accessDoubt && { accessDoubt }),
    ...(unreadReplicas && { unreadReplicas }),
    changes,
    held: held.sort(byKey),
    upcoming: [...compared.upcoming].sort((a, b) => compareText(a.due, b.due) || compareText(a.key, b.key)),
    ...(longAgo.length > 0 && { longAgo }),
    ...(guarded.approval !== undefined && { approval: guarded.approval }),
    ...(guarded.approved !== undefined && { approved: guarded.approved }),
    unmarked: [...input.unmarked].sort((a, b) => compareText(a.dn, b.dn)),
    ...(mail.mail && { mail: mail.mail }),
  };
  return { plan, takers: facts.book.takers };
}

/** The ids of what the steps have held, in whole or in part: what needs it waits, or goes on with the rest. */
function heldIn(drafts: readonly Draft[], steps: readonly Sifted[]): Set<string> {
  const out = new Set<string>();
  let before = drafts;
  for (const { kept } of steps) {
    const ids = new Set(kept.map(({ id }) => id));
    for (const { id } of before) if (!ids.has(id)) out.add(id);
    before = kept;
  }
  return out;
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

function changeOf(draft: Draft, waves: Waves): AccountChange {
  const { scope: _scope, needs, leadsTo: _leadsTo, reuses: _reuses, ...made } = draft;
  const { rest: _rest, ...change } = { rest: undefined, ...made };
  return { ...change, wave: waves.get(draft.id) ?? 1, after: [...needs].sort() };
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
