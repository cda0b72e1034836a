/** Reads a plain file of a bounded size, whatever stands in its place: it waits for nobody and fills no memory. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

export type PlainFile = { readonly bytes: Buffer } | Unread;

export type Unread =
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

/** Where one file is read after another: the octets of one are there until the next is read. */
export interface ReadingPlace {
  buffer: Buffer;
}

/** Throws what the system refuses. At once, and not beside other work: a directory has a thousand files of some kilobytes, and waiting for each took longer than reading all. */
export const readPlainFileNow = (
  file: string,
  limit: number,
  place?: ReadingPlace,
  isListed = false,
): PlainFile =>
  openPlainFile<PlainFile>(
    file,
    limit,
    (descriptor, size) => {
      const bytes = readUpTo(descriptor, size, limit, place);
      return bytes === undefined ? { tooLarge: limit + 1 } : { bytes };
    },
    isListed,
  );

/**
 * What `read` gives of it while it is open; `size` is what it had when it was opened. `isListed`: its folder's list has
 * just told that it is a file, and is not asked again.
 */
export function openPlainFile<T>(
  file: string,
  limit: number,
  read: (descriptor: number, size: number) => T,
  isListed = false,
): T | Unread {
  // Some devices act when they are opened.
  const there = isListed ? undefined : lstatSync(file);
  if (there?.isSymbolicLink()) return { refusal: 'SYMBOLIC_LINK' };
  if (there?.isFile() === false) return { refusal: 'NOT_A_FILE' };
  let descriptor: number;
  try {
    descriptor = openSync(file, flags);
  } catch (thrown) {
    const refusal = refusals[(thrown as NodeJS.ErrnoException).code ?? ''];
    if (refusal !== undefined) return { refusal };
    throw thrown;
  }
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) return { refusal: 'NOT_A_FILE' };
    if (opened.size > limit) return { tooLarge: opened.size };
    return read(descriptor, opened.size);
  } finally {
    closeSync(descriptor);
  }
}

/** The same; what it throws comes as a rejection. */
export const readPlainFile = async (file: string, limit: number): Promise<PlainFile> =>
  readPlainFileNow(file, limit);

/** All of it; undefined beyond the limit. Some files have more than their size tells, and some grow. */
function readUpTo(descriptor: number, size: number, limit: number, place?: ReadingPlace): Buffer | undefined {
  let buffer =
    place !== undefined && place.buffer.length > size ? place.buffer : Buffer.allocUnsafe(size + 1);
  if (place !== undefined) place.buffer = buffer;
  let length = 0;
  for (;;) {
    const octets = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += octets;
    // A file has no more than its size where there was room for more and none came; what tells no size is read to its end.
    if (octets === 0 || (length === size && size > 0)) return buffer.subarray(0, length);
    if (length > limit) return undefined;
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(limit + 1, Math.max(2 * length, 4096)));
    }
  }
}
