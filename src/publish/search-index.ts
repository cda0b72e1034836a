/** Makes the index of the directory’s page. */
import type { Published, PublishedOrganization, PublishedPerson } from '../model/publish/published.ts';
import {
  type OrganizationRecord,
  type PersonRecord,
  peopleInPart,
  type SearchIndex,
} from '../model/publish/search-index.ts';
import { addressWords, initialsOf, searchWords } from './search-words.ts';

export function makeSearchIndex({ organizations }: Published): SearchIndex {
  const records: OrganizationRecord[] = [];
  const people: PersonRecord[] = [];
  const found = new Map<string, number[]>();
  for (const one of organizations.values()) {
    const number = records.length;
    const words = [...new Set(organizationWords(one))].join(' ');
    records.push([one.id, one.name, one.address ?? '', words, people.length, one.people.length]);
    for (const person of one.people) {
      for (const word of new Set(personWords(person))) {
        const numbers = found.get(word);
        if (numbers === undefined) found.set(word, [people.length]);
        else numbers.push(people.length);
      }
      const { state = 'active' } = person.standing ?? {};
      const told = [person.slug, person.name, titleOf(person), person.address, number] as const;
      people.push(state === 'active' ? told : [...told, state]);
    }
  }
  return { organizations: records, people: inParts(people), words: shelved(found) };
}

const titleOf = ({ title, unit }: PublishedPerson): string => [title, unit].filter(Boolean).join(', ');

function organizationWords({ name, id, address, otherAddresses }: PublishedOrganization): readonly string[] {
  const addresses = [...(address === undefined ? [] : [address]), ...otherAddresses];
  return [...searchWords(name), ...searchWords(id), ...initialsOf(name), ...addresses.flatMap(addressWords)];
}

function personWords({ name, title = '', unit = '', address, otherAddresses }: PublishedPerson) {
  return [...[name, title, unit].flatMap(searchWords), ...[address, ...otherAddresses].flatMap(addressWords)];
}

function inParts(people: readonly PersonRecord[]): readonly (readonly PersonRecord[])[] {
  const parts: PersonRecord[][] = [];
  for (let at = 0; at < people.length; at += peopleInPart) parts.push(people.slice(at, at + peopleInPart));
  return parts;
}

/** Words of one letter lie with those of two that begin with it. */
const shelfOf = (word: string): string => word.slice(0, 2);

function shelved(found: ReadonlyMap<string, readonly number[]>) {
  const shelves = new Map<string, Record<string, string>>();
  for (const word of [...found.keys()].sort()) {
    const name = shelfOf(word);
    const shelf = shelves.get(name) ?? {};
    shelf[word] = inSteps(found.get(word) ?? []);
    shelves.set(name, shelf);
  }
  return shelves;
}

/** Numbers that rise, each as its distance from the one before, in base 36. */
function inSteps(numbers: readonly number[]): string {
  let before = 0;
  return numbers
    .map((number) => {
      const step = (number - before).toString(36);
      before = number;
      return step;
    })
    .join(' ');
}
