/** `danhba github review` and `request` as a workflow runs them, on the emulator and a real repository. */
import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const path = 'directory/organizations/provincial/sotttt.yaml';
let hub: TestGitHub;
let root: string;
let text: string;

beforeAll(async () => {
  hub = await startGitHub();
  root = await mkdtemp(join(tmpdir(), 'danhba-github-'));
  for (const side of ['base', 'head']) {
    await mkdir(join(root, side, '.github'), { recursive: true });
    await cp(join(import.meta.dirname, '../../../directory'), join(root, side, 'directory'), {
      recursive: true,
    });
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
      cwd: join(root, 'base'),
    });
  git('init', '--quiet');
  git('add', 'directory');
  git('commit', '--quiet', '--message', 'Danh bạ');
  text = await readFile(join(root, 'base', path), 'utf8');
  await hub.commit('laichau', 'main', { [path]: text });
});
beforeEach(() => hub.forget());
afterAll(async () => {
  await hub?.stop();
  await rm(root, { recursive: true, force: true });
});

const danhba = (...args: string[]) =>
  runDanhba(['github', ...args], {
    cwd: root,
    environment: { GITHUB_TOKEN: 'ghs_bot', GITHUB_REPOSITORY: hub.repository, GITHUB_API_URL: hub.url },
  });
const sides = (number: number) => [
  '--pull-request',
  `${number}`,
  '--base',
  'base/directory',
  '--directory',
  'head/directory',
];
const commentsOn = async (number: number): Promise<string[]> =>
  (await hub.as('lan', 'GET', `/issues/${number}/comments`)).map(({ body }: { body: string }) => body);
const labelsOf = async (number: number): Promise<string[]> =>
  (await hub.as('lan', 'GET', `/issues/${number}/labels`)).map(({ name }: { name: string }) => name);

describe('a review', () => {
  it('tells what is wrong, once, on the pull request and in the check, and nothing private', async () => {
    const added =
      '  - id: LC-900001\n    name: Nguyễn Văn Mới\n    phone: "0213 3 999 888"\n  - id: LC-900002\n    name: Trần Thị B.\n';
    await appendFile(join(root, 'head', path), added);
    const head = await hub.commit('lan', 'them', { [path]: text + added });
    const number = await hub.openPull('lan', 'them', '[x](http://evil) @laichau `</h2>`');
    const review = () => danhba('review', ...sides(number), '--commit', head);
    for (let run = 0; run < 2; run++) {
      const said = await review();
      expect(said, said.err).toMatchObject({ code: 1 });
    }
    const other = await danhba(
      'review',
      ...sides(number),
      '--commit',
      head.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    );
    expect(other, other.err).toMatchObject({ code: 1 });
    expect(other.err).toContain('[github-head]');
    const comments = await commentsOn(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('1 lỗi phải sửa');
    expect(comments[0]).toMatch(/sotttt\.yaml:\d+: .*name-abbreviated/);
    expect(comments[0]).toContain('một trong `lc-sotttt`');
    expect(await labelsOf(number)).toEqual(['danhba: có lỗi', 'danhba: chờ duyệt']);
    const { check_runs: runs } = await hub.as('lan', 'GET', `/commits/${head}/check-runs`);
    expect(runs).toMatchObject([{ name: 'danhba', conclusion: 'failure' }]);
    expect(JSON.stringify([comments, hub.requests.map(({ body }) => body)])).not.toMatch(/999 888|evil/);
    expect(hub.problems).toEqual([]);
  });

  it('ends with one line where GitHub is not set or there is no such pull request', async () => {
    const missing = await danhba('review', ...sides(999));
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.err).toContain('[github-missing]');
    const unset = await runDanhba(['github', 'request', '--issue', '1'], { cwd: root, environment: {} });
    expect(unset).toMatchObject({ code: 1 });
    expect(unset.err).toContain('GITHUB_TOKEN');
  });
});

describe('a form', () => {
  const file = async (body: string): Promise<number> =>
    (await hub.as('lan', 'POST', '/issues', { title: 'Cấp mới', body, labels: ['danhba', 'danhba:issue'] }))
      .number;
  const basis = { document: '15/VP', date: '2026-11-20' };
  const request = (number: number) =>
    danhba('request', '--issue', `${number}`, '--directory', 'base/directory', '--today', '2026-11-23');

  it('becomes one pull request that adds the person, and stays one', async () => {
    const number = await file(
      fillForm('issue', { organization: 'sotttt', name: 'Nguyễn Văn Mới', ...basis }),
    );
    for (let run = 0; run < 2; run++) {
      const said = await request(number);
      expect(said, said.err).toMatchObject({ code: 0 });
    }
    const pulls = (await hub.as('lan', 'GET', '/pulls?state=open')).filter(
      ({ head }: { head: { ref: string } }) => head.ref === `danhba/request-${number}`,
    );
    expect(pulls).toMatchObject([{ title: 'Cấp mới: Nguyễn Văn Mới (Sở Thông tin và Truyền thông)' }]);
    const branch = encodeURIComponent(`danhba/request-${number}`);
    const { content } = await hub.as('lan', 'GET', `/contents/${path}?ref=${branch}`);
    const proposed = Buffer.from(content, 'base64').toString('utf8');
    const item = / {2}- id: LC-\d{6}\n {4}name: Nguyễn Văn Mới\n/;
    expect(proposed).toMatch(item);
    // Nothing else has changed, wherever the newcomer stands.
    expect(proposed.replace(item, '')).toBe(text);
    expect(text).not.toContain(/id: (LC-\d{6})\n.*Mới/.exec(proposed)?.[1]);
    expect(await commentsOn(number)).toHaveLength(1);
    expect(hub.problems).toEqual([]);
  });

  it('that is wrong, or names somebody the rules refuse, is answered in both languages', async () => {
    for (const name of [undefined, 'Trần Thị B.']) {
      const number = await file(fillForm('issue', { organization: 'sotttt', name, ...basis }));
      expect(await request(number)).toMatchObject({ code: 1 });
      const [answer = ''] = await commentsOn(number);
      expect(answer).toContain('Chưa thực hiện được đề nghị cấp mới');
      expect(answer).toContain('<summary>English</summary>');
    }
    expect(hub.problems).toEqual([]);
  });
});
