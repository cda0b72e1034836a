/** The public pages: off by default, made of the files alone, and put there by a job that runs nothing of the repository's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

const { on, jobs } = parse(
  readFileSync(join(import.meta.dirname, '../../../.github/workflows/pages.yml'), 'utf8'),
) as { readonly on: object; readonly jobs: { readonly build: Job; readonly deploy: Job } };

const whatRuns = ({ steps }: Job) => steps.map(({ uses = '', run }) => run ?? uses.split('@')[0]);

it('are made where the variable says so and nowhere else, of the default branch', () => {
  expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch']);
  expect(jobs.build.if?.replace(/\s+/g, ' ').trim()).toBe(
    "vars.DANHBA_PAGES == 'public' && (github.server_url == 'https://github.com' || endsWith(github.server_url, '.ghe.com')) && (github.event_name == 'schedule' || github.ref == format('refs/heads/{0}', github.event.repository.default_branch))",
  );
  expect(jobs.deploy.needs).toBe('build');
});

it('have what everybody may see: no server is asked, and no other audience', () => {
  expect(whatRuns(jobs.build)).toEqual([
    'actions/checkout',
    'actions/setup-node',
    'npm ci --omit=dev --ignore-scripts --no-audit --no-fund',
    'node_modules/.bin/danhba publish --audience public --out site',
    'actions/upload-pages-artifact',
  ]);
  expect(JSON.stringify(jobs)).not.toMatch(/DANHBA_LDAP|internal|secrets/);
});

it('are put there by a job that runs nothing of the repository’s', () => {
  expect(whatRuns(jobs.deploy)).toEqual(['actions/deploy-pages']);
});
