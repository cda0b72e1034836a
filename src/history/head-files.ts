/** Lays the directory of a pull request out as files that nothing executes, as it is and as it would be merged. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHub } from '../github/connect/open.ts';
import { readTree, type TreeEntry } from '../github/files/tree.ts';
import type { Checkout } from './checkout.ts';
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
async function layOutHead(github: GitHub, commit: string, base: Checkout, folder: string): Promise<string> {
  const prefix = await base.prefix();
  const listed = await base.files();
  if (listed === undefined) throw unknownCommit('HEAD');
  const known = new Map(listed.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
  const root = await prepareFolder(folder, prefix);
  const fetch = openFetch(github, commit);
  for (const entry of await listHead(github, commit, prefix)) {
    const { path } = entry;
    const isSame = known.get(path) === `${entry.mode} ${entry.sha}`;
    const kind = kindOf(entry, path, isSame);
    if (kind === 'none') continue;
    refuseOddPath(path, commit);
    await layOutFile(root, path, kind, async (target) => {
      if (isSame) await copyFile(join(base.directory, path), target);
      else await writeFile(target, await fetch(entry));
    });
  }
  return root;
}

/** The directory of a commit as `layOutHead` writes it, in a folder that is gone afterwards. */
export async function withHead(
  github: GitHub,
  commit: string,
  base: Checkout,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => await work(await layOutHead(github, commit, base, folder)));
}

export interface MergeQuestion {
  /** The newest commit both have. */
  readonly ancestor: string;
  readonly head: string;
  /** The directory on the base branch, byte by byte as its commit has it. */
  readonly base: Checkout;
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
    const prefix = await base.prefix();
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
    const before = (await base.filesAt(ancestor)) ?? (await listHead(github, ancestor, prefix));
    const sides = {
      ancestor: await prepare(before, ancestor),
      base: await prepare((await base.files()) ?? [], 'HEAD'),
      head: await prepare(await listHead(github, head, prefix), head),
    };
    const merge = await mergeSides(sides, repository, await base.objects(), openFetch(github, head));
    if (merge === undefined || 'conflicts' in merge) return await work(merge);
    const root = await prepareFolder(await made(join(folder, 'files')), prefix);
    const known = new Map(sides.base.map(({ path, sha }) => [path, sha]));
    const isKnown = ({ path, sha }: NamedFile): boolean => known.get(path) === sha;
    const unknown = merge.files.filter((file) => !isKnown(file));
    const read = await merge.read(unknown.map(({ sha }) => sha));
    for (const file of merge.files) {
      await layOutFile(root, file.path, stubs.get(file.sha) ?? 'file', async (target) => {
        if (isKnown(file)) await copyFile(join(base.directory, file.path), target);
        else await writeFile(target, read.get(file.sha) as Buffer);
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
