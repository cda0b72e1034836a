/** Keeps what a pure function has made of a text: a directory asks it about the same few texts again and again. */

/** More than a directory repeats; what comes after them is made each time. */
const limit = 20_000;

export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = make(text);
    if (known.size < limit) known.set(text, made);
    return made;
  };
}
