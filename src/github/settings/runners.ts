/** Reads which machines jobs of the repository can run on: its own runners, and groups of the organization. */
import type { RunnerGroup, Seen } from '../../model/github/repository-settings.ts';
import type { GitHub } from '../connect/open.ts';
import { see, seeOrNone } from './seen.ts';

/** Labels of each runner of the repository's own. */
export async function readRunners(github: GitHub): Promise<Seen<readonly (readonly string[])[]>> {
  return await see(async () => {
    const all = await github.octokit.paginate(github.octokit.rest.actions.listSelfHostedRunnersForRepo, {
      ...github.place,
      per_page: 100,
    });
    return all.map(labelsOf);
  });
}

/** The variable that names the runner's label (operator.md); the organization's counts where the repository has none. */
export async function readRunnerLabel(github: GitHub): Promise<Seen<string | undefined>> {
  const { listRepoVariables: own, listRepoOrganizationVariables: shared } = github.octokit.rest.actions;
  const valueIn = async (list: typeof own | typeof shared) => {
    const all = await github.octokit.paginate(list as typeof own, { ...github.place, per_page: 30 });
    return all.find(({ name }) => name.toUpperCase() === 'DANHBA_RUNNER')?.value;
  };
  const label = await see(async () => await valueIn(own));
  if (!label.seen || label.value !== undefined) return label;
  // A person's repository has no organization to give it one.
  return await seeOrNone(async () => await valueIn(shared), 'github-missing');
}

/** What GitHub tells of a group; Octokit has no method of its own for them. */
interface ToldGroup {
  readonly id: number;
  readonly name: string;
  readonly visibility: string;
  readonly restricted_to_workflows?: boolean;
  readonly selected_workflows?: readonly string[] | null;
}

interface ToldRunner {
  readonly labels: readonly { readonly name: string }[];
}

const groupsPath = '/orgs/{org}/actions/runner-groups';

/** @param organization undefined: the repository is a person's, who has no groups. */
export async function readRunnerGroups(
  { octokit, place }: GitHub,
  organization: string | undefined,
): Promise<Seen<readonly RunnerGroup[]>> {
  if (organization === undefined) return { seen: false, reason: 'person' };
  const list = async <T>(path: string, more: Readonly<Record<string, string | number>>) =>
    await octokit.paginate<T>(`GET ${path}`, { org: organization, per_page: 100, ...more });
  return await see(async () => {
    const all = await list<ToldGroup>(groupsPath, { visible_to_repository: place.repo });
    const groups: RunnerGroup[] = [];
    for (const { id, name, visibility, restricted_to_workflows, selected_workflows } of all) {
      const below = async <T>(part: string) =>
        await list<T>(`${groupsPath}/{runner_group_id}/${part}`, { runner_group_id: id });
      const repositories: RunnerGroup['repositories'] =
        visibility !== 'selected'
          ? 'all'
          : await see(async () =>
              (await below<{ readonly full_name: string }>('repositories')).map((one) => one.full_name),
            );
      groups.push({
        id,
        name,
        repositories,
        workflows: restricted_to_workflows === true ? (selected_workflows ?? []) : undefined,
        labels: await see(async () => (await below<ToldRunner>('runners')).map(labelsOf)),
      });
    }
    return groups;
  });
}

function labelsOf({ labels }: ToldRunner): readonly string[] {
  return labels.map(({ name }) => name);
}
