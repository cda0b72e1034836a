/** Finds whom the words of a form mean: exactly one, or what to ask back; nobody is guessed. */
import type { Directory } from '../model/directory/directory.ts';
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import type { Candidate, RequestProblem } from '../model/github/request.ts';
import { nearestWord } from '../model/text/nearest-word.ts';

export type SearchedDirectory = Pick<Directory, 'organizations' | 'unreadable'>;

export type Found<T> = { readonly found: T } | { readonly problem: RequestProblem };

/** As many as somebody reads through. */
const shownCandidates = 10;

/** By id, else by the official name. */
export function findOrganization(written: string, directory: SearchedDirectory): Found<OrganizationFile> {
  const { organizations, unreadable } = directory;
  const id = written.toLowerCase();
  if (unreadable.some((file) => file.id === id)) {
    return { problem: { code: 'organization-unreadable', args: { id } } };
  }
  const byId = organizations.filter(({ organization }) => organization.id === id);
  const named = organizations.filter(({ organization }) => fold(organization.name) === fold(written));
  const matches = byId.length > 0 ? byId : named;
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return { found: match };
  const tell = (files: readonly OrganizationFile[]) =>
    files.slice(0, shownCandidates).map((file) => organizationCandidate(file, directory));
  if (match !== undefined) {
    return {
      problem: { code: 'organization-ambiguous', args: { name: written, candidates: tell(matches) } },
    };
  }
  const alike = organizations.filter(({ organization }) => bare(organization.name) === bare(written));
  const near = nearestWord(
    id,
    organizations.map(({ organization }) => organization.id),
  );
  const candidates = tell(
    alike.length > 0 ? alike : organizations.filter(({ organization }) => organization.id === near),
  );
  return { problem: { code: 'organization-unknown', args: { name: written, candidates } } };
}

/** The id of the organization somebody goes to. It may be one whose file cannot be read: people still leave for it. */
export function findDestination(
  written: string,
  from: OrganizationFile,
  directory: SearchedDirectory,
): Found<string> {
  const found = findOrganization(written, directory);
  if ('problem' in found) {
    const { problem } = found;
    return problem.code === 'organization-unreadable' ? { found: problem.args.id } : { problem };
  }
  const { id } = found.found.organization;
  return found.found === from
    ? { problem: { code: 'destination-same', args: { organization: id } } }
    : { found: id };
}

/** By id, else by the full name with its marks, among the people of the organization. */
export function findPerson(
  written: string,
  file: OrganizationFile,
  { organizations }: SearchedDirectory,
): Found<Person> {
  const people = usablePeople(file);
  const { organization } = file;
  if (/^[a-z][a-z0-9]*-[0-9]+$/i.test(written)) {
    const id = written.toUpperCase();
    const own = people.filter((one) => one.id === id);
    const [person] = own;
    if (person !== undefined && own.length === 1) return { found: person };
    if (person === undefined && hasUnusable(file, id))
      return { problem: { code: 'person-unusable', args: { id } } };
    const other = organizations.find((one) => one !== file && usablePeople(one).some((he) => he.id === id));
    if (person === undefined && other !== undefined) {
      return { problem: { code: 'person-elsewhere', args: { id, organization: other.organization.id } } };
    }
    return unclear(written, own, organization.id);
  }
  const named = people.filter(({ name }) => fold(name) === fold(written));
  const [person] = named;
  if (person !== undefined && named.length === 1) return { found: person };
  if (named.length > 1) return unclear(written, named, organization.id);
  // Without its marks a name may be another one: it is asked about, never taken.
  const alike = people.filter(({ name }) => bare(name) === bare(written));
  const args = { name: written, organization: organization.id, candidates: alike.map(personCandidate) };
  return { problem: { code: 'person-unknown', args } };
}

function unclear(name: string, people: readonly Person[], organization: string): { problem: RequestProblem } {
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

function organizationCandidate(
  { organization: { id, name, parent } }: OrganizationFile,
  { organizations }: SearchedDirectory,
): Candidate {
  const manager = organizations.find(({ organization }) => organization.id === parent);
  return { id, name, detail: manager?.organization.name ?? parent ?? '' };
}

/** One writing of a name: composed, small letters, single spaces. */
export function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** The name without its marks, to find what was meant. */
function bare(name: string): string {
  return fold(name).replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
