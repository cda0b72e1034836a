/** Whatever people write in titles, texts, paths and branches reaches GitHub as a value, verbatim, and never as more. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { proposeChange } from '../../../src/github/files/propose-change.ts';
import { writeCheckRun } from '../../../src/github/pull/check-run.ts';
import { setLabels } from '../../../src/github/pull/labels.ts';
import { listChangedFiles, readPullRequest } from '../../../src/github/pull/pull-request.ts';
import { commentOnIssue, writeStickyComment } from '../../../src/github/talk/comments.ts';
import { readIssue, writeStickyIssue } from '../../../src/github/talk/issues.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';

let hub: TestGitHub;
let number: number;
let sha: string;
beforeAll(async () => {
  hub = await startGitHub();
  sha = await hub.commit('lan', 'change', { 'a.yaml': 'một\n' });
  number = await hub.openPull('lan', 'change');
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(() => hub?.stop());

const evil = [
  '"; DROP TABLE users; --',
  '$(id)`id`${{ secrets.GITHUB_TOKEN }}',
  '::set-output name=x::y\n::error::z',
  '{owner}/{repo}{?page}{+path}',
  '../../../user',
  '%2e%2e%2f%00%0d%0aX-Injected: 1',
  '<!-- danhba:review --><script>alert(1)</script><img src=x onerror=1>',
  '-->\n```\n</details>\n@laichau/all [x](javascript:1)',
  '\r\nHost: evil\r\n\r\n',
  '\u202e\u2066\ufeff\u0000\u0007',
  '__proto__',
  '🇻🇳 Nguyễn Văn Ân \u0323\u0302',
  '?a=b&c=d#e',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...evil), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '))
  .filter((whole) => whole.trim() !== '');
/** As git takes them: no empty part, no dots alone, no NUL. */
const path = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map((parts) =>
    parts
      .join('/')
      .replaceAll('\u0000', '')
      .split('/')
      .filter((part) => !/^\.{0,2}$/.test(part))
      .join('/'),
  )
  .filter((whole) => whole !== '');

const sent = (method: string, end: RegExp) =>
  hub.requests.filter((one) => one.method === method && end.test(one.path));
const again = { numRuns: 40 };

test('in comments', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      hub.forget();
      await writeStickyComment(hub.open(), number, 'review', body);
      await commentOnIssue(hub.open(), number, body);
      const marked = `<!-- danhba:review -->\n${body}`;
      for (const one of hub.requests.filter(({ path: at }) => at !== '/graphql')) {
        if (one.method !== 'GET') expect([body, marked]).toContain((one.body as { body: string }).body);
        expect(one.path).toMatch(/^\/repos\/laichau\/hop-thu\/issues\/(comments\/)?\d+(\/comments)?$/);
      }
      const told = await hub.as('lan', 'GET', `/issues/${number}/comments?per_page=100`);
      expect(told[0].body.replace(/\s+$/, '')).toBe(marked.replace(/\s+$/, ''));
      expect(hub.problems).toEqual([]);
      for (const { id } of told) await hub.as('laichau', 'DELETE', `/issues/comments/${id}`);
    }),
    again,
  );
});

test('in issues, and read back from them', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (title, body) => {
      hub.forget();
      const labels = [{ name: 'danhba: thử', color: 'ffffff' }] as const;
      const issue = { marker: 'hostile', title, body, labels: [...labels], open: true } as const;
      const written = await writeStickyIssue(hub.open(), { ...issue, labels: [labels[0]] });
      if (written.result === 'none') throw new Error('none');
      expect((await writeStickyIssue(hub.open(), { ...issue, labels: [labels[0]] })).result).toBe(
        'unchanged',
      );
      const read = await readIssue(hub.open(), written.number);
      expect(read.title.trim()).toBe(title.trim());
      expect(read.body).toContain(body.trim());
      expect(hub.problems).toEqual([]);
    }),
    again,
  );
});

test('in check runs and their annotations', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, path, async (title, summary, file) => {
      hub.forget();
      const annotations = [{ path: file, line: 1, level: 'warning', message: summary, title }] as const;
      await writeCheckRun(hub.open(), {
        headSha: sha,
        name: 'danhba',
        conclusion: 'failure',
        title,
        summary,
        annotations,
      });
      for (const { body } of sent('POST', /\/check-runs$/)) {
        expect(body).toMatchObject({
          output: { title, summary, annotations: [{ path: file, message: summary, title }] },
        });
      }
      expect(hub.problems).toEqual([]);
    }),
    again,
  );
});

test('in labels, whose names stand in addresses', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      hub.forget();
      const name = `danhba: ${words.trim()}`;
      await setLabels(hub.open(), number, 'danhba: ', [{ name, color: '00ff00' }]);
      await setLabels(hub.open(), number, 'danhba: ', []);
      for (const one of hub.requests) {
        expect(one.path).toMatch(
          /^\/repos\/laichau\/hop-thu\/(labels(\/[^/]+)?|issues\/\d+\/labels(\/[^/]+)?)$/,
        );
        expect(one.query.size).toBeLessThanOrEqual(1);
      }
      expect(
        sent('DELETE', /./).map((one) => decodeURIComponent(one.path.split('/').at(-1) as string)),
      ).toEqual([name]);
      expect((await readIssue(hub.open(), number)).labels).toEqual([]);
      expect(hub.problems).toEqual([]);
    }),
    again,
  );
});

test('in proposals: title, text, message, path and content', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(text, text, path, text, async (title, body, file, content) => {
      hub.forget();
      const branch = `danhba/hostile-${++round}`;
      const proposal = { branch, title, body, message: title, files: [{ path: file, text: content }] };
      const made = await proposeChange(hub.open(), proposal);
      if (made.result !== 'created') throw new Error(made.result);
      const [tree] = sent('POST', /\/git\/trees$/);
      expect(tree?.body).toMatchObject({ tree: [{ path: file, content, mode: '100644' }] });
      const [pull] = sent('POST', /\/pulls$/);
      expect(pull?.body).toEqual({ title, body, head: branch, base: 'main' });
      expect(await proposeChange(hub.open(), proposal)).toEqual({ ...made, result: 'unchanged' });
      const { files } = await listChangedFiles(hub.open(), made.number, made.commit);
      expect(files.map((one) => one.path)).toEqual([file]);
      expect((await readPullRequest(hub.open(), made.number)).body).toBe(body);
      expect(hub.problems).toEqual([]);
    }),
    again,
  );
});

test('in branch names', async () => {
  for (const name of [
    'danhba/${{x}}',
    'danhba/$(id)',
    'danhba/a&b=c',
    'danhba/%2e%2e',
    'danhba/tiếng-việt',
    'danhba/a#b',
  ]) {
    const proposal = { branch: name, title: 't', body: '', message: 'm', files: [{ path: 'x', text: name }] };
    const made = await proposeChange(hub.open(), proposal);
    expect(made.result).toBe('created');
    expect(await proposeChange(hub.open(), proposal)).toEqual({ ...made, result: 'unchanged' });
    expect(sent('POST', /\/git\/refs$/).at(-1)?.body).toMatchObject({ ref: `refs/heads/${name}` });
  }
});
