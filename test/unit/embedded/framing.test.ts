/** Framing: the same messages come out however the stream is cut; what is no message, or too long, ends it. */

import fc from 'fast-check';
import { Attribute, BerReader, Change, ExtendedRequest, ModifyRequest } from 'ldapts';
import { describe, expect, test } from 'vitest';
import { makeFramer } from '../../../src/embedded/wire/framing.ts';
import { measureWork } from '../../support/work.ts';

/** Messages of all header lengths: below 128, below 256, below 65,536, and above. */
const message = fc
  .oneof(fc.nat({ max: 60 }), fc.nat({ max: 300 }), fc.constantFrom(65_480, 65_536, 70_000))
  .map((length) =>
    new ExtendedRequest({ messageId: 1, oid: '1.2.3', value: Buffer.alloc(length, 7) }).write(),
  );

const cutAt = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const places = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
  return [0, ...places].map((place, i, all) => bytes.subarray(place, all[i + 1] ?? bytes.length));
};

describe('framing', () => {
  test('any chunking gives the same messages in the same order', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), fc.array(fc.nat()), (messages, cuts) => {
        const framer = makeFramer(100_000);
        const framed = cutAt(Buffer.concat(messages), cuts).map((chunk) => framer.push(chunk));
        expect(framed.every(({ fault }) => fault === undefined)).toBe(true);
        expect(framed.flatMap((one) => one.messages)).toEqual(messages);
      }),
      { numRuns: 200 },
    );
  });

  test('single bytes are enough', () => {
    const bytes = new ModifyRequest({
      messageId: 9,
      dn: 'uid=a',
      changes: [new Change({ modification: new Attribute({ type: 'cn', values: ['x'.repeat(200)] }) })],
    }).write();
    const framer = makeFramer(1000);
    const counts = [...bytes].map((byte) => framer.push(Buffer.from([byte])).messages.length);
    expect(counts.filter((count) => count > 0)).toEqual([1]);
    expect(counts.at(-1)).toBe(1);
  });

  test('a message above the bound is refused by its header alone, those before it are kept', () => {
    const small = new ExtendedRequest({ messageId: 1, oid: '1.2.3' }).write();
    const { messages, fault } = makeFramer(1000).push(
      Buffer.concat([small, Buffer.from([0x30, 0x82, 0x10, 0x00])]),
    );
    expect(messages).toEqual([small]);
    expect(fault?.message).toMatch(/exceeds 1000/);
  });

  test.each([
    ['another tag', [0x47]],
    ['the indefinite form', [0x30, 0x80]],
    ['a length of five octets', [0x30, 0x85, 0, 0, 0, 0, 1]],
  ])('%s is a fault', (_, bytes) => {
    expect(makeFramer(1000).push(Buffer.from(bytes)).fault).toBeDefined();
  });

  test('a length of four octets is read without sign', () => {
    const { fault } = makeFramer(1000).push(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]));
    expect(fault?.message).toMatch(/4294967301/);
  });

  test('a long message in small chunks is not joined again for every chunk', () => {
    const framer = makeFramer(4_000_000);
    const bytes = new ExtendedRequest({ messageId: 1, oid: '1.2.3', value: Buffer.alloc(3_000_000) }).write();
    let found = 0;
    const worked = measureWork();
    for (let at = 0; at < bytes.length; at += 100)
      found += framer.push(bytes.subarray(at, at + 100)).messages.length;
    expect(found).toBe(1);
    // Quadratic joining would copy 45 GB.
    expect(worked()).toBeLessThan(2000);
    expect(new BerReader(bytes).readSequence()).toBe(0x30);
  });
});
