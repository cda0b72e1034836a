/** Bounded reading of BER elements: no element may reach beyond the one that holds it. */
import { Ber, BerReader, InvalidAsn1Error } from 'ldapts';

export const sequence = 0x30;
export const set = 0x31;

/** The contents of the next element, which must carry `tag`; moves past it. */
export const readContents = (reader: BerReader, tag: number): Buffer => {
  const before = reader.offset;
  const contents = reader.readString(tag, true);
  // ldapts computes 4-byte lengths in signed arithmetic: a length above 2^31 comes out negative.
  if (contents === null || reader.length < 0 || reader.offset <= before) {
    throw new InvalidAsn1Error('element exceeds its container');
  }
  return contents;
};

/** A reader over the inside of the next constructed element. */
export const readInside = (reader: BerReader, tag: number): BerReader =>
  new BerReader(readContents(reader, tag));

/** The tag of the next element without moving; throws at the end. */
export const peekTag = (reader: BerReader): number => {
  const tag = reader.peek();
  if (tag === null) throw new InvalidAsn1Error('element missing');
  return tag;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Octets as UTF-8 text; undefined where they are not UTF-8. */
export const parseUtf8 = (octets: Buffer): string | undefined => {
  try {
    return utf8.decode(octets);
  } catch {
    return undefined;
  }
};

/** An LDAPString or LDAPDN: UTF-8 is required by RFC 4511 §4.1.2. */
export const readText = (reader: BerReader, tag: number = Ber.OctetString): string => {
  const text = parseUtf8(readContents(reader, tag));
  if (text === undefined) throw new InvalidAsn1Error('string is not UTF-8');
  return text;
};

const readNumber = (reader: BerReader, tag: number): number => {
  const before = reader.offset;
  const value = reader.readTag(tag);
  if (value === null || reader.length < 1 || reader.offset <= before) {
    throw new InvalidAsn1Error('number is cut off');
  }
  return value;
};

export const readInteger = (reader: BerReader): number => readNumber(reader, Ber.Integer);
export const readEnumerated = (reader: BerReader): number => readNumber(reader, Ber.Enumeration);
export const readBoolean = (reader: BerReader, tag: number = Ber.Boolean): boolean =>
  readNumber(reader, tag) !== 0;

/** Every element inside a SEQUENCE OF or SET OF, read by `readOne`. */
export const readAll = <T>(inside: BerReader, readOne: (reader: BerReader) => T): T[] => {
  const items: T[] = [];
  while (inside.remain > 0) items.push(readOne(inside));
  return items;
};
