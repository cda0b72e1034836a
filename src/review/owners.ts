/** Writes .github/CODEOWNERS: whom GitHub asks for each file of the directory, as the files themselves say. */
import type { Directory } from '../model/directory/directory.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import type { Problem } from '../model/problems/problem.ts';

export interface Owners {
  readonly text: string;
  /** Files whose path GitHub's syntax cannot hold: they have no line of their own, and so only the operators. */
  readonly unwritable: readonly string[];
}

/** GitHub's form of a login, with the short code of an enterprise's; any other text could end the line and begin another. */
const loginForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;

/** The form of a team of an organization. */
const teamForm = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[a-z0-9][a-z0-9_-]{0,99}$/;

/**
 * The GitHub logins of those who run the system: whom `policy.operators` names; where it names nobody, those who
 * represent the organization that `policy.operator` names (Article 13). Logins alone: who is in a team, others decide.
 */
export function operatorsOf({
  policy,
  organizations,
}: Pick<Directory, 'policy' | 'organizations'>): readonly string[] {
  if ((policy.operators ?? []).length > 0) return sortedLogins(policy.operators ?? []);
  const own = organizations.filter(({ organization }) => organization.id === policy.operator);
  return sortedLogins(own.flatMap(({ organization }) => organization.representatives ?? []));
}

/**
 * One line for each organization's file: its representatives, and the operators, who may all. The last line that
 * fits a file counts on GitHub, so everything else, policy and workflows among it, is the operators'. `pathOf` gives
 * a file's path from the root of the repository, with "/" between.
 */
export function writeOwners(directory: Directory, pathOf: (file: OrganizationFile) => string): Owners {
  const operators = operatorsOf(directory);
  const unwritable: string[] = [];
  const lines: string[] = [];
  for (const source of directory.organizations) {
    const path = pathOf(source);
    const owners = mergeLogins(sortedOwners(source.organization.representatives ?? []), operators);
    const pattern = patternOf(path);
    if (pattern === undefined) unwritable.push(path);
    else if (owners.length > 0) lines.push(lineOf(pattern, owners));
  }
  const fallback = operators.length > 0 ? [lineOf('*', operators)] : [];
  const text = [...header, ...fallback, ...lines.sort()].map((line) => `${line}\n`).join('');
  return { text, unwritable: unwritable.sort() };
}

const header = [
  '# Do «danhba codeowners» tạo: sửa representatives trong tệp của tổ chức, rồi chạy lại lệnh.',
  '# Written by "danhba codeowners": edit the representatives in the organization\'s file, and run it again.',
];

/** Why the file that is there is not as it would be written now; nothing where it is. */
export function findStaleOwners(found: { file: string; text: string }, wanted: Owners): readonly Problem[] {
  // A work tree of Windows has the same lines with other ends.
  const [before, after] = [linesOf(found.text.replaceAll('\r\n', '\n')), linesOf(wanted.text)];
  const longest = Math.max(before.length, after.length);
  for (let index = 0; index < longest; index++) {
    if (before[index] === after[index]) continue;
    const args = { line: index + 1, wanted: after[index] ?? '' };
    const at = { file: found.file, path: [] };
    return [{ code: 'codeowners-stale', args, severity: 'error', at }];
  }
  return [];
}

const linesOf = (text: string): readonly string[] => text.split('\n');

const lineOf = (pattern: string, logins: readonly string[]): string =>
  [pattern, ...logins.map((login) => `@${login}`)].join(' ');

/**
 * The pattern of exactly this file. GitHub knows an escape for the space alone: a path with a sign that has another
 * meaning in the syntax, or that ends the line, has none.
 */
function patternOf(path: string): string | undefined {
  if (/[\p{C}\p{Zl}\p{Zp}\\*?#[\]!]/u.test(path)) return undefined;
  if (/[^\S ]/u.test(path)) return undefined;
  return `/${path.replaceAll(' ', '\\ ')}`;
}

const sortedLogins = (logins: readonly string[]): readonly string[] =>
  sortedOwners(logins.filter((login) => loginForm.test(login)));

function sortedOwners(names: readonly string[]): readonly string[] {
  const sound = names.filter((name) => loginForm.test(name) || teamForm.test(name));
  return mergeLogins(sound.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
}

/** GitHub does not tell capital letters in logins: the first writing counts. */
function mergeLogins(...lists: readonly (readonly string[])[]): readonly string[] {
  const known = new Map<string, string>();
  for (const login of lists.flat()) {
    if (!known.has(login.toLowerCase())) known.set(login.toLowerCase(), login);
  }
  return [...known.values()];
}
