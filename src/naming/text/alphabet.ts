/** The Vietnamese alphabet: which letters are in it, and how each becomes ASCII. */

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/**
 * Lower-case ASCII of any Latin text: marks stripped, `đ → d` by hand because NFD does not split it.
 * `ƀ` (Ba Na, Gia Rai, Mnông) reaches here from nameParts only. Other characters stay.
 */
const stripMarks = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('ƀ', 'b');

const vowels = [...'aăâeêioôơuưy'];
const toned = vowels.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')));
const lowerLetters = [...'bcdfghjklmnpqrstvwxzđ', ...vowels, ...toned];
const bothCases = (letters: readonly string[]) => [
  ...letters,
  ...letters.map((letter) => letter.toUpperCase()),
];

/** Every letter with its ASCII: names are read by the hundred thousand, and normalising each one is slow. */
const ascii: ReadonlyMap<string, string> = new Map(
  bothCases(lowerLetters).map((letter) => [letter, stripMarks(letter)]),
);
const tonedLetters: ReadonlySet<string> = new Set(bothCases(toned));

/** Whether a character (NFC, one code point) is a letter of Vietnamese Latin or of ASCII. */
export const isVietnameseLetter = (char: string): boolean => ascii.has(char);

/** Lower-case ASCII of NFC text; what has no ASCII stays. */
export function toAscii(text: string): string {
  let result = '';
  for (const char of text) {
    const letter = ascii.get(char);
    if (letter === undefined && !/[0-9]/.test(char)) return stripMarks(text);
    result += letter ?? char;
  }
  return result;
}

/** Whether a letter outside the alphabet may stand in nameParts: Latin that comes down to one ASCII letter. */
export const isExtendedLatin = (char: string): boolean =>
  /^\p{Script=Latin}$/u.test(char) &&
  /^[a-z]$/.test(stripMarks(char)) &&
  !/^[\u00d0\u00f0\u0189\u212a]$/.test(char);

/** How many tone marks an NFC word carries; a Vietnamese syllable has one at most. */
export function countTones(word: string): number {
  let count = 0;
  for (const char of word) if (tonedLetters.has(char)) count++;
  return count;
}

/** Whether a word has a vowel letter, `y` included; one without is an abbreviation. */
export const hasVowel = (word: string): boolean => /[aeiouy]/.test(toAscii(word));
