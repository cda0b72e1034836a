/** Every relative link of every Markdown file leads to a file, and to a heading where it names one. */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, brokenBecause, pageOf, pages, relativeLinks, root } from './read-docs.ts';

describe('links', () => {
  it('are looked for in the pages a reader begins with', () => {
    const files = pages.map(({ file }) => file);
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'README.vi.md', 'docs/architecture.md', 'docs/commands.md']),
    );
    expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
    expect(relativeLinks(pageOf('README.md').text).length).toBeGreaterThan(10);
  });

  it.each(pages.map((page) => [page.file, page] as const))('%s: every one arrives', (_file, page) => {
    const broken = relativeLinks(page.text)
      .map((target) => [target, brokenBecause(page, target)] as const)
      .filter(([, reason]) => reason !== undefined);
    expect(broken).toEqual([]);
  });

  it('to nowhere are noticed', () => {
    const page = pageOf('README.md');
    expect(brokenBecause(page, 'docs/no-such-page.md')).toBe('no such file');
    expect(brokenBecause(page, '../outside.md')).toBe('no such file');
    expect(brokenBecause(page, 'docs/commands.md#no-such-heading')).toMatch('no heading');
    expect(relativeLinks('[a](b.md) `[c](d.md)` [e](https://f.example)\n```\n[g](h.md)\n```\n')).toEqual([
      'b.md',
    ]);
  });

  it('to headings follow the rules by which GitHub names them', () => {
    expect(
      anchorsOf(
        '# Exit codes\n## `danhba check`\n### Không đụng đến!\n## When …\n## calendar/&lt;year&gt;.yaml',
      ),
    ).toEqual(new Set(['exit-codes', 'danhba-check', 'không-đụng-đến', 'when-', 'calendaryearyaml']));
  });
});

describe('pictures', () => {
  it('are all shown somewhere', () => {
    const shown = new Set(
      pages.flatMap(({ text }) => relativeLinks(text)).map((target) => target.split('/').at(-1)),
    );
    const drawn = readdirSync(join(root, 'docs/images'));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('decisions', () => {
  it('are all in their list', () => {
    const written = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
    const listed = relativeLinks(pageOf('docs/decisions/README.md').text);
    expect([...listed].sort()).toEqual([...written].sort());
  });
});

/** Paths of sources that a page names: moved files must not stay there under their old names. */
const namedPaths = pages
  .filter(({ file }) => file !== 'CHANGELOG.md')
  .flatMap(({ file, text }) =>
    [...text.matchAll(/`((?:src|test|tools|schemas)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = '']) => [file, path] as const,
    ),
  );

it.each(namedPaths)('%s names a file that is there: %s', (_file, path) => {
  expect(existsSync(join(root, path))).toBe(true);
});

it('a test that is named without its folder is there too', () => {
  const there = new Set(globSync('test/**/*.test.ts', { cwd: root }).map((file) => basename(file)));
  const named = pages
    .filter(({ file }) => file !== 'CHANGELOG.md')
    .flatMap(({ file, text }) =>
      [...text.matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name = '']) => [file, name] as const),
    );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(([, name]) => !there.has(name))).toEqual([]);
});
