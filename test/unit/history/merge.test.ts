/** What danhba merges by a repository of its own is what Git merges from the commits themselves. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeSides, type NamedFile } from '../../../src/history/merge.ts';

let root = '';
let own = '';
let trace = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.vn', ...args], {
    encoding: 'utf8',
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-merge-'));
  own = await mkdtemp(join(tmpdir(), 'danhba-merge-own-'));
  trace = `${own}.trace`;
});
afterEach(async () => {
  delete process.env.GIT_TRACE2_EVENT;
  for (const path of [root, own, trace]) await rm(path, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string | null>>;

/** On a branch of this name; null removes a file. */
async function commit(branch: string, files: Files, modes: Readonly<Record<string, string>> = {}) {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) await rm(join(root, path));
    else {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }
  git('add', '-A');
  for (const [path, mode] of Object.entries(modes)) git('update-index', `--chmod=${mode}`, path);
  git('commit', '--quiet', '--allow-empty', '-m', branch);
  git('branch', '--force', branch);
}

/** The three commits, the last two of which come from the first. */
async function begin(sides: Readonly<Record<'ancestor' | 'base' | 'head', Files>>, format = 'sha1') {
  git('init', '--quiet', `--object-format=${format}`);
  await commit('ancestor', sides.ancestor);
  await commit('base', sides.base);
  git('checkout', '--quiet', '--force', '--detach', 'ancestor');
  await commit('head', sides.head, { 'run.yaml': '+x' });
  git('checkout', '--quiet', '--force', '--detach', 'base');
}

const filesOf = (tree: string): readonly NamedFile[] =>
  git('ls-tree', '-r', '-z', tree)
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [, mode = '', sha = '', path = ''] = /^(\d+) blob (\S+)\t(.+)$/s.exec(line) ?? [];
      return { path, mode, sha };
    });

const objectsOf = (folder: string) => join(folder, '.git/objects');
const noFetch = () => Promise.reject(new Error('nothing is missing'));
const sidesOf = () => ({ ancestor: filesOf('ancestor'), base: filesOf('base'), head: filesOf('head') });
const merge = () => mergeSides(sidesOf(), own, objectsOf(root), noFetch);

/** By Git itself: its tree, or nothing where it leaves conflicts. */
const treeOfGit = () => git('merge-tree', '--write-tree', 'base', 'head').split('\n')[0] ?? '';

const lines = (...changed: readonly (readonly [number, string])[]) =>
  Array.from({ length: 20 }, (_, at) => changed.find(([line]) => line === at)?.[1] ?? `dòng ${at}`)
    .join('\n')
    .concat('\n');
const both = { ancestor: { 'a.yaml': lines() }, base: { 'a.yaml': lines([1, 'x']) } };
const apart = { ...both, head: { 'a.yaml': lines([18, 'y']), 'run.yaml': 'x\n' } };

describe('merges as Git does', () => {
  const named = Object.fromEntries(
    ['a "b".yaml', 'a\\b.yaml', '"quoted".yaml', 'tab\tand\nline.yaml', ' blank .yaml', 'Sở/Nội vụ.yaml'].map(
      (path, at) => [path, `${at}\n`],
    ),
  );
  it.each([
    ['in different places of a file', apart],
    ['paths with quotes, blanks and line ends', { ...apart, ancestor: { ...both.ancestor, ...named } }],
    [
      'a file that one moves and the other changes',
      { ...both, base: { 'a.yaml': null, 'b/a.yaml': lines() }, head: apart.head },
    ],
    [
      'a folder in the place of a file',
      { ...both, base: { 'z.yaml': 'z\n' }, head: { ...apart.head, 'a.yaml': null, 'a.yaml/b.yaml': '1\n' } },
    ],
    ['what both delete', { ...both, base: { 'a.yaml': null }, head: { 'a.yaml': null, 'run.yaml': 'x\n' } }],
    ['nothing at all', { ancestor: {}, base: {}, head: { 'run.yaml': 'x\n' } }],
  ])('%s', async (_, sides) => {
    await begin(sides);
    expect(await merge()).toMatchObject({ files: filesOf(treeOfGit()) });
  });

  it('in a repository whose names are longer', async () => {
    await begin(apart, 'sha256');
    expect(await merge()).toMatchObject({ files: filesOf(treeOfGit()) });
  });
});

it('names what both sides change in the same place', async () => {
  await begin({ ...apart, head: { 'a.yaml': lines([1, 'z']), 'run.yaml': 'x\n' } });
  expect(await merge()).toEqual({ conflicts: ['a.yaml'] });
});

it('fetches what the repository lacks, and reads what was merged', async () => {
  await begin(apart);
  const sides = sidesOf();
  const asked: string[] = [];
  // As a checkout of the base alone: the head's objects are GitHub's.
  const alone = await mkdtemp(join(tmpdir(), 'danhba-merge-alone-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch=base', `file://${root}`, alone]);
    const merged = await mergeSides(sides, own, objectsOf(alone), async ({ sha, path }) => {
      asked.push(path);
      return execFileSync('git', ['-C', root, 'cat-file', 'blob', sha]);
    });
    if (merged === undefined || 'conflicts' in merged) throw new Error('merges');
    const shas = merged.files.map(({ sha }) => sha);
    expect((await merged.read(shas)).get(shas[0] as string)?.toString()).toBe(lines([1, 'x'], [18, 'y']));
  } finally {
    await rm(alone, { recursive: true, force: true });
  }
  expect(asked.sort()).toEqual(['a.yaml', 'a.yaml', 'run.yaml']);
});

it.each([
  ['another line', (sha: string) => `${sha} a.yaml\nM 100644 ${sha}`],
  ['a mark', () => ':1'],
  ['what Git would look up', () => 'HEAD:a.yaml'],
  ['nothing', () => ''],
])('a name that is none goes to no Git: %s', async (_, nameOf) => {
  await begin(apart);
  const [first, ...others] = filesOf('head');
  if (first === undefined) throw new Error('a file');
  const head = [{ ...first, sha: nameOf(first.sha) }, ...others];
  const sides = { ...sidesOf(), head };
  process.env.GIT_TRACE2_EVENT = trace;
  await expect(mergeSides(sides, own, objectsOf(root), noFetch)).rejects.toMatchObject({
    code: 'consent-unknown',
  });
  expect(existsSync(trace)).toBe(false);
});

it('starts Git as often for a thousand files as for one', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}.yaml`, `${at}\n`]));
  await begin({
    ancestor: { ...both.ancestor, ...many },
    base: both.base,
    head: { ...apart.head, '7.yaml': null },
  });
  const sides = sidesOf();
  process.env.GIT_TRACE2_EVENT = trace;
  const merged = await mergeSides(sides, own, objectsOf(root), noFetch);
  if (merged === undefined || 'conflicts' in merged) throw new Error('merges');
  await merged.read(merged.files.map(({ sha }) => sha));
  const starts = (await readFile(trace, 'utf8'))
    .split('\n')
    .filter((line) => line.includes('"event":"start"'));
  expect(starts.length).toBe(6);
  expect(merged.files).toHaveLength(1001);
});
