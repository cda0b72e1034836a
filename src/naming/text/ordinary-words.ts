/** Remembers words that raise no question wherever they stand in a name: a province repeats few of them. */
import { ownText } from '../../model/text/own-text.ts';
import { remember } from '../../model/text/remember.ts';
import { givenFirst } from '../person/shape.ts';
import { addressWords, longTitles } from '../person/titles.ts';

/** Each word as written, with its ASCII syllable; null for one that must be looked at in its name. */
const known = new Map<string, string | null>();
const knownLimit = 20_000;
const longestName = 100;

/** Words that may be half a title: only their neighbour tells. */
const titleHalves: ReadonlySet<string> = new Set([...longTitles].flatMap((title) => title.split(' ')));

const mayBegin = remember((word) => {
  const first = word.normalize('NFC').toLowerCase();
  return !givenFirst.test(first) && !addressWords.has(first);
});

/**
 * The ASCII syllables of a name of ordinary words, single spaces between; undefined where the name has to be read in full.
 * `isOrdinary` judges one word as a given name after a surname, and gives its syllable.
 */
export function ordinarySyllables(
  name: string,
  isOrdinary: (word: string) => string | undefined,
): readonly string[] | undefined {
  if (name.length > longestName) return undefined;
  const words = name.split(' ');
  if (words.length < 2) return undefined;
  if (!mayBegin(words[0] ?? '')) return undefined;
  const syllables: string[] = [];
  for (const word of words) {
    let syllable = known.get(word);
    if (syllable === undefined) {
      const own = ownText(word);
      syllable = titleHalves.has(own.normalize('NFC').toLowerCase()) ? null : (isOrdinary(own) ?? null);
      if (known.size < knownLimit) known.set(own, syllable);
    }
    if (syllable === null) return undefined;
    syllables.push(syllable);
  }
  return syllables;
}
