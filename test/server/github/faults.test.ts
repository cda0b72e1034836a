/** GitHub slow, limited, broken, gone or unwilling: tried again where that helps, else one line that says what to do. */
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../servers/launch/port.ts';
import type { GitHub } from '../../../src/github/connect/open.ts';
import type { GitHubSettings } from '../../../src/github/connect/settings.ts';
import { proposeChange } from '../../../src/github/files/propose-change.ts';
import { writeCheckRun } from '../../../src/github/pull/check-run.ts';
import { setLabels } from '../../../src/github/pull/labels.ts';
import { listChangedFiles, readPullRequest } from '../../../src/github/pull/pull-request.ts';
import { writeSuggestions } from '../../../src/github/pull/suggestions.ts';
import { commentOnIssue, writeStickyComment } from '../../../src/github/talk/comments.ts';
import { writeStickyIssue } from '../../../src/github/talk/issues.ts';
import type { ExpectedError } from '../../../src/model/problems/errors.ts';
import { type Fault, startGitHub, type TestGitHub } from '../../support/github.ts';
import { wordsOfError } from '../../support/told.ts';

let hub: TestGitHub;
let number: number;
let sha: string;
beforeAll(async () => {
  hub = await startGitHub();
  sha = await hub.commit('lan', 'change', { 'a.yaml': 'một\nhai\n' });
  number = await hub.openPull('lan', 'change');
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

/** Strikes the first requests with these, one after another. */
const first =
  (...faults: readonly Fault[]) =>
  (_: unknown, count: number) =>
    faults[count - 1];

describe('what passes is tried again', () => {
  test.each<[string, Fault]>([
    ['502', { status: 502 }],
    ['503', { status: 503, body: {} }],
    ['a connection cut', 'cut'],
    ['an answer lost', 'lose'],
    ['half an answer', 'half'],
  ])('%s, then success', async (_, fault) => {
    hub.strike(first(fault, fault));
    expect(await readPullRequest(hub.open(), number)).toMatchObject({ number });
    expect(hub.requests).toHaveLength(3);
  });

  test('the error page of a proxy, then success', async () => {
    hub.strike((_, count) =>
      count === 1 ? { status: 500, headers: { 'content-type': 'text/html' } } : undefined,
    );
    expect(await readPullRequest(hub.open(), number)).toMatchObject({ number });
  });

  test('silence, within the time given', async () => {
    hub.strike(first('silence'));
    expect(await readPullRequest(hub.open({ timeoutMilliseconds: 100 }), number)).toMatchObject({ number });
  });

  test('the secondary limit, after the time GitHub names', async () => {
    const headers = { 'retry-after': '1' };
    const write = (patienceMilliseconds: number) => {
      hub.strike(first({ status: 403, headers, body: { message: 'secondary rate limit' } }));
      return writeStickyComment(hub.open({ patienceMilliseconds }), number, 'limited', 'Chờ');
    };
    await expect(write(900)).rejects.toMatchObject({ code: 'github-rate-limit' });
    expect((await write(30_000)).result).toBe('created');
  });

  test('the primary limit, after its reset by GitHub’s clock', async () => {
    // GitHub's clock is far behind ours: by our own, the reset would be long past.
    const reset = Date.UTC(2020, 0, 1) / 1000;
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
      date: new Date((reset - 1) * 1000).toUTCString(),
    };
    const read = (patienceMilliseconds: number) => {
      hub.strike(first({ status: 429, headers }));
      return readPullRequest(hub.open({ patienceMilliseconds }), number);
    };
    await expect(read(1900)).rejects.toMatchObject({ code: 'github-rate-limit' });
    expect(await read(30_000)).toMatchObject({ number });
  });

  test('each page by itself', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 210 }, (_, index) => [`many/${index}.yaml`, 'x\n']),
    );
    const head = await hub.commit('lan', 'many', files);
    const many = await hub.openPull('lan', 'many');
    let struck = 0;
    hub.strike(({ query }) => (query.get('page') === '2' && struck++ === 0 ? { status: 502 } : undefined));
    expect((await listChangedFiles(hub.open(), many, head)).files).toHaveLength(210);
    expect(struck).toBe(2);
  });
});

