/** Finds the person the words of a form mean: exactly one, or what to ask back; nobody is guessed. */
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import type { Candidate } from '../model/github/request.ts';
import { calledOf, type Found, type SearchedDirectory, shownCandidates } from './find-organization.ts';
import { bare, fold } from './text.ts';

/** By id, else by the full name with its marks, among the people of the organization. */
export function findPerson(
  written: string,
  file: OrganizationFile,
  directory: SearchedDirectory,
): Found<Person> {
  const people = usablePeople(file);
  const { organizations } = directory;
  const home = calledOf(file.organization.id, directory);
  if (/^[a-z][a-z0-9]*-[0-9]+$/i.test(written)) {
    const id = written.toUpperCase();
    const own = people.filter((one) => one.id === id);
    const [person] = own;
    if (person !== undefined && own.length === 1) return { found: person };
    if (person === undefined && hasUnusable(file, id))
      return { problem: { code: 'person-unusable', args: { id } } };
    const other = organizations.find((one) => one !== file && usablePeople(one).some((he) => he.id === id));
    if (person === undefined && other !== undefined) {
      return {
        problem: {
          code: 'person-elsewhere',
          args: { id, organization: calledOf(other.organization.id, directory) },
        },
      };
    }
    return unclear(written, own, home);
  }
  const named = people.filter(({ name }) => fold(name) === fold(written));
  const [person] = named;
  if (person !== undefined && named.length === 1) return { found: person };
  if (named.length > 1) return unclear(written, named, home);
  // Without its marks a name may be another one: it is asked about, never taken.
  const alike = people.filter(({ name }) => bare(name) === bare(written));
  const args = { name: written, organization: home, candidates: alike.map(personCandidate) };
  return { problem: { code: 'person-unknown', args } };
}

function unclear(name: string, people: readonly Person[], organization: string): Found<never> {
  const candidates = people.slice(0, shownCandidates).map(personCandidate);
  return people.length === 0
    ? { problem: { code: 'person-unknown', args: { name, organization, candidates } } }
    : { problem: { code: 'person-ambiguous', args: { name, candidates } } };
}

/** Those whose lines the schema took. */
export function usablePeople({ organization, unusable }: OrganizationFile): readonly Person[] {
  return (organization.people ?? []).filter((_, index) => !unusable.has(index));
}

/** Data the schema refused has no type: the id may be anything. */
export function hasUnusable({ organization, unusable }: OrganizationFile, id: string): boolean {
  return [...unusable].some((index) => (organization.people?.[index] as Partial<Person> | null)?.id === id);
}

/** No telephone: candidates are told where everybody reads. */
export function personCandidate({ id, name, title, unit }: Person): Candidate {
  return { id, name, detail: [title, unit].filter((part) => part !== undefined).join(', ') };
}
