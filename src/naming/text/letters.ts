/** Reads a name into characters of known class; every character that is not a Vietnamese letter is refused by name and position. */
import type { Finding } from '../../model/problems/naming.ts';
import { characterFacts, finding } from '../finding.ts';
import { isExtendedLatin, isVietnameseLetter } from './alphabet.ts';
import { findBrokenEncoding } from './encoding.ts';
import { characterName, probablyMeant } from './letter-names.ts';

type GlyphClass =
  | 'letter'
  | 'extended'
  | 'space'
  | 'dash'
  | 'comma'
  | 'apostrophe'
  | 'digit'
  | 'sign'
  | 'foreign';

/** One character of the NFC text; `index` counts code points of that text from 0. */
export interface Glyph {
  readonly char: string;
  readonly index: number;
  readonly class: GlyphClass;
}

export interface NameText {
  /** What was given, for positions. */
  readonly raw: string;
  readonly glyphs: readonly Glyph[];
}

/** The longest name read, in NFC code units: well above any organization of the state, well below a denial of service. */
export const MAX_NAME = 500;
/** NFD is at most four times as long; beyond this a text is too long in every form and is not normalised at all. */
const MAX_RAW = 4 * MAX_NAME;
const MAX_LETTER_FINDINGS = 5;

function classOf(char: string, extended: boolean): GlyphClass {
  if (isVietnameseLetter(char)) return 'letter';
  if (char === ' ') return 'space';
  // White_Space, not \s: \s takes in U+FEFF, which is invisible and must be refused.
  if (/\p{White_Space}/u.test(char)) return 'space';
  if (/[\p{Pd}\u2043\u2212]/u.test(char)) return 'dash';
  if (char === ',') return 'comma';
  if (/['\u2018\u2019\u201b\u2032`\u00b4]/.test(char)) return 'apostrophe';
  if (/[0-9]/.test(char)) return 'digit';
  if (isExtendedLatin(char)) return 'extended';
  // Where a human parsed the name, marks without a composed form (ơ̆) and the modifier apostrophe are meant.
  if (extended && /\p{Script=Inherited}/u.test(char) && /\p{Mn}/u.test(char)) return 'extended';
  if (extended && /[\u02bb\u02bc]/.test(char)) return 'apostrophe';
  // Letters, marks, invisible and foreign digits are refused by name; other signs only need the official name.
  return /[\p{L}\p{M}\p{C}\p{N}]/u.test(char) ? 'foreign' : 'sign';
}

/** Where the NFC character `index` began in the text as given: 1-based, in code points. */
export function positionOf(raw: string, index: number): number {
  let position = 0;
  let composed = 0;
  for (const cluster of raw.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? []) {
    const given = [...cluster];
    const normal = [...cluster.normalize('NFC')];
    const inside = index - composed;
    if (inside < normal.length) {
      const same = inside === 0 ? 0 : given.indexOf(normal[inside] ?? '', 1);
      return position + Math.max(same, 0) + 1;
    }
    composed += normal.length;
    position += given.length;
  }
  return Math.max(position, 1);
}

/** The facts of a glyph for a message. */
export const glyphFacts = (text: NameText, glyph: Glyph) =>
  characterFacts(glyph.char, positionOf(text.raw, glyph.index));

function refusedLetters(text: NameText, refused: readonly GlyphClass[]): Finding[] {
  const first = new Map<string, Glyph>();
  for (const glyph of text.glyphs) {
    if (refused.includes(glyph.class) && !first.has(glyph.char)) first.set(glyph.char, glyph);
    if (first.size === MAX_LETTER_FINDINGS) break;
  }
  return [...first.values()].map((glyph) => {
    const instead = probablyMeant(glyph.char);
    const name = characterName(glyph.char);
    return finding('name-letter', { ...glyphFacts(text, glyph), name, ...(instead && { instead }) });
  });
}

/**
 * Reads a name: NFC, then each character classed. Findings: broken encoding (alone, for then the rest is noise), letters
 * that are not Vietnamese. `extended` admits other Latin letters with marks, as nameParts does.
 */
export function readName(
  raw: string,
  { extended = false } = {},
): { readonly text: NameText; readonly findings: readonly Finding[] } {
  const nothing: NameText = { raw, glyphs: [] };
  if (raw.length > MAX_RAW) return { text: nothing, findings: [finding('name-too-long', { max: MAX_NAME })] };
  const nfc = raw.normalize('NFC');
  if (nfc.length > MAX_NAME)
    return { text: nothing, findings: [finding('name-too-long', { max: MAX_NAME })] };

  const text: NameText = {
    raw,
    glyphs: Array.from(nfc, (char, index) => ({ char, index, class: classOf(char, extended) })),
  };
  const broken = findBrokenEncoding(nfc, extended);
  if (broken) {
    const index = [...nfc.slice(0, broken.offset)].length;
    const char = text.glyphs[index]?.char ?? '';
    const facts = characterFacts(char, positionOf(raw, index));
    return { text, findings: [finding('name-encoding', { ...facts, sort: broken.sort, word: broken.word })] };
  }
  const findings = refusedLetters(text, extended ? ['foreign'] : ['foreign', 'extended']);
  const blank = text.glyphs.every(({ class: sort }) => /^(?:space|dash|comma|apostrophe)$/.test(sort));
  return { text, findings: blank ? [finding('name-empty', {})] : findings };
}
