/** Looks at a folder that a run would write to, or make: whether it can, who else can look into it, and how much room there is. */
import { constants, type Stats } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FolderFacts } from '../model/doctor/facts.ts';
import { isReadableByAll } from './read-secret.ts';

const mib = 2 ** 20;

export async function examineFolder(folder: string): Promise<FolderFacts> {
  const own = await find(folder);
  // A run makes what is missing, below whatever there is.
  let nearest = resolve(folder);
  let there = own;
  while (there === undefined && nearest !== dirname(nearest)) {
    nearest = dirname(nearest);
    there = await find(nearest);
  }
  const isThere = own?.isDirectory() === true;
  const { bavail, bsize } = await statfs(nearest);
  return {
    folder,
    isThere,
    writable: there?.isDirectory() === true && (await isWritable(nearest)),
    open: isThere && isReadableByAll(folder),
    freeMiB: Math.floor((bavail * bsize) / mib),
  };
}

/** Undefined for what is not there, or may not be seen. */
const find = async (path: string): Promise<Stats | undefined> => await stat(path).catch(() => undefined);

const isWritable = async (path: string): Promise<boolean> =>
  await access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
