/** Reads an organization's name into words, and takes off what Article 5 and its reading say adds nothing. */

import type { OrganizationKind } from '../../model/directory/organization.ts';
import type { Finding } from '../../model/problems/naming.ts';
import { remember } from '../../model/text/remember.ts';
import { finding, shown } from '../finding.ts';
import { fixedFor, type NamingPolicy } from '../policy.ts';
import { toAscii } from '../text/alphabet.ts';
import { glyphFacts, MAX_NAME, readName } from '../text/letters.ts';
import { type AdministrativeType, administrativeTypes, committeeWords } from './type-words.ts';

export interface NameWord {
  /** As written, NFC. */
  readonly text: string;
  readonly lower: string;
  readonly ascii: string;
  /** Whether a comma stands before it. */
  readonly afterComma: boolean;
}

export const joinWords = (words: readonly NameWord[]): string => words.map(({ ascii }) => ascii).join('');

const plain = (words: readonly NameWord[]): string => shown(words.map(({ text }) => text).join(' '));

/** "TP." and "TT." are the only dots of an official name; as spaces they leave positions as they are. */
const spaceForDots = (raw: string): string => raw.replace(/(?<=^|[\s,])(t[pt])\.(?!\.)/gi, '$1 ');

interface ReadWords {
  readonly words: readonly NameWord[];
  readonly findings: readonly Finding[];
}

/** The words of an organization's name; spaces, dashes and commas of every kind separate them. */
export function readWords(raw: string): ReadWords {
  return (raw.length <= MAX_NAME && readOrdinaryWords(raw)) || readAnyWords(raw);
}

/** Undefined where a word, or what stands between two, has to be looked at in its name. */
function readOrdinaryWords(raw: string): ReadWords | undefined {
  const words: NameWord[] = [];
  for (const text of raw.split(' ')) {
    const word = ordinaryWord(text);
    if (word === undefined) return undefined;
    words.push(word);
  }
  return { words, findings: [] };
}

/** A word of letters and digits alone that is read so by itself: no broken encoding is told by more than one word. */
const ordinaryWord = remember((text): NameWord | undefined => {
  const [word] = readAnyWords(text).words;
  return word?.text === text ? word : undefined;
});

function readAnyWords(raw: string): ReadWords {
  const { text, findings } = readName(spaceForDots(raw));
  if (findings.length > 0) return { words: [], findings };
  const signs = new Map(
    text.glyphs
      .filter((glyph) => glyph.class === 'sign' || glyph.class === 'apostrophe')
      .map((glyph) => [glyph.char, glyph]),
  );
  if (signs.size > 0) {
    const facts = [...signs.values()].slice(0, 5).map((glyph) => glyphFacts(text, glyph));
    return {
      words: [],
      findings: facts.map((fact) => finding('name-sign', { ...fact, of: 'organization' })),
    };
  }
  const words: NameWord[] = [];
  let current = '';
  let afterComma = false;
  const close = () => {
    if (current === '') return;
    const lower = current.toLowerCase();
    words.push({ text: current, lower, ascii: toAscii(current), afterComma });
    current = '';
    afterComma = false;
  };
  for (const glyph of text.glyphs) {
    if (glyph.class === 'letter' || glyph.class === 'digit') current += glyph.char;
    else {
      close();
      if (glyph.class === 'comma') afterComma = true;
    }
  }
  close();
  return { words, findings: [] };
}

const startsWith = (words: readonly NameWord[], phrase: readonly string[], from = 0): boolean =>
  phrase.every((word, index) => words[from + index]?.lower === word);

const typeAt = (words: readonly NameWord[], from: number): AdministrativeType | undefined =>
  administrativeTypes.get(words[from]?.lower ?? '')?.find((type) => startsWith(words, type.words, from));

/** "Ủy ban nhân dân" or "UBND" in front, taken off. */
export function withoutCommittee(words: readonly NameWord[]): readonly NameWord[] {
  const phrase = committeeWords.find((candidate) => startsWith(words, candidate));
  return phrase ? words.slice(phrase.length) : words;
}

/** Dashes part words, as they do in a name: Bà Rịa - Vũng Tàu has four. */
const provinceWords = ({ province }: NamingPolicy): readonly string[] => wordsOfProvince(province);

const wordsOfProvince = remember((province) =>
  province
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\p{Pd}]+/u),
);

export const isProvince = (words: readonly NameWord[], policy: NamingPolicy): boolean =>
  words.map(({ lower }) => lower).join(' ') === provinceWords(policy).join(' ');

const cityWords = (words: readonly NameWord[], end: number): boolean =>
  words[end - 1]?.lower === 'tp' || (words[end - 2]?.lower === 'thành' && words[end - 1]?.lower === 'phố');

/** Trailing "tỉnh", "tỉnh Lai Châu", "Lai Châu" add nothing; the name of the city of the province does. */
export function withoutProvince(words: readonly NameWord[], policy: NamingPolicy): readonly NameWord[] {
  const { length } = provinceWords(policy);
  let end = words.length;
  if (isProvince(words.slice(end - length), policy) && !cityWords(words, end - length)) end -= length;
  if (words[end - 1]?.lower === 'tỉnh') end -= 1;
  return words.slice(0, end);
}

