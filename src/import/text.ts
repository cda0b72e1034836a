/** One form for texts as living servers have them: composed letters, single spaces, nothing around them. */

import { remember } from '../model/text/remember.ts';

/** Invisible, and never meant: what word processors and web pages leave inside a text. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** NFC, every run of blanks (NBSP among them) one space. */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
}

/** The texts folded, without empty ones, each once. */
export function foldTexts(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(foldText))].filter((text) => text !== '');
}

/** Numbers padded, so that "file.csv:9" is before "file.csv:17", and LC-9 before LC-10. */
const padded = remember((text) => text.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0')));

/** In an order that shuffling the source does not change. */
export function comparePlaces(a: string, b: string): number {
  const [one, other] = [padded(a), padded(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
