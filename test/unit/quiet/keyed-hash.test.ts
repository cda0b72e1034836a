/** The hash is HalfSipHash-2-4, by the vectors its authors published: of 00, 01, 02 … under the key 00 01 … 07. */
import { describe, expect, it } from 'vitest';
import { makeKeyedHash } from '../../../src/model/quiet/keyed-hash.ts';

const hash = makeKeyedHash([0x03020100, 0x07060504]);
const octets = Uint8Array.from({ length: 64 }, (_, index) => index);
/** The first four octets are the tag. */
const tag = 0x03020100;

function hashOf(length: number): string {
  hash.hash(octets, 4, length, tag);
  const words = new DataView(new ArrayBuffer(8));
  words.setInt32(0, hash.low, true);
  words.setInt32(4, hash.high, true);
  return Buffer.from(words.buffer).toString('hex');
}

describe('the keyed hash', () => {
  it.each([
    [4, 'd5e78a175be52ea1'],
    [5, 'cb9d7c3f2f3db580'],
    [6, 'ce3e91358aa2bc25'],
    [7, 'ff202728b07bc684'],
  ])('of %i octets is the published one', (length, vector) => {
    expect(hashOf(length)).toBe(vector);
  });

  it('is another for each length, tag and key', () => {
    const hashes = [...octets.keys()].slice(4).map(hashOf);
    hash.hash(octets, 4, 63, tag + 1);
    const tagged = `${hash.low} ${hash.high}`;
    hash.hash(octets, 4, 63, tag);
    expect(tagged).not.toBe(`${hash.low} ${hash.high}`);
    const other = makeKeyedHash([0x03020100, 0x07060505]);
    other.hash(octets, 4, 63, tag);
    expect([other.low, other.high]).not.toEqual([hash.low, hash.high]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
