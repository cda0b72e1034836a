/** Builds findings, with quoted input kept short and well formed. */
import type { CharacterFacts, Finding, NamingArgs, NamingCode } from '../model/problems/naming.ts';

export const finding = <C extends NamingCode>(code: C, args: NamingArgs[C]): Finding =>
  ({ code, args }) as Extract<Finding, { code: C }>;

const SHOWN = 80;

/** Input as it may be quoted in a message: NFC, 80 code units at most, no lone surrogates. */
export function shown(text: string): string {
  // Normalising a megabyte would take its time; five times the length is more than NFD ever needs.
  const nfc = text.slice(0, 5 * SHOWN).normalize('NFC');
  return (nfc.length > SHOWN ? `${nfc.slice(0, SHOWN)}…` : nfc).toWellFormed();
}

/** The facts of a character: itself, `U+XXXX`, position. */
export const characterFacts = (char: string, position: number): CharacterFacts => ({
  char: char.toWellFormed(),
  codePoint: `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  position,
});
