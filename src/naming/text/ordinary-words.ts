/** Remembers words that raise no question wherever they stand in a name: a province repeats few of them. */
import { ownText } from '../../model/text/own-text.ts';
import { givenFirst } from '../person/shape.ts';
import { addressWords, longTitles } from '../person/titles.ts';

/** A word that alone, after a surname, raises no question. */
export interface OrdinaryWord {
  /** In ASCII. */
  readonly syllable: string;
  /** False for a form of address, and for what names begin with that have no surname there. */
  readonly mayBegin: boolean;
  /** True for what may be the first word of a title, or the second: its neighbour tells. */
  readonly opensTitle: boolean;
  readonly closesTitle: boolean;
}

/** Each word as written; null for one that must be looked at in its name. */
const known = new Map<string, OrdinaryWord | null>();
const knownLimit = 20_000;
const longestName = 100;

const halves = (which: 0 | 1): ReadonlySet<string> =>
  new Set([...longTitles].map((title) => title.split(' ')[which] ?? ''));
const [openings, closings] = [halves(0), halves(1)];

/** `syllableOf` judges the word as a given name after a surname, and gives its syllable. */
export function ordinaryWord(
  word: string,
  syllableOf: (word: string) => string | undefined,
): OrdinaryWord | null {
  const found = known.get(word);
  if (found !== undefined) return found;
  const own = ownText(word);
  const made = makeWord(own, syllableOf(own));
  if (known.size < knownLimit) known.set(own, made);
  return made;
}

function makeWord(word: string, syllable: string | undefined): OrdinaryWord | null {
  if (syllable === undefined) return null;
  const lower = word.normalize('NFC').toLowerCase();
  return {
    syllable,
    mayBegin: !givenFirst.test(lower) && !addressWords.has(lower),
    opensTitle: openings.has(lower),
    closesTitle: closings.has(lower),
  };
}

/** The ASCII syllables of a name of ordinary words, single spaces between; undefined where the name has to be read in full. */
export function ordinarySyllables(
  name: string,
  syllableOf: (word: string) => string | undefined,
): readonly string[] | undefined {
  if (name.length > longestName) return undefined;
  const words = name.split(' ');
  if (words.length < 2) return undefined;
  const syllables: string[] = [];
  let before: OrdinaryWord | undefined;
  for (const word of words) {
    const one = ordinaryWord(word, syllableOf);
    if (one === null) return undefined;
    if (before === undefined ? !one.mayBegin : before.opensTitle && one.closesTitle) return undefined;
    syllables.push(one.syllable);
    before = one;
  }
  return syllables;
}
