/** A repository's settings as they must be, seen by a token with all rights; tests change one thing at a time. */
import { nothingSeen } from '../../../src/github/settings/read.ts';
import type {
  EnvironmentFacts,
  ProtectionLayer,
  RepositoryFacts,
  RepositorySettings,
  RunnerGroup,
  Seen,
  UnseenReason,
} from '../../../src/model/github/repository-settings.ts';

export const seen = <T>(value: T): Seen<T> => ({ seen: true, value });
export const hidden = (reason: UnseenReason = 'rights') => ({ seen: false, reason }) as const;

export const repository: RepositoryFacts = {
  private: true,
  defaultBranch: 'main',
  name: 'laichau/hop-thu',
  organization: 'laichau',
};

/** Of an app of the province's own. */
export const ownApp = 4711;
export const actionsApp = 15368;

export function layer(more: Partial<ProtectionLayer> = {}): ProtectionLayer {
  return {
    source: { kind: 'ruleset', id: 7, name: 'main', organization: undefined },
    pullRequest: true,
    codeOwners: true,
    staleApprovals: true,
    lastPush: true,
    checks: [{ name: 'danhba', app: ownApp }],
    upToDate: true,
    forcePushes: false,
    deletions: false,
    bypass: [],
    ...more,
  };
}

/** A layer that requires nothing. */
export const bare = layer({
  pullRequest: false,
  codeOwners: false,
  staleApprovals: false,
  lastPush: false,
  checks: [],
  upToDate: false,
  forcePushes: true,
  deletions: true,
});

export const environment = (
  name: string,
  branches: EnvironmentFacts['branches'] = seen([{ type: 'branch', name: 'main' }]),
): EnvironmentFacts => ({ id: name.length, name, branches });

export function group(more: Partial<RunnerGroup> = {}): RunnerGroup {
  const folder = `${repository.name}/.github/workflows`;
  return {
    id: 5,
    name: 'may-chu',
    repositories: seen([repository.name]),
    workflows: [`${folder}/plan.yml@refs/heads/main`, `${folder}/reconcile.yml@main`],
    labels: seen([['self-hosted', 'may-chu']]),
    ...more,
  };
}

const labels = [
  'danhba',
  'issue',
  'change',
  'suspend',
  'terminate',
  'restore',
  'reset',
  'custodian',
  'notice',
].map((name) => (name === 'danhba' ? name : `danhba:${name}`));

export const operators = { logins: ['lan', 'minh'], byName: true };

export function settings(more: Partial<RepositorySettings> = {}): RepositorySettings {
  return {
    repository: seen(repository),
    classic: seen(undefined),
    rulesets: seen([layer()]),
    actionsApp: seen(actionsApp),
    ownersErrors: seen([]),
    environments: seen([environment('plan'), environment('reconcile')]),
    secrets: seen([]),
    labels: seen(labels),
    workflowToken: seen({ writes: false, opensPullRequests: true }),
    runnerLabel: seen('may-chu'),
    runners: seen([]),
    runnerGroups: seen([group()]),
    access: seen(
      new Map([
        ['lan', 'admin'],
        ['minh', 'write'],
      ]),
    ),
    teams: seen(new Map()),
    withoutTwoFactor: seen([]),
    ...more,
  };
}

export const nothing = nothingSeen(hidden());
