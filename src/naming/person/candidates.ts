/** Proposes free local parts that keep the form (5.2.b): more letters of the name first, a digit at last. */

import { addressOf, fillForm, localPartFindings } from '../form.ts';
import type { NamingPolicy } from '../policy.ts';
import type { PersonDerivation, PersonParts } from './derive.ts';

const MAX_CANDIDATES = 6;
/** Beyond these nobody remembers an address; they also bound the work for one name. */
const MAX_DIGIT = 99;
const MAX_LETTERS = 12;

/** The first letters of a syllable, two of them, three… */
function* longer(syllable: string): Generator<string> {
  for (let length = 2; length <= Math.min(syllable.length, MAX_LETTERS); length++)
    yield syllable.slice(0, length);
}

/** Initials with one syllable written longer, each syllable of `which` in turn. */
function* spellingOut(syllables: readonly string[], which: readonly number[]): Generator<string> {
  for (const chosen of which) {
    const before = syllables.slice(0, chosen).map((syllable) => syllable.charAt(0));
    const after = syllables.slice(chosen + 1).map((syllable) => syllable.charAt(0));
    for (const letters of longer(syllables[chosen] ?? '')) yield [...before, letters, ...after].join('');
  }
}

/** Ways to write surname and middle names other than their initials, in the order they are proposed. */
function* otherInitials({ family, middle, initials }: PersonParts): Generator<string> {
  const familyAt = family.map((_, index) => index);
  const middleAt = middle.map((_, index) => index + family.length);
  const all = [...family, ...middle];
  yield* spellingOut(all, familyAt);
  yield* spellingOut(all, middleAt);
  for (const start of spellingOut(family, familyAt)) {
    for (const rest of spellingOut(
      middle,
      middle.map((_, index) => index),
    ))
      yield start + rest;
  }
  for (let digit = 2; digit <= MAX_DIGIT; digit++) yield `${initials}${digit}`;
}

/** Every local part a person could have besides the derived one, best first; finite, lazy. */
export function* personSpares(parts: PersonParts, suffix: string, policy: NamingPolicy): Generator<string> {
  const template = policy.forms.person;
  if (template === undefined) return;
  for (const initials of otherInitials(parts))
    yield fillForm(template, { given: parts.given, initials, suffix });
}

/** The same local part with a digit at the end of its first label, for a name no machine can parse. */
export function* digitSpares(localPart: string): Generator<string> {
  const dot = localPart.indexOf('.');
  if (dot < 0) return;
  for (let digit = 2; digit <= MAX_DIGIT; digit++)
    yield `${localPart.slice(0, dot)}${digit}${localPart.slice(dot)}`;
}

/** The first few spares nobody has, as addresses. */
export function freeCandidates(
  spares: Iterable<string>,
  isTaken: (localPart: string) => boolean,
  kind: Parameters<typeof localPartFindings>[1],
  policy: NamingPolicy,
): string[] {
  const free = new Set<string>();
  for (const spare of spares) {
    if (isTaken(spare) || localPartFindings(spare, kind, policy).length > 0) continue;
    free.add(addressOf(spare, policy));
    if (free.size === MAX_CANDIDATES) break;
  }
  return [...free];
}

/**
 * Candidates for a person whose address somebody else has: addresses beginning with the given name and keeping the
 * suffix, free by `isTaken` (asked with a lower-case local part), six at most, always the same for the same input.
 */
export function personCandidates(
  person: PersonDerivation,
  suffix: string,
  isTaken: (localPart: string) => boolean,
  policy: NamingPolicy,
): string[] {
  if (!person.parts) return [];
  return freeCandidates(personSpares(person.parts, suffix.toLowerCase(), policy), isTaken, 'person', policy);
}
