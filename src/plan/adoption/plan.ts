/** The plan of an adoption: the entries its file names are taken over, or held, and nothing else is done. */
import type { ObservedAccount } from '../../model/account/account.ts';
import type { OpenAdoption } from '../../model/adoption.ts';
import type { Change, Held, Plan } from '../../model/plan/plan.ts';
import { digestOf } from '../digest.ts';
import type { Draft, ModificationDraft } from '../draft.ts';
import { makeFacts, type PlanInput } from '../facts/facts.ts';
import { guardChanges } from '../guard/guard.ts';
import { factsOf } from '../timeless.ts';
import { compareAdoption } from './compare.ts';

/**
 * Each change stands by itself: no address passes from one to another here. The guard counts whom it shuts out among all
 * that there will be, and a read in doubt holds everything.
 */
export function planAdoption(input: PlanInput, adoption: OpenAdoption): Plan {
  const facts = makeFacts(input, new Set());
  const { drafts, held } = compareAdoption(adoption, facts);
  const guarded = guardChanges(drafts, { ...facts, accounts: [...facts.accounts, ...drafts.map(asAtWork)] });
  return {
    ...planOf(input, guarded.kept, [...held, ...guarded.held]),
    ...(guarded.approval !== undefined && { approval: guarded.approval }),
    ...(guarded.approved !== undefined && { approved: guarded.approved }),
  };
}

const asAtWork = ({ base: { dn, uuid }, account }: ModificationDraft): ObservedAccount => {
  const { lockedOn: _lockedOn, renamedOn: _renamedOn, ...rest } = account;
  return { ...rest, dn, uuid, state: 'active' };
};

/** One wave, in the order of the keys. */
export function planOf(
  { directory, declared, accounts, unmarked, today, doubt }: PlanInput,
  drafts: readonly Draft[],
  held: readonly Held[],
): Plan {
  const { domain, baseDn, lifecycle } = directory.policy;
  const changes = drafts.map(changeOf).sort(byKey);
  const { aliasMonths } = lifecycle;
  const taken = new Set(
    drafts.flatMap((draft) => ('base' in draft && 'dn' in draft.base ? draft.base.dn : [])),
  );
  return {
    format: 'danhba-plan/1',
    domain,
    baseDn,
    today,
    digest: digestOf({ domain, baseDn, aliasMonths, changes: changes.map(factsOf) }),
    counts: { wanted: declared.length, actual: accounts.length },
    ...(doubt && { doubt }),
    adopting: true,
    changes,
    held: [...held].sort(byKey),
    upcoming: [],
    // Those that are taken over are the last of whom "never touched" may be said.
    unmarked: unmarked.filter(({ dn }) => !taken.has(dn)).sort((a, b) => (a.dn < b.dn ? -1 : 1)),
  };
}

function changeOf({ scope: _scope, needs: _needs, ...draft }: Draft): Change {
  const { leadsTo: _leadsTo, reuses: _reuses, ...change } = draft;
  return { ...change, wave: 1, after: [] };
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
