// Who last had somebody whom no file declares, by Git's history: whatever became of the file, and however many are asked for.

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findLastHomes } from '../../../src/history/last-home.ts';
import { organizationText } from '../../support/world.ts';

let root: string;
const an = 'id: LC-000001, name: Nguyễn Văn An';
const mai = 'id: LC-000002, name: Lò Thị Mai';
const ended = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-01-05}`;
const file = 'directory/organizations/sokx.yaml';
const office = (...people: readonly string[]) => organizationText('sokx', [...people]);

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@y.vn', ...args], {
    encoding: 'utf8',
  }).trim();

/** One commit; null takes the file away. */
async function commit(files: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    if (text === null) await rm(join(root, path));
    else await writeFile(join(root, path), text);
  }
  git('add', '-A', '-f');
  git('commit', '-q', '-m', 'x');
}

const homeOf = async (id: string, more = {}) =>
  (await findLastHomes([id], { directory: join(root, 'directory'), ...more })).get(id);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-home-'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rm(root, { recursive: true, force: true }));

it.each([
  ['the item', { [file]: office() }],
  ['the item, as another came on its line', { [file]: office(mai) }],
  ['the file', { [file]: null, 'directory/organizations/khac.yaml': organizationText('khac', [mai]) }],
  [
    'the item and the name of the file',
    { [file]: null, 'directory/organizations/cap-tinh/sokx.yaml': office() },
  ],
] as const)('went with %s', async (_what, change) => {
  await commit({ [file]: office(an) });
  await commit(change);
  await commit({ 'directory/organizations/ve-sau.yaml': organizationText('vesau', [mai]) });
  expect(await homeOf('LC-000001')).toBe('sokx');
  expect(await homeOf('LC-000001', { until: 'HEAD~2' })).toBeUndefined();
});

it('is seen in a file whose name is not in English letters, and which Git was told to take for binary', async () => {
  const path = 'directory/organizations/sở-khác.yaml';
  await commit({ [path]: office(an), '.gitattributes': '*.yaml -diff\n' });
  await commit({ [path]: office() });
  expect(await homeOf('LC-000001')).toBe('sokx');
});

it('is the organization that had him last', async () => {
  await commit({ [file]: office(an) });
  await commit({ [file]: office(), 'directory/organizations/khac.yaml': organizationText('khac', [an]) });
  await commit({ 'directory/organizations/khac.yaml': organizationText('khac', []) });
  expect(await homeOf('LC-000001')).toBe('khac');
});

it('is nobody where the end was on record, nobody had the id, or it only stands inside another', async () => {
  await commit({ [file]: office(ended, 'id: LC-0000011, name: Lò Văn Ba') });
  await commit({ [file]: office() });
  expect(await homeOf('LC-000001')).toBeUndefined();
  expect(await homeOf('LC-000009')).toBeUndefined();
  expect(await homeOf('LC-00000')).toBeUndefined();
  expect(await homeOf('LC-0000011')).toBe('sokx');
});

it('is not looked for in a link or another repository in the place of a file', async () => {
  await commit({ [file]: office(an) });
  git(
    'update-index',
    '--add',
    '--cacheinfo',
    `160000,${git('rev-parse', 'HEAD')},directory/organizations/x.yaml`,
  );
  git('commit', '-q', '-m', 'x');
  git('rm', '-q', '--cached', 'directory/organizations/x.yaml');
  await commit({ [file]: office() });
  expect(await homeOf('LC-000001')).toBe('sokx');
});

it('a clone that was cut short is not asked', async () => {
  await commit({ [file]: office(an) });
  await commit({ [file]: office() });
  const cut = join(root, 'cut');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, cut]);
  expect(await homeOf('LC-000001', { directory: join(cut, 'directory') })).toBeUndefined();
});

it('thousands are looked for by a few runs of Git', async () => {
  await commit({ [file]: office(an, mai) });
  await commit({ [file]: office() });
  const ids = Array.from({ length: 3000 }, (_, index) => `LC-${String(index).padStart(6, '0')}`);
  const before = process.env.PATH;
  const [folder, count] = [join(root, 'bin'), join(root, 'count')];
  const real = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  await mkdir(folder);
  await writeFile(join(folder, 'git'), `#!/bin/sh\necho >> '${count}'\nexec '${real}' "$@"\n`);
  await chmod(join(folder, 'git'), 0o755);
  process.env.PATH = `${folder}:${before}`;
  try {
    const homes = await findLastHomes(ids, { directory: join(root, 'directory') });
    expect([...homes]).toEqual([
      ['LC-000001', 'sokx'],
      ['LC-000002', 'sokx'],
    ]);
  } finally {
    process.env.PATH = before;
  }
  expect((await readFile(count, 'utf8')).length).toBeLessThan(20);
});
