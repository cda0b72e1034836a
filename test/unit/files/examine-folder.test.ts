/** A folder of state as the doctor sees it: there or to be made, writable, private, with room. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { examineFolder } from '../../../src/files/examine-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-folder-'));
});
afterEach(async () => await rm(root, { recursive: true, force: true }));

it('one that is there, and is private', async () => {
  const facts = await examineFolder(root);
  expect(facts).toMatchObject({ folder: root, isThere: true, writable: true, open: false });
  expect(facts.freeMiB).toBeGreaterThan(0);
});

it('one that is to be made is as the nearest folder above it', async () => {
  const folder = join(root, 'a/b/c');
  expect(await examineFolder(folder)).toMatchObject({ isThere: false, writable: true, open: false });
});

it('one that every user can look into, and one below a folder nobody else enters', async () => {
  const folder = join(root, 'open');
  await mkdir(folder);
  await chmod(folder, 0o755);
  expect((await examineFolder(folder)).open).toBe(false);
  await chmod(root, 0o755);
  expect((await examineFolder(folder)).open).toBe(true);
});

it('nothing can be written where a file stands, nor made below it', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  for (const folder of [file, join(file, 'a/b')]) {
    expect(await examineFolder(folder)).toMatchObject({ isThere: false, writable: false });
  }
});
