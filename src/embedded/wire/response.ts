/** Writes LDAPMessages from the server (RFC 4511 §4): results, search entries, and the notice of disconnection. */
import { Ber, BerWriter } from 'ldapts';
import { type LdapResult, resultCode } from '../result.ts';
import { controlOid } from './controls.ts';
import type { Request } from './request.ts';

export interface AttributeValues {
  readonly name: string;
  readonly values: readonly string[];
}

/** Tag of the response to each request that has one. */
const responseTag = {
  bind: 0x61,
  search: 0x65,
  modify: 0x67,
  add: 0x69,
  delete: 0x6b,
  extended: 0x78,
} satisfies Partial<Record<Request['op'], number>>;

export type Answered = keyof typeof responseTag;

const searchEntryTag = 0x64;
const noticeOfDisconnection = '1.3.6.1.4.1.1466.20036';

const writeResult = (writer: BerWriter, result: LdapResult): void => {
  writer.writeEnumeration(resultCode[result.code]);
  writer.writeString(result.matchedDn);
  writer.writeString(result.message);
};

const makeMessage = (id: number, tag: number, size: number, write: (writer: BerWriter) => void): Buffer => {
  // ldapts moves the content of a SEQUENCE above 64 KiB by one byte without growing its buffer, so it gets room ahead.
  const writer = new BerWriter({ size: size + 64 });
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(tag);
  write(writer);
  writer.endSequence();
  return finishMessage(writer);
};

const finishMessage = (writer: BerWriter): Buffer => {
  writer.endSequence();
  return writer.buffer;
};

/** The final response to a request. */
export const renderResult = (id: number, op: Answered, result: LdapResult): Buffer =>
  makeMessage(id, responseTag[op], 256 + 4 * result.message.length, (writer) => writeResult(writer, result));

/** The final response to a search page (RFC 2696 §3): an empty cookie says it was the last. */
export const renderPageResult = (id: number, result: LdapResult, cookie: Buffer): Buffer => {
  const value = new BerWriter();
  value.startSequence();
  value.writeInt(0); // the server makes no estimate of the total
  value.writeBuffer(cookie, Ber.OctetString);
  value.endSequence();
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(responseTag.search);
  writeResult(writer, result);
  writer.endSequence();
  writer.startSequence(0xa0);
  writer.startSequence();
  writer.writeString(controlOid.pagedResults);
  writer.writeBuffer(value.buffer, Ber.OctetString);
  writer.endSequence();
  writer.endSequence();
  return finishMessage(writer);
};

/** Unsolicited notification that the connection ends (RFC 4511 §4.4.1). */
export const renderDisconnection = (result: LdapResult): Buffer =>
  makeMessage(0, responseTag.extended, 512, (writer) => {
    writeResult(writer, result);
    writer.writeString(noticeOfDisconnection, 0x8a);
  });

/** One entry found by a search. */
export const renderEntry = (id: number, dn: string, attributes: readonly AttributeValues[]): Buffer => {
  let size = 3 * dn.length;
  for (const { name, values } of attributes) {
    size += 16 + name.length;
    for (const value of values) size += 8 + 3 * value.length;
  }
  return makeMessage(id, searchEntryTag, size, (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const { name, values } of attributes) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(0x31);
      for (const value of values) writer.writeString(value);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  });
};
