/** Merges the files of two commits as Git does, in a repository of its own that is gone afterwards: nothing is checked out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { git, runGit } from './commit.ts';
import { blobHash } from './tree-at.ts';

/** A file by its path below the directory, and the name of its content. */
export interface NamedFile {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
}

export type Merge =
  | { readonly files: readonly NamedFile[]; readonly read: (sha: string) => Promise<Buffer> }
  /** Both sides change the same place. */
  | { readonly conflicts: readonly string[] };

export interface Sides {
  readonly ancestor: readonly NamedFile[];
  readonly base: readonly NamedFile[];
  readonly head: readonly NamedFile[];
}

/** No settings of whoever runs it: what is merged is what GitHub's own Git would merge. */
const settings = [
  ...['-c', 'user.name=danhba', '-c', 'user.email=danhba@localhost', '-c', 'commit.gpgSign=false'],
  ...['-c', 'merge.renames=true', '-c', 'merge.directoryRenames=conflict', '-c', 'merge.conflictStyle=merge'],
] as const;

/**
 * @param folder an empty one.
 * @param directory a folder of the work tree whose objects are known.
 * @param fetch the bytes of an object that is not known there.
 * @returns undefined where this Git cannot merge without a work tree (before 2.38).
 */
export async function mergeSides(
  sides: Sides,
  folder: string,
  directory: string,
  fetch: (file: NamedFile) => Promise<Buffer>,
): Promise<Merge | undefined> {
  const all = [...sides.ancestor, ...sides.base, ...sides.head];
  const format = (all[0]?.sha.length ?? 40) === 64 ? 'sha256' : 'sha1';
  await runText(folder, ['init', '--quiet', '--bare', `--object-format=${format}`]);
  const objects = await git(directory, 'rev-parse', '--git-path', 'objects');
  if (objects === undefined) return undefined;
  const alternates = join(folder, 'objects/info/alternates');
  await mkdir(dirname(alternates), { recursive: true });
  await writeFile(alternates, `${resolve(directory, objects)}\n`);
  await bringObjects(folder, all, fetch);
  const ancestor = await commitOf(folder, sides.ancestor, []);
  const base = await commitOf(folder, sides.base, [ancestor]);
  const head = await commitOf(folder, sides.head, [ancestor]);
  const merged = await runMerge(folder, [base, head]);
  if (merged === undefined || 'conflicts' in merged) return merged;
  const listed = await runText(folder, ['ls-tree', '-r', '-z', merged.tree]);
  const files = listed.split('\0').flatMap((line): NamedFile[] => {
    const [, mode = '', sha = '', path = ''] = /^(\d{6}) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, sha }];
  });
  const read = async (sha: string) => Buffer.from(await runBytes(folder, ['cat-file', 'blob', sha]));
  return { files, read };
}

async function bringObjects(
  folder: string,
  files: readonly NamedFile[],
  fetch: (file: NamedFile) => Promise<Buffer>,
): Promise<void> {
  const byName = new Map(files.map((file) => [file.sha, file]));
  const asked = [...byName.keys()].map((sha) => `${sha}\n`).join('');
  const told = await runText(folder, ['cat-file', '--batch-check'], asked);
  for (const line of told.split('\n')) {
    const file = line.endsWith(' missing') ? byName.get(line.slice(0, -' missing'.length)) : undefined;
    if (file !== undefined) await writeBlob(folder, await fetch(file), file.sha.length);
  }
}

/** @returns its name. */
export async function writeBlob(folder: string, bytes: Buffer, length: number): Promise<string> {
  const sha = blobHash(bytes, length);
  const place = join(folder, 'objects', sha.slice(0, 2), sha.slice(2));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, deflateSync(Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes])));
  return sha;
}

async function commitOf(
  folder: string,
  files: readonly NamedFile[],
  parents: readonly string[],
): Promise<string> {
  await runText(folder, ['read-tree', '--empty']);
  const lines = files.map(({ mode, sha, path }) => `${mode} ${sha}\t${path}\0`).join('');
  await runText(folder, ['update-index', '-z', '--index-info'], lines);
  const tree = (await runText(folder, ['write-tree'])).trim();
  const of = parents.flatMap((parent) => ['-p', parent]);
  return (await runText(folder, ['commit-tree', tree, ...of, '-m', 'danhba'])).trim();
}

/** Git ends with 1 where it leaves conflicts, and with more where it could not merge at all. */
async function runMerge(
  folder: string,
  commits: readonly [string, string],
): Promise<{ readonly tree: string } | { readonly conflicts: readonly string[] } | undefined> {
  const form = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z'];
  try {
    const [tree = ''] = (await runText(folder, [...form, ...commits])).split('\0');
    return { tree };
  } catch (thrown) {
    const { code, stdout } = thrown as { readonly code?: unknown; readonly stdout?: unknown };
    if (code !== 1) return undefined;
    const [, ...paths] = String(stdout).split('\0');
    return { conflicts: [...new Set(paths.filter(Boolean))] };
  }
}

const runText = async (folder: string, args: readonly string[], input = ''): Promise<string> =>
  (await runBytes(folder, args, input)).toString();

/** The folder is the repository itself: one that is laid bare is used only where it is named. */
async function runBytes(folder: string, args: readonly string[], input = ''): Promise<Buffer | string> {
  const named = args[0] === 'init' ? args : ['--git-dir=.', ...settings, ...args];
  const asked = runGit(folder, named, { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 });
  // One that ends without reading all of it says why by how it ends.
  asked.child.stdin?.on('error', () => {});
  asked.child.stdin?.end(input);
  return (await asked).stdout;
}
