/** Reads the recorded parts of a name, which settle how it is to be read whatever its shape. */

import type { NameParts } from '../../model/directory/organization.ts';
import type { Finding } from '../../model/problems/naming.ts';
import { finding, shown } from '../finding.ts';
import { toAscii } from '../text/alphabet.ts';
import { readName } from '../text/letters.ts';

export interface ReadParts {
  readonly family: readonly string[];
  readonly middle: readonly string[];
  /** Syllables of the given name joined. */
  readonly given: string;
}

/** Syllables of one part as ASCII: an apostrophe joins (H'Hen → hhen), a space or hyphen separates. */
function readPart(part: string): {
  readonly syllables: readonly string[];
  readonly findings: readonly Finding[];
} {
  const { text, findings } = readName(part, { extended: true });
  const blocking = findings.filter(({ code }) => code !== 'name-empty');
  const sign = text.glyphs.some((glyph) => /^(?:sign|digit|comma)$/.test(glyph.class));
  if (blocking.length > 0 || sign) return { syllables: [], findings: blocking };
  const syllables = text.glyphs
    .map((glyph) =>
      /letter|extended/.test(glyph.class) ? glyph.char : glyph.class === 'apostrophe' ? '' : ' ',
    )
    .join('')
    .split(' ')
    .map(toAscii)
    .filter((syllable) => syllable !== '');
  return { syllables, findings: [] };
}

const sortedLetters = (text: string): string => [...toAscii(text)].sort().join('');

/**
 * Reads nameParts against the letters of the full name. The order may differ (that is what parts are for), the
 * letters may not: parts of another name are a mistake.
 */
export function readNameParts(
  parts: NameParts,
  name: string,
  nameLetters: string,
): { readonly parts?: ReadParts; readonly findings: Finding[] } {
  const family = readPart(parts.family);
  const middle = readPart(parts.middle ?? '');
  const given = readPart(parts.given);
  const findings = [...family.findings, ...middle.findings, ...given.findings];
  if (findings.length > 0) return { findings };
  if (given.syllables.length === 0) return { findings: [finding('name-parts-given', {})] };

  const together = [...family.syllables, ...middle.syllables, ...given.syllables].join('');
  if (sortedLetters(together) !== sortedLetters(nameLetters)) {
    const written = [parts.family, parts.middle, parts.given].filter((part) => part).join(' ');
    return { findings: [finding('name-parts-differ', { name: shown(name), parts: shown(written) })] };
  }
  const read = { family: family.syllables, middle: middle.syllables, given: given.syllables.join('') };
  return { parts: read, findings: [] };
}
