/** A file is written whole, or not at all and with a clear word. */
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/files/write-file.ts';

describe('writeFileAtomically', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('replaces what was there and leaves nothing beside it', async () => {
    const file = join(folder, 'plan.json');
    await writeFile(file, 'old');
    await writeFileAtomically(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['plan.json']);
  });

  it('says where it cannot write, and leaves nothing', async () => {
    const file = join(folder, 'nowhere/plan.json');
    await expect(writeFileAtomically(file, 'x')).rejects.toMatchObject({
      code: 'file-unwritable',
      message: expect.stringContaining('ENOENT'),
    });
    await expect(writeFileAtomically(folder, 'x')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(await readdir(folder)).toEqual(['plan.json']);
  });

  it.each([
    ['a link to a device', 'null', '/dev/null'],
    ['what stdout is', 'stdout', '/proc/self/fd/0'],
  ])('%s is not replaced by a file', async (_, name, target) => {
    const file = join(folder, name);
    await symlink(target, file);
    const before = await lstat(file);
    await expect(writeFileAtomically(file, 'x')).rejects.toMatchObject({ code: 'file-unwritable' });
    const after = await lstat(file);
    expect([after.ino, after.mode]).toEqual([before.ino, before.mode]);
    await rm(file);
    expect(await readdir(folder)).toEqual(['plan.json']);
  });
});