describe('a creation whose answer is lost is not made twice', () => {
  /** Loses the answer to the first creation at an address that ends so. */
  const losing = (end: string) => {
    let lost = 0;
    hub.strike(({ method, path }) =>
      method === 'POST' && path.endsWith(end) && lost++ === 0 ? 'lose' : undefined,
    );
    return () => expect(lost).toBeGreaterThan(0);
  };
  const count = async (path: string, has: (one: { body: string; title: string }) => boolean) =>
    (await hub.as('lan', 'GET', `${path}?state=all&per_page=100`)).filter(has).length;

  test('the sticky comment', async () => {
    const struck = losing('/comments');
    expect((await writeStickyComment(hub.open(), number, 'lost', 'Mất')).result).toBe('unchanged');
    struck();
    expect(await count(`/issues/${number}/comments`, ({ body }) => body.includes('danhba:lost'))).toBe(1);
  });

  test('a comment', async () => {
    const struck = losing('/comments');
    await commentOnIssue(hub.open(), number, 'Chỉ một lần');
    struck();
    expect(await count(`/issues/${number}/comments`, ({ body }) => body === 'Chỉ một lần')).toBe(1);
  });

  test('the sticky issue', async () => {
    const labels = [{ name: 'danhba: mất', color: 'cccccc' }] as const;
    const struck = losing('/issues');
    await writeStickyIssue(hub.open(), {
      marker: 'lost',
      title: 'Mất',
      body: '',
      labels: [...labels],
      open: true,
    });
    struck();
    expect(await count('/issues', ({ title }) => title === 'Mất')).toBe(1);
  });

  test('a label', async () => {
    const struck = losing('/labels');
    await setLabels(hub.open(), number, 'danhba: ', [{ name: 'danhba: lạc', color: '123456' }]);
    struck();
    expect(await hub.as('lan', 'GET', `/labels/${encodeURIComponent('danhba: lạc')}`)).toMatchObject({
      color: '123456',
    });
  });

  test('suggestions', async () => {
    const struck = losing('/reviews');
    const one = { path: 'a.yaml', line: 1, body: 'Một lần' };
    expect(await writeSuggestions(hub.open(), number, sha, [one])).toEqual({
      written: [],
      already: [one],
      outside: [],
    });
    struck();
    expect(await hub.as('lan', 'GET', `/pulls/${number}/comments`)).toHaveLength(1);
  });

  test('a check run', async () => {
    const run = {
      headSha: sha,
      name: 'danhba',
      conclusion: 'success',
      title: 'Tốt',
      summary: '',
      annotations: [],
    } as const;
    const struck = losing('/check-runs');
    expect((await writeCheckRun(hub.open(), run)).result).toBe('unchanged');
    struck();
    expect((await hub.as('lan', 'GET', `/commits/${sha}/check-runs?filter=all`)).check_runs).toHaveLength(1);
  });

  test.each(['/git/trees', '/git/commits', '/git/refs', '/pulls'])('a proposal: %s', async (end) => {
    const branch = `danhba/lost${end.replaceAll('/', '-')}`;
    const struck = losing(end);
    const made = await proposeChange(hub.open(), {
      branch,
      title: branch,
      body: '',
      message: branch,
      files: [{ path: 'a.yaml', text: `${branch}\n` }],
    });
    struck();
    expect(made).toMatchObject({ number: expect.any(Number) });
    expect(await count('/pulls', ({ title }) => title === branch)).toBe(1);
  });
});

