/** Who may change what: every record a pull request touches, held against who speaks for it on the base branch. */
import { personKey } from '../model/account/key.ts';
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import { isReleased } from '../model/directory/release.ts';
import type { AuthorVerdict, Consent, ConsentCode, ConsentRecord } from '../model/github/review.ts';
import { teamsAmong } from '../model/github/team.ts';
import { compareRecords } from './record-changes.ts';

/** A file of a pull request, paths from the root of the repository; a renamed one was elsewhere before. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath?: string;
}

export type SideFile = Pick<OrganizationFile, 'file' | 'organization'> &
  Partial<Pick<OrganizationFile, 'personLines'>>;

export interface AuthorQuestion {
  readonly author: string;
  /** Logins whose approving review stands for what is proposed now. */
  readonly approvers?: readonly string[];
  readonly changedFiles: readonly ChangedFile[];
  /** The directory as it is on the base branch: nobody gives himself a right by his own pull request. */
  readonly baseOrganizations: readonly SideFile[];
  readonly headOrganizations: readonly SideFile[];
  readonly operators: readonly string[];
  /** Files of the head that cannot be read: what they say of anybody is not known, and nothing follows from it. */
  readonly unreadable?: ReadonlySet<string>;
  /**
   * The organization that last had somebody whom no file of the base declares, and that did not end that: by the
   * server's record, or Git's history. Undefined where nobody had the id.
   */
  readonly lastHome?: (personId: string) => string | undefined;
}

/**
 * Allowed where the author, or an approver, represents every organization whose records change or whose people are
 * taken over, and an operator stands behind every key that is the operator's; else what is missing and whom to ask, in
 * the order of files. An operator may all. Logins are compared without regard to capital letters.
 */
export function judgeAuthor(question: AuthorQuestion): AuthorVerdict {
  const stands = standingBehind(question.author, question.approvers);
  if (stands(question.operators)) return { allowed: true };
  const missing = neededConsents(question).filter(({ ask }) => !stands(ask));
  return missing.length === 0 ? { allowed: true } : { allowed: false, missing };
}

interface Need {
  readonly code: ConsentCode;
  readonly from: SideFile | undefined;
  readonly path: string;
  readonly records: readonly ConsentRecord[];
}

function neededConsents(question: AuthorQuestion): readonly Consent[] {
  const { operators } = question;
  const needed = new Map<string, Need & { readonly files: Set<string> }>();
  for (const need of findNeeds(question)) {
    // The operator is asked once for each organization; somebody asked about a file is not asked again about its people.
    const owned = need.code === 'operator-key' || need.from === undefined;
    const id = owned ? `${need.code} ${need.from?.file ?? ''}` : need.from.file;
    const known = needed.get(id);
    const files = (known?.files ?? new Set()).add(need.path);
    const code = need.code === 'changed' || known === undefined ? need.code : known.code;
    needed.set(id, { ...need, code, files, records: [...(known?.records ?? []), ...need.records] });
  }
  return [...needed.values()].map(({ code, from, files, records }) => {
    const representatives = from?.organization.representatives ?? [];
    const alone = from === undefined || representatives.length === 0 || code === 'operator-key';
    const ask = alone ? operators : representatives;
    const organization = from === undefined ? {} : { organization: from.organization.id };
    return { code, ...organization, files: [...files], ask: sorted(ask), records };
  });
}

/** Everything that needs somebody's word, each with the records it is about. */
function* findNeeds(question: AuthorQuestion): Iterable<Need> {
  const { changedFiles, baseOrganizations, headOrganizations, unreadable } = question;
  const base = new Map(baseOrganizations.map((one) => [one.file, one]));
  const head = new Map(headOrganizations.map((one) => [one.file, one]));
  const takers = takersOf(question);
  for (const { path, previousPath } of changedFiles) {
    const after = head.get(path);
    // A file that is only somewhere else is the same file.
    const moved = previousPath === undefined ? undefined : base.get(previousPath);
    const same = moved !== undefined && moved.organization.id === after?.organization.id;
    if (previousPath !== undefined && !same) yield* needsOfFile(moved, undefined, previousPath, 'outside');
    const before = base.get(path) ?? (same ? moved : undefined);
    if (same && previousPath !== undefined)
      yield { code: 'changed', from: moved, path: previousPath, records: [] };
    if (before !== undefined && unreadable?.has(path))
      yield { code: 'changed', from: before, path, records: [] };
    else yield* needsOfFile(before, after, path, after === undefined ? 'outside' : 'new-organization');
    for (const need of after === undefined ? [] : takers(after)) yield { ...need, path };
  }
}

