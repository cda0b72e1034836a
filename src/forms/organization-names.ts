/** The ways people write an organization: its name with or without marks and titles, its code, its address. */
import type { Declared } from '../model/directory/declared.ts';
import type { Organization } from '../model/directory/organization.ts';
import { remember } from '../model/text/remember.ts';
import { bare, fold } from './text.ts';

type Words = readonly string[];

const committee: Words = ['ủy', 'ban', 'nhân', 'dân'];
const spelledOut: Readonly<Record<string, Words>> = {
  ubnd: committee,
  tp: ['thành', 'phố'],
  tx: ['thị', 'xã'],
};

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "Uỷ" and "Ủy" are one word: where its tone stands is a matter of taste. */
const oneWriting = remember((word) => {
  const letters = word.normalize('NFD');
  return letters.replace(tones, '').normalize('NFC') + (letters.match(tones) ?? []).join('');
});

const wordsOf = remember((text): Words => {
  const words = fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.flatMap((word) => (Object.hasOwn(spelledOut, word) ? (spelledOut[word] ?? []) : [word]));
});

const startsWith = (words: Words, others: Words): boolean =>
  words.length > others.length && others.every((word, index) => bare(word) === bare(words[index] ?? ''));

const withoutCommittee = (words: Words): Words =>
  startsWith(words, committee) ? words.slice(committee.length) : words;

/** "… tỉnh Lai Châu" at the end says nothing of an organization of the province. */
function withoutProvince(words: Words): Words {
  const at = words.findLastIndex((word) => bare(word) === 'tinh');
  return at > 0 && words.length - at <= 4 ? words.slice(0, at) : words;
}

/** How the organization may be called, in words. */
function namesOf({ name, kind }: Organization, parent: Organization | undefined): readonly Words[] {
  const words = wordsOf(name);
  const short = withoutCommittee(words);
  if (kind === 'people-committee') {
    const at = words.findIndex((word) => bare(word) === 'tinh');
    return [words, ...(at > 0 ? [words.slice(0, at + 1)] : [])];
  }
  if (parent === undefined) return [short];
  const above = withoutCommittee(wordsOf(parent.name));
  return [short, [...short, ...above], [...short, ...committee, ...above]];
}

/** Marks may be left out of a word, all of them; other marks make another word. */
const isSameWord = (written: string, official: string): boolean =>
  oneWriting(written) === oneWriting(official) || written === bare(official);

const isSameName = (written: Words, official: Words): boolean =>
  written.length === official.length &&
  written.every((word, index) => isSameWord(word, official[index] ?? ''));

const squeezed = (text: string): string => bare(text).replace(/[^a-z0-9]/g, '');

/** Whether the words name this organization, as far as they say. */
export function isCalled(
  written: string,
  organization: Organization,
  parent: Organization | undefined,
  declared: Declared | undefined,
): boolean {
  if (written.includes('@')) return declared?.addresses.includes(fold(written)) ?? false;
  const words = wordsOf(written);
  const asked = [words, withoutCommittee(words), withoutProvince(withoutCommittee(words))];
  const names = namesOf(organization, parent);
  if (names.some((name) => asked.some((one) => isSameName(one, name)))) return true;
  const official = new Set(names.flat().map(oneWriting));
  if (!words.every((word) => word === bare(word) || official.has(oneWriting(word)))) return false;
  const label = squeezed(written);
  const labels = [organization.id, organization.code, declared?.derived ?? '', ...(declared?.accepted ?? [])];
  return label !== '' && labels.some((one) => squeezed(one) === label);
}

/** Whether its name has all these words, whatever their marks: a way to find what was meant, never to take it. */
export function isAlike(written: string, { name }: Organization): boolean {
  const words = withoutProvince(withoutCommittee(wordsOf(written))).map(bare);
  const all = new Set(wordsOf(name).map(bare));
  return words.length > 0 && words.every((word) => all.has(word));
}

/** The name as one word to be held against slips of the keyboard; its kind comes first. */
export const plainName = (name: string): string => withoutCommittee(wordsOf(name)).map(bare).join(' ');
