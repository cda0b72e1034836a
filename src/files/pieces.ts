/** A file of pieces, each read into a place of its own: of one that is thrown away, none that is kept keeps anything. */
import { readSync, writeSync } from 'node:fs';

/** Octets. */
const word = 4;
/** Pieces. */
const most = 8;

/** How many there are, and the octets of each: as many words. */
const headOf = (pieces: readonly Uint8Array[]): Uint8Array => {
  const words = new DataView(new ArrayBuffer((1 + pieces.length) * word));
  words.setUint32(0, pieces.length, true);
  for (const [number, { length }] of pieces.entries()) words.setUint32((1 + number) * word, length, true);
  return new Uint8Array(words.buffer);
};

export function writePieces(descriptor: number, pieces: readonly Uint8Array[]): void {
  for (const piece of [headOf(pieces), ...pieces]) {
    for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
  }
}

/** Of a file of so many octets; undefined where they are no pieces, or more than they tell. */
export function readPieces(descriptor: number, size: number): readonly Uint8Array[] | undefined {
  const [count] = wordsOf(readPiece(descriptor, word)) ?? [];
  if (count === undefined || count > most) return undefined;
  const lengths = wordsOf(readPiece(descriptor, count * word));
  if (lengths === undefined) return undefined;
  // Before any place is made: a length is what somebody wrote.
  if (lengths.reduce((sum, length) => sum + length, (1 + count) * word) !== size) return undefined;
  const pieces = lengths.map((length) => readPiece(descriptor, length));
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

function wordsOf(octets: Uint8Array | undefined): readonly number[] | undefined {
  if (octets === undefined) return undefined;
  const words = new DataView(octets.buffer);
  return Array.from({ length: octets.length / word }, (_, number) => words.getUint32(number * word, true));
}

/** Undefined where the file ends before. */
function readPiece(descriptor: number, length: number): Uint8Array | undefined {
  const piece = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const octets = readSync(descriptor, piece, at, length - at, null);
    if (octets === 0) return undefined;
    at += octets;
  }
  return piece;
}
