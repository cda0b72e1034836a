/** Chooses a person's name among what an entry tells, and says what of it only a person can put right: nothing is guessed. */
import type { NameParts } from '../../model/directory/organization.ts';
import type { DecisionReason } from '../../model/import/decision.ts';
import { derivePerson } from '../../naming/person/derive.ts';
import type { NamingPolicy } from '../../naming/policy.ts';
import { toAscii } from '../../naming/text/alphabet.ts';
import { findBrokenEncoding } from '../../naming/text/encoding.ts';
import { isUnmarkedName } from '../../rules/spelling.ts';
import { foldText, foldTexts } from '../text.ts';
import { withoutTitles } from './title.ts';

export interface ProposedName {
  readonly name: string;
  readonly nameParts?: NameParts;
}

export interface NameChoice {
  /** As it is there, folded: what the files have until somebody signs another. */
  readonly name: string;
  readonly question?: {
    readonly reason: DecisionReason;
    /** Everything the entry says. */
    readonly there: string;
    readonly proposal?: ProposedName;
  };
  /** Told, and asked of nobody: another spelling of the same name was preferred. */
  readonly chosenFrom?: string;
  /** No letter has a mark, and nothing proves that one is missing. */
  readonly isAscii: boolean;
}

interface Told {
  readonly names: readonly string[];
  readonly family?: string;
  readonly given?: string;
  /** The local part of the address it has. */
  readonly localPart?: string;
  /** The source says that bytes of the name were no UTF-8. */
  readonly isBroken: boolean;
}

/** Undefined where the entry has no name at all. */
export function chooseName(told: Told, suffix: string | null, policy: NamingPolicy): NameChoice | undefined {
  const names = foldTexts(told.names);
  const sound = names.filter((name) => findBrokenEncoding(name) === undefined);
  const [first] = told.isBroken || sound.length === 0 ? names : sound;
  if (first === undefined) return undefined;
  const same = sound.filter((name) => isSameName(name, first));
  const name = richest([first, ...same]);
  const isAscii = isWithoutMarks(name);
  // The same words in another order are one name; but where only the other one has its marks, it says more.
  const others = sound.filter(
    (other) =>
      !isSameName(other, first) && (!isReordered(other, first) || (isAscii && !isWithoutMarks(other))),
  );
  const there = names.join(' | ');
  const plain = { name, isAscii, ...(name !== first && { chosenFrom: first }) };
  const ask = (reason: DecisionReason, proposal?: ProposedName): NameChoice => ({
    ...plain,
    question: { reason, there, ...(proposal && { proposal }) },
  });
  if (told.isBroken || sound.length === 0) return ask('broken');
  if (others.length > 0) {
    const turned = isAscii ? others.find((other) => isReordered(other, name)) : undefined;
    return ask('two-names', { name: proper(turned ?? name) });
  }
  const bare = withoutTitles(name);
  if (bare !== name) return ask('title', { name: proper(bare) });
  const shorter = namedByAddress(name, told, suffix, policy);
  if (shorter !== undefined) return ask('title', { name: proper(shorter) });
  const parts = partsOf(name, told, suffix, policy);
  if (parts !== undefined) return ask('unreadable', { name: proper(name), nameParts: parts });
  const ordered = surnameFirst(name, told, suffix, policy);
  if (ordered !== undefined) return ask('given-first', { name: proper(ordered) });
  if (isUnmarkedName(name)) return ask('unmarked');
  if (isCapital(name) || name === name.toLowerCase()) return ask('capitals', { name: proper(name) });
  return plain;
}

const isWithoutMarks = (name: string): boolean => /^[\x20-\x7e]+$/.test(name);

const isCapital = (name: string): boolean => name === name.toUpperCase() && /\p{L}{2}.* .*\p{L}/u.test(name);

/** One name but for marks and capitals. */
const isSameName = (a: string, b: string): boolean => toAscii(a.toLowerCase()) === toAscii(b.toLowerCase());

const isReordered = (a: string, b: string): boolean => {
  const sorted = (name: string) => toAscii(name.toLowerCase()).split(' ').sort().join(' ');
  return sorted(a) === sorted(b);
};

/** The spelling that says most: with marks before without, with small letters before capitals alone; else the first. */
function richest(names: readonly string[]): string {
  const rank = (name: string) => (isWithoutMarks(name) ? 2 : 0) + (isCapital(name) ? 1 : 0);
  return names.reduce((best, name) => (rank(name) < rank(best) ? name : best));
}

/** A capital at the start of each word, where all are capitals or none is. */
function proper(name: string): string {
  if (!isCapital(name) && name !== name.toLowerCase()) return name;
  return foldText(name.toLowerCase()).replaceAll(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) =>
    letter.toUpperCase(),
  );
}

/**
 * The name with the surname first, where the attributes of surname and given name say that it stands last, or the address
 * is the one of that order and not of the one that is there.
 */
function surnameFirst(
  name: string,
  { family, given, localPart }: Told,
  suffix: string | null,
  policy: NamingPolicy,
): string | undefined {
  const words = name.split(' ');
  const [first = '', second = ''] = words;
  if (words.length < 2) return undefined;
  const turned = [...words.slice(1), first].join(' ');
  const letters = (text: string) => toAscii(foldText(text).toLowerCase());
  if (family !== undefined && given !== undefined) {
    const givenIsFirst = letters(given).split(' ').at(-1) === letters(first);
    const familyIsNext = letters(family).split(' ')[0] === letters(second);
    if (givenIsFirst && familyIsNext && letters(first) !== letters(words.at(-1) ?? '')) return turned;
  }
  if (localPart === undefined || suffix === null || words.length < 3) return undefined;
  const derived = (one: string) => derivePerson({ name: one, suffix }, policy).localPart;
  return derived(turned) === localPart && derived(name) !== localPart ? turned : undefined;
}

/** What follows an office nobody has heard of (Văn thư viên Lò Văn An), where the address is that of the rest alone. */
function namedByAddress(
  name: string,
  { localPart }: Told,
  suffix: string | null,
  policy: NamingPolicy,
): string | undefined {
  const words = name.split(' ');
  if (localPart === undefined || suffix === null || words.length < 4) return undefined;
  const derived = (one: string) => derivePerson({ name: one, suffix }, policy).localPart;
  if (derived(name) === localPart) return undefined;
  const rests = words.slice(1, -1).map((_, index) => words.slice(index + 1).join(' '));
  return rests.find((rest) => derived(rest) === localPart);
}

/** Parts for a name no rule reads (H'Hen Niê), where surname and given name are told and together are the name. */
function partsOf(
  name: string,
  { family, given }: Told,
  suffix: string | null,
  policy: NamingPolicy,
): NameParts | undefined {
  if (family === undefined || given === undefined || suffix === null) return undefined;
  const read = derivePerson({ name, suffix }, policy);
  if (!read.findings.some(({ code }) => code === 'name-given-first')) return undefined;
  const nameParts = { family: foldText(family), given: foldText(given) };
  return derivePerson({ name, suffix, nameParts }, policy).localPart === null ? undefined : nameParts;
}
