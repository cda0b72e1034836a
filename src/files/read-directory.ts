/** Reads the files of a directory as text; what cannot be read is told, and hides nothing else. */
import { type Dirent, promises as fs } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileNameProblem } from '../model/directory/file-name.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { type ReadingPlace, readPlainFileNow } from './read-plain-file.ts';

/** One file: its name for people, its way below the directory with "/" between. */
export interface FoundFile {
  readonly file: string;
  readonly path: string;
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
  const read = listed.files.map(({ file }) => readText(root, file));
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
  const names = await listFiles(root, root, unreadable);
  const files = names.map((file) => foundBelow(root, file));
  return { files: files.sort(byPath), unreadable };
}

export const byPath = (a: FoundFile, b: FoundFile): number => (a.path < b.path ? -1 : 1);

/** The YAML files below a folder; a folder that cannot be listed is told, and the others are still read. */
async function listFiles(root: string, folder: string, unlisted: Unreadable[]): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    if (folder !== root) {
      unlisted.push(unreadableFile(foundBelow(root, folder), codeOf(thrown)));
      return [];
    }
    throw new ExpectedError('directory-unreadable', { at: root, cause: codeOf(thrown) }, { cause: thrown });
  }
  const nested = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) {
        const inside = await listFiles(root, file, unlisted);
        // Somebody made a folder where a file was meant.
        if (inside.length === 0 && /\.yaml$/i.test(entry.name))
          unlisted.push(unreadableFile(foundBelow(root, file), 'NOT_A_FILE'));
        return inside;
      }
      if (/\.ya?ml$/i.test(entry.name)) return [file];
      const path = pathBelow(root, file);
      const problem = entry.isFile() ? fileNameProblem(file, path) : undefined;
      if (problem !== undefined) unlisted.push({ file, path, problem });
      // A linked folder may hold organizations: passing it over would make them vanish.
      if (entry.isSymbolicLink() && (await leadsToFolder(file))) return [file];
      return [];
    }),
  );
  return nested.flat();
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await fs.stat(link)).isDirectory();
  } catch {
    return false;
  }
}

/** One file of the directory, or its problem. */
export const readOne = async (root: string, file: string): Promise<TextFile | Unreadable> =>
  readText(root, file);

/** The same, at once. */
export function readText(root: string, file: string): TextFile | Unreadable {
  const read = readOctets(foundBelow(root, file));
  return 'octets' in read ? textOf(read) : read;
}

/** A file as it is on the disk, whatever it means. */
export interface OctetFile extends FoundFile {
  readonly octets: Buffer;
}

/** In a place, where the octets are needed no longer than until the next file is read there. */
export function readOctets({ file, path }: FoundFile, place?: ReadingPlace): OctetFile | Unreadable {
  try {
    const found = readPlainFileNow(file, sizeLimit, place);
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

const foundBelow = (root: string, file: string): FoundFile => ({ file, path: pathBelow(root, file) });

function pathBelow(root: string, file: string): string {
  const folder = join(root, '/');
  const below = file.slice(folder.length);
  // A thousand of them: where it is plain to see, nothing has to be resolved.
  if (sep === '/' && file.startsWith(folder) && plainPath.test(below)) return below;
  return relative(root, file).split(sep).join('/');
}

/** No step of it is empty, or begins as those do that lead elsewhere. */
const plainPath = /^[^/.][^/]*(?:\/[^/.][^/]*)*$/;

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
}
