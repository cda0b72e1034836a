/** What Git can be made to say, and to lay on the disk: the job judges what it carries out, or refuses. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeConsentJudge } from '../../../src/consent/merged.ts';
import { readCommit } from '../../../src/history/commit.ts';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { organizationText, policyText } from '../../support/world.ts';

let root: string;
let base: string;
const an = 'id: LC-000001, name: Nguyễn Văn An';
const locked = `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-11-02}`;
const reset = `${an}, passwordReset: {document: 3/CV, date: 2026-03-03}`;
const file = 'directory/organizations/sokx.yaml';
const office = (person: string) => organizationText('sokx', [person], 'representatives: [ann]\n');

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@y.vn', ...args], {
    encoding: 'utf8',
  }).trim();
async function put(path: string, text: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
function commit(): string {
  git('add', '-A', '-f');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-merged-'));
  git('init', '-q', '-b', 'main');
  await put('directory/policy.yaml', policyText);
  await put(file, office(an));
  base = commit();
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Nobody stands behind anything: every commit was pushed. */
const github = {
  place: { owner: 'o', repo: 'r' },
  // Git alone is asked here; where GitHub does not say which branch is meant, the run goes on.
  defaultBranch: () => Promise.reject(new ExpectedError('github-branch', { at: 'nobody there' })),
  octokit: {
    rest: { repos: { listPullRequestsAssociatedWithCommit: undefined } },
    paginate: async () => [],
  },
} as unknown as Parameters<typeof makeConsentJudge>[0];
async function judge(upTo: string) {
  const head = git('rev-parse', 'HEAD');
  const sources = { directory: join(root, 'directory'), head, consented: undefined, tell: () => {} };
  const io = { err: () => {} } as unknown as Parameters<typeof makeConsentJudge>[2];
  const observed = { accounts: [], judged: { upTo, waiting: [] } };
  return await makeConsentJudge(github, sources, io)(observed as never);
}

it('what was pushed is held, and what is as it was is not', async () => {
  await put(file, office(reset));
  commit();
  expect([...(await judge(base)).unconsented.keys()]).toEqual(['person:LC-000001']);
  await put(file, office(an));
  commit();
  expect((await judge(base)).unconsented.size).toBe(0);
});

it('a merge whose first parent is an older state brings nothing back unseen', async () => {
  await put(file, office(locked));
  const agreed = commit();
  git('checkout', '-q', '--detach', base);
  git('merge', '-q', '-s', 'ours', '--no-ff', '-m', 'x', agreed);
  expect(git('diff', '--stat', base, 'HEAD')).toBe('');
  await expect(judge(agreed)).rejects.toMatchObject({ code: 'consent-unknown' });
});

it('a link in the place of the directory is refused', async () => {
  await cp(join(root, 'directory'), join(root, 'copy'), { recursive: true });
  await writeFile(join(root, 'copy/organizations/sokx.yaml'), office(reset));
  const earlier = commit();
  expect((await judge(base)).unconsented.size).toBe(0);
  await rm(join(root, 'directory'), { recursive: true });
  await symlink('copy', join(root, 'directory'));
  commit();
  await expect(judge(earlier)).rejects.toMatchObject({ code: 'checkout-differs' });
});

it.each([
  ['another text', () => writeFile(join(root, file), office(reset))],
  ['a file more', () => put('directory/organizations/soky.yaml', organizationText('soky', []))],
  ['a file less', () => rm(join(root, file))],
  ['another encoding', () => writeFile(join(root, file), Buffer.from(office(an), 'utf16le'))],
])('%s on the disk than the commit has is refused', async (_what, change) => {
  await put('note.txt', 'x');
  commit();
  await change();
  await expect(judge(base)).rejects.toMatchObject({ code: 'checkout-differs' });
});

it('a repository laid among the files is not believed, and none of its programs runs', async () => {
  const inner = join(root, 'directory');
  for (const part of ['objects', 'refs', 'HEAD']) {
    await cp(join(root, '.git', part), join(inner, part), { recursive: true });
  }
  const marker = join(root, 'ran');
  const settings = `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n[filter "x"]\n\tclean = touch ${marker}; cat\n`;
  await put('directory/config', settings);
  await put('directory/info/attributes', '* filter=x\n');
  // Without the guard git takes the inner one, and its HEAD, which is what was agreed to.
  const plain = execFileSync('git', ['-C', inner, 'rev-parse', '--git-dir'], { encoding: 'utf8' }).trim();
  expect(plain).toBe('.');
  expect(await readCommit(inner)).toBeUndefined();
  await expect(judge(base)).rejects.toMatchObject({
    code: expect.stringMatching(/^(consent-unknown|checkout-differs)$/),
  });
  expect(execFileSync('ls', [root], { encoding: 'utf8' })).not.toContain('ran');
});

it('the commit of a directory is told, and whether its files are as that has them', async () => {
  const directory = join(root, 'directory');
  await put('note.txt', 'x');
  expect(await readCommit(directory)).toEqual({ commit: base });
  await put('directory/new.yaml', 'x');
  expect(await readCommit(directory)).toEqual({ commit: base, uncommitted: true });
  await rm(join(directory, 'new.yaml'));
  await put(file, office(reset));
  expect(await readCommit(directory)).toEqual({ commit: base, uncommitted: true });
  await put(file, office(an));
  expect(await readCommit(directory)).toEqual({ commit: base });
  // Git cannot say what is changed: anything may be.
  await writeFile(join(root, '.git/index'), 'x');
  expect(await readCommit(directory)).toEqual({ commit: base, uncommitted: true });
  await rm(join(root, '.git'), { recursive: true });
  expect(await readCommit(directory)).toBeUndefined();
  git('init', '-q', '-b', 'main');
  expect(await readCommit(directory)).toBeUndefined();
});
