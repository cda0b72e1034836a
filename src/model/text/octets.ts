/** Octets as a file has them, looked at without a text being made of them. */

export const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function startsWith(octets: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (octets[at + index] !== text[index]) return false;
  return true;
}

const newline = 0x0a;

/** How many lines end there. */
export function countLines(octets: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (octets[at] === newline) count++;
  return count;
}

/** Where the text begins; -1 where it is not. */
export function indexOf(octets: Uint8Array, text: Uint8Array): number {
  const first = text[0] as number;
  let at = octets.indexOf(first);
  while (at >= 0 && !startsWith(octets, at, text)) at = octets.indexOf(first, at + 1);
  return at;
}

export function joinOctets(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What there was, in a place with more room. */
export function enlarged<T extends Int32Array | Uint8Array>(before: T, after: T): T {
  after.set(before);
  return after;
}