function* needsOfFile(
  before: SideFile | undefined,
  after: SideFile | undefined,
  path: string,
  otherwise: ConsentCode,
): Iterable<Need> {
  const changes = compareRecords(before, after);
  const records = changes.map(({ key, line, fields }) => ({ key, file: path, line, fields }));
  if (before === undefined) {
    yield { code: otherwise, from: undefined, path, records };
    return;
  }
  yield { code: 'changed', from: before, path, records };
  const owned = changes.filter(({ operators }) => operators.length > 0);
  if (owned.length === 0) return;
  const keys = owned.map(({ key, line, operators }) => ({ key, file: path, line, fields: operators }));
  yield { code: 'operator-key', from: before, path, records: keys };
}

/** Tells whose organization, besides its own, a file of the pull request takes something from. */
function takersOf({ baseOrganizations, headOrganizations, changedFiles, lastHome }: AuthorQuestion) {
  // The old place of a file that was moved takes nothing from anybody: it is not there any more.
  const there = new Set(headOrganizations.map(({ file }) => file));
  const movedFrom = new Set(
    changedFiles.flatMap(({ previousPath = '' }) => (there.has(previousPath) ? [] : previousPath)),
  );
  const ids = Map.groupBy(baseOrganizations, ({ organization }) => organization.id);
  const bearers = new Map<string, SideFile[]>();
  const known = new Set<string>();
  for (const one of baseOrganizations) {
    for (const { id } of peopleOf(one)) {
      known.add(id);
      bearers.set(id, [...(bearers.get(id) ?? []), one]);
    }
  }
  return (taker: SideFile): readonly Omit<Need, 'path'>[] => {
    const { id: to } = taker.organization;
    const elsewhere = ({ file, organization }: SideFile) => file !== taker.file && organization.id !== to;
    const owners = (ids.get(to) ?? []).filter(({ file }) => file !== taker.file);
    const needs: Omit<Need, 'path'>[] = owners
      .filter(({ file }) => !movedFrom.has(file))
      .map((from) => ({ code: 'id-taken', from, records: [] }));
    for (const { id } of peopleOf(taker)) {
      const record = { key: personKey(id), file: taker.file, line: lineOf(taker, id), fields: ['id'] };
      const others = (bearers.get(id) ?? []).filter(elsewhere);
      const from = others.filter((one) => {
        const ends = peopleOf(one)
          .filter((he) => he.id === id)
          .map((he) => he.termination);
        // Where it let the person go to another that has the record too, that one is asked.
        const wentOn = (end: Person['termination']) =>
          end?.reason === 'transfer' && others.some((other) => other.organization.id === end.to);
        return !ends.some((end) => isReleased(end, to) || wentOn(end));
      });
      for (const one of from) needs.push({ code: 'moved-away', from: one, records: [record] });
      const last = known.has(id) ? undefined : lastHome?.(id);
      const home = last === undefined || last === to ? undefined : ids.get(last)?.[0];
      if (home !== undefined) needs.push({ code: 'moved-away', from: home, records: [record] });
      else if (last !== undefined && last !== to)
        needs.push({ code: 'operator-key', from: taker, records: [record] });
    }
    return needs;
  };
}

/** The teams whose word is missing. */
export const askedTeams = (verdict: AuthorVerdict): readonly string[] =>
  verdict.allowed ? [] : teamsAmong(verdict.missing.flatMap(({ ask }) => ask));

/** People the head declares and the base does not: somebody may have had them all the same. */
export function unknownPeople(
  baseOrganizations: readonly SideFile[],
  headOrganizations: readonly SideFile[],
): readonly string[] {
  const known = new Set(baseOrganizations.flatMap(peopleOf).map(({ id }) => id));
  return [...new Set(headOrganizations.flatMap(peopleOf).map(({ id }) => id))].filter((id) => !known.has(id));
}

const lineOf = (side: SideFile, id: string): number => {
  const people: readonly unknown[] = side.organization.people ?? [];
  const index = people.findIndex((item) => (item as Partial<Person> | null)?.id === id);
  return side.personLines?.[index] ?? 1;
};

/** People the schema refused have no type: an item may be anything. */
function peopleOf({ organization }: SideFile): readonly Pick<Person, 'id' | 'termination'>[] {
  const people: readonly unknown[] = organization.people ?? [];
  return people.filter(
    (item): item is Person =>
      typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string',
  );
}

/** Tells whether one of these logins is the author's or an approver's; GitHub does not tell capital letters in them. */
export function standingBehind(
  author: string,
  approvers: readonly string[] = [],
): (logins: readonly string[]) => boolean {
  const behind = new Set([author, ...approvers].map(foldLogin).filter(Boolean));
  return (logins) => logins.some((login) => behind.has(foldLogin(login)));
}

const foldLogin = (login: string): string => login.toLowerCase();

const sorted = (logins: readonly string[]): readonly string[] =>
  [...new Map(logins.map((login) => [foldLogin(login), login])).values()].sort((a, b) =>
    foldLogin(a) < foldLogin(b) ? -1 : 1,
  );
