/** Keeps the tree in one file: every change is on disk before it is acknowledged; damage is an error, never a silent loss. */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ExpectedError } from '../../../model/errors.ts';
import type { Commit } from '../directory.ts';
import {
  damaged,
  type PlainRecord,
  parseEntry,
  parseLine,
  renderLine,
  renderRecord,
} from './journal-lines.ts';
import type { Tree } from './tree.ts';

const format = 'danhba-ldap-1';

export interface Journal {
  /** Takes a change down; it is on disk only after the next `settle`. */
  readonly record: (commit: Commit) => void;
  /** Writes and syncs what was recorded; throws where the disk refuses, and tries again at the next call. */
  readonly settle: () => void;
  readonly close: () => void;
}

/** The journal of a tree that is not kept. */
export const noJournal: Journal = { record: () => {}, settle: () => {}, close: () => {} };

const applyRecord = (tree: Tree, { put, remove }: PlainRecord): void => {
  for (const id of remove) {
    const entry = tree.byId(id);
    if (entry === undefined) throw new TypeError(`entry ${id} is not there`);
    tree.remove(entry);
  }
  for (const plain of put) tree.put(parseEntry(plain));
};

interface Replayed {
  readonly records: number;
  readonly chain: number;
  readonly bytes: number;
  /** The last line was cut by a kill and left out. */
  readonly cut: boolean;
}

const checkHeader = (file: string, tree: Tree, header: unknown): void => {
  const { format: found, base } = header as { format?: unknown; base?: unknown };
  if (found === format && base === tree.suffix.key) return;
  throw new ExpectedError(
    'demo-file-other',
    `${file}: tệp của cây khác / the file holds another tree: ${String(found)} ${String(base)}`,
    'Chọn tệp khác / choose another file',
  );
};

/** Reads the file into an empty tree. `killed`: the last writer was, so a cut last line was never acknowledged. */
const replay = (file: string, tree: Tree, killed: boolean): Replayed => {
  const content = readFileSync(file);
  const lines = content.toString('utf8').split('\n');
  // A whole file ends with a newline, so the last piece is empty.
  const cut = lines.pop() !== '';
  if (cut && !killed) throw damaged(file, lines.length + 1, 'last line incomplete');
  if (lines.length < 2) throw damaged(file, 1, 'no content');
  let chain = 0;
  lines.forEach((line, i) => {
    const parsed = parseLine(line, chain);
    if (parsed === undefined) throw damaged(file, i + 1, 'checksum');
    chain = parsed.chain;
    if (i === 0) {
      checkHeader(file, tree, parsed.value);
      return;
    }
    try {
      applyRecord(tree, parsed.value as PlainRecord);
    } catch (thrown) {
      throw damaged(file, i + 1, String(thrown));
    }
  });
  return { records: lines.length - 1, chain, bytes: content.length, cut };
};

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const writeAll = (descriptor: number, bytes: Buffer, position: number): void => {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(descriptor, bytes, at, bytes.length - at, position + at);
  }
};

/** Puts a new, whole file in place of the old one: after a crash there is either the one or the other. */
const writeSnapshot = (file: string, tree: Tree): { bytes: number; chain: number } => {
  const header = renderLine(JSON.stringify({ format, base: tree.suffix.key }), 0);
  const body = renderLine(renderRecord({ put: tree.subtree(tree.suffix.key), remove: [] }), header.chain);
  const bytes = Buffer.from(header.line + body.line);
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeAll(descriptor, bytes, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
  return { bytes: bytes.length, chain: body.chain };
};

const startAppending = (file: string, start: { bytes: number; chain: number }): Journal => {
  const descriptor = openSync(file, 'r+');
  let { bytes: length, chain } = start;
  let pending: string[] = [];
  return {
    record: (commit) => {
      pending.push(renderRecord(commit));
    },
    settle: () => {
      if (pending.length === 0) return;
      let next = chain;
      const lines = pending.map((json) => {
        const rendered = renderLine(json, next);
        next = rendered.chain;
        return rendered.line;
      });
      const bytes = Buffer.from(lines.join(''));
      try {
        writeAll(descriptor, bytes, length);
        fdatasyncSync(descriptor);
      } catch (thrown) {
        ftruncateSync(descriptor, length);
        throw thrown;
      }
      length += bytes.length;
      chain = next;
      pending = [];
    },
    close: () => closeSync(descriptor),
  };
};

/**
 * Opens the file of a tree: an existing one is read into `tree` (which must be empty), a new one starts with what
 * `fill` puts there. `killed` says that the last writer did not end by itself.
 * Throws ExpectedError where the file is damaged or belongs to another suffix.
 */
export const openJournal = (file: string, tree: Tree, killed: boolean, fill: () => void): Journal => {
  const replayed = existsSync(file) ? replay(file, tree, killed) : undefined;
  if (replayed === undefined) fill();
  // Written anew as a whole when new, when its end was cut, and when most of it is history.
  const history = replayed !== undefined && replayed.records > 2 * tree.size() + 1000;
  const keep = replayed !== undefined && !replayed.cut && !history;
  return startAppending(file, keep ? replayed : writeSnapshot(file, tree));
};
