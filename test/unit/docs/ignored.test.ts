/** What the pages have somebody make in a checkout (keys, opened sheets, plans) is never committed by accident. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages, root } from './read-docs.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'danhba-ignored-'));
  execFileSync('git', ['init', '--quiet', folder]);
  copyFileSync(join(root, '.gitignore'), join(folder, '.gitignore'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isIgnored(path: string): boolean {
  try {
    execFileSync('git', ['-C', folder, 'check-ignore', '--quiet', '--no-index', path]);
    return true;
  } catch (failed) {
    if ((failed as { status?: number }).status === 1) return false;
    throw failed;
  }
}

/** Files named after an option that writes one, in lines of shell: names in capitals and places elsewhere are none. */
const written = /--(?:out|audit|metrics|env-file|journal|credentials|summary) (?![A-Z<%/"'{])([\w./-]+)/g;

const named = new Set(
  pages
    .filter(({ file }) => file !== 'CHANGELOG.md')
    .flatMap(({ text }) =>
      [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```$/gm)].map(([, block]) => block ?? ''),
    )
    .flatMap((block) => [...block.matchAll(written)].map(([, path = '']) => path)),
);

describe('a checkout', () => {
  it('has pages that make files in it', () => {
    for (const path of ['plan.json', 'lab.env', 'sotttt.key', 'audit.jsonl', 'danhba.prom', 'phieu.html']) {
      expect(named).toContain(path);
    }
  });

  it.each([
    ...named,
    'drift.ldif',
    'khoa.txt',
    'credentials/sotttt-2026-11-24-3fa9c1e2.html.age',
    'sotttt-2026-11-24-3fa9c1e2.html.age',
    '.danhba/journal.jsonl',
  ])('%s is ignored', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it.each([
    'directory/organizations/provincial/sotttt.yaml',
    'servers/openldap/base.ldif',
    'test/cases/add-person/plan.json',
    'src/credentials/open.ts',
    'docs/credentials.md',
  ])('%s is not', (path) => {
    expect(isIgnored(path)).toBe(false);
  });
});
