/** The form in which a text of the files stands in an entry. */

/** Combining marks, or any white space but single ones between words. */
const untidy = /\p{M}|\s\s|[^\S ]|^\s|\s$/u;

/** One form for one text, so that NFD or doubled spaces never make an entry differ from itself. */
export function tidy(text: string): string {
  if (!untidy.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
