/** Reads the settings of the repository with an operator's token; what it may not see is told as unseen. */
import type {
  EnvironmentFacts,
  OwnersError,
  RepositoryFacts,
  RepositorySettings,
  Seen,
  UnseenReason,
} from '../../model/github/repository-settings.ts';
import type { GitHub } from '../connect/open.ts';
import { readBranch } from '../files/git-data.ts';
import { readTeamMembers } from '../pull/team-members.ts';
import { readClassic, readRulesets } from './protection.ts';
import { readRunnerGroups, readRunnerLabel, readRunners } from './runners.ts';
import { see, seeOrNone } from './seen.ts';

const hidden = (reason: UnseenReason = 'rights') => ({ seen: false, reason }) as const;

/**
 * @param logins whose access is asked for.
 * @param teams whose members are asked for.
 * @throws ExpectedError where GitHub cannot be used at all, or the token is not valid.
 */
export async function readRepositorySettings(
  github: GitHub,
  logins: readonly string[],
  teams: readonly string[] = [],
): Promise<RepositorySettings> {
  const repository = await readRepository(github);
  if (!repository.seen) return nothingSeen(repository);
  const { organization, defaultBranch: branch } = repository.value;
  return {
    repository,
    classic: await readClassic(github, branch),
    rulesets: await readRulesets(github, branch),
    actionsApp: await readActionsApp(github),
    ownersErrors: await readOwnersErrors(github, branch),
    environments: await readEnvironments(github),
    secrets: await readSecrets(github, organization),
    labels: await readLabels(github),
    workflowToken: await readWorkflowToken(github),
    runnerLabel: await readRunnerLabel(github),
    runners: await readRunners(github),
    runnerGroups: await readRunnerGroups(github, organization),
    access: await readAccess(github, logins),
    teams: await readTeams(github, teams),
    withoutTwoFactor: await readWithoutTwoFactor(github, organization),
  };
}

/** To whom the repository is hidden, everything below it is. */
export function nothingSeen(
  repository: Extract<RepositorySettings['repository'], { seen: false }>,
): RepositorySettings {
  return {
    repository,
    classic: hidden(),
    rulesets: hidden(),
    actionsApp: hidden(),
    ownersErrors: hidden(),
    environments: hidden(),
    secrets: hidden(),
    labels: hidden(),
    workflowToken: hidden(),
    runnerLabel: hidden(),
    runners: hidden(),
    runnerGroups: hidden(),
    access: hidden(),
    teams: hidden(),
    withoutTwoFactor: hidden(),
  };
}

async function readRepository({ octokit, place }: GitHub): Promise<Seen<RepositoryFacts>> {
  return await see(async () => {
    const { data } = await octokit.rest.repos.get({ ...place });
    return {
      private: data.private,
      defaultBranch: data.default_branch,
      name: data.full_name,
      organization: data.owner.type === 'Organization' ? data.owner.login : undefined,
    };
  });
}

async function readActionsApp({ octokit }: GitHub): Promise<Seen<number>> {
  const app = await see(async () => (await octokit.rest.apps.getBySlug({ app_slug: 'github-actions' })).data);
  return app.seen && app.value !== null ? { seen: true, value: app.value.id } : hidden();
}

async function readOwnersErrors(
  github: GitHub,
  branch: string,
): Promise<Seen<readonly OwnersError[] | undefined>> {
  const { octokit, place } = github;
  const errors = await see(async () => {
    const { data } = await octokit.rest.repos.codeownersErrors({ ...place, ref: branch });
    return data.errors.map(({ line, kind, source = '' }) => ({ line, kind, source: source.trim() }));
  });
  if (errors.seen) return errors;
  // A repository without the file answers as one that hides it; a token that sees the branch would see the file.
  const visible = await see(async () => await readBranch(github, branch));
  return visible.seen && visible.value !== undefined ? { seen: true, value: undefined } : errors;
}

interface ToldEnvironment {
  readonly id: number;
  readonly name: string;
  readonly deployment_branch_policy?: { readonly custom_branch_policies: boolean } | null;
}

async function readEnvironments(github: GitHub): Promise<Seen<readonly EnvironmentFacts[]>> {
  const { octokit, place } = github;
  return await see(async () => {
    const all = await octokit.paginate<ToldEnvironment>('GET /repos/{owner}/{repo}/environments', {
      ...place,
      per_page: 100,
    });
    const environments: EnvironmentFacts[] = [];
    for (const { id, name, deployment_branch_policy: policy } of all) {
      const branches =
        policy == null
          ? 'all'
          : policy.custom_branch_policies
            ? await readBranchPolicies(github, name)
            : 'protected';
      environments.push({ id, name, branches });
    }
    return environments;
  });
}

async function readBranchPolicies({ octokit, place }: GitHub, environment: string) {
  const list = octokit.rest.repos.listDeploymentBranchPolicies;
  return await see(async () =>
    (await octokit.paginate(list, { ...place, environment_name: environment, per_page: 100 })).map(
      ({ name = '', type = 'branch' }) => ({ name, type }),
    ),
  );
}

async function readSecrets(
  { octokit, place }: GitHub,
  organization: string | undefined,
): Promise<Seen<readonly string[]>> {
  return await see(async () => {
    const { listRepoSecrets: own, listRepoOrganizationSecrets: shared } = octokit.rest.actions;
    const names = await octokit.paginate(own, { ...place, per_page: 100 });
    if (organization !== undefined) {
      names.push(...(await octokit.paginate(shared, { ...place, per_page: 100 })));
    }
    return names.map(({ name }) => name);
  });
}

async function readLabels({ octokit, place }: GitHub): Promise<Seen<readonly string[]>> {
  return await see(async () => {
    const all = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, { ...place, per_page: 100 });
    return all.map(({ name }) => name);
  });
}

async function readWorkflowToken({ octokit, place }: GitHub): Promise<RepositorySettings['workflowToken']> {
  return await see(async () => {
    const { data } = await octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({
      ...place,
    });
    return {
      writes: data.default_workflow_permissions === 'write',
      opensPullRequests: data.can_approve_pull_request_reviews,
    };
  });
}

async function readAccess(
  { octokit, place }: GitHub,
  logins: readonly string[],
): Promise<Seen<ReadonlyMap<string, string>>> {
  const access = new Map<string, string>();
  for (const username of logins) {
    const told = await seeOrNone(
      async () => (await octokit.rest.repos.getCollaboratorPermissionLevel({ ...place, username })).data,
      'github-missing',
    );
    if (!told.seen) return told;
    // A login that nobody has.
    access.set(username, told.value?.permission ?? 'none');
  }
  return { seen: true, value: access };
}

async function readTeams(github: GitHub, teams: readonly string[]): Promise<RepositorySettings['teams']> {
  const members = new Map<string, readonly string[] | undefined>();
  for (const team of teams) members.set(team, await readTeamMembers(github, team));
  return { seen: true, value: members };
}

/** Only owners of an organization are told who has none. */
async function readWithoutTwoFactor(
  { octokit }: GitHub,
  org: string | undefined,
): Promise<Seen<readonly string[]>> {
  if (org === undefined) return { seen: false, reason: 'person' };
  return await see(async () => {
    const { data } = await octokit.rest.orgs.get({ org });
    if (data.two_factor_requirement_enabled === true) return [];
    const asked = { org, filter: '2fa_disabled', per_page: 100 } as const;
    const members = await octokit.paginate(octokit.rest.orgs.listMembers, asked);
    const others = await octokit.paginate(octokit.rest.orgs.listOutsideCollaborators, asked);
    return [...members, ...others].map(({ login }) => login);
  });
}
