/** Judges what jobs may reach: environments, secrets, labels that start them, their token and their machines. */

import type { RepositoryFinding, SettingsPage } from '../model/github/repository-finding.ts';
import type {
  EnvironmentFacts,
  RepositoryFacts,
  RepositorySettings,
  RunnerGroup,
} from '../model/github/repository-settings.ts';
import { requestKinds } from '../model/github/request.ts';
import { type Found, found, judgeSeen, named, sound, unseen } from './finding.ts';

const environmentNames = ['plan', 'reconcile'] as const;

/** GitHub puts on a form only labels that are there, and without one no form becomes a pull request. */
const formLabels = ['danhba', ...requestKinds.map((kind) => `danhba:${kind}`)];

export function judgeActions(settings: RepositorySettings): readonly RepositoryFinding[] {
  const { repository, environments, secrets, labels, workflowToken, runnerLabel } = settings;
  // Without it the workflows that need the environments do not run: the job is on the operator's machine.
  const onMachine = runnerLabel.seen && runnerLabel.value === undefined;
  return [
    ...environmentNames.map((name) =>
      named(
        `environment-${name}`,
        judgeSeen(repository, 'metadata', ({ defaultBranch }) =>
          judgeSeen(environments, 'actions', (all) => judgeEnvironment(all, name, defaultBranch, onMachine)),
        ),
      ),
    ),
    named('secrets', judgeSeen(secrets, 'secrets', judgeSecrets)),
    named('labels', judgeSeen(labels, 'issues', judgeLabels)),
    named(
      'actions-pull-requests',
      judgeSeen(workflowToken, 'administration', ({ opensPullRequests }) =>
        opensPullRequests ? sound : found('failed', 'actions-refused', { at: { page: 'actions' } }),
      ),
    ),
    named(
      'actions-token',
      judgeSeen(workflowToken, 'administration', ({ writes }) =>
        writes ? found('warning', 'token-writes', { at: { page: 'actions' } }) : sound,
      ),
    ),
    named('runners', judgeRunners(settings)),
  ];
}

function judgeEnvironment(
  all: readonly EnvironmentFacts[],
  environment: string,
  branch: string,
  onMachine: boolean,
): Found {
  const one = all.find(({ name }) => name.toLowerCase() === environment);
  // A job that names an environment that is not there makes it, open to every branch.
  if (one === undefined && onMachine) return sound;
  if (one === undefined) {
    return found('failed', 'environment-none', { at: { page: 'new-environment' }, environment });
  }
  const at: SettingsPage = { page: 'environment', id: one.id };
  if (one.branches === 'all') return found('failed', 'environment-open', { at, environment });
  if (one.branches === 'protected') return found('failed', 'environment-protected', { at, environment });
  return judgeSeen(one.branches, 'actions', (policies) => {
    const others = policies.filter(({ type, name }) => type !== 'branch' || name !== branch);
    if (others.length === 0 && policies.length > 0) return sound;
    const names = others.map(({ type, name }) => (type === 'tag' ? `tag ${name}` : name));
    return found('failed', 'environment-others', { at, environment, names });
  });
}

function judgeSecrets(names: readonly string[]): Found {
  const outside = names.filter((name) => /^DANHBA_/i.test(name));
  if (outside.length === 0) return sound;
  return found('failed', 'secrets-outside', { at: { page: 'secrets' }, names: outside });
}

function judgeLabels(labels: readonly string[]): Found {
  const there = new Set(labels.map((name) => name.toLowerCase()));
  const names = formLabels.filter((name) => !there.has(name));
  return names.length === 0 ? sound : found('failed', 'labels-lacking', { at: { page: 'labels' }, names });
}

/** The worst that is known comes first; then what nobody could see; then what could be better. */
function judgeRunners(settings: RepositorySettings): Found {
  const { repository, runnerLabel, runners, runnerGroups } = settings;
  if (!repository.seen) return unseen(repository.reason, 'metadata');
  const label = runnerLabel.seen ? runnerLabel.value : undefined;
  const isMeant = (labels: readonly string[]) =>
    label === undefined || labels.some((one) => one.toLowerCase() === label.toLowerCase());
  const own = runners.seen ? runners.value.filter(isMeant) : [];
  // A group whose runners could not be seen may hold the one that reaches the servers.
  const groups = (runnerGroups.seen ? runnerGroups.value : []).filter(
    ({ labels }) => !labels.seen || labels.value.some(isMeant),
  );
  const known = [...judgeGroups(groups, repository.value, label), ...judgeOwn(own.length, repository.value)];
  const failed = known.find(({ status }) => status === 'failed');
  if (failed !== undefined) return failed;
  if (!runners.seen) return unseen(runners.reason, 'runners');
  if (!runnerGroups.seen && runnerGroups.reason !== 'person') {
    return unseen(runnerGroups.reason, 'runner-groups');
  }
  const dim = groups.some(
    ({ labels, repositories }) => !labels.seen || (repositories !== 'all' && !repositories.seen),
  );
  if (dim) return unseen('rights', 'runner-groups');
  if (own.length === 0 && groups.length === 0) {
    const at: SettingsPage = { page: 'runners' };
    if (runnerLabel.seen && label === undefined) return sound;
    return label === undefined
      ? found('warning', 'runner-none', { at })
      : found('warning', 'runner-unmatched', { at, label });
  }
  return known[0] ?? sound;
}

function judgeOwn(count: number, repository: RepositoryFacts): readonly Found[] {
  if (count === 0) return [];
  if (!repository.private) return [found('failed', 'runner-public', { at: { page: 'runners' } })];
  return [found('warning', 'runner-any-branch', { at: { page: 'runner-groups' } })];
}

function judgeGroups(
  groups: readonly RunnerGroup[],
  { name, defaultBranch, private: isPrivate }: RepositoryFacts,
  label: string | undefined,
): readonly Found[] {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  const shared = groups.filter(
    ({ repositories }) => repositories === 'all' || (repositories.seen && !repositories.value.every(same)),
  );
  const loose = groups.filter(
    ({ workflows }) => !workflows?.every((one) => isOfBranch(one, name, defaultBranch)),
  );
  const at = ([first]: readonly RunnerGroup[]): SettingsPage =>
    first === undefined ? { page: 'runner-groups' } : { page: 'runner-group', id: first.id };
  const names = (all: readonly RunnerGroup[]) => all.map((group) => group.name);
  const result: Found[] = [];
  if (groups.length > 0 && !isPrivate) result.push(found('failed', 'runner-public', { at: at(groups) }));
  if (shared.length > 0) {
    // Without the label, the group may be one that reaches no server.
    const status = label === undefined ? 'warning' : 'failed';
    result.push(found(status, 'runner-shared', { at: at(shared), groups: names(shared) }));
  }
  if (loose.length > 0) {
    result.push(found('warning', 'runner-any-workflow', { at: at(loose), groups: names(loose) }));
  }
  return result;
}

function isOfBranch(workflow: string, repository: string, branch: string): boolean {
  const [path = '', ref] = workflow.split('@');
  const folder = `${repository}/.github/workflows/`.toLowerCase();
  return path.toLowerCase().startsWith(folder) && (ref === branch || ref === `refs/heads/${branch}`);
}
