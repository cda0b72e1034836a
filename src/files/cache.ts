/**
 * Keeps octets, in pieces, from one run to the next, in a folder of this user's alone. It may be deleted at any time, and
 * whatever goes wrong with it, a full disk, another run, a hand, costs nothing but the time it would have saved.
 */
import { hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readPieces, writePieces } from './pieces.ts';
import { openPlainFile } from './read-plain-file.ts';

export interface Cache {
  readonly read: () => readonly Uint8Array[] | undefined;
  readonly write: (pieces: readonly Uint8Array[]) => void;
}

const ending = '.danhba-cache';
/** Octets: a snapshot of a million people is a tenth of it. */
const limit = 2 ** 30;
/** A file of ours, or one that a run was killed at: in a folder that somebody names nothing else is ever removed. */
const own = /^[0-9a-f]{32}\.danhba-cache(?:\.[0-9a-f-]{36}\.tmp)?$/;
/** What nobody has written for so long is of a directory that is gone. */
const keptMilliseconds = 30 * 86_400_000;

/** `of` is the directory that the octets are about, `kind` what they tell of it: each has a file of its own. */
export function openCache(folder: string, of: string, kind = ''): Cache {
  const name = `${hash('sha256', `${realOf(of)}\0${kind}`).slice(0, 32)}${ending}`;
  const file = join(folder, name);
  return {
    read: () => attempt(() => (isOwn(folder) && isOwn(file) ? piecesOf(file) : undefined)),
    write: (pieces) => {
      const half = `${file}.${randomUUID()}.tmp`;
      attempt(() => {
        makeFolder(folder);
        if (!isOwn(folder)) return;
        try {
          writeNew(half, pieces);
          renameSync(half, file);
        } catch {
          rmSync(half, { force: true });
        }
        removeOld(folder);
      });
    },
  };
}

/** Level by level: where none can be made, below /proc, Node's own way through all of them never ends. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder || existsSync(dirname(folder))) throw thrown;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Nobody else could have written it: not even who shares a group, or a folder that all may write to. */
function isOwn(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return (process.getuid === undefined || uid === process.getuid()) && (mode & 0o022) === 0;
}

function piecesOf(file: string): readonly Uint8Array[] | undefined {
  const found = openPlainFile(file, limit, (descriptor, size) => ({ pieces: readPieces(descriptor, size) }));
  return 'pieces' in found ? found.pieces : undefined;
}

function writeNew(file: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writePieces(descriptor, pieces);
  } finally {
    closeSync(descriptor);
  }
}

/** Of directories that are gone, and what a run that was killed has left. */
function removeOld(folder: string): void {
  const before = Date.now() - keptMilliseconds;
  for (const name of readdirSync(folder)) {
    if (!own.test(name)) continue;
    const path = join(folder, name);
    if (lstatSync(path).mtimeMs < before) rmSync(path, { force: true });
  }
}

function realOf(path: string): string {
  return attempt(() => realpathSync(path)) ?? path;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
