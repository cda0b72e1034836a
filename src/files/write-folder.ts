/** Puts a folder of files in the place of another in one step: a reader sees the old one or the new one, never half. */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { ExpectedError } from '../model/problems/errors.ts';

export interface FolderFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** How many files are on the way to the disk at once. */
const atOnce = 64;

/**
 * `folder` becomes a link to a folder beside it, `.<name>-<chance>`; the link changes in one step, and what it pointed to
 * before is removed. @throws ExpectedError where something else than such a link stands there, or nothing can be written.
 */
export async function replaceFolder(
  folder: string,
  files: Iterable<FolderFile>,
  mode = 0o755,
): Promise<number> {
  const before = await linkedFolder(folder);
  const fresh = join(dirname(folder), `${prefixOf(folder)}${randomUUID()}`);
  try {
    const count = await writeAll(fresh, files, mode);
    const link = `${fresh}.link`;
    await symlink(basename(fresh), link);
    await rename(link, folder);
    if (before !== undefined) await rm(join(dirname(folder), before), { recursive: true, force: true });
    return count;
  } catch (thrown) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    throw new ExpectedError('file-unwritable', { at: folder, cause: code }, { cause: thrown });
  }
}

const prefixOf = (folder: string): string => `.${basename(folder)}-`;

/** The folder of an earlier run; undefined where nothing stands there. */
async function linkedFolder(folder: string): Promise<string | undefined> {
  const found = await lstat(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return undefined;
    throw new ExpectedError('file-unwritable', { at: folder, cause: thrown.code ?? '' }, { cause: thrown });
  });
  if (found === undefined) return undefined;
  const target = found.isSymbolicLink() ? await readlink(folder) : '';
  if (target.startsWith(prefixOf(folder)) && !target.includes('/')) return target;
  throw new ExpectedError('folder-foreign', { at: folder });
}

async function writeAll(folder: string, files: Iterable<FolderFile>, mode: number): Promise<number> {
  const made = new Set<string>();
  const limit = pLimit(atOnce);
  let writing: Promise<void>[] = [];
  let count = 0;
  await mkdir(folder, { recursive: true, mode });
  for (const { path, text } of files) {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    writing.push(limit(() => writeFile(join(folder, path), text)));
    count++;
    // Texts that wait are kept in memory: no more than a few at a time.
    if (writing.length >= atOnce * 4) {
      await Promise.all(writing);
      writing = [];
    }
  }
  await Promise.all(writing);
  return count;
}
