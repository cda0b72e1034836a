/** A province on the test's GitHub with its settings, and `danhba github doctor` as an operator runs it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { repositoryCheckIds } from '../../src/model/github/repository-finding.ts';
import { type Ended, runDanhba } from './child.ts';
import { startGitHub, type TestGitHub } from './github.ts';
import type { Rights } from './github-settings-state.ts';
import { policyText } from './world.ts';

/** As docs/operator.md lists them; an owner of the organization gives the last three. */
export const operatorRights: Rights = {
  metadata: 'read',
  administration: 'write',
  actions: 'read',
  actions_variables: 'read',
  contents: 'read',
  issues: 'read',
  secrets: 'read',
  organization_self_hosted_runners: 'read',
  organization_administration: 'read',
  members: 'read',
};

export interface Clinic {
  readonly hub: TestGitHub;
  readonly root: string;
  /** As the owner, by GitHub's own interface. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever GitHub answers.
  readonly set: (method: string, path: string, body?: unknown) => Promise<any>;
  readonly doctor: (token: string, ...args: string[]) => Promise<Ended>;
  /** The checks by their id, in English. */
  readonly look: (rights?: Rights) => Promise<Checks>;
  /** A new repository of an organization. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

export type Checks = Readonly<Record<string, Told>>;

interface Told {
  readonly status: string;
  readonly message: string;
  readonly hint?: string;
}

export async function openClinic(): Promise<Clinic> {
  const hub = await startGitHub();
  const root = await mkdtemp(join(tmpdir(), 'danhba-doctor-'));
  await mkdir(join(root, 'directory/organizations'), { recursive: true });
  const policy = policyText.replace('operators: [laichau]', 'operators: [laichau, minh]');
  await writeFile(join(root, 'directory/policy.yaml'), policy);
  const doctor: Clinic['doctor'] = async (token, ...args) => {
    const environment = { GITHUB_TOKEN: token, GITHUB_REPOSITORY: hub.repository, GITHUB_API_URL: hub.url };
    const ended = await runDanhba(['github', 'doctor', ...args], { cwd: root, environment });
    expect(hub.problems).toEqual([]);
    return ended;
  };
  return {
    hub,
    root,
    set: (method, path, body) => hub.as('laichau', method, path, body),
    doctor,
    look: async (rights = operatorRights) =>
      checksOf(await doctor(hub.settings.issueToken(rights), '--format', 'json', '--lang', 'en')),
    reset: () => {
      hub.forget();
      hub.settings.reset();
      hub.settings.organization = true;
    },
    close: async () => {
      await hub.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export function checksOf({ out, err }: Ended): Checks {
  expect(err).toBe('');
  const { checks } = JSON.parse(out) as { checks: ({ id: string } & Told)[] };
  expect(checks.map(({ id }) => id)).toEqual([...repositoryCheckIds]);
  return Object.fromEntries(checks.map(({ id, ...told }) => [id, told]));
}

const pullRequestRule = {
  type: 'pull_request',
  parameters: {
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: true,
    require_last_push_approval: true,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
  },
};
export const ruleset = (more: object = {}, app: number | undefined = 4711) => ({
  name: 'main',
  target: 'branch',
  enforcement: 'active',
  conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
  bypass_actors: [],
  rules: [
    pullRequestRule,
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: true,
        required_status_checks: [{ context: 'danhba', ...(app !== undefined && { integration_id: app }) }],
      },
    },
    { type: 'non_fast_forward' },
    { type: 'deletion' },
  ],
  ...more,
});

export const protection = (more: object = {}) => ({
  required_status_checks: { strict: true, contexts: [], checks: [{ context: 'danhba', app_id: 4711 }] },
  enforce_admins: true,
  required_pull_request_reviews: {
    dismiss_stale_reviews: true,
    require_code_owner_reviews: true,
    require_last_push_approval: true,
    required_approving_review_count: 1,
  },
  restrictions: null,
  ...more,
});

export const onMain = {
  deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
};

/** Everything that docs/operator.md asks for. */
export async function setUp({ hub, set }: Clinic): Promise<void> {
  await set('POST', '/rulesets', ruleset());
  for (const environment of ['plan', 'reconcile']) {
    await set('PUT', `/environments/${environment}`, onMain);
    await set('POST', `/environments/${environment}/deployment-branch-policies`, { name: 'main' });
  }
  const token = { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true };
  await set('PUT', '/actions/permissions/workflow', token);
  await set('POST', '/actions/variables', { name: 'DANHBA_RUNNER', value: 'may-chu' });
  const { id } = await set('GET', '');
  const folder = `${hub.repository}/.github/workflows`;
  const group = await set('POST', '/orgs/laichau/actions/runner-groups', {
    name: 'may-chu-thu',
    visibility: 'selected',
    selected_repository_ids: [id],
    restricted_to_workflows: true,
    selected_workflows: ['plan', 'reconcile'].map((name) => `${folder}/${name}.yml@refs/heads/main`),
  });
  hub.settings.addRunner(['self-hosted', 'may-chu'], group.id);
  const there = await set('GET', '/labels?per_page=100');
  const kinds = ['issue', 'change', 'suspend', 'terminate', 'restore', 'reset', 'custodian', 'notice'];
  for (const name of ['danhba', ...kinds.map((kind) => `danhba:${kind}`)]) {
    if (there.some((label: { name: string }) => label.name === name)) continue;
    await set('POST', '/labels', { name, color: '0e8a16' });
  }
  await hub.commit('laichau', 'main', { '.github/CODEOWNERS': '* @laichau @minh\n' });
}
