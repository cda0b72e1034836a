/** The watch on danhba's requests: what GitHub's description does not know is seen, wherever in the request it stands. */
import { describe, expect, test } from 'vitest';
import { checkAnswer, checkRequest } from '../../support/github-openapi.ts';

const at = (method: string, path: string, body?: unknown, query = '') =>
  checkRequest({ method, path: `/repos/o/r${path}`, query: new URLSearchParams(query), body });
const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };
const run = (more: object) => ({ name: 'n', head_sha: 's', ...more });

describe('a request', () => {
  test.each<[string, readonly string[]]>([
    ['without a body', at('GET', '/pulls/1/files', undefined, 'per_page=100&page=2')],
    ['with a body', at('POST', '/issues/1/comments', { body: 'x' })],
    ['with a reference in an address', at('PATCH', '/git/refs/heads%2Fa%2Fb', { sha: 's', force: true })],
    ['with a null the description allows', at('POST', '/git/trees', { tree: [{ path: 'a', sha: null }] })],
    ['with one of several forms', at('POST', '/issues/1/labels', { labels: ['a'] })],
  ])('as described passes: %s', (_, problems) => {
    expect(problems).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['an unknown path', at('GET', '/pull/1')],
    ['an unknown method', at('PUT', '/issues/1/comments', { body: 'x' })],
    ['text for a number', at('GET', '/pulls/abc')],
    ['an unknown parameter', at('GET', '/pulls/1/files', undefined, 'pages=2')],
    ['a wrong word in a parameter', at('GET', '/issues', undefined, 'state=opened')],
    ['a page too large', at('GET', '/issues', undefined, 'per_page=101')],
    ['no body', at('POST', '/issues/1/comments')],
    ['a body where none belongs', at('GET', '/pulls/1', { a: 1 })],
    ['an unknown field', at('POST', '/issues/1/comments', { body: 'x', text: 'y' })],
    [
      'an unknown field further in',
      at('POST', '/check-runs', run({ output: { title: '', summary: '', notes: [] } })),
    ],
    ['a missing field', at('POST', '/check-runs', { name: 'n' })],
    ['a wrong word', at('POST', '/check-runs', run({ conclusion: 'failed' }))],
    [
      'too many annotations',
      at(
        'POST',
        '/check-runs',
        run({ output: { title: '', summary: '', annotations: Array(51).fill(annotation) } }),
      ),
    ],
    ['a wrong type', at('PATCH', '/git/refs/heads%2Fa', { sha: 's', force: 'yes' })],
  ])('with %s does not', (_, problems) => {
    expect(problems).not.toEqual([]);
  });
});

test('an answer is held against the description too', () => {
  const answer = (body: unknown, status = 200) =>
    checkAnswer('GET', '/repos/o/r/issues/1/labels', status, body);
  const label = { id: 1, node_id: 'x', url: 'u', name: 'n', description: null, color: 'f', default: false };
  expect(answer([label])).toEqual([]);
  expect(answer([{ ...label, name: 1 }])).not.toEqual([]);
  expect(answer([label], 418)).not.toEqual([]);
});
