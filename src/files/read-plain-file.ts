/** Reads a plain file of a bounded size, whatever stands in its place: it waits for nobody and fills no memory. */
import { constants, promises as fs } from 'node:fs';

export type PlainFile =
  | { readonly bytes: Buffer }
  /** A symbolic link may lead out; a FIFO has no end, a device may have an effect. */
  | { readonly refusal: 'SYMBOLIC_LINK' | 'NOT_A_FILE' }
  /** It has more octets than are read; so many where that is known, else one more than are allowed. */
  | { readonly tooLarge: number };

/** A FIFO is opened without waiting for who writes it, and a link put there meanwhile is not followed. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** What the system calls opening a link with these flags, and a socket, or a device nobody drives. */
const refusals: Readonly<Record<string, 'SYMBOLIC_LINK' | 'NOT_A_FILE'>> = {
  ELOOP: 'SYMBOLIC_LINK',
  ENXIO: 'NOT_A_FILE',
  ENODEV: 'NOT_A_FILE',
};

/** Throws what the system refuses. */
export async function readPlainFile(file: string, limit: number): Promise<PlainFile> {
  const there = await fs.lstat(file);
  // Some devices act when they are opened.
  if (there.isSymbolicLink()) return { refusal: 'SYMBOLIC_LINK' };
  if (!there.isFile()) return { refusal: 'NOT_A_FILE' };
  let handle: fs.FileHandle;
  try {
    handle = await fs.open(file, flags);
  } catch (thrown) {
    const refusal = refusals[(thrown as NodeJS.ErrnoException).code ?? ''];
    if (refusal !== undefined) return { refusal };
    throw thrown;
  }
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) return { refusal: 'NOT_A_FILE' };
    if (opened.size > limit) return { tooLarge: opened.size };
    const bytes = await readUpTo(handle, opened.size, limit);
    return bytes === undefined ? { tooLarge: limit + 1 } : { bytes };
  } finally {
    await handle.close();
  }
}

/** All of it; undefined beyond the limit. Some files have more than their size tells, and some grow. */
async function readUpTo(handle: fs.FileHandle, size: number, limit: number): Promise<Buffer | undefined> {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > limit) return undefined;
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(limit + 1, Math.max(2 * length, 4096)));
    }
  }
}
