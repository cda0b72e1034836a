/** What is known of texts that many records have in common: names' words, titles and units, each looked at once. */
import { type AccountField, valueSeparator } from '../model/account/account.ts';
import type { PlainTexts, PlainWord } from '../model/quiet/plain-people.ts';
import { makeOctetTable, type OctetTable } from '../model/text/octet-table.ts';
import { octetsOf } from '../model/text/octets.ts';
import { tidy } from '../model/text/tidy.ts';
import { readOrdinaryWord } from '../naming/person/derive.ts';
import { isUnmarkedName } from '../rules/spelling.ts';
import type { SummaryTerms } from './summary.ts';

/** The part of a value in the words of an account. */
export interface HashedText {
  readonly low: number;
  readonly high: number;
}

export interface KnownWord extends PlainWord {
  /** In ASCII. */
  readonly syllable: Uint8Array;
  readonly asFamily: HashedText;
  readonly asGiven: HashedText;
}

export interface KnownTexts extends PlainTexts {
  readonly words: OctetTable<KnownWord>;
  readonly titles: OctetTable<HashedText>;
  readonly units: OctetTable<HashedText>;
}

/** The value that stands in a file behind `title: ` or `unit: `, in that line alone; undefined where anything is to be said of it. */
export type ReadPlainValue = (key: 'title' | 'unit', written: string) => string | undefined;

export function makeKnownTexts(
  { hash, digest, isForEntries }: Pick<SummaryTerms, 'hash' | 'digest' | 'isForEntries'>,
  readValue: ReadPlainValue,
): KnownTexts {
  const hashed = (text: string, field: AccountField): HashedText => {
    const tag = isForEntries ? digest.parts.ofField(field) : 0;
    if (tag === 0) return { low: 0, high: 0 };
    const octets = octetsOf(text);
    hash.hash(octets, 0, octets.length, tag);
    return { low: hash.low, high: hash.high };
  };
  const makeValue = (key: 'title' | 'unit') => (written: string) => {
    const value = tidy(readValue(key, written) ?? '');
    return value === '' || value.includes(valueSeparator) ? undefined : hashed(value, key);
  };
  return {
    words: makeOctetTable((word): KnownWord | undefined => {
      if (!/^\p{L}+$/u.test(word) || word.normalize('NFC') !== word) return undefined;
      const ordinary = readOrdinaryWord(word);
      if (ordinary === null || !/^[a-z]+$/.test(ordinary.syllable)) return undefined;
      const { syllable, mayBegin, opensTitle, closesTitle } = ordinary;
      return {
        initial: syllable.charCodeAt(0),
        syllable: octetsOf(syllable),
        ...{ mayBegin, opensTitle, closesTitle },
        hasSmall: word !== word.toUpperCase(),
        isMarked: !/^[A-Za-z]+$/.test(word),
        // As a surname, too.
        isDoubtful: isUnmarkedName(`${word} ${word}`),
        asFamily: hashed(word, 'family'),
        asGiven: hashed(word, 'given'),
      };
    }),
    titles: makeOctetTable(makeValue('title')),
    units: makeOctetTable(makeValue('unit')),
  };
}
