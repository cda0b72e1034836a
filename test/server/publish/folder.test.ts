/** The folder of a site is replaced in one step, and what runs that were killed have left is removed, and nothing else. */
import {
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFolder } from '../../../src/files/write-folder.ts';

let root: string;
let site: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-folder-'));
  site = join(root, 'site');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const uuid = '0b0e7b6e-3c1d-4f0a-9d7c-0123456789ab';
const longAgo = new Date('2020-01-01T00:00:00Z');
const write = (text: string) => replaceFolder(site, [{ path: 'a/b.html', text }]);

async function leave(name: string, day = longAgo): Promise<void> {
  await mkdir(join(root, name, 'o'), { recursive: true });
  await writeFile(join(root, name, 'o/x.html'), 'half');
  await utimes(join(root, name), day, day);
}

async function linkTo(target: string, name: string): Promise<void> {
  await symlink(target, join(root, name));
  await lutimes(join(root, name), longAgo, longAgo);
}

const namesBeside = async () => (await readdir(root)).filter((name) => name !== 'site').sort();

it('what a killed run has left goes, folder and link', async () => {
  await write('1');
  await leave(`.site-${uuid}`);
  await linkTo('anywhere', `.site-${uuid}.link`);
  await write('2');
  expect(await namesBeside()).toEqual([await readlink(site)]);
  expect(await readFile(join(site, 'a/b.html'), 'utf8')).toBe('2');
});

it.each([
  ['of a run that may still be at work', `.site-${uuid}`, new Date()],
  ['of another name', `.site-internal-${uuid}`, longAgo],
  ['with more behind the name', `.site-${uuid}.old`, longAgo],
  ['without a name of chance', '.site-backup', longAgo],
] as const)('what is %s stays', async (_, name, day) => {
  await leave(name, day);
  await write('1');
  expect(await namesBeside()).toContain(name);
});

it('a link in the place of a folder is not followed, nor removed', async () => {
  await mkdir(join(root, 'precious'));
  await writeFile(join(root, 'precious/file'), 'kept');
  await linkTo('precious', `.site-${uuid}`);
  await write('1');
  expect(await readFile(join(root, 'precious/file'), 'utf8')).toBe('kept');
  expect((await lstat(join(root, `.site-${uuid}`))).isSymbolicLink()).toBe(true);
});

it('a folder that breaks off leaves the one before, and nothing of itself', async () => {
  await write('1');
  const before = await readlink(site);
  const broken = (function* () {
    yield { path: 'a/b.html', text: '2' };
    throw new Error('broken off');
  })();
  await expect(replaceFolder(site, broken)).rejects.toThrow('broken off');
  expect(await namesBeside()).toEqual([before]);
  expect(await readFile(join(site, 'a/b.html'), 'utf8')).toBe('1');
});
