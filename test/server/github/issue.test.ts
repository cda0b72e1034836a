/** Issues: the one danhba keeps, and those people open. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  closeIssue,
  readIssue,
  type StickyIssue,
  writeStickyIssue,
} from '../../../src/github/talk/issues.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';

let hub: TestGitHub;
beforeAll(async () => {
  hub = await startGitHub();
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

const held = (marker: string, more: Partial<StickyIssue> = {}): StickyIssue => ({
  marker,
  title: 'Đang giữ lại 12 thay đổi',
  body: 'Duyệt: `--approve 0123`',
  labels: [{ name: 'danhba: giữ lại', color: 'fbca04' }],
  open: true,
  ...more,
});
const writes = () =>
  hub.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length;
const marked = async (marker: string): Promise<{ number: number; state: string; body: string }[]> =>
  (await hub.as('lan', 'GET', '/issues?state=all&per_page=100')).filter(({ body }: { body: string | null }) =>
    body?.includes(`danhba:${marker} `),
  );

describe('the sticky issue', () => {
  test('is opened, kept, updated, closed and opened again, always the same', async () => {
    const first = await writeStickyIssue(hub.open(), held('life'));
    expect(first.result).toBe('created');
    const again = (result: string) => ({ ...first, result });
    hub.forget();
    expect(await writeStickyIssue(hub.open(), held('life'))).toEqual(again('unchanged'));
    expect(writes()).toBe(0);
    expect(await writeStickyIssue(hub.open(), held('life', { title: 'Đang giữ lại 3' }))).toEqual(
      again('updated'),
    );
    expect(await writeStickyIssue(hub.open(), held('life', { open: false }))).toEqual(again('updated'));
    hub.forget();
    expect(await writeStickyIssue(hub.open(), held('life', { open: false }))).toEqual(again('unchanged'));
    expect(writes()).toBe(0);
    expect(await writeStickyIssue(hub.open(), held('life'))).toEqual(again('updated'));
    expect(await marked('life')).toMatchObject([
      {
        state: 'open',
        title: 'Đang giữ lại 12 thay đổi',
        labels: [{ name: 'danhba: giữ lại', color: 'fbca04' }],
      },
    ]);
  });

  test('is not opened to be closed', async () => {
    expect(await writeStickyIssue(hub.open(), held('never', { open: false }))).toEqual({ result: 'none' });
    expect(writes()).toBe(0);
    expect(await marked('never')).toEqual([]);
  });

  test('is found without its label, which it gets back', async () => {
    const first = await writeStickyIssue(hub.open(), held('bare'));
    if (first.result === 'none') throw new Error('not created');
    await hub.as('lan', 'DELETE', `/issues/${first.number}/labels`);
    expect(await writeStickyIssue(hub.open(), held('bare'))).toEqual({ ...first, result: 'updated' });
    expect((await readIssue(hub.open(), first.number)).labels).toEqual(['danhba: giữ lại']);
  });

  test('is no pull request and nobody else’s issue with the same mark', async () => {
    const body = '<!-- danhba:false -->\nGiả';
    await hub.as('lan', 'POST', '/issues', { title: 'Giả', body, labels: ['danhba: giữ lại'] });
    await hub.commit('laichau', 'false', { 'x.yaml': 'x\n' });
    const pull = await hub.openPull('github-actions[bot]', 'false', 'Giả', body);
    await hub.as('lan', 'POST', `/issues/${pull}/labels`, { labels: ['danhba: giữ lại'] });
    expect((await writeStickyIssue(hub.open(), held('false'))).result).toBe('created');
    expect(await marked('false')).toHaveLength(3);
  });

  test('is one, whoever opens it at the same time', async () => {
    const runs = Array.from({ length: 5 }, (_, index) => held('race', { title: `Bản ${index}` }));
    await Promise.all(runs.map((one) => writeStickyIssue(hub.open(), one)));
    expect((await marked('race')).filter(({ state }) => state === 'open')).toHaveLength(1);
    const { number } = (await marked('race')).find(({ state }) => state === 'open') as { number: number };
    expect(await writeStickyIssue(hub.open(), held('race'))).toMatchObject({ number });
  });
});

describe('an issue', () => {
  test('is read, and closed once', async () => {
    const { number } = await hub.as('lan', 'POST', '/issues', {
      title: 'Cấp hộp thư',
      body: '### Họ và tên\n\nNguyễn Văn An',
      labels: ['yêu cầu'],
    });
    expect(await readIssue(hub.open(), number)).toMatchObject({
      number,
      author: 'lan',
      title: 'Cấp hộp thư',
      body: '### Họ và tên\n\nNguyễn Văn An',
      labels: ['yêu cầu'],
      open: true,
      isPullRequest: false,
    });
    expect(await closeIssue(hub.open(), number, 'completed')).toBe(true);
    expect(await closeIssue(hub.open(), number, 'completed')).toBe(false);
    expect(await hub.as('lan', 'GET', `/issues/${number}`)).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
    });
  });

  test('that is a pull request is told from one', async () => {
    await hub.commit('lan', 'pull', { 'y.yaml': 'y\n' });
    const number = await hub.openPull('lan', 'pull');
    expect(await readIssue(hub.open(), number)).toMatchObject({ number, isPullRequest: true });
  });
});
