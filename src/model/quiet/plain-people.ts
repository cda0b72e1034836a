/** People of a file of whom it says nothing but id, name, title, unit and phone, as numbers into its octets and into what is known of texts. */
import type { OctetTable } from '../text/octet-table.ts';

/** A word of letters that asks for nobody's attention in any name but for what is said here. */
export interface PlainWord {
  /** The first octet of its syllable in ASCII. */
  readonly initial: number;
  readonly mayBegin: boolean;
  /** What may be the first word of a title, or the second. */
  readonly opensTitle: boolean;
  readonly closesTitle: boolean;
  /** True where not all letters are capitals. */
  readonly hasSmall: boolean;
  /** True where a letter is none of ASCII. */
  readonly isMarked: boolean;
  /** True for a word of ASCII that may have lost its marks. */
  readonly isDoubtful: boolean;
}

/** What is known of what repeats: each makes nothing of what is not plain. */
export interface PlainTexts {
  readonly words: OctetTable<PlainWord>;
  /** Of all that stands behind `title: ` in its line. */
  readonly titles: OctetTable<unknown>;
  readonly units: OctetTable<unknown>;
}

/** The numbers of a person: which of the file's, where something begins and ends, and what was found. */
export const plain = {
  index: 0,
  id: 1,
  idEnd: 2,
  name: 3,
  nameEnd: 4,
  /** In `words`. */
  firstWord: 5,
  lastWord: 6,
  /** In `letters`: the initials of all words but the last. */
  initials: 7,
  initialsEnd: 8,
  /** In `titles` and `units`; -1 for none. */
  title: 9,
  unit: 10,
  /** 0 for none. */
  phone: 11,
  phoneEnd: 12,
  length: 13,
} as const;

export interface PlainPeople {
  readonly count: number;
  /** `plain.length` numbers for each; there until the next file is looked at. */
  readonly people: Int32Array;
  readonly letters: Uint8Array;
  /** The file without them. */
  readonly rest: Uint8Array;
  /** Of each of its people that is in the rest: which it is, and its line. */
  readonly others: readonly { readonly index: number; readonly line: number }[];
}
