/** Finds secrets that somebody pasted into a text that everybody reads, and makes them unreadable. */

export interface FoundSecret {
  /** `age`: an age identity; `private-key`: of SSH, TLS or PGP; `token`: GitHub's. */
  readonly kind: 'age' | 'private-key' | 'token';
  /** Offset of its first character in the text. */
  readonly index: number;
}

/** Between the letters of a key that was copied from paper or a chat. */
const gap = '[ \\t]*';
/** A hyphen, what programs make of one, and how YAML escapes it. */
const hyphen = String.raw`(?:[-_\u2010-\u2015\u2212]|\\x2d|\\u002d)`;
const spelled = (word: string): string =>
  [...word].map((letter) => (letter === '-' ? hyphen : letter)).join(gap);
/** The letters of a key, wrapped onto the next line maybe, and whatever else is written onto them. */
const letters = String.raw`(?:[ \t]*(?:\r?\n[ \t]*)?[a-z0-9]){20,58}[a-z0-9]*`;

/** Each with the part that tells what it is and no secret; the rest of the match is. */
const patterns: readonly (readonly [FoundSecret['kind'], RegExp])[] = [
  ['age', new RegExp(`(${spelled('age-secret-key-')}(?:${gap}${spelled('pq-')})?${gap}1)${letters}`, 'giu')],
  // Of a hardware key or another plugin.
  ['age', new RegExp(`(age-plugin-[a-z0-9.+_-]{1,40}?-1)${letters}`, 'giu')],
  [
    'private-key',
    /(-----begin [a-z0-9 ]*private key[a-z ]*-----)(?:(?:(?!-----begin)[\s\S]){0,20000}?(?=-----end )|(?:[\s"'\\|>-]*[a-z0-9+/=]{16,})+)/gi,
  ],
  ['private-key', /(b3BlbnNzaC1rZXktdjE)[A-Za-z0-9+/=]+/g],
  ['token', /(?<![A-Za-z0-9])(gh[pousr]_|github_pat_)[A-Za-z0-9_]{20,}/g],
];

/** The letters of an age identity alone, as `age-keygen` writes them. */
const bareLength = 58;
const bare: (typeof patterns)[number] = ['age', /((?<![A-Za-z02-9]))[02-9AC-HJ-NP-Z]{58}(?![A-Za-z0-9])/g];

/** That pattern is tried at every letter: it is asked only of a text in which so many of its letters stand in a row. */
const patternsFor = (text: string) => (hasBareRun(text) ? [...patterns, bare] : patterns);

/** A run so long covers one of every so many letters. */
function hasBareRun(text: string): boolean {
  for (let at = bareLength - 1; at < text.length; at += bareLength) {
    if (!isBareLetter(text.charCodeAt(at))) continue;
    let from = at;
    while (isBareLetter(text.charCodeAt(from - 1))) from--;
    let to = at;
    while (isBareLetter(text.charCodeAt(to + 1))) to++;
    if (to - from + 1 >= bareLength) return true;
  }
  return false;
}

const bareLetters: ReadonlySet<number> = new Set(
  Array.from('023456789ACDEFGHJKLMNPQRSTUVWXYZ', (letter) => letter.charCodeAt(0)),
);
const isBareLetter = (code: number): boolean => bareLetters.has(code);

/** The secrets of the text, in its order; none is told twice. */
export function findSecrets(text: string): readonly FoundSecret[] {
  // Nearly every text has none, and to look for one makes nothing.
  const there = patternsFor(text).filter(([, pattern]) => text.search(pattern) >= 0);
  if (there.length === 0) return [];
  const found = there.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      index: match.index,
      end: match.index + match[0].length,
    })),
  );
  const sorted = found.sort((a, b) => a.index - b.index);
  let told = 0;
  return sorted.flatMap(({ kind, index, end }) => {
    const within = index < told;
    told = Math.max(told, end);
    return within ? [] : [{ kind, index }];
  });
}

const hidden = 'x';
/** So many in a row are what was hidden. */
export const hiddenRun = hidden.repeat(8);

/** The same text, of the same length and lines, without what is secret in it. */
export function maskSecrets(text: string): string {
  return patternsFor(text).reduce(
    (masked, [, pattern]) =>
      masked.replace(
        pattern,
        (match, told: string) => told + match.slice(told.length).replace(/[A-Za-z0-9+/=_]/g, hidden),
      ),
    text,
  );
}
