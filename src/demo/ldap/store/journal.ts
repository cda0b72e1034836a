/** Keeps the tree in one file: every change a checked line, on disk before it is acknowledged; damage is an error, never a loss. */
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
import { crc32 } from 'node:zlib';
import { ExpectedError } from '../../../model/errors.ts';
import type { Commit } from '../directory.ts';
import { knownType } from '../schema/attribute-types.ts';
import { parseDn } from '../schema/dn.ts';
import { type Entry, storedAttribute } from './entry.ts';
import type { Tree } from './tree.ts';

const format = 'danhba-ldap-1';

interface PlainRecord {
  readonly put: readonly { id: number; dn: string; attributes: Record<string, readonly string[]> }[];
  readonly remove: readonly number[];
}

export interface Journal {
  /** Takes a change down; it is on disk only after the next `settle`. */
  readonly record: (commit: Commit) => void;
  /** Writes and syncs what was recorded; throws where the disk refuses, and tries again at the next call. */
  readonly settle: () => void;
  readonly close: () => void;
}

const renderLine = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
};

const renderRecord = ({ put, remove }: Commit): string => {
  const record: PlainRecord = {
    put: put.map(({ id, dn, attributes }) => ({
      id,
      dn: dn.text,
      attributes: Object.fromEntries([...attributes].map(([name, { values }]) => [name, values])),
    })),
    remove: remove.map(({ id }) => id),
  };
  return renderLine(record);
};

const damaged = (file: string, line: number, what: string): ExpectedError =>
  new ExpectedError(
    'demo-file-damaged',
    `${file}:${line}: tệp dữ liệu LDAP bị hỏng hoặc bị cắt, không đọc tiếp / the LDAP data file is damaged or cut off, reading stops: ${what}`,
    'Khôi phục từ bản sao, hoặc xóa tệp để bắt đầu lại / restore a copy, or delete the file to start afresh',
  );

const parseLine = (file: string, number: number, line: string): unknown => {
  const json = line.slice(9);
  if (!/^[0-9a-f]{8} /.test(line) || Number.parseInt(line.slice(0, 8), 16) !== crc32(json)) {
    throw damaged(file, number, 'checksum');
  }
  return JSON.parse(json);
};

const parseEntry = (file: string, line: number, plain: PlainRecord['put'][number]): Entry => {
  const dn = parseDn(plain.dn);
  if (!dn.ok) throw damaged(file, line, plain.dn);
  const attributes = Object.entries(plain.attributes).map(
    ([name, values]) => [name, storedAttribute(knownType(name), values)] as const,
  );
  return { id: plain.id, dn: dn.value, attributes: new Map(attributes) };
};

/** Replays the file into an empty tree; returns the number of records. */
const replay = (file: string, tree: Tree): number => {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  // A whole file ends with a newline, so the last piece is empty; anything else is a record that was cut.
  if (lines.pop() !== '') throw damaged(file, lines.length + 1, 'last line incomplete');
  const [header, ...records] = lines;
  if (header === undefined) throw damaged(file, 1, 'empty');
  const { format: found, base } = parseLine(file, 1, header) as { format?: string; base?: string };
  if (found !== format || base !== tree.suffix.key) {
    throw new ExpectedError(
      'demo-file-other',
      `${file}: tệp của cây khác / the file holds another tree: ${found} ${base}`,
      'Chọn tệp khác / choose another file',
    );
  }
  records.forEach((line, i) => {
    const record = parseLine(file, i + 2, line) as PlainRecord;
    for (const id of record.remove) {
      const entry = tree.byId(id);
      if (entry === undefined) throw damaged(file, i + 2, `entry ${id} is missing`);
      tree.remove(entry);
    }
    for (const plain of record.put) tree.put(parseEntry(file, i + 2, plain));
  });
  return records.length;
};

const writeAll = (descriptor: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
};

/** Puts a new, whole file in place of the old one: after a crash there is either the one or the other. */
const writeSnapshot = (file: string, tree: Tree): number => {
  const all = { put: tree.subtree(tree.suffix.key), remove: [] };
  const bytes = Buffer.from(renderLine({ format, base: tree.suffix.key }) + renderRecord(all));
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return bytes.length;
};

const startAppending = (file: string, size: number): Journal => {
  const descriptor = openSync(file, 'r+');
  let length = size;
  let pending: string[] = [];
  return {
    record: (commit) => {
      pending.push(renderRecord(commit));
    },
    settle: () => {
      if (pending.length === 0) return;
      const bytes = Buffer.from(pending.join(''));
      try {
        for (let at = 0; at < bytes.length; ) {
          at += writeSync(descriptor, bytes, at, bytes.length - at, length + at);
        }
        fdatasyncSync(descriptor);
      } catch (thrown) {
        ftruncateSync(descriptor, length);
        throw thrown;
      }
      length += bytes.length;
      pending = [];
    },
    close: () => closeSync(descriptor),
  };
};

/**
 * Opens the file of a tree: an existing one is read into `tree` (which must be empty), a new one starts with what
 * `fill` puts there. Throws ExpectedError where the file is damaged or belongs to another suffix.
 */
export const openJournal = (file: string, tree: Tree, fill: () => void): Journal => {
  const records = existsSync(file) ? replay(file, tree) : undefined;
  if (records === undefined) fill();
  // Rewritten as a whole when new, and when most of it is history.
  const rewrite = records === undefined || records > 2 * tree.size() + 1000;
  const size = rewrite ? writeSnapshot(file, tree) : readFileSync(file).length;
  return startAppending(file, size);
};

/** The journal of a tree that is not kept. */
export const noJournal: Journal = { record: () => {}, settle: () => {}, close: () => {} };