describe('what does not pass is one line', () => {
  const failing = async (settings: Partial<GitHubSettings>, work: (github: GitHub) => Promise<unknown>) => {
    const thrown = await work(hub.open(settings)).then(
      () => undefined,
      (error: unknown) => error as ExpectedError,
    );
    expect(thrown).toMatchObject({ name: 'ExpectedError' });
    const words = wordsOfError(thrown);
    // What GitHub refuses, it has said itself.
    if (words.code !== 'github-refused') expect(words.hint).toMatch(/./);
    expect(words.message).toMatch(/^[^\n]+$/);
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(settings.token ?? 'ghs_bot');
    return words;
  };
  const read = (github: GitHub) => readPullRequest(github, number);
  const write = (github: GitHub) => writeStickyComment(github, number, 'failing', 'x');

  test('nobody listens', async () => {
    const apiUrl = `http://127.0.0.1:${await findFreePort()}`;
    const thrown = await failing({ apiUrl, patienceMilliseconds: 1500 }, read);
    expect(thrown).toMatchObject({
      code: 'github-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('there is no such machine', async () => {
    const thrown = await failing({ apiUrl: 'https://github.danhba.invalid', patienceMilliseconds: 0 }, read);
    expect(thrown).toMatchObject({ code: 'github-unreachable' });
  });

  test('5xx without end', async () => {
    hub.strike(() => ({ status: 502 }));
    expect(await failing({ patienceMilliseconds: 2000 }, read)).toMatchObject({
      code: 'github-lost',
      message: expect.stringContaining('HTTP 502'),
    });
    expect(hub.requests.length).toBeGreaterThan(1);
  });

  test('silence without end; the patience is of all requests together', async () => {
    hub.strike(() => 'silence');
    const settings = { timeoutMilliseconds: 100, patienceMilliseconds: 1000 };
    const github = hub.open(settings);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => read(github)));
    for (const one of all) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'github-lost' } });
    expect(hub.requests.length).toBeLessThan(20);
    await failing(settings, read);
  });

  test('a limit that lasts longer than the patience is not waited for', async () => {
    hub.strike(() => ({ status: 403, headers: { 'retry-after': '3600' } }));
    expect(await failing({}, write)).toMatchObject({
      code: 'github-rate-limit',
      message: expect.stringContaining('3600'),
    });
    expect(hub.requests).toHaveLength(1);
  });

  test('a limit without a time is one minute at least', async () => {
    hub.strike(() => ({ status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }));
    expect(await failing({ patienceMilliseconds: 5000 }, write)).toMatchObject({
      code: 'github-rate-limit',
      message: expect.stringContaining('60'),
    });
    expect(hub.requests).toHaveLength(1);
  });

  test('a wrong token', async () => {
    expect(await failing({ token: 'ghp_stolen', login: 'lan' }, write)).toMatchObject({
      code: 'github-token',
    });
    expect(hub.requests).toHaveLength(1);
  });

  test('a token that may not see the repository', async () => {
    const thrown = await failing({ token: 'ghp_thu' }, write);
    expect(['github-rights', 'github-missing']).toContain(thrown?.code);
    expect(hub.requests.length).toBeLessThanOrEqual(2);
  });

  test.each<[string, string, (github: GitHub) => Promise<unknown>]>([
    [
      'POST',
      'pull-requests: write',
      (github) => writeSuggestions(github, number, sha, [{ path: 'a.yaml', line: 2, body: 'y' }]),
    ],
    ['POST', 'issues: write', (github) => commentOnIssue(github, number, 'Không có quyền')],
    [
      'POST',
      'checks: write',
      (github) =>
        writeCheckRun(github, {
          headSha: sha,
          name: 'k',
          conclusion: 'neutral',
          title: 't',
          summary: 's',
          annotations: [],
        }),
    ],
    [
      'POST',
      'contents: write',
      (github) =>
        proposeChange(github, {
          branch: 'danhba/rights',
          title: 't',
          body: '',
          message: 'm',
          files: [{ path: 'z', text: 'z' }],
        }),
    ],
    ['GET', 'pull-requests: read', read],
  ])('%s without %s', async (verb, permission, work) => {
    hub.strike(({ method }) =>
      method === verb
        ? { status: 403, body: { message: 'Resource not accessible by integration' } }
        : undefined,
    );
    expect(await failing({}, work)).toMatchObject({
      code: 'github-rights',
      message: expect.stringContaining(permission),
      hint: expect.stringContaining(permission),
    });
  });

  test('the permission GitHub itself names', async () => {
    hub.strike(() => ({
      status: 403,
      headers: { 'x-accepted-github-permissions': 'pull_requests=write; issues=write' },
    }));
    expect(await failing({}, read)).toMatchObject({
      hint: expect.stringContaining('{ pull-requests: write }'),
    });
  });

  test('the setting that lets Actions open no pull requests', async () => {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    hub.strike(({ method, path }) =>
      method === 'POST' && path.endsWith('/pulls') ? { status: 403, body: { message } } : undefined,
    );
    const proposal = {
      branch: 'danhba/setting',
      title: 't',
      body: '',
      message: 'm',
      files: [{ path: 'z', text: 'z' }],
    };
    expect(await failing({}, (github) => proposeChange(github, proposal))).toMatchObject({
      code: 'github-rights',
      hint: expect.stringContaining('Settings → Actions'),
    });
  });

  test('a repository that was renamed', async () => {
    hub.strike(() => ({ status: 301, headers: { location: `${hub.url}/repositories/1` } }));
    expect(await failing({}, write)).toMatchObject({ code: 'github-moved' });
    expect(hub.requests).toHaveLength(1);
  });

  test('what GitHub refuses, in its own words on one line', async () => {
    const body = { message: 'Validation\nFailed\u202e', errors: [{ field: 'body', message: 'is too long' }] };
    hub.strike(({ method }) => (method === 'POST' ? { status: 422, body } : undefined));
    expect(await failing({}, write)).toMatchObject({
      code: 'github-refused',
      message: expect.stringMatching(/Validation Failed ; body is too long/),
    });
  });

  test('a text longer than GitHub takes', async () => {
    const thrown = await failing({}, (github) => commentOnIssue(github, number, 'x'.repeat(65_537)));
    expect(thrown).toMatchObject({ code: 'github-refused', message: expect.stringContaining('body') });
  });

  test.each<[string, Partial<GitHubSettings>]>([
    ['github-token', { token: '' }],
    ['github-token', { token: 'ghp_a\nInjected: b' }],
    ['github-token', { token: 'mã' }],
    ['github-url', { apiUrl: 'ftp://github.example.gov.vn' }],
    ['github-url', { apiUrl: 'https://me:ghs_bot@api.github.com' }],
    ['github-plaintext', { apiUrl: 'http://github.example.gov.vn/api/v3' }],
    ['github-repository', { repository: 'laichau' }],
    ['github-repository', { repository: 'laichau/..' }],
    ['github-repository', { repository: 'laichau/x/../../user' }],
  ])('%s: nothing is sent', (code, settings) => {
    let thrown: unknown;
    try {
      hub.open(settings);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'ExpectedError', code });
    expect(inspect(thrown, { depth: 20 })).not.toMatch(/ghp_a|ghs_bot/);
    expect(hub.requests).toEqual([]);
  });
});

test('requests go one after another', async () => {
  const github = hub.open();
  await Promise.all(Array.from({ length: 30 }, () => readPullRequest(github, number)));
  expect(hub.requests).toHaveLength(30);
  expect(hub.mostAtOnce()).toBe(1);
});
