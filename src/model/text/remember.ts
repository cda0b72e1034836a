/** Keeps what a pure function has made of a text: a directory asks it about the same few words again and again. */

/** More than the words of any directory; then it begins anew. */
const limit = 20_000;

export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.made;
    const made = make(text);
    if (known.size >= limit) known.clear();
    known.set(text, { made });
    return made;
  };
}
