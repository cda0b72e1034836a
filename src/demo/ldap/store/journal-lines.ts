/** The lines of a journal: each a record with a checksum over itself and all lines before it. */
import { crc32 } from 'node:zlib';
import { ExpectedError } from '../../../model/errors.ts';
import type { Commit } from '../directory.ts';
import { knownType } from '../schema/attribute-types.ts';
import { parseDn } from '../schema/dn.ts';
import { type Entry, storedAttribute } from './entry.ts';

export interface PlainRecord {
  readonly put: readonly PlainEntry[];
  /** Ids of entries. */
  readonly remove: readonly number[];
}

interface PlainEntry {
  readonly id: number;
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** A line, and the checksum the next one builds upon: so a line that is missing or moved is noticed too. */
export const renderLine = (
  json: string,
  chain: number,
): { readonly line: string; readonly chain: number } => {
  const sum = crc32(json, chain);
  return { line: `${sum.toString(16).padStart(8, '0')} ${json}\n`, chain: sum };
};

/** The value of a line (without its newline); undefined where the checksum is wrong. */
export const parseLine = (
  line: string,
  chain: number,
): { readonly value: unknown; readonly chain: number } | undefined => {
  const json = line.slice(9);
  const sum = crc32(json, chain);
  return line.slice(0, 9) === `${sum.toString(16).padStart(8, '0')} `
    ? { value: JSON.parse(json), chain: sum }
    : undefined;
};

export const renderRecord = ({ put, remove }: Commit): string => {
  const record: PlainRecord = {
    put: put.map(({ id, dn, attributes }) => ({
      id,
      dn: dn.text,
      attributes: Object.fromEntries([...attributes].map(([name, { values }]) => [name, values])),
    })),
    remove: remove.map(({ id }) => id),
  };
  return JSON.stringify(record);
};

export const parseEntry = ({ id, dn: text, attributes }: PlainEntry): Entry => {
  const dn = parseDn(text);
  if (!dn.ok) throw new TypeError(`not a DN: ${text}`);
  const pairs = Object.entries(attributes).map(
    ([name, values]) => [name, storedAttribute(knownType(name), values)] as const,
  );
  return { id, dn: dn.value, attributes: new Map(pairs) };
};

/** The file cannot be trusted from this line on; nothing of it is used. */
export const damaged = (file: string, line: number, what: string): ExpectedError =>
  new ExpectedError(
    'demo-file-damaged',
    `${file}:${line}: tệp dữ liệu LDAP bị hỏng hoặc bị cắt / the LDAP data file is damaged or cut off: ${what}`,
    'Khôi phục từ bản sao, hoặc xóa tệp để bắt đầu lại / restore a copy, or delete the file to start afresh',
  );
