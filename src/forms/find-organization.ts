/** Finds the organization the words of a form mean: exactly one, or what to ask back; a successor is never taken unasked. */
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate, OrganizationFile } from '../model/directory/organization.ts';
import { organizationNames } from '../model/directory/organization-names.ts';
import type { Candidate, RequestProblem } from '../model/github/request.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import { isAlike, isCalled, plainName } from './organization-names.ts';
import { fold } from './text.ts';

export type SearchedDirectory = Pick<Directory, 'organizations' | 'unreadable' | 'notices'> & {
  readonly declared: readonly Declared[];
  readonly today: CalendarDate;
};

export type Found<T> = { readonly found: T } | { readonly problem: RequestProblem };

/** `living`: something begins there; `any`: what an organization that has ended left behind may be meant as well. */
type Sought = 'living' | 'any';

/** As many as somebody reads through. */
export const shownCandidates = 10;

/** By id, else by the official name, else by what is said for it: without marks, by code or address. */
export function findOrganization(
  written: string,
  directory: SearchedDirectory,
  sought: Sought,
): Found<OrganizationFile> {
  const { organizations, unreadable } = directory;
  const id = fold(written);
  if (unreadable.some((file) => file.id === id)) {
    return { problem: { code: 'organization-unreadable', args: { id } } };
  }
  const byId = organizations.filter(({ organization }) => organization.id === id);
  if (byId.length > 0) return settle(written, byId, directory, sought, true);
  const named = organizations.filter(({ organization }) => fold(organization.name) === id);
  if (named.length > 0) return settle(written, named, directory, sought, false);
  const declared = new Map(
    directory.declared.flatMap((one) => (one.kind === 'organization' ? [[one.organization.id, one]] : [])),
  );
  const called = organizations.filter(({ organization }) =>
    isCalled(written, organization, parentOf(organization.parent, directory), declared.get(organization.id)),
  );
  if (called.length > 0) return settle(written, called, directory, sought, false);
  const candidates = tell(suggest(written, directory), directory);
  return { problem: { code: 'organization-unknown', args: { name: written, candidates } } };
}

/** One of those that fit. Where one lives, who has ended is not meant. */
function settle(
  written: string,
  matches: readonly OrganizationFile[],
  directory: SearchedDirectory,
  sought: Sought,
  byId: boolean,
): Found<OrganizationFile> {
  const living = matches.filter((one) => !hasEnded(one, directory));
  const [match, ...others] = living.length > 0 ? living : matches;
  if (match === undefined || others.length > 0) {
    const candidates = tell(living.length > 0 ? living : matches, directory);
    return { problem: { code: 'organization-ambiguous', args: { name: written, candidates } } };
  }
  if (living.length > 0 || (byId && sought === 'any')) return { found: match };
  const { id, name } = match.organization;
  const candidates = tell(
    [successorOf(match, directory)].filter((one) => one !== undefined),
    directory,
  );
  return {
    problem: { code: 'organization-dissolved', args: { id, name, former: sought === 'any', candidates } },
  };
}

const hasEnded = ({ organization: { dissolved } }: OrganizationFile, { today }: SearchedDirectory): boolean =>
  dissolved !== undefined && dissolved.date <= today;

/** Who has its tasks now, over as many steps as there were; undefined where none is recorded, or nobody can read it. */
function successorOf(ended: OrganizationFile, directory: SearchedDirectory): OrganizationFile | undefined {
  const passed = new Set<OrganizationFile>();
  let one: OrganizationFile | undefined = ended;
  while (one !== undefined && hasEnded(one, directory) && !passed.has(one)) {
    passed.add(one);
    const next: string | undefined = one.organization.dissolved?.successor;
    one = directory.organizations.find(({ organization }) => organization.id === next);
  }
  return one === undefined || passed.has(one) ? undefined : one;
}

/** Who may be meant; instead of one that has ended, its successor. */
function suggest(written: string, directory: SearchedDirectory): readonly OrganizationFile[] {
  const { organizations } = directory;
  const [kind = ''] = plainName(written).split(' ');
  const names = organizations.map(({ organization }) => plainName(organization.name));
  const near = [
    nearestWord(
      fold(written),
      organizations.map(({ organization }) => organization.id),
    ),
    nearestWord(
      plainName(written),
      names.filter((name) => name.startsWith(`${kind} `)),
    ),
  ];
  const alike = organizations.filter(({ organization }) => isAlike(written, organization));
  const meant =
    alike.length > 0
      ? alike
      : organizations.filter(
          ({ organization: { id, name } }) => near.includes(id) || near.includes(plainName(name)),
        );
  const now = meant.map((one) => (hasEnded(one, directory) ? (successorOf(one, directory) ?? one) : one));
  return [...new Set(now)];
}

/** The id of the organization somebody goes to. It may be one whose file cannot be read: people still leave for it. */
export function findDestination(
  written: string,
  from: OrganizationFile,
  directory: SearchedDirectory,
): Found<string> {
  const found = findOrganization(written, directory, 'living');
  if ('problem' in found) {
    const { problem } = found;
    return problem.code === 'organization-unreadable' ? { found: problem.args.id } : { problem };
  }
  const { id } = found.found.organization;
  return found.found === from
    ? { problem: { code: 'destination-same', args: { organization: calledOf(id, directory) } } }
    : { found: id };
}

/** Where somebody has to know which one is meant; its id where no file of it can be read. */
export const calledOf = (id: string, { organizations }: Pick<SearchedDirectory, 'organizations'>): string =>
  organizationNames(organizations).get(id) ?? id;

const parentOf = (id: string | undefined, { organizations }: SearchedDirectory) =>
  organizations.find(({ organization }) => organization.id === id)?.organization;

const tell = (files: readonly OrganizationFile[], directory: SearchedDirectory): readonly Candidate[] =>
  files.slice(0, shownCandidates).map(({ organization: { id, name, parent } }) => ({
    id,
    name,
    detail: parentOf(parent, directory)?.name ?? parent ?? '',
  }));
