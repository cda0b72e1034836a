/** Writes the files of a commit as data: no work tree, no filter, no link of its own. */
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sizeLimit } from '../files/read-directory.ts';
import type { GitHub } from '../github/connect/open.ts';
import { readBlob, type TreeEntry, tooLarge } from '../github/files/tree.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { blobHash } from './tree-at.ts';

/** So many files that the base lacks, and so many bytes of them, are fetched unasked: a province anew is less. */
const mostFetched = 3000;
const mostBytes = 32_000_000;

export type FileKind = 'file' | 'too-large' | 'link' | 'none';

/** Of links only that there is one is of interest; where a link leads is nobody's to choose. */
export function kindOf(
  { mode, size = 0 }: Pick<TreeEntry, 'mode' | 'size'>,
  path: string,
  isSame: boolean,
): FileKind {
  const isYaml = /\.ya?ml$/i.test(path);
  if (mode === '120000') return isYaml || !isSame ? 'link' : 'none';
  if (!/^100[0-7]{3}$/.test(mode) || !isYaml) return 'none';
  return size > sizeLimit ? 'too-large' : 'file';
}

/** Git has no such paths; what GitHub answers is data of others all the same. */
export function refuseOddPath(path: string, commit: string): void {
  const isOdd = (part: string) =>
    ['', '.', '..'].includes(part) || /^\.git$/i.test(part) || part.includes('\0');
  if (!path.split('/').some(isOdd)) return;
  throw new ExpectedError('pull-path', { at: commit.slice(0, 12), path });
}

/** Where the directory's files go: no Git looks for its repository above, and whoever asks for the root finds this one. */
export async function prepareFolder(folder: string, prefix: string): Promise<string> {
  await writeFile(join(folder, '.git'), 'danhba: no repository\n');
  const root = join(folder, prefix);
  await mkdir(root, { recursive: true });
  return root;
}

export async function layOutFile(
  root: string,
  path: string,
  kind: Exclude<FileKind, 'none'>,
  write: (target: string) => Promise<void>,
): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  if (kind === 'link') await symlink('.', target);
  else if (kind === 'too-large') await layOutHole(target);
  else await write(target);
}

/** Read as what it is, too large, without a byte of it. */
async function layOutHole(target: string): Promise<void> {
  const file = await open(target, 'w');
  try {
    await file.truncate(sizeLimit + 1);
  } finally {
    await file.close();
  }
}

/** Fetches contents by their names, up to a bound; each must have the name. */
export function openFetch(github: GitHub, commit: string) {
  let fetched = 0;
  let bytes = 0;
  return async ({
    path,
    sha,
    size = 0,
  }: Pick<TreeEntry, 'path' | 'sha'> & { readonly size?: number | undefined }) => {
    bytes += size;
    if (++fetched > mostFetched || bytes > mostBytes) throw tooLarge(commit);
    const found = await readBlob(github, sha);
    if (blobHash(found, sha.length) === sha) return found;
    throw new ExpectedError('github-refused.content', { at: path });
  };
}
