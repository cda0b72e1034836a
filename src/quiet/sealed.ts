/** Octets under a checksum of all they rest on: what was altered, or rests on something else by now, is nothing. */

/** A SHA-256 of octets. */
export type Checksum = (...octets: readonly Uint8Array[]) => Uint8Array;

/** What a checksum takes, before what it is of. */
export const sumLength = 32;

/** Fills in the checksum. `terms` are what the octets rest on: they go into it, and nowhere else. */
export function seal(octets: Uint8Array, terms: Uint8Array, checksum: Checksum): Uint8Array {
  octets.set(checksum(terms, octets.subarray(sumLength)), 0);
  return octets;
}

/** What is behind the checksum. */
export function unseal(octets: Uint8Array, terms: Uint8Array, checksum: Checksum): Uint8Array | undefined {
  if (octets.length < sumLength) return undefined;
  const inside = octets.subarray(sumLength);
  return checksum(terms, inside).every((octet, at) => octet === octets[at]) ? inside : undefined;
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
