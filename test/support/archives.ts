/** Small zip, RAR and 7-Zip archives, byte by byte as their formats say: no program here could write all of them. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
  /** The name in the list, by its bytes, where it is not to be `name` in UTF-8. */
  readonly listed?: Buffer;
  /** The name at the file itself, where it is not to be the one in the list. */
  readonly local?: string;
  /** The name in an extra field (0x7075), in the list or at the file. */
  readonly unicode?: { readonly name: string; readonly at: 'list' | 'file'; readonly checksum?: number };
  /** Any other extra field, in the list. */
  readonly extra?: Buffer;
  readonly deflate?: true;
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

/** An extra field (APPNOTE.TXT 4.5). */
export const extraField = (id: number, data: Buffer): Buffer =>
  Buffer.concat([bytes([id, 2], [data.length, 2]), data]);

/** 4.6.9: the checksum is that of the name it stands for, else a program takes no notice of it. */
const unicodeField = (unicode: NonNullable<ArchivedFile['unicode']>, name: Buffer): Buffer =>
  extraField(
    0x7075,
    Buffer.concat([bytes([1, 1], [unicode.checksum ?? crc32(name), 4]), Buffer.from(unicode.name)]),
  );

/** A zip archive (APPNOTE.TXT 4.3), its files stored unless they say otherwise; a comment stands at its end. */
export function makeZip(files: readonly ArchivedFile[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const one of files) {
    const { content, encryption, unicode, deflate } = one;
    const listed = one.listed ?? Buffer.from(one.name);
    const atFile = one.local === undefined ? listed : Buffer.from(one.local);
    const packed = deflate ? deflateRawSync(content) : content;
    const method = encryption === 'aes' ? 99 : deflate ? 8 : 0;
    // 1: encrypted, 2048: the name is UTF-8.
    const flags = (encryption === undefined ? 0 : 1) | (one.listed === undefined ? 2048 : 0);
    const aes = encryption === 'aes' ? aesExtra : Buffer.alloc(0);
    const fieldAt = (place: 'list' | 'file', name: Buffer) =>
      unicode?.at === place ? unicodeField(unicode, name) : Buffer.alloc(0);
    const extras = {
      list: Buffer.concat([aes, fieldAt('list', listed), one.extra ?? Buffer.alloc(0)]),
      file: Buffer.concat([aes, fieldAt('file', atFile)]),
    };
    // Version, flags, method, time, date, CRC, sizes, lengths.
    const common = (name: Buffer, extra: Buffer) =>
      bytes(
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 2],
        [0x5a21, 2],
        [crc32(content), 4],
        [packed.length, 4],
        [content.length, 4],
        [name.length, 2],
        [extra.length, 2],
      );
    const entry = Buffer.concat([
      bytes([0x04034b50, 4]),
      common(atFile, extras.file),
      atFile,
      extras.file,
      packed,
    ]);
    central.push(
      bytes([0x02014b50, 4], [20, 2]),
      common(listed, extras.list),
      bytes([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      listed,
      extras.list,
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
