/** Merges the files of two commits as Git does, in a repository of its own that is gone afterwards: nothing is checked out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { isObjectName, runGit } from './commit.ts';
import { blobHash, readBytes, unknownCommit } from './tree-at.ts';

/** A file by its path below the directory, and the name of its content. */
export interface NamedFile {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
}

export type Merge =
  | {
      readonly files: readonly NamedFile[];
      /** The contents of these files by their names, all in one call. */
      readonly read: (shas: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
    }
  /** Both sides change the same place. */
  | { readonly conflicts: readonly string[] };

export interface Sides {
  readonly ancestor: readonly NamedFile[];
  readonly base: readonly NamedFile[];
  readonly head: readonly NamedFile[];
}

/** No settings of whoever runs it: what is merged is what GitHub's own Git would merge. */
const settings = [
  // Few objects would be written one by one, by another process.
  ...['-c', 'fastimport.unpackLimit=0'],
  ...['-c', 'merge.renames=true', '-c', 'merge.directoryRenames=conflict', '-c', 'merge.conflictStyle=merge'],
] as const;

/**
 * @param folder an empty one.
 * @param objects a folder of objects that are known.
 * @param fetch the bytes of an object that is not known there.
 * @returns undefined where this Git cannot merge without a work tree (before 2.38).
 * @throws ExpectedError where a name is none of Git's.
 */
export async function mergeSides(
  sides: Sides,
  folder: string,
  objects: string | undefined,
  fetch: (file: NamedFile) => Promise<Buffer>,
): Promise<Merge | undefined> {
  if (objects === undefined) return undefined;
  const all = [...sides.ancestor, ...sides.base, ...sides.head];
  const odd = all.find(({ sha }) => !isObjectName(sha));
  if (odd !== undefined) throw unknownCommit(odd.sha);
  const format = (all[0]?.sha.length ?? 40) === 64 ? 'sha256' : 'sha1';
  await runText(folder, ['init', '--quiet', '--bare', `--object-format=${format}`]);
  const alternates = join(folder, 'objects/info/alternates');
  await mkdir(dirname(alternates), { recursive: true });
  await writeFile(alternates, `${objects}\n`);
  await bringObjects(folder, all, fetch);
  await runText(folder, ['fast-import', '--quiet', '--done'], commitsOf(sides));
  const merged = await runMerge(folder);
  if (merged === undefined || 'conflicts' in merged) return merged;
  const listed = await runText(folder, ['ls-tree', '-r', '-z', merged.tree]);
  const files = listed.split('\0').flatMap((line): NamedFile[] => {
    const [, mode = '', sha = '', path = ''] = /^(\d{6}) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, sha }];
  });
  return {
    files,
    read: (shas) => readBytes(shas, (input) => runBytes(folder, ['cat-file', '--batch'], input)),
  };
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

/** The three commits as `git fast-import` reads them: that of the other two is the first. */
function commitsOf({ ancestor, base, head }: Sides): string {
  const commit = (name: keyof Sides, from: string, files: readonly NamedFile[]) =>
    [
      `commit refs/heads/${name}`,
      'committer danhba <danhba@localhost> 0 +0000',
      `data 0\n${from}deleteall`,
      ...files.map(({ mode, sha, path }) => `M ${modeOf(mode)} ${sha} ${quoted(path)}`),
      '\n',
    ].join('\n');
  const from = 'from refs/heads/ancestor\n';
  return `${commit('ancestor', '', ancestor)}${commit('base', from, base)}${commit('head', from, head)}done\n`;
}

/** Old commits have others, which Git has long read as one of these. */
const modeOf = (mode: string): string => ((Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755');

/** As in C; what is no ASCII stands as it is. */
const quoted = (path: string): string => `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** Git ends with 1 where it leaves conflicts, and with more where it could not merge at all. */
async function runMerge(
  folder: string,
): Promise<{ readonly tree: string } | { readonly conflicts: readonly string[] } | undefined> {
  const form = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z'];
  try {
    const [tree = ''] = (await runText(folder, [...form, 'refs/heads/base', 'refs/heads/head'])).split('\0');
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
async function runBytes(folder: string, args: readonly string[], input: string): Promise<Buffer> {
  const named = args[0] === 'init' ? args : ['--git-dir=.', ...settings, ...args];
  return await runGit(folder, named, { maxBuffer: 256 * 1024 * 1024, input });
}
