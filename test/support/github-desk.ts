/** A province on the test's GitHub, and its workflows: each step's own script runs on real checkouts. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli, type Ended, type Environment, runDanhba } from './child.ts';
import { type Login, startGitHub, type TestGitHub } from './github.ts';
import { checkOut } from './github-checkout.ts';
import { makeSteps, type Starts } from './workflow-steps.ts';
import { policyText } from './world.ts';

const project = join(import.meta.dirname, '../..');

export interface Desk {
  readonly hub: TestGitHub;
  readonly root: string;
  /** plan.yml, for this pull request. */
  readonly review: (number: number, more?: Environment) => Promise<Ended>;
  /** request.yml, for this issue; the pull request it hands to the next job. */
  readonly request: (
    issue: number,
    more?: Environment,
  ) => Promise<Ended & { readonly pullRequest: number | undefined }>;
  /** What the operator's machine does by its timers, with an account of its own: no workflow. */
  readonly machine: {
    readonly answer: (more: Environment, ...args: readonly string[]) => Promise<Ended>;
    readonly reconcile: (more: Environment, ...args: readonly string[]) => Promise<Ended>;
    /** The same as the workflow, on a checkout of its own: two forms may be read at once. */
    readonly request: (issue: number, more: Environment, ...args: readonly string[]) => Promise<Ended>;
  };
  /** reconcile.yml on the newest main. */
  readonly reconcile: (more: Environment) => Promise<Ended>;
  /** answer.yml, once main has moved. */
  readonly answer: (more: Environment) => Promise<Ended>;
  /** check.yml, for this pull request. */
  readonly check: (number: number) => Promise<Ended>;
  readonly commentsOn: (number: number) => Promise<readonly { readonly id: number; readonly body: string }[]>;
  readonly labelsOf: (number: number) => Promise<readonly string[]>;
  /** How the check run of the pull request's head ended, newest last. */
  readonly conclusionOf: (number: number) => Promise<string>;
  /** By whom represents the organizations of these tests, where nobody else is named. */
  readonly approve: (number: number, login?: Login) => Promise<void>;
  readonly merge: (number: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `organizations` by path below directory/organizations; CODEOWNERS is made of them. */
export async function openDesk(
  organizations: Readonly<Record<string, string>>,
  starts: Starts = 'warm',
): Promise<Desk> {
  const hub = await startGitHub();
  const root = await mkdtemp(join(tmpdir(), 'danhba-desk-'));
  const runStep = await makeSteps(join(root, 'steps'), starts);
  const files = await makeProvince(join(root, 'first'), organizations);
  await hub.commit('laichau', 'main', files);

  /** danhba stands in the checkout of main, as `npm ci` leaves it. */
  const checkOutMain = async (folder: string): Promise<void> => {
    await checkOut(hub, { folder, ref: 'main' });
    const bin = join(folder, 'node_modules/.bin');
    await mkdir(bin, { recursive: true });
    const command = `#!/bin/sh\nexec node '${cli}' "$@"\n`;
    await writeFile(join(bin, 'danhba'), command, { mode: 0o755 });
  };
  const pullOf = (number: number) => hub.as('laichau', 'GET', `/pulls/${number}`);
  const checkOutPull = async (number: number): Promise<void> => {
    await checkOutMain(join(root, 'base'));
    const { head } = await pullOf(number);
    await checkOut(hub, {
      folder: join(root, 'head'),
      ref: head.sha,
      repo: `/repos/${head.repo.full_name}`,
    });
  };
  const settings = () => ({
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: hub.repository,
    GITHUB_API_URL: hub.url,
    GITHUB_OUTPUT: join(root, 'output'),
    RUNNER_TEMP: root,
  });
  const ofMachine = () => ({
    GITHUB_TOKEN: 'ghp_may',
    GITHUB_REPOSITORY: hub.repository,
    GITHUB_API_URL: hub.url,
  });
  return {
    hub,
    root,
    review: async (number, more = {}) => {
      await checkOutPull(number);
      const environment = { ...settings(), ...more, PULL_REQUEST: `${number}` };
      return await runStep('plan.yml', 'Review', join(root, 'head'), environment);
    },
    request: async (issue, more = {}) => {
      await rm(join(root, 'output'), { force: true });
      await checkOutMain(join(root, 'main'));
      const ended = await runStep('request.yml', 'Request', join(root, 'main'), {
        ...settings(),
        ISSUE: `${issue}`,
        ...more,
      });
      const output = await readFile(join(root, 'output'), 'utf8').catch(() => '');
      const [, found] = /^pull-request=(\d+)\n$/.exec(output) ?? [];
      return { ...ended, pullRequest: found === undefined ? undefined : Number(found) };
    },
    machine: {
      answer: async (more, ...args) => {
        const cwd = join(root, 'answering');
        await checkOut(hub, { folder: cwd, ref: 'main' });
        await mkdir(join(root, 'tmp'), { recursive: true });
        return await runDanhba(['github', 'answer', ...args], {
          cwd,
          environment: { ...ofMachine(), TMPDIR: join(root, 'tmp'), ...more },
        });
      },
      request: async (issue, more, ...args) => {
        const cwd = join(root, `form-${issue}`);
        await checkOut(hub, { folder: cwd, ref: 'main' });
        return await runDanhba(['github', 'request', '--issue', `${issue}`, ...args], {
          cwd,
          environment: { ...ofMachine(), ...more },
        });
      },
      reconcile: async (more, ...args) => {
        const cwd = join(root, 'reconciling');
        await checkOut(hub, { folder: cwd, ref: 'main' });
        const state = join(root, 'state');
        const files = ['--journal', `${state}/journal.jsonl`, '--audit', `${state}/audit.jsonl`];
        const sealed = ['--credentials', `${state}/credentials`];
        return await runDanhba(['reconcile', '--record', '--github', ...files, ...sealed, ...args], {
          cwd,
          environment: { ...ofMachine(), ...more },
        });
      },
    },
    reconcile: async (more) => {
      await checkOutMain(join(root, 'main'));
      await mkdir(join(root, 'state'), { recursive: true });
      const environment = { ...settings(), APPROVE: '', DANHBA_STATE: join(root, 'state'), ...more };
      return await runStep('reconcile.yml', 'Reconcile', join(root, 'main'), environment);
    },
    answer: async (more) => {
      await checkOutMain(join(root, 'main'));
      return await runStep('answer.yml', 'Answer', join(root, 'main'), { ...settings(), ...more });
    },
    check: async (number) => {
      await checkOutPull(number);
      return await runStep('check.yml', 'Check', join(root, 'head'), {});
    },
    commentsOn: (number) => hub.as('laichau', 'GET', `/issues/${number}/comments?per_page=100`),
    labelsOf: async (number) =>
      (await hub.as('laichau', 'GET', `/issues/${number}/labels`))
        .map(({ name }: { name: string }) => name)
        .sort(),
    conclusionOf: async (number) => {
      const { head } = await pullOf(number);
      const { check_runs: runs } = await hub.as('laichau', 'GET', `/commits/${head.sha}/check-runs`);
      return runs.map(({ conclusion }: { conclusion: string }) => conclusion).join(' ');
    },
    approve: async (number, login = 'minh') => {
      const { head } = await pullOf(number);
      const review = { event: 'APPROVE', body: 'Đồng ý', commit_id: head.sha };
      await hub.as(login, 'POST', `/pulls/${number}/reviews`, review);
    },
    merge: async (number) => void (await hub.as('laichau', 'PUT', `/pulls/${number}/merge`, {})),
    close: async () => {
      await hub.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The files of main, CODEOWNERS among them. */
async function makeProvince(
  folder: string,
  organizations: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const files: Record<string, string> = { 'directory/policy.yaml': policyText };
  for (const [path, content] of Object.entries(organizations)) {
    files[`directory/organizations/${path}`] = content;
  }
  for (const year of ['2026.yaml', '2027.yaml']) {
    const calendar = join(project, 'directory/calendar', year);
    if (existsSync(calendar)) files[`directory/calendar/${year}`] = await readFile(calendar, 'utf8');
  }
  await cp(join(project, '.github/ISSUE_TEMPLATE'), join(folder, '.github/ISSUE_TEMPLATE'), {
    recursive: true,
  });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const made = await runDanhba(['codeowners'], { cwd: folder });
  if (made.code !== 0) throw new Error(made.err);
  const owners = '.github/CODEOWNERS';
  return { ...files, [owners]: await readFile(join(folder, owners), 'utf8') };
}
