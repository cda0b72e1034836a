/** Keeps what a pure function has made of a text: a directory asks it about the same few texts again and again. */
import { ownText } from './own-text.ts';

/** More than a directory repeats; what comes after them is made each time. */
const limit = 20_000;
/** A long text repeats nowhere, and whoever sends it must not fill our memory. */
const longest = 500;

export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return make(text);
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= limit) return make(text);
    const own = ownText(text);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}
