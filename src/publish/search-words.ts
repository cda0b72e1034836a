/** The words something is found by: lower case, without marks, cut where a reader would cut them. */
import { toAscii } from '../naming/text/alphabet.ts';

/** As `fold` of assets/site/search.js: what is typed and what is found are cut alike (a test holds the two together). */
export const searchWords = (text: string): readonly string[] =>
  toAscii(text.normalize('NFC'))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** An address is found by the labels before the @: what comes after is the same for all. */
export const addressWords = (address: string): readonly string[] =>
  searchWords(address.slice(0, address.lastIndexOf('@')));

/** Initials as people write them: with the small words and without ("stttt", "stttvtt"). */
export function initialsOf(name: string): readonly string[] {
  const words = searchWords(name);
  const first = (these: readonly string[]) => these.map((word) => word[0]).join('');
  const initials = [first(words), first(words.filter((word) => word !== 'va'))];
  return [...new Set(initials)].filter((one) => one.length > 1);
}
