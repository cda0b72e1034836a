/** Says what the shape of a person's name leaves open: what only a human can decide (5.2.a, 5.2.b). */
import type { Finding } from '../../model/problems/naming.ts';
import { finding, shown } from '../finding.ts';
import { hasVowel, toAscii } from '../text/alphabet.ts';
import { type Glyph, glyphFacts, type NameText } from '../text/letters.ts';
import { addressWords, longTitles, shortTitles } from './titles.ts';

export interface PersonWord {
  /** As written, NFC. */
  readonly text: string;
  readonly lower: string;
  /** Whether it is letters throughout. */
  readonly plain: boolean;
}

const isLetter = (glyph: Glyph): boolean => glyph.class === 'letter' || glyph.class === 'extended';

/** Words of a person's name: a hyphen of any kind separates like a space. */
export function splitWords({ glyphs }: NameText): PersonWord[] {
  const words: PersonWord[] = [];
  let text = '';
  let plain = true;
  const close = () => {
    if (text !== '') words.push({ text, lower: text.toLowerCase(), plain });
    text = '';
    plain = true;
  };
  for (const glyph of glyphs) {
    if (glyph.class === 'space' || glyph.class === 'dash') close();
    else {
      text += glyph.char;
      plain &&= isLetter(glyph);
    }
  }
  close();
  return words;
}

/** The letters of a word, without apostrophes and other signs. */
export const lettersOf = ({ lower, plain }: PersonWord): string =>
  plain ? lower : lower.replace(/[^\p{L}\p{M}]|\p{Lm}/gu, '');

function findTitle(words: readonly PersonWord[]): string | undefined {
  if (words.some(({ plain, lower }) => !plain && lower.startsWith('đ/c'))) return 'đ/c';
  const bare = words
    .flatMap(({ lower, plain }) => (plain ? lower : lower.split(/[^\p{L}\p{M}]+/u)))
    .filter((word) => word !== '');
  const [first = ''] = bare;
  if (bare.length > 1 && addressWords.has(first)) return first;
  for (const [index, word] of bare.entries()) {
    const pair = `${word} ${bare[index + 1]}`;
    if (longTitles.has(pair)) return pair;
    if (shortTitles.has(word)) return word;
  }
  return undefined;
}

/** Digits, commas, brackets and other signs, each told once. */
export function signFindings(text: NameText): Finding[] {
  const seen = new Map<string, Glyph>();
  for (const glyph of text.glyphs) {
    const sign = glyph.class === 'sign' || glyph.class === 'digit' || glyph.class === 'comma';
    if (sign && !seen.has(glyph.char)) seen.set(glyph.char, glyph);
  }
  return [...seen.values()]
    .slice(0, 5)
    .map((glyph) => finding('name-sign', { ...glyphFacts(text, glyph), of: 'person' }));
}

/** First words after which the surname stands last or nowhere: Y Moan, H Hen, A Páo, K Brơi, Ka Sô. */
export const givenFirst = /^(?:y|h|a|k|ka)$/;

/** One finding of the first sort that applies, for the others follow from it; none for an ordinary name. */
export function shapeFindings(text: NameText, words: readonly PersonWord[]): Finding[] {
  const [first] = words;
  if (!first) return [];
  const title = findTitle(words);
  if (title !== undefined) return [finding('name-title', { title: shown(title) })];
  const dotted = words.find((word) => word.text.length > 1 && word.text.endsWith('.'));
  if (dotted) return [finding('name-abbreviated', { token: shown(dotted.text) })];
  const signs = signFindings(text);
  if (signs.length > 0) return signs;

  const apostrophe = words.find((word) => /['\u2018\u2019\u201b\u2032`\u00b4]/.test(word.text));
  const given = apostrophe ?? (words.length > 1 && givenFirst.test(first.lower) ? first : undefined);
  if (given) return [finding('name-given-first', { token: shown(given.text) })];
  const vowelless = words.find((word) => word.plain && !hasVowel(word.lower));
  if (vowelless) return [finding('name-abbreviated', { token: shown(vowelless.text) })];
  return words.length === 1 ? [finding('name-one-syllable', { syllable: shown(first.text) })] : [];
}

/** ASCII syllables as written, an apostrophe both joining and separating: H'Hen gives hhen, h, hen. */
export function syllablesOf(words: readonly PersonWord[]): string[] {
  const joined = words.map((word) => toAscii(lettersOf(word)));
  const split = words.flatMap(({ lower }) => toAscii(lower).split(/[^a-z]+/));
  return [...new Set([...joined, ...split])].filter((syllable) => /^[a-z]+$/.test(syllable));
}
