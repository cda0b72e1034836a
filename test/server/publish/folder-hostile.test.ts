/** Where a folder is to stand on what somebody else made, under a job's umask, or on a disk that is full: nothing of others is lost, and readers read. */
import { spawnSync } from 'node:child_process';
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFolder } from '../../../src/files/write-folder.ts';

let root: string;
let site: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-hostile-'));
  site = join(root, 'site');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const uuid = '0b0e7b6e-3c1d-4f0a-9d7c-0123456789ab';
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
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('unhandledRejection', hear);
  }
  expect(unheard).toEqual([]);
  expect(await readdir(root)).toEqual([]);
});
