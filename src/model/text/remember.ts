/** Keeps what a pure function has made of a text: a directory asks it about the same few texts again and again. */

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
    const made = make(text);
    if (known.size < limit) known.set(text, made);
    return made;
  };
}
