/** Small zip, RAR and 7-Zip archives, byte by byte as their formats say: no program here could write all of them. */
import { crc32 } from 'node:zlib';

export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
  /** How zip says that a password is needed; the bytes are not really encrypted, and nobody here has the password. */
  readonly encryption?: 'zipcrypto' | 'aes';
}

export const file = (name: string, content: string | Buffer = 'x'.repeat(40)): ArchivedFile => ({
  name,
  content: Buffer.from(content),
});

const bytes = (...parts: readonly (readonly [value: number, width: number])[]): Buffer =>
  Buffer.concat(
    parts.map(([value, width]) => {
      const part = Buffer.alloc(width);
      part.writeUIntLE(value, 0, width);
      return part;
    }),
  );

/** WinZip's AES: method 99, and what it really is in an extra field (AE-2, 256 bits, stored). */
const aesExtra = bytes([0x99_01, 2], [7, 2], [2, 2], [0x4145, 2], [3, 1], [0, 2]);

/** A zip archive without compression (APPNOTE.TXT 4.3); a comment stands at its end. */
export function makeZip(files: readonly ArchivedFile[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encryption } of files) {
    const rawName = Buffer.from(name);
    const extra = encryption === 'aes' ? aesExtra : Buffer.alloc(0);
    // Version, flags (1: encrypted, 2048: the name is UTF-8), method, time, date, CRC, sizes, lengths.
    const common = bytes(
      [20, 2],
      [(encryption === undefined ? 0 : 1) | 2048, 2],
      [encryption === 'aes' ? 99 : 0, 2],
      [0, 2],
      [0x5a21, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [rawName.length, 2],
      [extra.length, 2],
    );
    const entry = Buffer.concat([bytes([0x04034b50, 4]), common, rawName, extra, content]);
    central.push(
      bytes([0x02014b50, 4], [20, 2]),
      common,
      bytes([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      rawName,
      extra,
    );
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = bytes(
    [0x06054b50, 4],
    [0, 4],
    [files.length, 2],
    [files.length, 2],
    [directory.length, 4],
    [offset, 4],
    [comment.length, 2],
  );
  return Buffer.concat([...local, directory, end, Buffer.from(comment)]);
}

/** A RAR 4 archive without compression; `encrypted` sets the flag of the file. */
export function makeRar({ name, content }: ArchivedFile, encrypted = false): Buffer {
  const block = (type: number, flags: number, rest: Buffer): Buffer => {
    const header = Buffer.concat([bytes([type, 1], [flags, 2], [7 + rest.length, 2]), rest]);
    return Buffer.concat([bytes([crc32(header) & 0xffff, 2]), header]);
  };
  const fields = bytes(
    [content.length, 4],
    [content.length, 4],
    [2, 1],
    [crc32(content), 4],
    [0x5a210000, 4],
    [29, 1],
    [0x30, 1],
    [name.length, 2],
    [0x20, 4],
  );
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
    block(0x73, 0, Buffer.alloc(6)),
    block(0x74, encrypted ? 0x8004 : 0x8000, Buffer.concat([fields, Buffer.from(name)])),
    content,
    block(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}

/**
 * A 7-Zip archive without compression (7zFormat.txt), small enough that its numbers are single bytes.
 *
 * `packed`: its list of files is compressed with LZMA, as 7-Zip itself writes it; whoever cannot unpack sees no names.
 */
export function make7z({ name, content }: ArchivedFile, packed = false): Buffer {
  const size = content.length;
  const names = Buffer.from(`${name}\0`, 'utf16le');
  const streams = (coder: readonly number[]) =>
    [0x06, 0, 1, 0x09, size, 0, 0x07, 0x0b, 1, 0, 1, ...coder, 0x0c, size, 0, 0] as const;
  const header = packed
    ? Buffer.from([0x17, ...streams([0x23, 3, 1, 1, 5, 0x5d, 0, 0x10, 0, 0])])
    : Buffer.concat([
        Buffer.from([1, 0x04, ...streams([0x01, 0]), 0x05, 1, 0x11, names.length + 1, 0]),
        names,
        Buffer.from([0, 0]),
      ]);
  const start = bytes([size, 4], [0, 4], [header.length, 4], [0, 4], [crc32(header), 4]);
  const magic = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  return Buffer.concat([magic, bytes([crc32(start), 4]), start, content, header]);
}
