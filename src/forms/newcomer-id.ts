/** Finds the id of somebody who is new in an organization: the one brought along, a namesake's own, or the next. */
import { isLeaving, lastDayOf } from '../model/directory/ending.ts';
import type { CalendarDate, OrganizationFile, Person } from '../model/directory/organization.ts';
import { isReleased } from '../model/directory/release.ts';
import type { RequestProblem } from '../model/github/request.ts';
import { isCorrection } from '../naming/person/correction.ts';
import { calledOf, type Found, type SearchedDirectory } from './find-organization.ts';
import { hasUnusable, personCandidate, usablePeople } from './find-person.ts';
import { fold } from './text.ts';

interface Newcomer {
  readonly name: string;
  /** As the form names it. */
  readonly id: string | undefined;
  /** Said to be another than who has the name already. */
  readonly namesake: boolean;
  /** An address is decided for him. */
  readonly isDecided: boolean;
}

interface Bearer {
  readonly home: OrganizationFile;
  readonly person: Person;
}

export function findNewcomerId(
  { name, id: written, namesake, isDecided }: Newcomer,
  file: OrganizationFile,
  directory: SearchedDirectory,
  freeId: string | undefined,
): Found<string> {
  const isNamesake = (one: Person) => isThere(one, directory.today) && fold(one.name) === fold(name);
  const namesakes = usablePeople(file).filter(isNamesake);
  if (written === undefined && !namesake && namesakes.length > 0) {
    const candidates = namesakes.map(personCandidate);
    const taken = isDecided ? undefined : derivedAddressOf(namesakes, directory);
    return {
      problem: { code: 'person-namesake', args: { name, candidates, ...(taken !== undefined && { taken }) } },
    };
  }
  const id = written ?? freeId;
  if (id === undefined) return { problem: { code: 'id-missing', args: {} } };
  if (directory.organizations.some((home) => hasUnusable(home, id))) {
    return { problem: { code: 'person-unusable', args: { id } } };
  }
  const bearers = bearersOf(id, directory);
  const [bearer] = bearers;
  if (bearer === undefined) {
    const isAskedFor = written === undefined || namesakes.length > 0 || freeId === undefined;
    return isAskedFor ? { found: id } : { problem: { code: 'id-unborne', args: { id } } };
  }
  const problem =
    written === undefined ? existsAs(bearer, directory) : problemOfMove(bearers, name, file, directory);
  return problem === undefined ? { found: id } : { problem };
}

/** Why somebody who is known elsewhere does not come here with that id yet (8.2, 6.1). */
function problemOfMove(
  bearers: readonly Bearer[],
  name: string,
  file: OrganizationFile,
  directory: SearchedDirectory,
): RequestProblem | undefined {
  const other = bearers.find(({ home, person }) => home === file || !isCorrection(person.name, name));
  if (other !== undefined) return existsAs(other, directory);
  const to = file.organization.id;
  // Whoever moved several times has a record in each file: where none is at work, the last end has the say.
  const lastEnd = bearers.map(endOf).toSorted().at(-1);
  const holder =
    bearers.find(({ person }) => person.termination === undefined) ??
    bearers.find((one) => endOf(one) === lastEnd && !isReleased(one.person.termination, to));
  if (holder === undefined) return undefined;
  const { id, name: known, termination } = holder.person;
  const args = { id, name: known, organization: calledOf(holder.home.organization.id, directory) };
  return termination?.to === undefined
    ? { code: 'release-missing', args: { ...args, to: calledOf(to, directory) } }
    : { code: 'released-elsewhere', args: { ...args, to: calledOf(termination.to, directory) } };
}

/** Who works on until a later day is a namesake until then; a decision without one is the end, whatever its day. */
const isThere = ({ termination }: Person, today: CalendarDate): boolean =>
  termination === undefined || isLeaving(termination, today);

const endOf = ({ person: { termination } }: Bearer): string => (termination ? lastDayOf(termination) : '');

function existsAs({ home, person: { id, name } }: Bearer, directory: SearchedDirectory): RequestProblem {
  return {
    code: 'person-exists',
    args: { id, name, organization: calledOf(home.organization.id, directory) },
  };
}

function bearersOf(id: string, { organizations }: SearchedDirectory): readonly Bearer[] {
  return organizations.flatMap((home) =>
    usablePeople(home)
      .filter((person) => person.id === id)
      .map((person) => ({ home, person })),
  );
}

/** One name in one organization is one address, but for whom another was decided (5.2.b). */
function derivedAddressOf(people: readonly Person[], { declared }: SearchedDirectory): string | undefined {
  const derived = people.find(({ address }) => address === undefined);
  return declared.find(({ person }) => person !== undefined && person === derived)?.address;
}
