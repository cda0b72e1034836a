/** What a command loads before it has looked at anything: packages that few runs need come when they are needed. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** The packages that a file imports as it is loaded, by whatever way, and in `seen` the files; types and `import()` load nothing. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const text = readFileSync(file, 'utf8');
  const packages = new Set<string>();
  for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type\b)(?:[^;']*? from )?'([^']+)'/gm)) {
    if (!from.startsWith('.')) packages.add(from);
    else if (from.endsWith('.ts')) {
      const next = resolve(file, '..', from);
      if (seen.has(next)) continue;
      seen.add(next);
      for (const found of packagesOf(next, seen)) packages.add(found);
    }
  }
  return packages;
}

const loads = (file: string) =>
  [...packagesOf(join(src, file))].filter((one) => !one.startsWith('node:')).sort();

it.each([
  ['cli.ts', []],
  ['program.ts', ['commander']],
  ['commands/check.ts', []],
  ['commands/name.ts', []],
  ['commands/plan.ts', ['ldapts', 'p-limit', 'qr']],
  ['commands/reconcile.ts', ['ldapts', 'p-limit', 'qr']],
  ['commands/export/export.ts', ['ldapts', 'p-limit']],
  ['commands/report.ts', ['ldapts', 'p-limit']],
  ['github/connect/open.ts', ['@octokit/rest']],
])('%s loads %s', (file, packages) => {
  expect(loads(file)).toEqual(packages);
});

it('a reading of the desired side loads no words: they come when something is told', () => {
  const files = new Set<string>();
  packagesOf(join(src, 'run/in-part/read.ts'), files);
  expect(files.size).toBeGreaterThan(100);
  expect([...files].filter((file) => file.startsWith(join(src, 'render/')))).toEqual([]);
});

it.each(['check', 'plan', 'apply', 'reconcile', 'doctor', 'report'])(
  '%s does not import node:http, which loads a WebSocket',
  (command) => {
    const all = packagesOf(join(src, `commands/${command}.ts`));
    expect([...all].filter((one) => /^node:https?$/.test(one))).toEqual([]);
    expect(all).toContain('node:path');
  },
);
