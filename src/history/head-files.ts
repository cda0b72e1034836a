/** Lays the directory of a pull request out as files that nothing executes: no work tree, no filter, no link of its own. */
import { copyFile, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sizeLimit } from '../files/read-directory.ts';
import type { GitHub } from '../github/connect/open.ts';
import { readBlob, readTree, type TreeEntry, tooLarge } from '../github/files/tree.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { git } from './commit.ts';
import { blobHash, unknownCommit } from './tree-at.ts';

/** So many files that the base lacks, and so many bytes of them, are fetched unasked: a province anew is less. */
const mostFetched = 3000;
const mostBytes = 32_000_000;

/**
 * Writes the YAML files of the commit's directory below `folder` and returns where they are. What the base has too is
 * copied from there; the rest comes by GitHub's interface and must have the hash it is named by.
 *
 * @param base the directory on the base branch, byte by byte as its commit has it.
 * @throws ExpectedError `pull-too-large`, `pull-path`, or where GitHub cannot be used.
 */
async function layOutHead(github: GitHub, commit: string, base: string, folder: string): Promise<string> {
  const prefix = (await git(base, 'rev-parse', '--show-prefix')) ?? '';
  const entries = (await readTree(github, commit)).filter(({ path }) => path.startsWith(prefix));
  const known = await listBase(base);
  // No Git looks for its repository above this folder, and whoever asks which folder is the root finds this one.
  await writeFile(join(folder, '.git'), 'danhba: no repository\n');
  const root = join(folder, prefix);
  await mkdir(root, { recursive: true });
  let fetched = 0;
  let bytes = 0;
  for (const entry of entries) {
    const path = entry.path.slice(prefix.length);
    const isSame = known.get(path) === `${entry.mode} ${entry.sha}`;
    const kind = kindOf(entry, path, isSame);
    if (kind === 'none') continue;
    refuseOddPath(path, commit);
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    if (kind === 'link') await symlink('.', target);
    else if (kind === 'too-large') await layOutHole(target);
    else if (isSame) await copyFile(join(base, path), target);
    else {
      bytes += entry.size ?? 0;
      if (++fetched > mostFetched || bytes > mostBytes) throw tooLarge(commit);
      await writeFile(target, await readNamed(github, entry));
    }
  }
  return root;
}

/** The directory of a commit as `layOutHead` writes it, in a folder that is gone afterwards. */
export async function withHead(
  github: GitHub,
  commit: string,
  base: string,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-head-'));
  try {
    await work(await layOutHead(github, commit, base, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Kind = 'file' | 'too-large' | 'link' | 'none';

/** Of links only that there is one is of interest; where a link leads is nobody's to choose. */
function kindOf({ mode, size = 0 }: TreeEntry, path: string, isSame: boolean): Kind {
  const isYaml = /\.ya?ml$/i.test(path);
  if (mode === '120000') return isYaml || !isSame ? 'link' : 'none';
  if (!/^100[0-7]{3}$/.test(mode) || !isYaml) return 'none';
  return size > sizeLimit ? 'too-large' : 'file';
}

/** Git has no such paths; what GitHub answers is data of others all the same. */
function refuseOddPath(path: string, commit: string): void {
  const isOdd = (part: string) =>
    ['', '.', '..'].includes(part) || /^\.git$/i.test(part) || part.includes('\0');
  if (!path.split('/').some(isOdd)) return;
  throw new ExpectedError('pull-path', { at: commit.slice(0, 12), path });
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

async function readNamed(github: GitHub, { path, sha }: TreeEntry): Promise<Buffer> {
  const bytes = await readBlob(github, sha);
  if (blobHash(bytes, sha.length) === sha) return bytes;
  throw new ExpectedError('github-refused.content', { at: path });
}

/** `mode hash` of each file of the base's commit, by its path below the directory. */
async function listBase(base: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git(base, 'ls-tree', '-r', '-z', 'HEAD', '--', '.');
  if (listed === undefined) throw unknownCommit('HEAD');
  return new Map(
    listed.split('\0').flatMap((line): [string, string][] => {
      const [, mode = '', sha = '', path = ''] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return path === '' ? [] : [[path, `${mode} ${sha}`]];
    }),
  );
}
