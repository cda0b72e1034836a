/** Files that Git has and the disk has not: since the last commit, and by an earlier one where somebody still names them. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDeletedFiles } from '../../../src/history/deleted-files.ts';

let root = '';
let directory = '';
const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });
const commit = () => {
  git('add', '-A');
  git('-c', 'user.name=Phép thử', '-c', 'user.email=thu@laichau.gov.vn', 'commit', '-qm', 'Danh bạ');
  return git('rev-parse', '--short', 'HEAD').trim();
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-deleted-'));
  directory = join(root, 'directory');
  await mkdir(join(directory, 'organizations/so'), { recursive: true });
  for (const name of ['soa', 'so/sob'])
    await writeFile(join(directory, `organizations/${name}.yaml`), 'id: x\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('none without Git, and none where all are there', async () => {
  expect(await readDeletedFiles(directory, ['soa'])).toEqual([]);
  git('init', '-q');
  commit();
  expect(await readDeletedFiles(directory, ['sob', 'nobody'])).toEqual([]);
});

it('behind a link, and in a second work tree, as Git finds them', async () => {
  git('init', '-q');
  commit();
  git('worktree', 'add', '-q', join(root, 'second'));
  const link = `${root}-link`;
  await symlink(directory, link);
  for (const [seen, real] of [
    [link, directory],
    [join(root, 'second/directory'), join(root, 'second/directory')],
  ] as const) {
    await rm(join(real, 'organizations/soa.yaml'));
    expect(await readDeletedFiles(seen, [])).toEqual([{ path: 'organizations/soa.yaml', commit: 'HEAD' }]);
  }
  await rm(link);
});

it('since the last commit, whoever names them', async () => {
  git('init', '-q');
  commit();
  await rm(join(directory, 'organizations/so/sob.yaml'));
  expect(await readDeletedFiles(directory, [])).toEqual([
    { path: 'organizations/so/sob.yaml', commit: 'HEAD' },
  ]);
});

it('by an earlier commit, where they are still named', async () => {
  git('init', '-q');
  commit();
  await rm(join(directory, 'organizations/so/sob.yaml'));
  const last = commit();
  expect(await readDeletedFiles(directory, [])).toEqual([]);
  expect(await readDeletedFiles(directory, ['sob', '../soa', '*'])).toEqual([
    { path: 'organizations/so/sob.yaml', commit: `${last}~1` },
  ]);
});

it('a name Git quotes is told as it is', async () => {
  await rename(join(directory, 'organizations/soa.yaml'), join(directory, 'organizations/sở.yaml'));
  git('init', '-q');
  commit();
  await rm(join(directory, 'organizations/sở.yaml'));
  expect(await readDeletedFiles(directory, [])).toEqual([{ path: 'organizations/sở.yaml', commit: 'HEAD' }]);
});
