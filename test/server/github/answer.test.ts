/** What danhba writes on a pull request: once, kept up to date, and nothing of anybody else's. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CheckRun, writeCheckRun } from '../../../src/github/pull/check-run.ts';
import { setLabels } from '../../../src/github/pull/labels.ts';
import { linesOf, writeSuggestions } from '../../../src/github/pull/suggestions.ts';
import { commentOnIssue, writeStickyComment } from '../../../src/github/talk/comments.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';

let hub: TestGitHub;
let number: number;
let sha: string;
let round = 0;
const lines = (count: number) => Array.from({ length: count }, (_, index) => `dòng ${index + 1}\n`);
beforeAll(async () => {
  hub = await startGitHub();
  await hub.commit('laichau', 'main', { 'a.yaml': lines(60).join('') });
});
beforeEach(async () => {
  const branch = `change-${++round}`;
  sha = await hub.commit('lan', branch, { 'a.yaml': lines(60).with(29, 'dòng sai\n').join('') });
  number = await hub.openPull('lan', branch);
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

const bodies = async (): Promise<string[]> =>
  (await hub.as('lan', 'GET', `/issues/${number}/comments?per_page=100`)).map(
    ({ body }: { body: string }) => body,
  );
const writes = () =>
  hub.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length;

describe('the sticky comment', () => {
  test('is written once, updated in place, and not written where nothing changed', async () => {
    const first = await writeStickyComment(hub.open(), number, 'review', 'Một lỗi');
    expect(first.result).toBe('created');
    hub.forget();
    expect(await writeStickyComment(hub.open(), number, 'review', 'Một lỗi')).toEqual({
      ...first,
      result: 'unchanged',
    });
    expect(writes()).toBe(0);
    expect(await writeStickyComment(hub.open(), number, 'review', 'Hết lỗi')).toEqual({
      ...first,
      result: 'updated',
    });
    expect(await bodies()).toEqual(['<!-- danhba:review -->\nHết lỗi']);
  });

  test('is found behind a hundred others', async () => {
    for (let index = 0; index < 105; index++) {
      await hub.as('lan', 'POST', `/issues/${number}/comments`, { body: `${index}` });
    }
    await writeStickyComment(hub.open(), number, 'review', 'Một');
    expect((await writeStickyComment(hub.open(), number, 'review', 'Hai')).result).toBe('updated');
  });

  test('takes no comment of another, nor one that only quotes the mark', async () => {
    const mark = '<!-- danhba:review -->';
    await hub.as('lan', 'POST', `/issues/${number}/comments`, { body: `${mark}\nGiả` });
    await hub.as('github-actions[bot]', 'POST', `/issues/${number}/comments`, { body: `Có ghi ${mark}` });
    await writeStickyComment(hub.open(), number, 'deadlines', 'Hạn');
    expect((await writeStickyComment(hub.open(), number, 'review', 'Thật')).result).toBe('created');
    expect((await bodies()).slice(0, 2)).toEqual([`${mark}\nGiả`, `Có ghi ${mark}`]);
    expect(await bodies()).toHaveLength(4);
  });

  test('is one, whoever writes at the same time', async () => {
    for (let again = 0; again < 5; again++) {
      const texts = Array.from({ length: 6 }, (_, index) => `Lần ${again}, bản ${index}`);
      const marker = `race-${again}`;
      await Promise.all(texts.map((text) => writeStickyComment(hub.open(), number, marker, text)));
      const left = (await bodies()).filter((body) => body.startsWith(`<!-- danhba:${marker} -->`));
      expect(left).toHaveLength(1);
      expect(texts.map((text) => `<!-- danhba:${marker} -->\n${text}`)).toContain(left[0]);
    }
  });

  test('is one again where an earlier race left two', async () => {
    for (const body of ['cũ', 'mới']) {
      await hub.as('github-actions[bot]', 'POST', `/issues/${number}/comments`, {
        body: `<!-- danhba:review -->\n${body}`,
      });
    }
    expect((await writeStickyComment(hub.open(), number, 'review', 'cũ')).result).toBe('unchanged');
    expect(await bodies()).toEqual(['<!-- danhba:review -->\ncũ']);
  });

  test('belongs to the account of the token', async () => {
    const lan = hub.open({ token: 'ghp_lan' });
    await writeStickyComment(lan, number, 'review', 'Của Lan');
    await writeStickyComment(hub.open(), number, 'review', 'Của máy');
    expect((await writeStickyComment(lan, number, 'review', 'Của Lan')).result).toBe('unchanged');
    expect(hub.requests.filter(({ path }) => path === '/user')).toHaveLength(1);
    expect(await bodies()).toHaveLength(2);
  });
});

test('a comment is made once', async () => {
  expect((await commentOnIssue(hub.open(), number, 'Đã cấp')).result).toBe('created');
  expect((await commentOnIssue(hub.open(), number, 'Đã cấp')).result).toBe('unchanged');
  expect((await commentOnIssue(hub.open(), number, 'Đã khóa')).result).toBe('created');
  expect(await bodies()).toEqual(['Đã cấp', 'Đã khóa']);
});

test('a comment is one, whoever makes it at the same time', async () => {
  for (let again = 0; again < 5; again++) {
    const text = `Đã cấp, lần ${again}`;
    const made = await Promise.all(Array.from({ length: 6 }, () => commentOnIssue(hub.open(), number, text)));
    expect((await bodies()).filter((body) => body === text)).toHaveLength(1);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ result }) => result === 'created')).toHaveLength(1);
  }
});

describe('the check run', () => {
  const runWith = (count: number): CheckRun => ({
    headSha: sha,
    name: 'danhba',
    conclusion: 'failure',
    title: `${count} lỗi`,
    summary: 'Xem các dòng',
    annotations: Array.from({ length: count }, (_, index) => ({
      path: 'a.yaml',
      line: index + 1,
      level: 'failure',
      message: `Lỗi ${index}`,
      title: 'address-form',
    })),
  });
  const read = async () => {
    const { check_runs } = await hub.as('lan', 'GET', `/commits/${sha}/check-runs?filter=all`);
    return check_runs as {
      id: number;
      status: string;
      conclusion: string;
      output: { annotations_count: number };
    }[];
  };

  test.each([0, 1, 50, 51, 120])('carries %i annotations', async (count) => {
    const { id } = await writeCheckRun(hub.open(), runWith(count));
    expect(await read()).toMatchObject([
      { id, status: 'completed', conclusion: 'failure', output: { annotations_count: count } },
    ]);
    const messages: string[] = [];
    for (const page of [1, 2]) {
      const told = await hub.as('lan', 'GET', `/check-runs/${id}/annotations?per_page=100&page=${page}`);
      messages.push(...told.check_annotations.map(({ message }: { message: string }) => message));
    }
    expect(messages).toEqual(Array.from({ length: count }, (_, index) => `Lỗi ${index}`));
  });

  test('is written once, and anew where it says something else', async () => {
    const first = await writeCheckRun(hub.open(), runWith(60));
    hub.forget();
    expect(await writeCheckRun(hub.open(), runWith(60))).toEqual({ ...first, result: 'unchanged' });
    expect(writes()).toBe(0);
    const second = await writeCheckRun(hub.open(), runWith(2));
    expect(second.result).toBe('created');
    const { check_runs } = await hub.as('lan', 'GET', `/commits/${sha}/check-runs?check_name=danhba`);
    expect(check_runs.map(({ id }: { id: number }) => id)).toEqual([second.id]);
  });

  test('has no conclusion before its last annotation, and is begun anew after a crash', async () => {
    const repository = hub.open({ patienceMilliseconds: 0 });
    hub.strike(({ method }) => (method === 'PATCH' ? 'cut' : undefined));
    await expect(writeCheckRun(repository, runWith(60))).rejects.toMatchObject({ code: 'github-unsure' });
    expect(await read()).toMatchObject([{ status: 'in_progress', conclusion: null }]);
    hub.strike(undefined);
    const { id } = await writeCheckRun(hub.open(), runWith(60));
    expect(await read()).toContainEqual(
      expect.objectContaining({
        id,
        status: 'completed',
        output: expect.objectContaining({ annotations_count: 60 }),
      }),
    );
  });
});

describe('suggestions', () => {
  const suggest = (line: number, path = 'a.yaml') => ({
    path,
    line,
    body: `Sai tên\n\`\`\`suggestion\ndòng ${line}\n\`\`\``,
  });
  const comments = () => hub.as('lan', 'GET', `/pulls/${number}/comments?per_page=100`);

  test('stand on lines of the difference, the others are told', async () => {
    const wanted = [suggest(30), suggest(27), suggest(2), suggest(1, 'none.yaml')];
    expect(await writeSuggestions(hub.open(), number, sha, wanted)).toEqual({
      written: [wanted[0], wanted[1]],
      already: [],
      outside: [wanted[2], wanted[3]],
    });
    expect(await comments()).toMatchObject([
      { path: 'a.yaml', line: 30, side: 'RIGHT', body: wanted[0]?.body, commit_id: sha },
      { path: 'a.yaml', line: 27, side: 'RIGHT', body: wanted[1]?.body, commit_id: sha },
    ]);
  });

  test('are not repeated', async () => {
    await writeSuggestions(hub.open(), number, sha, [suggest(30), suggest(30)]);
    hub.forget();
    const again = await writeSuggestions(hub.open(), number, sha, [suggest(30), suggest(31)]);
    expect(again).toEqual({ written: [suggest(31)], already: [suggest(30)], outside: [] });
    expect(await comments()).toHaveLength(2);
    expect(writes()).toBe(1);
  });

  test('by somebody else do not stand for ours', async () => {
    await hub.as('minh', 'POST', `/pulls/${number}/comments`, {
      ...suggest(30),
      side: 'RIGHT',
      commit_id: sha,
    });
    expect((await writeSuggestions(hub.open(), number, sha, [suggest(30)])).written).toHaveLength(1);
  });

  test('are tried one by one where GitHub refuses them together', async () => {
    hub.strike(({ path, method }) =>
      method === 'POST' && path.endsWith('/reviews')
        ? { status: 422, body: { message: 'Unprocessable Entity', errors: ['Line could not be resolved'] } }
        : undefined,
    );
    const { written, outside } = await writeSuggestions(hub.open(), number, sha, [suggest(30), suggest(29)]);
    expect([written.length, outside.length]).toEqual([2, 0]);
    expect(await comments()).toHaveLength(2);
  });

  test('on a file whose difference GitHub does not show are tried', async () => {
    // The emulator, as GitHub, shows none of a very large file.
    const large = await hub.commit('lan', `change-${round}`, { 'large.yaml': 'x\n'.repeat(60_000) });
    const { written, outside } = await writeSuggestions(hub.open(), number, large, [
      suggest(5, 'large.yaml'),
    ]);
    expect([written, outside]).toEqual([[], [suggest(5, 'large.yaml')]]);
    expect(writes()).toBe(1);
  });

  test('on an older head are not written', async () => {
    await hub.commit('lan', `change-${round}`, { 'a.yaml': 'khác\n' });
    const late = writeSuggestions(hub.open(), number, sha, [suggest(30)]);
    await expect(late).rejects.toMatchObject({ code: 'github-head' });
  });

  test('know the lines a difference shows', () => {
    const patch =
      '@@ -1,3 +1,4 @@ mục\n một\n-hai\n+hai rưỡi\n+thêm\n ba\n@@ -40 +41 @@\n-@@ -1 +1 @@\n+x\n\\ No newline at end of file';
    expect([...linesOf(patch)]).toEqual([1, 2, 3, 4, 41]);
  });
});

describe('labels', () => {
  const overdue = { name: 'danhba: quá hạn', color: 'b60205', description: 'Quá hạn' };
  const wrong = { name: 'danhba: có lỗi', color: 'd93f0b' };
  const names = async () =>
    (await hub.as('lan', 'GET', `/issues/${number}/labels`)).map(({ name }: { name: string }) => name).sort();

  test('of ours are as wanted, and others stay', async () => {
    await hub.as('lan', 'POST', `/issues/${number}/labels`, { labels: ['gấp'] });
    expect(await setLabels(hub.open(), number, 'danhba: ', [overdue, wrong])).toEqual({
      added: [overdue.name, wrong.name],
      removed: [],
    });
    expect(await setLabels(hub.open(), number, 'danhba: ', [wrong])).toEqual({
      added: [],
      removed: [overdue.name],
    });
    expect(await names()).toEqual([wrong.name, 'gấp']);
    hub.forget();
    expect(await setLabels(hub.open(), number, 'danhba: ', [wrong])).toEqual({ added: [], removed: [] });
    expect(writes()).toBe(0);
    expect(await setLabels(hub.open(), number, 'danhba: ', [])).toEqual({ added: [], removed: [wrong.name] });
    expect(await names()).toEqual(['gấp']);
  });

  test('are created with their colour, and keep one that somebody changed', async () => {
    const label = { name: 'danhba: màu', color: '0e8a16' };
    await setLabels(hub.open(), number, 'danhba: ', [label]);
    const at = `/labels/${encodeURIComponent(label.name)}`;
    expect(await hub.as('lan', 'GET', at)).toMatchObject({ color: '0e8a16' });
    await hub.as('lan', 'PATCH', at, { color: '111111' });
    await setLabels(hub.open(), number, 'danhba: ', []);
    await setLabels(hub.open(), number, 'danhba: ', [label]);
    expect(await hub.as('lan', 'GET', at)).toMatchObject({ color: '111111' });
  });

  test('set by several runs at once are there', async () => {
    const label = { name: 'danhba: cùng lúc', color: '5319e7' };
    await Promise.all(Array.from({ length: 5 }, () => setLabels(hub.open(), number, 'danhba: ', [label])));
    expect(await names()).toEqual([label.name]);
  });

  test('of others cannot be asked for', async () => {
    const foreign = setLabels(hub.open(), number, 'danhba: ', [{ name: 'gấp', color: '000000' }]);
    await expect(foreign).rejects.toThrow('gấp');
    await expect(setLabels(hub.open(), number, '', [wrong])).rejects.toThrow();
    expect(hub.requests).toEqual([]);
  });
});
