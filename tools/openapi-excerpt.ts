/**
 * Cuts out of GitHub's OpenAPI description what tests hold requests and answers against: test/support/github-openapi.json.
 *
 *   npm run openapi              downloads the description, 385 MB, into a temporary folder
 *   npm run openapi -- FOLDER    takes the package from there, where it is unpacked already
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = Readonly<Record<string, unknown>>;

export const excerpt = join(import.meta.dirname, '../test/support/github-openapi.json');
const source = '@octokit/openapi@23.0.2';

/** Composed of parts in src/github, so that no scan of its text finds them. */
const composed = [
  'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories',
  'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners',
];

/** How test/support/github-settings.ts lets a test set what danhba only reads. */
const settingsOfTests = [
  'PUT /repos/{owner}/{repo}/branches/{branch}/protection',
  'DELETE /repos/{owner}/{repo}/branches/{branch}/protection',
  'POST /repos/{owner}/{repo}/rulesets',
  'PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}',
  'PUT /repos/{owner}/{repo}/environments/{environment_name}',
  'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
  'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}',
  'POST /repos/{owner}/{repo}/actions/variables',
  'PUT /repos/{owner}/{repo}/actions/permissions/workflow',
  'POST /orgs/{org}/rulesets',
  'PUT /orgs/{org}/actions/secrets/{secret_name}',
  'POST /orgs/{org}/actions/runner-groups',
];

/** What src/github asks GitHub for, and the settings of tests: as `pulls/list-files`, or `GET /path` where it says the path itself. */
export function readWantedOperations(): readonly string[] {
  const folder = join(import.meta.dirname, '../src/github');
  const text = globSync('**/*.ts', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const idOf = (scope: string, name: string) =>
    `${scope}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const called = [...text.matchAll(/octokit\.rest\.(\w+)\.(\w+)/g)].map(([, scope = '', name = '']) =>
    idOf(scope, name),
  );
  const taken = [...text.matchAll(/\{([^{}]*)\} = [\w.]*octokit\.rest\.(\w+);/g)].flatMap(
    ([, names = '', scope = '']) =>
      [...names.matchAll(/(\w+)(?:: \w+)?/g)].map(([, name = '']) => idOf(scope, name)),
  );
  const spelled = [...text.matchAll(/'(?:([A-Z]+) )?(\/(?:repos|orgs|users?)\/[^'$]*)'/g)].map(
    ([, method = 'GET', path = '']) => `${method} ${path}`,
  );
  return [...new Set([...called, ...taken, ...spelled, ...composed, ...settingsOfTests])].sort();
}

/** Both names of each operation the description has. */
export function operationsOf(description: Json): ReadonlyMap<string, readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>();
  for (const [path, item] of Object.entries(description.paths as Record<string, Json>)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId } = operation as { operationId?: string };
      if (operationId === undefined) continue;
      found.set(operationId, [path, method]);
      found.set(`${method.toUpperCase()} ${path}`, [path, method]);
    }
  }
  return found;
}

const prose = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'x-github', 'tags']);

/** Without what is there for readers; a property may be called like that. */
function strip(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((one) => strip(one));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => names || !prose.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, strip(one, !names && key === 'properties')]));
}

function cut(description: Json, wanted: readonly string[]): Json {
  const operations = operationsOf(description);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of wanted) {
    const [path, method] = operations.get(name) ?? [];
    if (path === undefined || method === undefined) throw new Error(`GitHub's description has no ${name}`);
    const item = (description.paths as Record<string, Json>)[path] as Json;
    paths[path] ??= item.parameters === undefined ? {} : { parameters: strip(item.parameters) };
    paths[path][method] = strip(item[method]);
  }
  const components: Record<string, Record<string, unknown>> = {};
  const follow = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $ref } = value as { $ref?: unknown };
    const [, , kind = '', name = ''] = typeof $ref === 'string' ? $ref.split('/') : [];
    if (name !== '' && components[kind]?.[name] === undefined) {
      const one = strip((description.components as Record<string, Json>)[kind]?.[name]);
      components[kind] = { ...components[kind], [name]: one };
      follow(one);
    }
    for (const inner of Object.values(value)) follow(inner);
  };
  follow(paths);
  return { paths, components };
}

const sorted = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));

/** A line for each operation and each component: what changes from one version to the next can be read. */
function render(head: Json, { paths, components }: Json): string {
  const lines = (groups: object) =>
    sorted(groups)
      .map(([name, group]) => {
        const inner = sorted(group as object).map(
          ([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`,
        );
        return `${JSON.stringify(name)}:{\n${inner.join(',\n')}\n}`;
      })
      .join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},\n"paths":{\n${lines(paths as object)}\n},\n"components":{\n${lines(components as object)}\n}}\n`;
}

function main(unpacked: string | undefined): void {
  const scratch = mkdtempSync(join(tmpdir(), 'danhba-openapi-'));
  try {
    if (unpacked === undefined) {
      execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch, source], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [archive = ''] = globSync(scratch);
      execFileSync('tar', [
        '-xzf',
        join(scratch, archive),
        '-C',
        scratch,
        'package/generated/api.github.com.json',
      ]);
    }
    const file = join(unpacked ?? join(scratch, 'package'), 'generated/api.github.com.json');
    const description = JSON.parse(readFileSync(file, 'utf8')) as Json;
    const { title, version, license } = description.info as Json;
    const info = { title, version, license, 'x-excerpt': `of ${source}, by tools/openapi-excerpt.ts` };
    const text = render({ openapi: description.openapi, info }, cut(description, readWantedOperations()));
    writeFileSync(excerpt, text);
    process.stdout.write(
      `${readWantedOperations().length} operations, ${Math.round(text.length / 1024)} KiB\n`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.main) main(process.argv[2]);
