// The folder of a private mail server: a temporary one that goes with it, or a given one that keeps its data.

import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Folder {
  readonly path: string;
  /** Removed when the server stops. */
  readonly temporary: boolean;
}

/** The longest path of a socket is 107 bytes, and both servers make some 40 bytes below their folder. */
const longest = 64;

/**
 * Makes or reopens the folder of a server.
 *
 * @param name of the server, for the temporary folder and for the mark in a given one.
 * @throws Error when a given folder holds something else, or its path cannot stand in a configuration.
 */
export async function openFolder(name: string, directory: string | undefined): Promise<Folder> {
  if (directory === undefined) {
    const path = await mkdtemp(join(tmpdir(), `danhba-${name}-`));
    await chmod(path, 0o755);
    return { path: checkPath(path), temporary: true };
  }
  await mkdir(directory, { recursive: true, mode: 0o755 });
  const path = checkPath(await realpath(directory));
  const mark = join(path, 'instance.json');
  const wanted = `${JSON.stringify({ server: name })}\n`;
  if (!existsSync(mark)) {
    if ((await readdir(path)).length > 0) {
      throw new Error(`Thư mục không trống / The folder is not empty: ${path}`);
    }
    await writeFile(mark, wanted);
  } else if ((await readFile(mark, 'utf8')) !== wanted) {
    throw new Error(`Thư mục là của máy chủ khác / The folder belongs to another server: ${path}`);
  }
  return { path, temporary: false };
}

/** Dovecot and Postfix have no quoting for the paths in their lists; a comma or a space would make two of one. */
function checkPath(path: string): string {
  if (/^[\w./+-]+$/.test(path) && path.length <= longest) return path;
  throw new Error(
    `Máy chủ thư cần đường dẫn không dấu, không khoảng trắng, không quá ${longest} ký tự: ${path}\n` +
      `Mail servers need a path of plain letters, without spaces, of at most ${longest} characters: ${path}`,
  );
}
