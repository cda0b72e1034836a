/** What is made of texts that repeat, found by their octets: of one that is known already no text is made. */
import { enlarged } from './octets.ts';

export interface OctetTable<T> {
  /** The number of what is made of these octets, whose hash is made with `hashNext`; -1 where nothing is made of them. */
  readonly find: (octets: Uint8Array, start: number, end: number, hash: number) => number;
  /** By its number. */
  readonly values: readonly T[];
}

/** Before the first octet. */
export const hashStart = 0x811c9dc5 | 0;
/** FNV-1a, an octet at a time. Whoever sends texts of one hash finds that some of them are not known (`farthest`). */
export const hashNext = (hash: number, octet: number): number => Math.imul(hash ^ octet, 0x01000193);

/** More than a directory repeats; what comes after them is not looked up but read as anything else. */
const most = 20_000;
/** Octets; a long text repeats nowhere. */
const longest = 500;
const size = 1 << 16;
/** Slots that are looked at. */
const farthest = 32;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `make` is asked once for each text, and gives undefined where nothing is made of it; so are octets that are none. */
export function makeOctetTable<T>(make: (text: string) => T | undefined): OctetTable<T> {
  // A slot has one more than the number of its text: 0 is free.
  const slots = new Uint16Array(size);
  const starts = new Uint32Array(most + 1);
  /** The number of each text's value. */
  const made = new Int32Array(most);
  const values: T[] = [];
  let kept = new Uint8Array(1 << 12);
  let count = 0;

  const isAt = (number: number, octets: Uint8Array, start: number, end: number): boolean => {
    const from = starts[number] as number;
    if ((starts[number + 1] as number) - from !== end - start) return false;
    for (let at = start, other = from; at < end; at++, other++) if (octets[at] !== kept[other]) return false;
    return true;
  };
  const add = (octets: Uint8Array, start: number, end: number): number => {
    const text = textOf(octets.subarray(start, end));
    const value = text === undefined ? undefined : make(text);
    const from = starts[count] as number;
    const to = from + end - start;
    if (to > kept.length) kept = enlarged(kept, new Uint8Array(2 * to));
    kept.set(octets.subarray(start, end), from);
    starts[count + 1] = to;
    made[count++] = value === undefined ? -1 : values.push(value) - 1;
    return count;
  };

  return {
    values,
    find: (octets, start, end, hash) => {
      if (end - start > longest) return -1;
      let slot = (hash ^ (hash >>> 16)) & (size - 1);
      for (let looked = 0; looked < farthest; looked++) {
        const found = slots[slot] as number;
        if (found === 0) {
          if (count === most) return -1;
          const added = add(octets, start, end);
          slots[slot] = added;
          return made[added - 1] as number;
        }
        if (isAt(found - 1, octets, start, end)) return made[found - 1] as number;
        slot = (slot + 1) & (size - 1);
      }
      return -1;
    },
  };
}

/** Undefined for octets that are no text. */
function textOf(octets: Uint8Array): string | undefined {
  try {
    return decoder.decode(octets);
  } catch {
    return undefined;
  }
}
