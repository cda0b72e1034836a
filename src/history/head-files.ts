/** Lays the directory of a pull request out as files that nothing executes, as it is and as it would be merged. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHub } from '../github/connect/open.ts';
import { readTree, type TreeEntry } from '../github/files/tree.ts';
import { git } from './commit.ts';
import { kindOf, layOutFile, openFetch, prepareFolder, refuseOddPath } from './lay-out.ts';
import { mergeSides, type NamedFile, writeBlob } from './merge.ts';
import { unknownCommit } from './tree-at.ts';

/**
 * Writes the YAML files of the commit's directory below `folder` and returns where they are. What the base has too is
 * copied from there; the rest comes by GitHub's interface and must have the hash it is named by.
 *
 * @param base the directory on the base branch, byte by byte as its commit has it.
 * @throws ExpectedError `pull-too-large`, `pull-path`, or where GitHub cannot be used.
 */
async function layOutHead(github: GitHub, commit: string, base: string, folder: string): Promise<string> {
  const prefix = (await git(base, 'rev-parse', '--show-prefix')) ?? '';
  const known = await listBase(base);
  const root = await prepareFolder(folder, prefix);
  const fetch = openFetch(github, commit);
  for (const entry of await listHead(github, commit, prefix)) {
    const { path } = entry;
    const isSame = known.get(path) === `${entry.mode} ${entry.sha}`;
    const kind = kindOf(entry, path, isSame);
    if (kind === 'none') continue;
    refuseOddPath(path, commit);
    await layOutFile(root, path, kind, async (target) => {
      if (isSame) await copyFile(join(base, path), target);
      else await writeFile(target, await fetch(entry));
    });
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
  await withFolder(async (folder) => await work(await layOutHead(github, commit, base, folder)));
}

export interface MergeQuestion {
  /** The newest commit both have. */
  readonly ancestor: string;
  readonly head: string;
  /** The directory on the base branch, byte by byte as its commit has it. */
  readonly base: string;
}

export type MergeResult =
  | { readonly folder: string }
  /** Paths below the directory: both sides change the same place of them. */
  | { readonly conflicts: readonly string[] }
  /** This machine's Git cannot tell. */
  | undefined;

/**
 * The directory as it would be once the head is merged, in a folder that is gone afterwards. Files that are read as what
 * they are, links and what is too large, go through the merge by their names alone.
 *
 * @throws ExpectedError as `withHead`.
 */
export async function withMerge(
  github: GitHub,
  { ancestor, head, base }: MergeQuestion,
  work: (result: MergeResult) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const prefix = (await git(base, 'rev-parse', '--show-prefix')) ?? '';
    const repository = join(folder, 'merge');
    await mkdir(repository);
    const stubs = new Map<string, 'link' | 'too-large'>();
    const prepare = async (entries: readonly TreeEntry[], commit: string): Promise<NamedFile[]> => {
      const files: NamedFile[] = [];
      for (const entry of entries) {
        const kind = kindOf(entry, entry.path, false);
        if (kind === 'none') continue;
        refuseOddPath(entry.path, commit);
        if (kind === 'file') files.push(entry);
        else {
          const text = Buffer.from(`danhba: ${entry.mode} ${entry.sha}\n`);
          const sha = await writeBlob(repository, text, entry.sha.length);
          stubs.set(sha, kind);
          files.push({ path: entry.path, mode: '100644', sha });
        }
      }
      return files;
    };
    const before = (await listKnown(base, ancestor)) ?? (await listHead(github, ancestor, prefix));
    const sides = {
      ancestor: await prepare(before, ancestor),
      base: await prepare((await listKnown(base, 'HEAD')) ?? [], 'HEAD'),
      head: await prepare(await listHead(github, head, prefix), head),
    };
    const merge = await mergeSides(sides, repository, base, openFetch(github, head));
    if (merge === undefined || 'conflicts' in merge) return await work(merge);
    const root = await prepareFolder(await made(join(folder, 'files')), prefix);
    const known = new Map(sides.base.map(({ path, sha }) => [path, sha]));
    for (const { path, sha } of merge.files) {
      await layOutFile(root, path, stubs.get(sha) ?? 'file', async (target) => {
        if (known.get(path) === sha) await copyFile(join(base, path), target);
        else await writeFile(target, await merge.read(sha));
      });
    }
    await work({ folder: root });
  });
}

export async function mergesCleanly(github: GitHub, question: MergeQuestion): Promise<boolean> {
  let isClean = false;
  await withMerge(github, question, async (result) => {
    isClean = result !== undefined && 'folder' in result;
  });
  return isClean;
}

async function made(folder: string): Promise<string> {
  await mkdir(folder);
  return folder;
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-head-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of the commit's directory, by their paths below it. */
async function listHead(github: GitHub, commit: string, prefix: string): Promise<readonly TreeEntry[]> {
  const entries = (await readTree(github, commit)).filter(({ path }) => path.startsWith(prefix));
  return entries.map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
}

/** The same of a commit the work tree of the base knows; undefined where it does not. */
async function listKnown(base: string, commit: string): Promise<readonly TreeEntry[] | undefined> {
  // What came from a server goes to Git.
  if (commit !== 'HEAD' && !/^[0-9a-f]{40,64}$/.test(commit)) throw unknownCommit(commit);
  const listed = await git(base, 'ls-tree', '-r', '-l', '-z', commit, '--', '.');
  return listed?.split('\0').flatMap((line): TreeEntry[] => {
    const [, mode = '', sha = '', size, path = ''] =
      /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, sha, size: size === '-' ? undefined : Number(size) }];
  });
}

/** `mode hash` of each file of the base's commit, by its path below the directory. */
async function listBase(base: string): Promise<ReadonlyMap<string, string>> {
  const listed = await listKnown(base, 'HEAD');
  if (listed === undefined) throw unknownCommit('HEAD');
  return new Map(listed.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
}
