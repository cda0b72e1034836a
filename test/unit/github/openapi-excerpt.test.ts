/** The excerpt of GitHub's description is whole: every operation src/github and the tests use is in it, no other, with all it refers to. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { excerpt, operationsOf, readWantedOperations } from '../../../tools/openapi-excerpt.ts';

const text = readFileSync(excerpt, 'utf8');
const description = JSON.parse(text) as Readonly<Record<string, unknown>>;
const known = operationsOf(description);
const wanted = readWantedOperations();

it('has every operation that is used', () => {
  // Called, taken out of what Octokit has, said by its path, composed of parts.
  for (const one of [
    'pulls/list-files',
    'actions/list-repo-organization-secrets',
    'GET /repos/{owner}/{repo}/environments',
    'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners',
  ]) {
    expect(wanted).toContain(one);
  }
  const missing = wanted.filter((name) => !known.has(name));
  expect(missing, 'run: npm run openapi').toEqual([]);
});

it('has no other', () => {
  const placeOf = (name: string) => known.get(name)?.join(' ');
  const places = new Set(wanted.map(placeOf));
  const spare = [...known.keys()].filter((name) => !places.has(placeOf(name)));
  expect(spare, 'run: npm run openapi').toEqual([]);
});

it('has all it refers to', () => {
  const references = [...text.matchAll(/"\$ref":"#\/([^"]*)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(100);
  const find = (path: string) =>
    path
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], description);
  expect(references.filter((path) => find(path) === undefined)).toEqual([]);
});

it('says where it comes from and under which licence', () => {
  const from = expect.stringMatching(/^of @octokit\/openapi@\d+\.\d+\.\d+, by /);
  expect(description.info).toMatchObject({ license: { name: 'MIT' }, 'x-excerpt': from });
});
