/** Finds the repository a directory stands in. */

import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ignoreMissing } from '../files/missing.ts';

/** The nearest folder, from the directory itself upwards, that is a repository or has files for GitHub. */
export async function findRepository(directory: string): Promise<string | undefined> {
  // A pull request can bring a .github folder anywhere, but never a .git.
  return (await findAbove(directory, '.git')) ?? (await findAbove(directory, '.github'));
}

/** The nearest folder, from the directory itself upwards, in which there is something of that name. */
export async function findAbove(directory: string, name: string): Promise<string | undefined> {
  for (let folder = join(directory, '.'); ; folder = join(folder, '..')) {
    if (await isThere(join(folder, name))) return folder;
    if (resolve(folder) === resolve(folder, '..')) return undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing)) !== undefined;
}
