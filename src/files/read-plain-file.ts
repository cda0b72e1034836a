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
export const readPlainFileNow = (file: string, limit: number, place?: ReadingPlace): PlainFile =>
  openPlainFile<PlainFile>(file, limit, (descriptor, size) => {
    const bytes = readUpTo(descriptor, size, limit, place);
    return bytes === undefined ? { tooLarge: limit + 1 } : { bytes };
  });

/** What `read` gives of it while it is open; `size` is what it had when it was opened. */
export function openPlainFile<T>(
  file: string,
  limit: number,
  read: (descriptor: number, size: number) => T,
): T | Unread {
  const there = lstatSync(file);
  // Some devices act when they are opened.
  if (there.isSymbolicLink()) return { refusal: 'SYMBOLIC_LINK' };
  if (!there.isFile()) return { refusal: 'NOT_A_FILE' };
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
    if (octets === 0) return buffer.subarray(0, length);
    length += octets;
    if (length > limit) return undefined;
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(limit + 1, Math.max(2 * length, 4096)));
    }
  }
}
