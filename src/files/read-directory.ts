/** Reads the files of a directory as text; what cannot be read is told, and hides nothing else. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileNameProblem } from '../model/directory/file-name.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { type ReadingPlace, readPlainFileNow } from './read-plain-file.ts';

/** One file: its name for people, its way below the directory with "/" between. */
export interface FoundFile {
  readonly file: string;
  readonly path: string;
  /** Set where its folder's list says that it is a file, no link and no device. */
  readonly isPlain?: true;
}

export interface TextFile extends FoundFile {
  readonly text: string;
}

export interface DirectoryFiles {
  readonly files: readonly TextFile[];
  /** Files that are there, but whose text is not known; each has its problem. */
  readonly unreadable: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** Bytes. More than the characters an organization's file may have; what is larger need not be read to be refused. */
export const sizeLimit = 16_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type Unreadable = FoundFile & { readonly problem: Problem };

export interface ListedFiles {
  readonly files: readonly FoundFile[];
  /** What is there and cannot be a file of ours. */
  readonly unreadable: readonly Unreadable[];
}

/** In path order, so that every run sees them alike. Symbolic links are refused: they may lead out. */
export async function readDirectoryFiles(root: string): Promise<DirectoryFiles> {
  const listed = await listDirectory(root);
  const read = listed.files.map(readListed);
  const unreadable = [...listed.unreadable, ...read.filter((one) => 'problem' in one)].sort(byPath);
  return {
    files: read.filter((one) => 'text' in one),
    unreadable: unreadable.map(({ file, path }) => ({ file, path })),
    problems: unreadable.map(({ problem }) => problem),
  };
}

/** The YAML files of a directory, in path order. */
export async function listDirectory(root: string): Promise<ListedFiles> {
  const unreadable: Unreadable[] = [];
  const files = listFiles(root, '', unreadable);
  return { files: files.toSorted(byPath), unreadable };
}

export const byPath = (a: FoundFile, b: FoundFile): number => (a.path < b.path ? -1 : 1);

/** The YAML files of a folder, whose way below the directory is `below`; one below it that cannot be listed is told, and the others are still read. */
function listFiles(folder: string, below: string, unlisted: Unreadable[]): readonly FoundFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (thrown) {
    if (below === '')
      throw new ExpectedError(
        'directory-unreadable',
        { at: folder, cause: codeOf(thrown) },
        { cause: thrown },
      );
    unlisted.push(unreadableFile({ file: folder, path: below.slice(0, -1) }, codeOf(thrown)));
    return [];
  }
  // A thousand of them: how the folder is written is made out once.
  const start = join(folder, 'x').slice(0, -1);
  const files: FoundFile[] = [];
  for (const entry of entries) {
    const found = { file: start + entry.name, path: below + entry.name };
    const { file, path } = found;
    if (entry.isDirectory()) {
      const inside = listFiles(file, `${path}/`, unlisted);
      for (const one of inside) files.push(one);
      // Somebody made a folder where a file was meant.
      if (inside.length === 0 && /\.yaml$/i.test(entry.name))
        unlisted.push(unreadableFile(found, 'NOT_A_FILE'));
    } else if (/\.ya?ml$/i.test(entry.name)) {
      files.push(entry.isFile() ? { ...found, isPlain: true } : found);
    } else {
      const problem = entry.isFile() ? fileNameProblem(file, path) : undefined;
      if (problem !== undefined) unlisted.push({ file, path, problem });
      // A linked folder may hold organizations: passing it over would make them vanish.
      if (entry.isSymbolicLink() && leadsToFolder(file)) files.push(found);
    }
  }
  return files;
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

/** One file of the directory, or its problem. */
export const readOne = async (root: string, file: string): Promise<TextFile | Unreadable> =>
  readText(root, file);

/** The same, at once. */
export const readText = (root: string, file: string): TextFile | Unreadable =>
  readListed({ file, path: relative(root, file).split(sep).join('/') });

/** The same of a file that was found. */
export function readListed(found: FoundFile): TextFile | Unreadable {
  const read = readOctets(found);
  return 'octets' in read ? textOf(read) : read;
}

/** A file as it is on the disk, whatever it means. */
export interface OctetFile extends FoundFile {
  readonly octets: Buffer;
}

/** In a place, where the octets are needed no longer than until the next file is read there. */
export function readOctets({ file, path, isPlain }: FoundFile, place?: ReadingPlace): OctetFile | Unreadable {
  try {
    const found = readPlainFileNow(file, sizeLimit, place, isPlain);
    if ('refusal' in found) return unreadableFile({ file, path }, found.refusal);
    if ('bytes' in found) return { file, path, octets: found.bytes };
    const args = { size: found.tooLarge, limit: sizeLimit };
    return {
      file,
      path,
      problem: { code: 'file-too-large', args, severity: 'error', at: { file, path: [] } },
    };
  } catch (thrown) {
    return unreadableFile({ file, path }, codeOf(thrown));
  }
}

/** The text of a file, where its octets are one. */
export function textOf({ file, path, octets }: OctetFile): TextFile | Unreadable {
  if (isUtf16(octets)) return unreadableFile({ file, path }, 'UTF-16');
  try {
    return { file, path, text: withLineEnds(utf8.decode(octets)) };
  } catch (thrown) {
    if (thrown instanceof TypeError) return unreadableFile({ file, path }, 'NOT_UTF8');
    throw thrown;
  }
}

/** A carriage return alone ends a line, too (YAML 1.2.2 §5.4), and nothing else here knows it. */
const withLineEnds = (text: string): string =>
  text.includes('\r') ? text.replaceAll(/\r(?!\n)/g, '\n') : text;

/** A byte-order mark, or a letter beside a zero byte: what Notepad's "Unicode" writes. */
function isUtf16([first = 0x20, second = 0x20]: Buffer): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return first + second >= 0x20 && (first === 0 || second === 0) && first + second < 0x7f;
}

function unreadableFile({ file, path }: FoundFile, reason: string): Unreadable {
  const at = { file, path: [] };
  return {
    file,
    path,
    problem: { code: 'file-unreadable', args: { reason }, severity: 'error', at },
  };
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
}
