/**
 * HalfSipHash-2-4 with 64 bits (Aumasson, Bernstein: SipHash, 2012; the form for words of 32 bits): who does not know the
 * key cannot make two texts of one hash. It is quick where nothing but 32-bit arithmetic is, for short texts straight from
 * a buffer, and it is no digest to be shown to anybody: for those there is SHA-256.
 */

/** Two words. */
export type HashKey = readonly [number, number];

/** The last hash, in two words: nothing is allocated for one. */
export interface KeyedHash {
  low: number;
  high: number;
  /** Hashes the octets from `start` to `end`; `tag` tells apart what the same octets can stand for. */
  readonly hash: (octets: Uint8Array, start: number, end: number, tag: number) => void;
}

const [third, fourth] = [0x6c796765, 0x74656462];
/** A hash of two words is not that of one and another. */
const twoWords = 0xee;
const secondWord = 0xdd;

export function makeKeyedHash([k0, k1]: HashKey): KeyedHash {
  const made: KeyedHash = { low: 0, high: 0, hash };
  const [b0, b1, b2, b3] = [k0 | 0, k1 ^ twoWords, third ^ k0, fourth ^ k1];

  function hash(octets: Uint8Array, start: number, end: number, tag: number): void {
    let v0 = b0;
    let v1 = b1;
    let v2 = b2;
    let v3 = b3;
    const whole = end - ((end - start) & 3);
    // The tag goes before the octets, as a word of its own: its four octets count as the others do.
    for (let at = start - 4; ; at += 4) {
      let word: number;
      if (at < start) word = tag;
      else if (at < whole)
        word =
          (octets[at] as number) |
          ((octets[at + 1] as number) << 8) |
          ((octets[at + 2] as number) << 16) |
          ((octets[at + 3] as number) << 24);
      else {
        word = (end - start + 4) << 24;
        if (at + 2 < end) word |= (octets[at + 2] as number) << 16;
        if (at + 1 < end) word |= (octets[at + 1] as number) << 8;
        if (at < end) word |= octets[at] as number;
      }
      v3 ^= word;
      for (let round = 0; round < 2; round++) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      v0 ^= word;
      if (at >= whole) break;
    }
    v2 ^= twoWords;
    for (let round = 0; round < 8; round++) {
      if (round === 4) {
        made.low = v1 ^ v3;
        v1 ^= secondWord;
      }
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
    made.high = v1 ^ v3;
  }

  return made;
}
