/** The reader of BER takes any bytes: it gives an element within its limits, asks for more, or refuses with a RangeError. */
import fc from 'fast-check';
import { BerWriter } from 'ldapts';
import { expect, it } from 'vitest';
import {
  type Element,
  expectElement,
  readElement,
  readInteger,
  readText,
} from '../../../src/ldap/read/ber.ts';

/** Walks everything a stream reader would, counting steps: none may stand still or leave its limits. */
function walk(buffer: Buffer, start: number, end: number, depth = 0): number {
  let elements = 0;
  for (let offset = start; offset < end; ) {
    let element: Element;
    try {
      element = expectElement(buffer, offset, end);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(RangeError);
      return elements;
    }
    expect(element.start).toBeGreaterThan(offset);
    expect(element.end).toBeGreaterThanOrEqual(element.start);
    expect(element.end).toBeLessThanOrEqual(end);
    readInteger(buffer, element);
    readText(buffer, element);
    elements += 1 + (depth < 8 ? walk(buffer, element.start, element.end, depth + 1) : 0);
    offset = element.end;
  }
  return elements;
}

/** One entry of a search result with these texts, as a server would send it. */
function entryMessage(texts: readonly string[]): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(7);
  writer.startSequence(0x64);
  writer.writeString('uid=LC-1,ou=people,dc=laichau,dc=gov,dc=vn');
  writer.startSequence();
  for (const text of texts) {
    writer.startSequence();
    writer.writeString('cn');
    writer.startSequence(0x31);
    writer.writeString(text);
    writer.endSequence();
    writer.endSequence();
  }
  writer.endSequence();
  writer.endSequence();
  writer.endSequence();
  return writer.buffer;
}

it('survives any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      walk(Buffer.from(bytes), 0, bytes.length);
    }),
    { numRuns: 5000 },
  );
});

it('survives an entry with any of its octets changed', () => {
  const message = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 4 })
    .map(entryMessage);
  const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(message, change, (whole, changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, octet] of changes) bytes[at % bytes.length] = octet;
      walk(bytes, 0, bytes.length);
    }),
    { numRuns: 3000 },
  );
});

it('reads an entry whole, and asks for more as long as any octet is missing', () => {
  const whole = entryMessage(['Nguyễn Văn An', 'x'.repeat(300)]);
  for (let length = 0; length < whole.length; length++) {
    expect(readElement(whole, 0, length)).toBeUndefined();
  }
  expect(readElement(whole, 0, whole.length)).toMatchObject({ tag: 0x30, end: whole.length });
  expect(walk(whole, 0, whole.length)).toBeGreaterThan(10);
});

it('refuses lengths without an end and of more than four octets (RFC 4511 §5.1)', () => {
  for (const bytes of [
    [0x30, 0x80],
    [0x30, 0x85, 0, 0, 0, 0, 1],
    [0x30, 0xff],
  ]) {
    expect(() => readElement(Buffer.from(bytes), 0, bytes.length)).toThrow(RangeError);
  }
});

it.each([
  [[0], 0],
  [[0x7f], 127],
  [[0xff], -1],
  [[0x80], -128],
  [[0x01, 0x00], 256],
  [[0x40, 0, 0, 1], 0x40000001],
])('reads the integer %j as %i', (octets, value) => {
  expect(readInteger(Buffer.from(octets), { tag: 2, start: 0, end: octets.length })).toBe(value);
});
