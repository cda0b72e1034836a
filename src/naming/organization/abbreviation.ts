/** Abbreviates an organization's name: the codes 5.1.a and 5.1.c accept for it, the suggestion first. */
import { countTones } from '../text/alphabet.ts';
import { joinWords, type NameWord } from './name.ts';
import { acronyms, typeWords } from './type-words.ts';

/** One word of the name and what it gives to the code; `''` for "và", which 5.1.a leaves out. */
export interface WordLetters {
  readonly word: string;
  readonly letters: string;
}

export interface Abbreviation {
  readonly words: readonly WordLetters[];
  /** Initials of every word, then each type word spelled out with the initials of the rest. */
  readonly accepted: readonly string[];
}

const inCapitals = (words: readonly NameWord[]): boolean =>
  words.every(({ text, lower }) => isCapital(text) && (text !== lower || /^[0-9]+$/.test(text)));

/** Nearly every word has a small letter of ASCII. */
const isCapital = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase();

/**
 * An acronym is taken whole. In a mixed-case name every all-capital token is one, unless it bears a tone, which
 * acronyms never do; in a name all in capitals only what is known or has no vowel.
 */
function isAcronym(word: NameWord, capitals: boolean): boolean {
  if (acronyms.has(word.lower) || !/[aeiouy]/.test(word.ascii)) return true;
  if (capitals || word.text === word.lower || !isCapital(word.text)) return false;
  return [...word.text].length > 1 && countTones(word.text) === 0;
}

function lettersOf(word: NameWord, capitals: boolean): string {
  if (word.lower === 'và') return '';
  if (/[0-9]/.test(word.ascii) || isAcronym(word, capitals)) return word.ascii;
  return word.ascii.charAt(0);
}

/** The accepted codes for a name already freed of what adds nothing; empty where no word is left. */
export function abbreviate(words: readonly NameWord[]): Abbreviation {
  const capitals = inCapitals(words);
  const explained = words.map((word) => ({ word: word.text, letters: lettersOf(word, capitals) }));
  const lettersFrom = (start: number): string =>
    explained
      .slice(start)
      .map(({ letters }) => letters)
      .join('');
  const accepted = new Set([lettersFrom(0)]);
  for (const type of typeWords.get(words[0]?.lower ?? '') ?? []) {
    if (!type.every((word, index) => words[index]?.lower === word)) continue;
    accepted.add(joinWords(words.slice(0, type.length)) + lettersFrom(type.length));
  }
  return { words: explained, accepted: [...accepted].filter((code) => code !== '') };
}