/** Whether the words after a type word name the parent: `huyện Sìn Hồ` under `sinho`, `thành phố Lai Châu` under `tplc`. */
function namesParent(
  type: string,
  rest: readonly NameWord[],
  parentLabel: string,
  policy: NamingPolicy,
): boolean {
  if (rest.length === 0) return false;
  if (type === 'city' && isProvince(rest, policy) && parentLabel === fixedFor('city', policy)) return true;
  return joinWords(rest) === parentLabel;
}

/** Takes off a trailing `huyện X` or `thành phố X` that only repeats the parent. */
function withoutParent(
  words: readonly NameWord[],
  parent: string,
  policy: NamingPolicy,
): readonly NameWord[] {
  const label = parent.slice(parent.lastIndexOf('.') + 1);
  for (let at = words.length - 1; at >= 0; at--) {
    const type = typeAt(words, at);
    if (type && (type.kind === 'district' || type.kind === 'city')) {
      const rest = words.slice(at + type.words.length);
      return namesParent(type.kind, rest, label, policy) ? words.slice(0, at) : words;
    }
    if (words[at]?.afterComma && joinWords(words.slice(at)) === label) return words.slice(0, at);
  }
  return words;
}

/** Takes off what trails a name of a unit inside a district: the district, the province, in any order. */
export function withoutPlaces(
  words: readonly NameWord[],
  parent: string,
  policy: NamingPolicy,
): readonly NameWord[] {
  return withoutParent(withoutProvince(withoutParent(words, parent, policy), policy), parent, policy);
}

/** Offices, which no commune or district is named after. */
const officeWords = /^(?:sở|phòng|chi cục|trung tâm|văn phòng|ban quản lý)(?= .)/;

/**
 * The proper name of a district, commune, ward or town: without "Ủy ban nhân dân", the type word and trailing places.
 * Finds a name of another kind, or one that says another parent.
 */
export function properName(
  words: readonly NameWord[],
  kind: 'district' | 'city' | 'commune' | 'ward' | 'town',
  parent: string | undefined,
  policy: NamingPolicy,
): { readonly name: readonly NameWord[]; readonly findings: readonly Finding[] } {
  const body = withoutCommittee(words);
  const type = typeAt(body, 0);
  const mismatch = type ? type.kind !== kind : officeWords.test(body.map(({ lower }) => lower).join(' '));
  if (mismatch) {
    const found = plain(type ? body.slice(0, type.words.length) : body.slice(0, 2));
    return { name: [], findings: [finding('name-kind-mismatch', { kind, found })] };
  }
  const rest = body.slice(type?.words.length ?? 0);
  if (kind === 'city' && isProvince(rest, policy)) return { name: rest, findings: [] };
  const name = parent === undefined ? withoutProvince(rest, policy) : withoutPlaces(rest, parent, policy);

  const foreign = name.findIndex((word, at) => (at > 0 && word.afterComma) || isUpperPlace(name, at));
  if (foreign >= 0) {
    const found = plain(name.slice(foreign));
    return { name: [], findings: [finding('name-parent-mismatch', { found, parent: parent ?? '' })] };
  }
  return { name, findings: [] };
}

/** Whether a unit of a higher level is named from here on: a commune's own name never contains those words. */
function isUpperPlace(words: readonly NameWord[], at: number): boolean {
  const type = typeAt(words, at);
  return (
    type !== undefined && type.words.join(' ') !== 'tt' && type.kind !== 'commune' && type.kind !== 'ward'
  );
}

/** Units that begin with an administrative word and are offices all the same: Huyện ủy, Tỉnh đoàn, Xã đội. */
const offices = /^(?:ủy|uỷ|đoàn|đội)$/;

/** A name that belongs to a People's Committee or an administrative unit, under a kind of office. */
export function officeMismatch(words: readonly NameWord[], kind: OrganizationKind): Finding | undefined {
  const committee = withoutCommittee(words) !== words;
  const type = typeAt(words, 0);
  // "TT" abbreviates Trung tâm as well, and "tỉnh" alone names no unit.
  const unit = type && type.kind !== 'people-committee' && !/^t[pt]$/.test(type.words.join(' '));
  const place = unit && !offices.test(words[type.words.length]?.lower ?? '');
  if (!committee && !place) return undefined;
  return finding('name-kind-mismatch', {
    kind,
    found: plain(words.slice(0, committee ? 4 : type?.words.length)),
  });
}

/** Whether the whole name was typed without marks although it has a word whose marks decide: và, tỉnh, huyện, xã… */
export function unmarkedWord(words: readonly NameWord[]): string | undefined {
  if (words.some(({ lower, ascii }) => lower !== ascii)) return undefined;
  const ascii = words.map((word) => word.ascii);
  const opening = /^(?:uy ban nhan dan|huyen|xa|phuong|thi tran|thanh pho)(?= .)/.exec(ascii.join(' '))?.[0];
  if (opening !== undefined) return opening;
  return ascii.slice(1).find((word) => word === 'va' || word === 'tinh' || word === 'huyen');
}
