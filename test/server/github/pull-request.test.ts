/** What danhba reads of a pull request, against the stateful emulator. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  findMergedPullRequest,
  listApprovals,
  listChangedFiles,
  readPullRequest,
} from '../../../src/github/pull/pull-request.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';
import { told } from '../../support/told.ts';

let hub: TestGitHub;
beforeAll(async () => {
  hub = await startGitHub();
  await hub.commit('laichau', 'main', {
    'directory/a.yaml': 'một\nhai\nba\n',
    'directory/b.yaml': 'x\n'.repeat(9),
    'directory/c.yaml': 'y\n',
  });
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

async function pullOf(branch: string, files: Readonly<Record<string, string | null>>) {
  const sha = await hub.commit('lan', branch, files);
  return { sha, number: await hub.openPull('lan', branch, `Sửa ${branch}`, 'Theo công văn 12') };
}

describe('a pull request', () => {
  test('is read with its author, branches and labels', async () => {
    const { sha, number } = await pullOf('read', { 'directory/a.yaml': 'một\n' });
    await hub.as('minh', 'POST', `/issues/${number}/labels`, { labels: ['gấp'] });
    expect(await readPullRequest(hub.open(), number)).toMatchObject({
      number,
      author: 'lan',
      title: 'Sửa read',
      body: 'Theo công văn 12',
      labels: ['gấp'],
      open: true,
      draft: false,
      base: { ref: 'main' },
      head: { ref: 'read', sha },
      fork: false,
      opened: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      merged: undefined,
    });
  });

  test('that is none is said to be none', async () => {
    const none = readPullRequest(hub.open(), 99_999);
    expect(await told(none)).toMatchObject({
      code: 'github-missing',
      hint: expect.stringContaining('laichau/hop-thu'),
    });
  });

  test('from a fork is known for one', async () => {
    const fork = await hub.fork('lan');
    const sha = await hub.commit('lan', 'forked', { 'directory/a.yaml': 'bốn\n' }, fork);
    const number = await hub.openPull('lan', 'lan:forked');
    expect(await readPullRequest(hub.open(), number)).toMatchObject({
      fork: true,
      head: { ref: 'forked', sha },
    });
    const { files } = await listChangedFiles(hub.open(), number, sha);
    expect(files.map(({ path }) => path)).toEqual(['directory/a.yaml']);
  });
});

describe('the changed files', () => {
  test('tell additions, removals, changes and where a renamed file was', async () => {
    const { sha, number } = await pullOf('kinds', {
      'directory/a.yaml': 'một\nhai rưỡi\nba\n',
      'directory/b.yaml': null,
      'directory/moved.yaml': 'x\n'.repeat(9),
      'directory/c.yaml': null,
      'directory/new.yaml': 'mới\n',
    });
    const { files, complete } = await listChangedFiles(hub.open(), number, sha);
    expect(complete).toBe(true);
    expect(files.map(({ path, status, previousPath }) => [path, status, previousPath])).toEqual([
      ['directory/a.yaml', 'modified', undefined],
      ['directory/c.yaml', 'removed', undefined],
      ['directory/moved.yaml', 'renamed', 'directory/b.yaml'],
      ['directory/new.yaml', 'added', undefined],
    ]);
    expect(files[0]?.patch).toContain('+hai rưỡi');
  });

  test('are all there when they take several pages', async () => {
    const names = Array.from(
      { length: 250 },
      (_, index) => `directory/pages/${String(index).padStart(3, '0')}.yaml`,
    );
    const { sha, number } = await pullOf(
      'pages',
      Object.fromEntries(names.map((name) => [name, `${name}\n`])),
    );
    const { files, complete } = await listChangedFiles(hub.open(), number, sha);
    expect(complete).toBe(true);
    expect(files.map(({ path }) => path)).toEqual(names);
    expect(hub.requests.filter(({ path }) => path.endsWith('/files')).length).toBe(3);
  });

  test('beyond the number GitHub lists, are said to be incomplete', async () => {
    const names = Array.from({ length: 3001 }, (_, index) => `directory/many/${index}.yaml`);
    const { sha, number } = await pullOf(
      'many',
      Object.fromEntries(names.map((name) => [name, 'như nhau\n'])),
    );
    const { files, complete } = await listChangedFiles(hub.open(), number, sha);
    expect(files).toHaveLength(3000);
    expect(complete).toBe(false);
  });

  test('of another head than the one judged are refused', async () => {
    const { sha, number } = await pullOf('moving', { 'directory/a.yaml': 'xấu\n' });
    const later = await hub.commit('lan', 'moving', { 'directory/a.yaml': 'tốt\n' });
    await expect(listChangedFiles(hub.open(), number, sha)).rejects.toMatchObject({ code: 'github-head' });
    expect((await listChangedFiles(hub.open(), number, later)).files).toHaveLength(1);
  });
});

describe('approvals', () => {
  const review = (number: number, login: 'minh' | 'lan' | 'laichau', event: string) =>
    hub.as(login, 'POST', `/pulls/${number}/reviews`, { event, body: event });

  test('are the last words of others than the author', async () => {
    const { sha, number } = await pullOf('approved', { 'directory/a.yaml': 'năm\n' });
    await review(number, 'lan', 'APPROVE');
    await review(number, 'minh', 'REQUEST_CHANGES');
    await review(number, 'minh', 'APPROVE');
    await review(number, 'minh', 'COMMENT');
    await review(number, 'laichau', 'APPROVE');
    await review(number, 'laichau', 'REQUEST_CHANGES');
    const approvals = await listApprovals(hub.open(), number);
    expect(approvals).toEqual([{ login: 'minh', commit: sha, at: expect.any(String) }]);
  });

  test('that were dismissed count no more', async () => {
    const { number } = await pullOf('dismissed', { 'directory/a.yaml': 'sáu\n' });
    const { id } = await review(number, 'minh', 'APPROVE');
    expect(await listApprovals(hub.open(), number)).toHaveLength(1);
    await hub.as('laichau', 'PUT', `/pulls/${number}/reviews/${id}/dismissals`, { message: 'cũ' });
    expect(await listApprovals(hub.open(), number)).toEqual([]);
  });

  test('of more than a page of reviews are all seen', async () => {
    const { number } = await pullOf('talk', { 'directory/a.yaml': 'bảy\n' });
    for (let index = 0; index < 110; index++) await review(number, 'laichau', 'COMMENT');
    await review(number, 'minh', 'APPROVE');
    expect((await listApprovals(hub.open(), number)).map(({ login }) => login)).toEqual(['minh']);
  });
});

describe('the pull request of a commit', () => {
  test('is the one whose merge made it', async () => {
    const { sha, number } = await pullOf('merged', { 'directory/d.yaml': 'tám\n' });
    expect(await findMergedPullRequest(hub.open(), sha)).toBeUndefined();
    const { sha: commit } = await hub.as('laichau', 'PUT', `/pulls/${number}/merge`, {});
    expect(await findMergedPullRequest(hub.open(), commit)).toMatchObject({
      number,
      author: 'lan',
      open: false,
      merged: { commit, at: expect.any(String) },
    });
  });

  test('is none for what was pushed, or is not known', async () => {
    const pushed = await hub.commit('laichau', 'main', { 'directory/e.yaml': 'chín\n' });
    expect(await findMergedPullRequest(hub.open(), pushed)).toBeUndefined();
    expect(await findMergedPullRequest(hub.open(), '0'.repeat(40))).toBeUndefined();
  });
});
