/** Reads the files of a directory as text; what cannot be read is told, and hides nothing else. */
import { type Dirent, promises as fs } from 'node:fs';
import { join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { ExpectedError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';

/** One file: its name for people, its way below the directory with "/" between, its text. */
export interface TextFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export interface DirectoryFiles {
  readonly files: readonly TextFile[];
  readonly problems: readonly Problem[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Files in path order, so that every run sees them alike. Symbolic links are refused: they may lead out. */
export async function readDirectoryFiles(root: string): Promise<DirectoryFiles> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(root, { recursive: true, withFileTypes: true });
  } catch (thrown) {
    throw new ExpectedError(
      'directory-unreadable',
      `${root}: không đọc được thư mục / cannot read the directory (${codeOf(thrown)})`,
      '--directory DIR',
      { cause: thrown },
    );
  }
  const limit = pLimit(32);
  const wanted = entries.filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name));
  const read = await Promise.all(wanted.map((entry) => limit(() => readOne(root, entry))));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  const files = read.filter((one) => 'text' in one).sort(byPath);
  const problems = read.filter((one) => 'problem' in one).sort(byPath);
  return { files, problems: problems.map(({ problem }) => problem) };
}

async function readOne(root: string, entry: Dirent): Promise<TextFile | { path: string; problem: Problem }> {
  const file = join(entry.parentPath, entry.name);
  const path = relative(root, file).split(sep).join('/');
  const unreadable = (reason: string) => {
    const at = { file, path: [] };
    return { path, problem: { code: 'file-unreadable', args: { reason }, severity: 'error', at } as const };
  };
  if (!entry.isFile()) return unreadable(entry.isSymbolicLink() ? 'symbolic link' : 'not a regular file');
  try {
    return { file, path, text: utf8.decode(await fs.readFile(file)) };
  } catch (thrown) {
    return unreadable(thrown instanceof TypeError ? 'not UTF-8' : codeOf(thrown));
  }
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
}
