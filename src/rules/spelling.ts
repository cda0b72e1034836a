/** Names in capitals or typed without marks: warned of, with the likely spelling where the same file tells it. */
import type { Declared } from '../model/directory/declared.ts';
import { toAscii } from '../naming/text/alphabet.ts';
import { problemAt, type RecordRule } from './rule.ts';

/** Surnames that are written with marks or as these letters by nobody; many another may well have none (Ma, Giang, Ly). */
const markedSurnames: ReadonlySet<string> = new Set(
  'nguyen tran pham le vu vo dang bui ngo huynh hoang duong trinh dinh dao doan luong truong'.split(' '),
);

/**
 * What no Vietnamese syllable is without marks: those that close in a stop bear a tone, and these rhymes a circumflex
 * or a horn.
 */
const impossible = /(?:[aeiouy](?:c|ch|p|t)|uyen|uye|iem|ien|ieng|ieu|yen|yeu|uou|uong|uon)$/;

const isAscii = (text: string): boolean => /^[A-Za-z '-]+$/.test(text);

export const spellings: RecordRule = function* ({ declared }) {
  let files: ReadonlyMap<string, readonly Declared[]> | undefined;
  for (const account of declared) {
    const { name, kind } = account;
    // Nearly every name has a small letter of ASCII.
    const isCapital = !/[a-z]/.test(name) && name === name.toUpperCase() && /\p{L}{2}.* .*\p{L}/u.test(name);
    const isUnmarked = kind === 'person' && isUnmarkedName(name);
    if (!isCapital && !isUnmarked) continue;
    files ??= Map.groupBy(declared, ({ file }) => file);
    const likely =
      kind === 'person' ? likelySpelling(name, account, files.get(account.file) ?? []) : undefined;
    const args = {
      name,
      sort: isUnmarked ? 'unmarked' : 'capitals',
      ...(likely !== undefined && { likely }),
    } as const;
    yield problemAt(account, ['name'], 'name-spelling', args, 'warning');
  }
};

/** Letters in the order of a Vietnamese syllable: not those of a name of the Central Highlands (Blik, Ksor). */
const vietnamese =
  /^(?:ch|gh|gi|kh|ngh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** A person's name that has lost its marks for certain. */
export const isUnmarkedName = (name: string): boolean => isAscii(name) && isTypedWithoutMarks(name);

function isTypedWithoutMarks(name: string): boolean {
  const syllables = name.toLowerCase().split(/[ '-]+/);
  const [surname = ''] = syllables;
  if (syllables.length > 1 && markedSurnames.has(surname)) return true;
  return syllables.some((syllable) => impossible.test(syllable) && vietnamese.test(syllable));
}

/** Each syllable as everybody else in the file spells it, where all do alike; what nobody has is not guessed. */
function likelySpelling(name: string, account: Declared, others: readonly Declared[]): string | undefined {
  if (!isAscii(name)) return capitalized(name.toLowerCase());
  const spelled = new Map<string, Set<string>>();
  for (const other of others) {
    if (other === account || other.kind !== 'person' || isAscii(other.name)) continue;
    for (const word of other.name.normalize('NFC').toLowerCase().split(' ')) {
      const ascii = toAscii(word);
      const spellings = spelled.get(ascii) ?? new Set();
      spelled.set(ascii, spellings.add(word));
    }
  }
  const words = name
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const found = [...(spelled.get(word) ?? [])];
      return found.length === 1 ? found[0] : undefined;
    });
  return words.every((word) => word !== undefined) ? capitalized(words.join(' ')) : undefined;
}

const capitalized = (text: string): string =>
  text.normalize('NFC').replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
