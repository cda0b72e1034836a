/** Proposing a change: one branch, one commit, one pull request, and nobody's work overwritten. */
import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { blobSha } from '../../../src/github/files/git-data.ts';
import { type Proposal, proposeChange } from '../../../src/github/files/propose-change.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';

let hub: TestGitHub;
beforeAll(async () => {
  hub = await startGitHub();
  await hub.commit('laichau', 'main', { 'directory/a.yaml': 'một\n', 'directory/b.yaml': 'hai\n' });
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

const change = (branch: string, text: string, more: Partial<Proposal> = {}): Proposal => ({
  branch,
  title: 'Ghi lại các hộp thư bị tạm dừng',
  body: 'Không dùng quá 3 tháng',
  message: 'Ghi lại các hộp thư bị tạm dừng',
  files: [{ path: 'directory/a.yaml', text }],
  ...more,
});
const tip = async (branch: string): Promise<string> =>
  (await hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha;
const textOf = async (path: string, ref: string) =>
  Buffer.from((await hub.as('lan', 'GET', `/contents/${path}?ref=${ref}`)).content, 'base64').toString(
    'utf8',
  );
const writes = () => hub.requests.filter(({ method, path: at }) => method !== 'GET' && at !== '/graphql');
const pullsOf = (branch: string) => hub.as('lan', 'GET', `/pulls?state=all&head=laichau:${branch}`);

describe('a proposal', () => {
  test('is one commit on top of the base, with a pull request', async () => {
    const main = await tip('main');
    const made = await proposeChange(hub.open(), change('danhba/new', 'một\n  khóa: có\n'));
    if (made.result !== 'created') throw new Error(made.result);
    expect(await hub.as('lan', 'GET', `/git/commits/${await tip('danhba/new')}`)).toMatchObject({
      sha: made.commit,
      parents: [{ sha: main }],
      message: expect.stringMatching(/^Ghi lại các hộp thư bị tạm dừng\n\nDanhba-Proposal: [0-9a-f]{64}\n$/),
    });
    expect(await textOf('directory/a.yaml', 'danhba/new')).toBe('một\n  khóa: có\n');
    expect(await textOf('directory/b.yaml', 'danhba/new')).toBe('hai\n');
    expect(await hub.as('lan', 'GET', `/pulls/${made.number}`)).toMatchObject({
      title: 'Ghi lại các hộp thư bị tạm dừng',
      body: 'Không dùng quá 3 tháng',
      base: { ref: 'main' },
      head: { ref: 'danhba/new', sha: made.commit },
    });
  });

  test('made again changes nothing', async () => {
    const first = await proposeChange(hub.open(), change('danhba/again', 'ba\n'));
    hub.forget();
    expect(await proposeChange(hub.open(), change('danhba/again', 'ba\n'))).toEqual({
      ...first,
      result: 'unchanged',
    });
    expect(writes()).toEqual([]);
  });

  test('is updated in place: text, title, words', async () => {
    const first = await proposeChange(hub.open(), change('danhba/update', 'bốn\n'));
    const main = await tip('main');
    const text = await proposeChange(hub.open(), change('danhba/update', 'năm\n'));
    expect(text).toMatchObject({ result: 'updated', number: (first as { number: number }).number });
    const { parents } = await hub.as('lan', 'GET', `/git/commits/${await tip('danhba/update')}`);
    expect(parents).toMatchObject([{ sha: main }]);
    hub.forget();
    const title = await proposeChange(hub.open(), change('danhba/update', 'năm\n', { title: 'Tên khác' }));
    expect(title).toEqual({ ...text, result: 'updated' });
    expect(writes().map(({ method }) => method)).toEqual(['PATCH']);
    expect(await pullsOf('danhba/update')).toMatchObject([{ title: 'Tên khác', state: 'open' }]);
  });

  test('of what is there already is nothing', async () => {
    expect(await proposeChange(hub.open(), change('danhba/nothing', 'một\n'))).toEqual({ result: 'nothing' });
    expect(await proposeChange(hub.open(), change('danhba/nothing', '', { files: [] }))).toEqual({
      result: 'nothing',
    });
    expect(writes()).toEqual([]);
  });

  test('takes several files, in new folders too, and leaves out what is the same', async () => {
    const files = [
      { path: 'directory/a.yaml', text: 'một\n' },
      { path: 'directory/b.yaml', text: 'hai rưỡi\n' },
      { path: 'directory/mới/đây.yaml', text: 'Tiếng Việt 🇻🇳\r\nkhông xuống dòng' },
    ];
    const made = await proposeChange(hub.open(), change('danhba/files', '', { files }));
    const { files: changed } = await hub.as('lan', 'GET', `/commits/${(made as { commit: string }).commit}`);
    expect(changed.map(({ filename }: { filename: string }) => filename)).toEqual([
      'directory/b.yaml',
      'directory/mới/đây.yaml',
    ]);
    const path = `directory/${encodeURIComponent('mới')}/${encodeURIComponent('đây.yaml')}`;
    expect(await textOf(path, 'danhba/files')).toBe('Tiếng Việt 🇻🇳\r\nkhông xuống dòng');
  });

  test('keeps its commit while the base changes elsewhere, and follows where it changes there', async () => {
    const first = await proposeChange(hub.open(), change('danhba/base', 'sáu\n'));
    await hub.commit('laichau', 'main', { 'directory/elsewhere.yaml': 'x\n' });
    expect(await proposeChange(hub.open(), change('danhba/base', 'sáu\n'))).toEqual({
      ...first,
      result: 'unchanged',
    });
    const main = await hub.commit('laichau', 'main', { 'directory/a.yaml': 'một rưỡi\n' });
    const followed = await proposeChange(hub.open(), change('danhba/base', 'sáu\n'));
    expect(followed).toMatchObject({ result: 'updated', number: (first as { number: number }).number });
    const { parents } = await hub.as('lan', 'GET', `/git/commits/${await tip('danhba/base')}`);
    expect(parents).toMatchObject([{ sha: main }]);
  });

  test('after a merge begins anew', async () => {
    const first = await proposeChange(hub.open(), change('danhba/merged', 'bảy\n'));
    await hub.as('laichau', 'PUT', `/pulls/${(first as { number: number }).number}/merge`, {});
    expect(await proposeChange(hub.open(), change('danhba/merged', 'bảy\n'))).toEqual({ result: 'nothing' });
    const second = await proposeChange(hub.open(), change('danhba/merged', 'tám\n'));
    expect(second.result).toBe('created');
    expect(await pullsOf('danhba/merged')).toHaveLength(2);
  });

  test('by several runs at once is one', async () => {
    const runs = Array.from({ length: 4 }, () => proposeChange(hub.open(), change('danhba/race', 'chín\n')));
    const results = await Promise.all(runs);
    expect(new Set(results.map((one) => (one as { number: number }).number)).size).toBe(1);
    expect(await pullsOf('danhba/race')).toHaveLength(1);
    expect(await textOf('directory/a.yaml', 'danhba/race')).toBe('chín\n');
  });

  test('never goes to the base itself', async () => {
    await expect(proposeChange(hub.open(), change('main', 'mười\n'))).rejects.toThrow('main');
    expect(writes()).toEqual([]);
  });
});

describe('somebody else’s work on the branch', () => {
  test('on top of ours is left alone', async () => {
    await proposeChange(hub.open(), change('danhba/theirs', 'ba\n'));
    const theirs = await hub.commit('lan', 'danhba/theirs', { 'directory/b.yaml': 'của Lan\n' });
    hub.forget();
    expect(await proposeChange(hub.open(), change('danhba/theirs', 'bốn\n'))).toEqual({
      result: 'foreign',
      branch: 'danhba/theirs',
      commit: theirs,
    });
    expect(writes()).toEqual([]);
    expect(await tip('danhba/theirs')).toBe(theirs);
  });

  test('in the place of ours is left alone, though it has our words', async () => {
    await proposeChange(hub.open(), change('danhba/amended', 'ba\n'));
    const ours = await hub.as('lan', 'GET', `/git/commits/${await tip('danhba/amended')}`);
    const tree = await hub.as('lan', 'POST', '/git/trees', {
      base_tree: ours.tree.sha,
      tree: [{ path: 'directory/b.yaml', mode: '100644', type: 'blob', content: 'của Lan\n' }],
    });
    const amended = await hub.as('lan', 'POST', '/git/commits', {
      message: ours.message,
      tree: tree.sha,
      parents: ours.parents.map(({ sha }: { sha: string }) => sha),
    });
    await hub.as('lan', 'PATCH', '/git/refs/heads/danhba/amended', { sha: amended.sha, force: true });
    const left = await proposeChange(hub.open(), change('danhba/amended', 'bốn\n'));
    expect(left).toMatchObject({ result: 'foreign', commit: amended.sha });
  });

  test('before we ever came is left alone', async () => {
    const theirs = await hub.commit('lan', 'danhba/before', { 'directory/b.yaml': 'của Lan\n' });
    expect(await proposeChange(hub.open(), change('danhba/before', 'bốn\n'))).toMatchObject({
      result: 'foreign',
    });
    expect(await tip('danhba/before')).toBe(theirs);
  });

  test('pushed while we make ours is seen', async () => {
    await proposeChange(hub.open(), change('danhba/between', 'ba\n'));
    let theirs = '';
    hub.strike(async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/git/commits') && theirs === '') {
        theirs = await hub.commit('lan', 'danhba/between', { 'directory/b.yaml': 'của Lan\n' });
      }
      return undefined;
    });
    const left = await proposeChange(hub.open(), change('danhba/between', 'bốn\n'));
    expect(left).toEqual({ result: 'foreign', branch: 'danhba/between', commit: theirs });
    expect(await tip('danhba/between')).toBe(theirs);
  });
});

test('a blob has the name git gives it', () => {
  for (const text of ['', 'một\n', 'Tiếng Việt 🇻🇳\r\n']) {
    expect(blobSha(text)).toBe(
      execFileSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' }).trim(),
    );
  }
});
