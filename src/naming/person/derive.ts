/** Derives a person's local part by 5.2.a, or says why a human must decide. */

import type { NameParts } from '../../model/directory/organization.ts';
import type { Finding, NamingCode } from '../../model/problems/naming.ts';
import { finding, shown } from '../finding.ts';
import { fillForm, localPartFindings, readLabels } from '../form.ts';
import type { NamingPolicy } from '../policy.ts';
import { toAscii } from '../text/alphabet.ts';
import { readName } from '../text/letters.ts';
import { type OrdinaryWord, ordinarySyllables, ordinaryWord } from '../text/ordinary-words.ts';
import { readNameParts } from './parts.ts';
import { lettersOf, shapeFindings, signFindings, splitWords, syllablesOf } from './shape.ts';

export interface PersonName {
  readonly name: string;
  readonly nameParts?: NameParts;
  /** The organization's part of the address, usually its local part. */
  readonly suffix: string;
}

/** How the name was read: syllables as ASCII, for the explanation and for candidates. */
export interface PersonParts {
  readonly family: readonly string[];
  readonly middle: readonly string[];
  readonly given: string;
  /** The first letter of each syllable of family and middle, in written order. */
  readonly initials: string;
}

export interface PersonDerivation {
  /** Null where the name cannot be read, a human must decide, or nothing usable comes out. */
  readonly localPart: string | null;
  readonly findings: readonly Finding[];
  /** Set where the name could be read, whatever else is wrong. */
  readonly parts?: PersonParts;
  /** ASCII syllables of a name that could not be parsed: what a decided address may begin with. */
  readonly syllables: readonly string[];
}

/** Findings that put a question to a human; a recorded decision with an address answers them (5.2.b). */
const asking: ReadonlySet<NamingCode> = new Set<NamingCode>([
  'name-sign',
  'name-one-syllable',
  'name-given-first',
  'name-title',
  'name-abbreviated',
]);

/** Whether a decision with an address settles all of these findings. */
export function isAsked(findings: readonly Finding[]): boolean {
  const givenFirst = findings.some(({ code }) => code === 'name-given-first');
  // A given-name-first name of the Central Highlands brings its own Latin letters (Y Moan Êñuôl): one question.
  const ownLetter = (item: Finding) =>
    item.code === 'name-letter' && !item.args.instead && item.args.name.startsWith('LATIN ');
  const asked = (item: Finding) => asking.has(item.code) || (givenFirst && ownLetter(item));
  return findings.length > 0 && findings.every(asked);
}

type Read =
  | { readonly parts: PersonParts }
  | { readonly findings: readonly Finding[]; readonly syllables: readonly string[] };

function readPerson(person: PersonName): Read {
  const syllables = person.nameParts ? undefined : ordinarySyllables(person.name, ordinarySyllable);
  return syllables ? { parts: partsOf(syllables) } : readAnyPerson(person);
}

/** A word that raises no question wherever it stands in a name; null for any other. */
export const readOrdinaryWord = (word: string): OrdinaryWord | null => ordinaryWord(word, ordinarySyllable);

/** The syllable of a word that alone, after a surname, raises no question. */
function ordinarySyllable(word: string): string | undefined {
  const read = readAnyPerson({ name: `Lò ${word}` });
  return 'parts' in read && read.parts.middle.length === 0 ? read.parts.given : undefined;
}

function readAnyPerson({ name, nameParts }: Pick<PersonName, 'name' | 'nameParts'>): Read {
  const { text, findings: letters } = readName(name, { extended: nameParts !== undefined });
  const words = splitWords(text);
  const fail = (...findings: readonly Finding[]): Read => ({ findings, syllables: syllablesOf(words) });
  if (letters.some(({ code }) => code !== 'name-letter')) return fail(...letters);

  if (nameParts) {
    const wrong = [...letters, ...signFindings(text)];
    if (wrong.length > 0) return fail(...wrong);
    const read = readNameParts(nameParts, name, words.map(lettersOf).join(''));
    return read.parts ? { parts: withInitials(read.parts) } : fail(...read.findings);
  }
  const wrong = [...letters, ...shapeFindings(text, words)];
  if (wrong.length > 0) return fail(...wrong);
  return { parts: partsOf(words.map(({ lower }) => toAscii(lower))) };
}

/** 5.2.a: the surname first, the given name last. */
function partsOf(syllables: readonly string[]): PersonParts {
  const given = syllables.at(-1) ?? '';
  return withInitials({ family: syllables.slice(0, 1), middle: syllables.slice(1, -1), given });
}

/** One letter of each syllable, never a digraph: Nguyễn → n, Thị → t. */
function withInitials(parts: Omit<PersonParts, 'initials'>): PersonParts {
  const { family, middle, given } = parts;
  let initials = '';
  for (const syllable of family) initials += syllable.charAt(0);
  for (const syllable of middle) initials += syllable.charAt(0);
  return { family, middle, given, initials };
}

/**
 * 5.2.a: given name in full, then the initials of surname and middle names in written order, `.`, the suffix.
 * Never throws; what is wrong with name or suffix is in the findings.
 */
export function derivePerson(request: PersonName, policy: NamingPolicy): PersonDerivation {
  const read = readPerson(request);
  const findings: Finding[] = 'parts' in read ? [] : [...read.findings];
  const suffix = readLabels(request.suffix);
  if (suffix === undefined) findings.push(finding('suffix-form', { suffix: shown(request.suffix) }));
  const template = policy.forms.person;
  if (template === undefined) findings.push(finding('form-missing', { kind: 'person', form: 'person' }));
  if (!('parts' in read)) return { localPart: null, findings, syllables: read.syllables };

  const { parts } = read;
  const unfinished = { localPart: null, findings, parts, syllables: [] };
  if (suffix === undefined || template === undefined) return unfinished;
  const localPart = fillForm(template, { given: parts.given, initials: parts.initials, suffix });
  findings.push(...localPartFindings(localPart, 'person', policy));
  if (findings.some(({ code }) => code === 'address-length')) return unfinished;
  return { ...unfinished, localPart };
}
