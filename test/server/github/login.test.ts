/** Whose account the token writes as: another one that is set is told, and nothing is written a second time. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GitHubSettings } from '../../../src/github/connect/settings.ts';
import { commentOnIssue, writeStickyComment } from '../../../src/github/talk/comments.ts';
import { writeStickyIssue } from '../../../src/github/talk/issues.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';
import { told } from '../../support/told.ts';

let hub: TestGitHub;
let number: number;
beforeAll(async () => {
  hub = await startGitHub();
  await hub.commit('laichau', 'main', { 'a.yaml': 'x\n' });
});
beforeEach(async () => {
  number = (await hub.as('lan', 'POST', '/issues', { title: 'Phiếu', body: 'x' })).number;
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

const comments = async (): Promise<readonly string[]> =>
  (await hub.as('lan', 'GET', `/issues/${number}/comments`)).map(({ body }: { body: string }) => body);
const write = (settings: Partial<GitHubSettings>, body: string) =>
  writeStickyComment(hub.open(settings), number, 'request', body);
/** As a proxy, or a server without GraphQL, would. */
const silence = (...paths: readonly string[]) =>
  hub.strike(({ path }) => (paths.includes(path) ? { status: 403 } : undefined));

const app = 'ghs_bot';
const person = 'ghp_may';

test.each<[string, string, string | undefined]>([
  ['an app, nothing set', app, undefined],
  ['an app', app, 'github-actions[bot]'],
  ['an app in another case', app, 'GitHub-Actions[bot]'],
  ['an app without its sign', app, 'github-actions'],
  ['a person, nothing set', person, undefined],
  ['a person in another case', person, 'MAY'],
])('one comment for ever: %s', async (_, token, login) => {
  for (const body of ['một', 'hai', 'ba'])
    await write({ token, ...(login !== undefined && { login }) }, body);
  expect(await comments()).toEqual(['<!-- danhba:request -->\nba']);
});

test.each<[string, string, string, string]>([
  ['an app', app, 'danhba-tinh[bot]', 'github-actions[bot]'],
  ['a person', person, 'may-cu', 'may'],
  ['a person’s token where an app is set', person, 'github-actions[bot]', 'may'],
])('another account is told before anything is written: %s', async (_, token, login, real) => {
  await write({ token }, 'cũ');
  hub.forget();
  const wrong = { token, login };
  const refused = {
    code: 'github-login',
    message: expect.stringContaining(real),
    hint: `DANHBA_GITHUB_LOGIN=${real}`,
  };
  for (let run = 0; run < 3; run++) {
    expect(await told(write(wrong, `mới ${run}`))).toMatchObject(refused);
    expect(await told(commentOnIssue(hub.open(wrong), number, 'khác'))).toMatchObject(refused);
    const issue = {
      marker: 'held',
      title: 'x',
      body: `${run}`,
      labels: [{ name: 'danhba: thử', color: '000000' }],
      open: true,
    } as const;
    expect(await told(writeStickyIssue(hub.open(wrong), issue))).toMatchObject(refused);
  }
  const written = hub.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
  expect(written).toEqual([]);
  expect(await comments()).toEqual(['<!-- danhba:request -->\ncũ']);
});

test.each<[string, string, string | undefined, string]>([
  ['an app, another is set', app, 'danhba-tinh[bot]', 'github-actions[bot]'],
  ['a person, another is set', person, 'may-cu', 'may'],
  ['a person, nothing set', person, undefined, 'may'],
])(
  'where GitHub does not say whose token it is, what was written in another name is gone: %s',
  async (_, token, login, real) => {
    silence('/graphql', '/user');
    const wrong = { token, ...(login !== undefined && { login }) };
    for (let run = 0; run < 2; run++) {
      expect(await told(write(wrong, `mới ${run}`))).toMatchObject({
        code: 'github-login',
        hint: `DANHBA_GITHUB_LOGIN=${real}`,
      });
    }
    expect(await comments()).toEqual([]);
  },
);

test('where GitHub does not say, what is set is believed as long as it is right', async () => {
  silence('/graphql', '/user');
  for (const body of ['một', 'hai']) await write({ token: person, login: 'may' }, body);
  for (const body of ['một', 'hai']) await write({ token: app }, body);
  expect(await comments()).toEqual(['<!-- danhba:request -->\nhai', '<!-- danhba:request -->\nhai']);
});

test('a failure that passes is none of an answer: it is told as what it is', async () => {
  hub.strike(({ path }) => (path === '/graphql' ? { status: 401 } : undefined));
  await expect(write({ token: app }, 'x')).rejects.toMatchObject({ code: 'github-token' });
  expect(await comments()).toEqual([]);
});
