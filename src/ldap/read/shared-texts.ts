/** Reads texts that many entries have in common, names of attributes, titles, organizations, without making each anew. */
import { type Element, readText } from './ber.ts';

/** What is made of each text is kept, until another text takes its place. */
export interface SharedTexts<T> {
  /** What was made of these octets; undefined where nothing is kept of them. */
  readonly find: (buffer: Buffer, element: Element) => T | undefined;
  readonly make: (buffer: Buffer, element: Element) => T;
}

interface Kept<T> {
  readonly octets: Uint8Array;
  readonly made: T;
}

/** A text has one place, by its octets: however many come, no more are kept. */
const places = 4096;
/** Longer texts are rarely shared. */
const longest = 96;

export function makeSharedTexts<T>(makeOf: (text: string) => T): SharedTexts<T> {
  const kept = new Array<Kept<T> | undefined>(places);
  return {
    find: (buffer, element) => {
      const { start, end } = element;
      if (end - start > longest) return undefined;
      const there = kept[placeOf(buffer, element)];
      if (there === undefined || there.octets.length !== end - start) return undefined;
      for (let index = 0; index < there.octets.length; index++) {
        if (there.octets[index] !== buffer[start + index]) return undefined;
      }
      return there.made;
    },
    make: (buffer, element) => {
      const made = makeOf(readText(buffer, element));
      const { start, end } = element;
      if (end - start <= longest) {
        const octets = Uint8Array.prototype.slice.call(buffer, start, end);
        kept[placeOf(buffer, element)] = { octets, made };
      }
      return made;
    },
  };
}

/** FNV-1a. */
function placeOf(buffer: Buffer, { start, end }: Element): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++)
    hash = Math.imul(hash ^ (buffer[index] as number), 0x01000193);
  return (hash >>> 0) % places;
}
