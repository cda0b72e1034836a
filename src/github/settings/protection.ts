/** Reads how a branch is protected: the classic protection, and every ruleset that is active on it. */
import type { BypassActor, ProtectionLayer, Seen } from '../../model/github/repository-settings.ts';
import type { GitHub } from '../connect/open.ts';
import { see, seeOrNone } from './seen.ts';

type Classic = Awaited<ReturnType<GitHub['octokit']['rest']['repos']['getBranchProtection']>>['data'];
type Rules = Awaited<ReturnType<GitHub['octokit']['rest']['repos']['getBranchRules']>>['data'];
type Ruleset = Awaited<ReturnType<GitHub['octokit']['rest']['repos']['getRepoRuleset']>>['data'];

/** Undefined where the branch has none. */
export async function readClassic(
  github: GitHub,
  branch: string,
): Promise<Seen<ProtectionLayer | undefined>> {
  return await seeOrNone(async () => {
    const { data } = await github.octokit.rest.repos.getBranchProtection({ ...github.place, branch });
    return classicLayer(data);
  }, 'github-unprotected');
}

function classicLayer(told: Classic): ProtectionLayer {
  const reviews = told.required_pull_request_reviews;
  const checks = told.required_status_checks;
  const allowed = reviews?.bypass_pull_request_allowances;
  const bypass: readonly BypassActor[] = [
    ...(told.enforce_admins?.enabled === true ? [] : [{ kind: 'administrators' } as const]),
    ...(allowed?.users ?? []).map(({ login }) => ({ kind: 'user', id: login }) as const),
    ...(allowed?.teams ?? []).map(({ slug }) => ({ kind: 'team', id: slug }) as const),
    ...(allowed?.apps ?? []).map((app) => ({ kind: 'app', id: app?.slug ?? '?' }) as const),
  ];
  return {
    source: { kind: 'classic' },
    pullRequest: reviews !== undefined,
    codeOwners: reviews?.require_code_owner_reviews === true,
    staleApprovals: reviews?.dismiss_stale_reviews === true,
    lastPush: reviews?.require_last_push_approval === true,
    checks: (checks?.checks ?? []).map(({ context, app_id }) => ({ name: context, app: appOf(app_id) })),
    upToDate: checks?.strict === true,
    forcePushes: told.allow_force_pushes?.enabled === true,
    deletions: told.allow_deletions?.enabled === true,
    bypass,
  };
}

/** GitHub writes "from any source" as nothing, or as -1. */
const appOf = (id: number | null | undefined): number | undefined => (id == null || id < 0 ? undefined : id);

export async function readRulesets(
  github: GitHub,
  branch: string,
): Promise<Seen<readonly ProtectionLayer[]>> {
  return await see(async () => {
    const rules: Rules = await github.octokit.paginate(github.octokit.rest.repos.getBranchRules, {
      ...github.place,
      branch,
      per_page: 100,
    });
    const layers: ProtectionLayer[] = [];
    for (const [id, own] of Map.groupBy(rules, ({ ruleset_id }) => ruleset_id)) {
      if (id === undefined) continue;
      const ruleset = await see(async () => await readRuleset(github, id));
      layers.push(rulesetLayer(id, own, ruleset.seen ? ruleset.value : undefined));
    }
    return layers;
  });
}

async function readRuleset(github: GitHub, id: number): Promise<Ruleset> {
  return (await github.octokit.rest.repos.getRepoRuleset({ ...github.place, ruleset_id: id })).data;
}

function rulesetLayer(id: number, rules: Rules, ruleset: Ruleset | undefined): ProtectionLayer {
  const pulls = rules.flatMap((rule) => (rule.type === 'pull_request' ? [rule.parameters] : []));
  const checks = rules.flatMap((rule) => (rule.type === 'required_status_checks' ? [rule.parameters] : []));
  const [{ ruleset_source_type: level, ruleset_source: source = '' } = {}] = rules;
  return {
    source: {
      kind: 'ruleset',
      id,
      name: ruleset?.name ?? `#${id}`,
      organization: level === 'Repository' ? undefined : source,
    },
    pullRequest: pulls.length > 0,
    codeOwners: pulls.some((one) => one?.require_code_owner_review),
    staleApprovals: pulls.some((one) => one?.dismiss_stale_reviews_on_push),
    lastPush: pulls.some((one) => one?.require_last_push_approval),
    checks: checks
      .flatMap((one) => one?.required_status_checks ?? [])
      .map(({ context, integration_id }) => ({ name: context, app: appOf(integration_id) })),
    upToDate: checks.some((one) => one?.strict_required_status_checks_policy),
    forcePushes: !rules.some(({ type }) => type === 'non_fast_forward'),
    deletions: !rules.some(({ type }) => type === 'deletion'),
    bypass: bypassOf(ruleset),
  };
}

/** GitHub shows the list only to who may change the ruleset; to others, whether they may pass it by themselves. */
function bypassOf(ruleset: Ruleset | undefined): readonly BypassActor[] | undefined {
  if (ruleset?.bypass_actors !== undefined) return ruleset.bypass_actors.map(actorOf);
  const mine = ruleset?.current_user_can_bypass;
  return mine === undefined || mine === 'never' ? undefined : [{ kind: 'token-owner' }];
}

function actorOf({
  actor_type: type,
  actor_id: id,
}: NonNullable<Ruleset['bypass_actors']>[number]): BypassActor {
  // The newest kind, which the types of Octokit do not have yet.
  switch (type as typeof type | 'User') {
    case 'OrganizationAdmin':
      return { kind: 'organization-owners' };
    case 'DeployKey':
      return { kind: 'deploy-keys' };
    case 'RepositoryRole':
      return { kind: 'role', id: id ?? '?' };
    case 'Integration':
      return { kind: 'app', id: id ?? '?' };
    case 'Team':
      return { kind: 'team', id: id ?? '?' };
    case 'User':
      return { kind: 'user', id: id ?? '?' };
  }
}
