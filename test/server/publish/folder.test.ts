/** The folder of a site is replaced in one step; what killed runs have left goes, nothing of others is lost, and readers read. */
import { spawnSync } from 'node:child_process';
import {
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
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

const page = (text: string) => [{ path: 'a/b/c.html', text }];

it('a name that the shell has completed with a slash is the same folder, the first time and the next', async () => {
  await replaceFolder(`${site}/`, page('1'));
  await replaceFolder(`${site}//`, page('2'));
  expect(await readFile(join(site, 'a/b/c.html'), 'utf8')).toBe('2');
  expect((await readdir(root)).sort()).toEqual([await readlink(site), 'site']);
});

it.each(['.site-backup', `.site-${uuid}.link`, `.other-${uuid}`, `./.site-${uuid}`, `../.site-${uuid}`])(
  'a link to %s was made by somebody else: it stays, and what is behind it',
  async (name) => {
    await mkdir(join(root, 'in'));
    await mkdir(join(root, 'in', name));
    await writeFile(join(root, 'in', name, 'precious'), 'kept');
    await symlink(name, join(root, 'in/site'));
    await expect(replaceFolder(join(root, 'in/site'), page('1'))).rejects.toMatchObject({
      code: 'folder-foreign',
    });
    expect(await readFile(join(root, 'in', name, 'precious'), 'utf8')).toBe('kept');
    expect(await readlink(join(root, 'in/site'))).toBe(name);
  },
);

it('what another run has put there meanwhile is removed, and what a stranger has put there stays', async () => {
  await replaceFolder(site, page('0'));
  const whileWriting = (act: () => void) =>
    (function* () {
      yield* page('late');
      act();
    })();
  const meanwhile = join(root, `.site-${uuid}`);
  await mkdir(meanwhile);
  const relink = (target: string) => () => spawnSync('ln', ['-sfn', target, site]);
  await replaceFolder(site, whileWriting(relink(`.site-${uuid}`)));
  await expect(lstat(meanwhile)).rejects.toMatchObject({ code: 'ENOENT' });
  await mkdir(join(root, 'precious'));
  await expect(replaceFolder(site, whileWriting(relink('precious')))).rejects.toMatchObject({
    code: 'folder-foreign',
  });
  expect(await readlink(site)).toBe('precious');
  expect(await readdir(root)).toContain('precious');
});

it.each([
  [0o755, 0o644],
  [0o750, 0o640],
  [0o700, 0o600],
] as const)(
  'folders have the mode %o whatever the umask, for a web server is somebody else',
  async (folders, files) => {
    const before = process.umask(0o077);
    try {
      await replaceFolder(site, page('1'), folders);
    } finally {
      process.umask(before);
    }
    for (const path of ['', 'a', 'a/b']) expect((await stat(join(site, path))).mode & 0o777).toBe(folders);
    expect((await stat(join(site, 'a/b/c.html'))).mode & 0o777).toBe(files);
  },
);

it('where one file cannot be written nothing is left, and no other write comes to nothing unheard', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  try {
    const files = Array.from({ length: 200 }, (_, index) => ({
      path: `d${index}/${index === 3 ? 'x'.repeat(300) : 'file'}`,
      text: 'x'.repeat(10_000),
    }));
    await expect(replaceFolder(site, files)).rejects.toMatchObject({
      code: 'file-unwritable',
      remark: { facts: { cause: 'ENAMETOOLONG' } },
    });
    await turn();
  } finally {
    process.off('unhandledRejection', hear);
  }
  expect(unheard).toEqual([]);
  expect(await readdir(root)).toEqual([]);
});

it('several at the same time end well, each over another, and one whole folder is left', async () => {
  const filesOf = (run: string) =>
    Array.from({ length: 400 }, (_, index) => ({ path: `p/${index}.html`, text: run }));
  await replaceFolder(site, filesOf('before'));
  const counts = await Promise.all(['a', 'b', 'c'].map((run) => replaceFolder(site, filesOf(run))));
  expect(counts).toEqual([400, 400, 400]);
  const texts = await Promise.all(filesOf('').map(({ path }) => readFile(join(site, path), 'utf8')));
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toMatch(/^[abc]$/);
});

it('one that another overtakes while it removes what was there before ends well', async () => {
  const one = { path: 'index.html', text: 'x' };
  await replaceFolder(
    site,
    Array.from({ length: 4000 }, (_, index) => ({ path: `${index}.html`, text: '' })),
  );
  const before = await readlink(site);
  const overtaken = replaceFolder(site, [one]);
  while ((await readlink(site)) === before) await turn();
  expect(await replaceFolder(site, [one])).toBe(1);
  expect(await overtaken).toBe(1);
});
