/** Who may change what: everything a pull request touches, held against who speaks for it on the base branch. */
import type { OrganizationFile, Person } from '../model/organization.ts';
import type { AuthorVerdict, Consent, ConsentCode } from '../model/review.ts';

/** A file of a pull request, paths from the root of the repository; a renamed one was elsewhere before. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath?: string;
}

export interface AuthorQuestion {
  readonly author: string;
  /** Logins whose approving review stands for what is proposed now. */
  readonly approvers?: readonly string[];
  readonly changedFiles: readonly ChangedFile[];
  /** The directory as it is on the base branch: nobody gives himself a right by his own pull request. */
  readonly baseOrganizations: readonly Pick<OrganizationFile, 'file' | 'organization'>[];
  readonly headOrganizations: readonly Pick<OrganizationFile, 'file' | 'organization'>[];
  readonly operators: readonly string[];
}

type BaseFile = AuthorQuestion['baseOrganizations'][number];

/**
 * Allowed where the author, or an approver, represents every organization whose file changes or whose people are
 * taken over, or is an operator; else what is missing and whom to ask, in the order of files. Logins are compared
 * without regard to capital letters.
 */
export function judgeAuthor(question: AuthorQuestion): AuthorVerdict {
  const behind = new Set([question.author, ...(question.approvers ?? [])].map(fold).filter(Boolean));
  const stands = (logins: readonly string[]) => logins.some((login) => behind.has(fold(login)));
  if (stands(question.operators)) return { allowed: true };
  const missing = neededConsents(question).filter(({ ask }) => !stands(ask));
  return missing.length === 0 ? { allowed: true } : { allowed: false, missing };
}

function neededConsents(question: AuthorQuestion): readonly Consent[] {
  const { changedFiles, baseOrganizations, headOrganizations, operators } = question;
  const base = new Map(baseOrganizations.map((one) => [one.file, one]));
  const head = new Map(headOrganizations.map((one) => [one.file, one]));
  const needed = new Map<string, { code: ConsentCode; from: BaseFile | undefined; files: Set<string> }>();
  const need = (code: ConsentCode, from: BaseFile | undefined, path: string) => {
    const id = from?.file ?? code;
    const known = needed.get(id);
    const files = (known?.files ?? new Set()).add(path);
    // Whoever is asked about his own file need not be asked again about what else is taken from him.
    needed.set(id, { code: code === 'changed' ? code : (known?.code ?? code), from, files });
  };
  const paths = changedFiles.flatMap(({ path, previousPath }) => [previousPath ?? path, path]);
  const takers = takersOf(question);
  for (const path of new Set(paths)) {
    const before = base.get(path);
    const after = head.get(path);
    if (before !== undefined) need('changed', before, path);
    else need(after === undefined ? 'outside' : 'new-organization', undefined, path);
    for (const { code, from } of after === undefined ? [] : takers(after)) need(code, from, path);
  }
  return [...needed.values()].map(({ code, from, files }) => {
    const representatives = from?.organization.representatives ?? [];
    const alone = from === undefined || representatives.length === 0;
    const ask = alone ? operators : representatives;
    const organization = from === undefined ? {} : { organization: from.organization.id };
    return { code, ...organization, files: [...files], ask: sorted(ask) };
  });
}

/** Tells whose organization, besides its own, a file of the pull request takes something from. */
function takersOf({ baseOrganizations }: AuthorQuestion) {
  const ids = Map.groupBy(baseOrganizations, ({ organization }) => organization.id);
  const bearers = new Map<string, BaseFile[]>();
  for (const one of baseOrganizations) {
    for (const { id, termination } of peopleOf(one)) {
      // Whoever recorded that somebody leaves has agreed that another organization takes him on.
      if (termination !== undefined) continue;
      bearers.set(id, [...(bearers.get(id) ?? []), one]);
    }
  }
  return (taker: BaseFile): readonly { code: ConsentCode; from: BaseFile }[] => {
    const elsewhere = ({ file }: BaseFile) => file !== taker.file;
    const owners = (ids.get(taker.organization.id) ?? []).filter(elsewhere);
    const left = peopleOf(taker)
      .flatMap(({ id }) => bearers.get(id) ?? [])
      .filter(elsewhere);
    return [
      ...owners.map((from) => ({ code: 'id-taken' as const, from })),
      ...left.map((from) => ({ code: 'moved-away' as const, from })),
    ];
  };
}

/** People the schema refused have no type: an item may be anything. */
function peopleOf({ organization }: BaseFile): readonly Pick<Person, 'id' | 'termination'>[] {
  const people: readonly unknown[] = organization.people ?? [];
  return people.filter(
    (item): item is Person =>
      typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string',
  );
}

const fold = (login: string): string => login.toLowerCase();

const sorted = (logins: readonly string[]): readonly string[] =>
  [...new Map(logins.map((login) => [fold(login), login])).values()].sort((a, b) =>
    fold(a) < fold(b) ? -1 : 1,
  );
