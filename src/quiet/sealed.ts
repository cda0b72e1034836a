/** Pieces under a checksum of all they rest on: what was altered, or rests on something else by now, is nothing. */

/** A SHA-256 of octets. */
export type Checksum = (...octets: readonly Uint8Array[]) => Uint8Array;

/** The checksum, and what is behind it. `terms` are what the pieces rest on: they go into it, and nowhere else. */
export const seal = (
  pieces: readonly Uint8Array[],
  terms: Uint8Array,
  checksum: Checksum,
): readonly Uint8Array[] => [sumOf(pieces, terms, checksum), ...pieces];

/** What is behind the checksum. */
export function unseal(
  [sum, ...pieces]: readonly Uint8Array[],
  terms: Uint8Array,
  checksum: Checksum,
): readonly Uint8Array[] | undefined {
  const right = sumOf(pieces, terms, checksum);
  const isRight = sum?.length === right.length && right.every((octet, at) => octet === sum[at]);
  return isRight ? pieces : undefined;
}

/** Of where each ends, too: the same octets may be other pieces. */
function sumOf(pieces: readonly Uint8Array[], terms: Uint8Array, checksum: Checksum): Uint8Array {
  const lengths = Uint32Array.from(pieces, ({ length }) => length);
  return checksum(terms, new Uint8Array(lengths.buffer), ...pieces);
}

/** Undefined for what is no JSON in UTF-8. */
export function parseJson(octets: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(octets));
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
