/** Puts a folder of files in the place of another in one step: a reader sees the old one or the new one, never half. */
import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { lstat, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ExpectedError } from '../model/problems/errors.ts';
import { ignoreMissing } from './missing.ts';

export interface FolderFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** So many files are written before whatever else waits, a signal above all, has its turn. */
const untilOthers = 100;

/** What a run that was killed has left is removed after a day: no run writes for so long. */
const keptMilliseconds = 86_400_000;

/**
 * `out` becomes a link to a folder beside it, `.<name>-<chance>`; the link changes in one step, and what it pointed to
 * before is removed, as is what runs that were killed have left. `mode` is that of the folders, whatever the umask; files
 * are read by the same. @throws ExpectedError where something else than such a link stands there, or nothing can be written.
 */
export async function replaceFolder(out: string, files: Iterable<FolderFile>, mode = 0o755): Promise<number> {
  // A shell completes a name with a slash, and with it a link is what it points to.
  const folder = join(dirname(out), basename(out));
  await linkedFolder(folder);
  const fresh = join(dirname(folder), `${prefixOf(folder)}${randomUUID()}`);
  const link = `${fresh}${linkEnding}`;
  let count: number;
  let before: string | undefined;
  try {
    count = await writeAll(fresh, files, mode);
    await symlink(basename(fresh), link);
    // Another run may have changed it while this one wrote.
    before = await linkedFolder(folder);
    await rename(link, folder);
  } catch (thrown) {
    for (const half of [link, fresh]) await removeWhole(half).catch(() => undefined);
    throw unwritable(folder, thrown);
  }
  // The new one is in its place: it stays there, whatever becomes of what is behind it.
  try {
    if (before !== undefined) await removeWhole(join(dirname(folder), before));
    await removeLeft(folder, basename(fresh));
  } catch (thrown) {
    throw unwritable(folder, thrown);
  }
  return count;
}

function unwritable(folder: string, thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === undefined || thrown instanceof ExpectedError) return thrown;
  return new ExpectedError('file-unwritable', { at: folder, cause: code }, { cause: thrown });
}

/** As files are written: one after another, for the same reason. Of a link the link goes. */
async function removeWhole(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory() === true) await removeFiles(path).catch(() => undefined);
  // Whatever is left, where another run removes it as well, or something cannot go: this tells.
  await rm(path, { recursive: true, force: true });
}

async function removeFiles(folder: string): Promise<void> {
  let count = 0;
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (found.isDirectory()) continue;
    unlinkSync(join(found.parentPath, found.name));
    if (++count % untilOthers === 0) await setImmediate();
  }
}

const linkEnding = '.link';

const prefixOf = (folder: string): string => `.${basename(folder)}-`;

/** By the file system's own clock. Of a link the link goes, and never what it points to. */
async function removeLeft(folder: string, fresh: string): Promise<void> {
  const parent = dirname(folder);
  const own = await lstat(join(parent, fresh)).catch(ignoreMissing);
  // Another run has put its own in the place of this one already: what is left is for that.
  if (own === undefined) return;
  for (const name of await readdir(parent)) {
    if (name === fresh || !isOurs(name, folder)) continue;
    const found = await lstat(join(parent, name)).catch(() => undefined);
    if (found === undefined || found.mtimeMs > own.mtimeMs - keptMilliseconds) continue;
    // A link without this ending was made by somebody else.
    if (found.isSymbolicLink() !== name.endsWith(linkEnding)) continue;
    await removeWhole(join(parent, name));
  }
}

function isOurs(name: string, folder: string): boolean {
  const prefix = prefixOf(folder);
  return (
    name.startsWith(prefix) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.link)?$/.test(name.slice(prefix.length))
  );
}

/** The folder of an earlier run; undefined where nothing stands there. */
async function linkedFolder(folder: string): Promise<string | undefined> {
  const found = await lstat(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return undefined;
    throw new ExpectedError('file-unwritable', { at: folder, cause: thrown.code ?? '' }, { cause: thrown });
  });
  if (found === undefined) return undefined;
  const target = found.isSymbolicLink() ? await readlink(folder) : '';
  // Where anybody else's link leads, nothing is removed.
  if (isOurs(target, folder) && !target.endsWith(linkEnding)) return target;
  throw new ExpectedError('folder-foreign', { at: folder });
}

/** One after another: a file system lets one file into a folder at a time, and many that ask at once wait in its way. */
async function writeAll(folder: string, files: Iterable<FolderFile>, mode: number): Promise<number> {
  mkdirSync(folder, { recursive: true, mode });
  // Those who serve the folder are somebody else, and a job's umask leaves them nothing.
  const isMasked = (lstatSync(folder).mode & 0o777) !== mode;
  const made = new Set([folder]);
  let count = 0;
  for (const { path, text } of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true, mode });
      for (let one = parent; !made.has(one); one = dirname(one)) made.add(one);
    }
    writeFileSync(file, text, { mode: mode & 0o666 });
    if (isMasked) chmodSync(file, mode & 0o666);
    count++;
    if (count % untilOthers === 0) await setImmediate();
  }
  // Last, for it takes away the mark by which what is made inside belongs to the folder's group.
  if (isMasked) for (const one of made) chmodSync(one, mode);
  return count;
}
