/** Writes a sealed file so that it is whole and lasting, or not there at all; only its owner can read it. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExpectedError } from '../model/problems/errors.ts';

/**
 * Puts the bytes under this name into the folder, which is made where there is none, and returns the file. When it
 * returns, file and name are on the disk: what rests on them may be done.
 */
export async function writeSealedFile(folder: string, name: string, sealed: Uint8Array): Promise<string> {
  const file = join(folder, name);
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolders(dirname(made), dirname(resolve(folder)));
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(sealed);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(folder);
    return file;
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new ExpectedError('credentials-unwritable', { at: file, cause: code }, { cause: thrown });
  }
}

/** Takes a file away again whose passwords were never set. One that cannot be taken away stays, and harms nobody. */
export async function withdrawSealedFile(file: string): Promise<boolean> {
  try {
    await rm(file);
    await syncFolder(dirname(file));
    return true;
  } catch {
    return false;
  }
}

/** Each folder from the last one up to the first: a name is lasting once the folder that holds it is synced. */
async function syncFolders(first: string, last: string): Promise<void> {
  for (let folder = last; ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === resolve(first) || folder === dirname(folder)) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
