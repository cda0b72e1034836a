/** Turns the texts of a directory into one Directory and all problems of form, of all files, in one pass. */

import { sameDn, tidyDn } from '../../model/account/dn.ts';
import { containerName, ownContainers } from '../../model/account/places.ts';
import type { CalendarYear, Directory } from '../../model/directory/directory.ts';
import { fileNameProblem, judgeFileName } from '../../model/directory/file-name.ts';
import type { Grant, GrantsFile } from '../../model/directory/grant.ts';
import type { NoticeRecord, NoticesFile } from '../../model/directory/notice-record.ts';
import type {
  Organization,
  OrganizationFile,
  Person,
  UnreadableFile,
} from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { isUnsigned } from '../../model/directory/unsigned-calendar.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { isRecord } from '../../model/text/json.ts';
import { type FoundSecret, findSecrets, hiddenRun, maskSecrets } from '../../model/text/secrets.ts';
import { parseFile } from './parse-file.ts';
import type { FileKind } from './schema.ts';

/** A file of the directory: where it is, for people, and its way below the directory, for us. */
export interface NamedFile {
  readonly file: string;
  readonly path: string;
}

export interface SourceFile extends NamedFile {
  readonly text: string;
}

export interface ParsedDirectory {
  /** Undefined where there is no usable policy: without it nothing can be judged. */
  readonly directory: Directory | undefined;
  readonly problems: readonly Problem[];
}

/** What a file below the directory is for; undefined for a file danhba does not read (a README). */
export function fileKind(path: string): FileKind | undefined {
  if (path === 'policy.yaml') return 'policy';
  if (path === 'grants.yaml') return 'grants';
  if (path === 'notices.yaml') return 'notices';
  if (/^calendar\/[^/]+\.yaml$/.test(path)) return 'calendar';
  if (/^organizations\/.+\.yaml$/.test(path)) return 'organization';
  return undefined;
}

/** `withoutText` are files that are there but could not be read: told already, and never taken for missing. */
export function parseDirectory(
  sources: readonly SourceFile[],
  directoryFile: string,
  withoutText: readonly NamedFile[] = [],
  /** What is known of an organization's file already stands for its text. */
  readOrganization: (source: SourceFile) => ParsedOrganization = parseOrganization,
): ParsedDirectory {
  const problems: Problem[] = [];
  const organizations: OrganizationFile[] = [];
  const unreadable: UnreadableFile[] = unreadOrganizations(sources, withoutText);
  const calendar = new Map<number, CalendarYear>();
  let grants: GrantsFile = { file: siblingOf(directoryFile, 'grants.yaml'), grants: [] };
  let notices: NoticesFile = { file: siblingOf(directoryFile, 'notices.yaml'), notices: [] };
  let policy: { readonly value: Policy; readonly file: string } | undefined;
  // In the order of their paths, so that the first of two does not depend on how the folder is listed.
  for (const source of sources.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = fileKind(source.path);
    const misnamed = fileNameProblem(source.file, source.path);
    if (misnamed !== undefined) problems.push(misnamed, ...withSecrets(source, []));
    else if (kind === undefined) {
      problems.push(...misplaced(source));
      if (/\.ya?ml$/i.test(source.path)) problems.push(...withSecrets(source, []));
    } else if (kind === 'organization') {
      const parsed = readOrganization(source);
      problems.push(...parsed.problems);
      if ('organization' in parsed.result) organizations.push(parsed.result);
      else unreadable.push(parsed.result);
    } else {
      const { value, problems: found } = parseChecked(kind, source);
      const wrong = found.length > 0 ? found : wrongMeaning(kind, source, value);
      problems.push(...wrong);
      if (wrong.length > 0) continue;
      // Spaces after commas mean nothing in a DN, and servers write none.
      if (kind === 'policy') {
        const parsed = value as Policy;
        policy = { value: { ...parsed, baseDn: tidyDn(parsed.baseDn) }, file: source.file };
      } else if (kind === 'grants') grants = { file: source.file, grants: value as readonly Grant[] };
      else if (kind === 'notices') notices = { file: source.file, notices: value as readonly NoticeRecord[] };
      else calendar.set((value as CalendarYear).year, value as CalendarYear);
    }
  }
  if (![...sources, ...withoutText].some(({ path }) => path === 'policy.yaml')) {
    const at = { file: directoryFile, path: [] };
    problems.push({ code: 'policy-missing', args: {}, severity: 'error', at });
  }
  const directory = policy && {
    policy: policy.value,
    policyFile: policy.file,
    calendar,
    grants,
    notices,
    organizations,
    unreadable,
  };
  return { directory, problems };
}

/**
 * Organizations that are there and not read. A copy, or a file under another ending, stands for its organization where
 * nothing else does; beside the original it may still declare somebody.
 */
function unreadOrganizations(
  sources: readonly NamedFile[],
  withoutText: readonly NamedFile[],
): UnreadableFile[] {
  const read = new Set(
    sources.filter(({ path }) => judgeFileName(path) === undefined).map(({ path }) => fileId(path)),
  );
  return [...withoutText, ...sources.filter(({ path }) => judgeFileName(path) !== undefined)].flatMap(
    ({ file, path }) => {
      const misnamed = judgeFileName(path);
      if (misnamed === undefined)
        return fileKind(path) === 'organization' ? [{ file, id: fileId(path) }] : [];
      if (misnamed.severity !== 'error' || !path.startsWith('organizations/')) return [];
      const id = fileId(misnamed.meant);
      return [{ file, id: read.has(id) ? (path.split('/').at(-1) ?? path) : id }];
    },
  );
}

/** What is secret in the text is hidden before it is read, so that nothing that is told can hold it. */
function parseChecked(kind: FileKind, source: SourceFile) {
  const secrets = findSecrets(source.text);
  const text = secrets.length === 0 ? source.text : maskSecrets(source.text);
  const parsed = parseFile(kind, source.file, text);
  return { ...parsed, problems: withSecrets(source, parsed.problems, secrets) };
}

/** The secrets of a file first; what else is told of them, or of what hides them, says no more. */
function withSecrets(
  { file, text }: SourceFile,
  problems: readonly Problem[],
  found: readonly FoundSecret[] = findSecrets(text),
): readonly Problem[] {
  const told = problems.flatMap((problem): readonly Problem[] => {
    const args = JSON.stringify(problem.args);
    if (found.length > 0 && args.includes(hiddenRun)) return [];
    const [escaped] = findSecrets(args);
    return [escaped === undefined ? problem : secretAt(escaped, problem.at)];
  });
  return [...found.map((one) => secretAt(one, { file, path: [], offset: one.index })), ...told];
}

const secretAt = ({ kind }: FoundSecret, at: Problem['at']): Problem => ({
  code: 'secret-published',
  args: { kind },
  severity: 'error',
  at,
});

/** What no schema says well: see each. */
function wrongMeaning(kind: FileKind, source: SourceFile, value: unknown): readonly Problem[] {
  if (kind === 'calendar') {
    return [...wrongYear(source, value as CalendarYear), ...unsigned(source, value as CalendarYear)];
  }
  if (kind === 'policy') return wrongContainers(source, value as Policy);
  return kind === 'grants' ? wrongGrants(source, value as readonly Grant[]) : [];
}

/** Two containers, neither of them one that danhba keeps other things in. */
function wrongContainers({ file }: SourceFile, { containers }: Policy): Problem[] {
  return (['people', 'organizations'] as const).flatMap((list): Problem[] => {
    const value = containers?.[list];
    if (value === undefined) return [];
    const other = containerName({ containers }, list === 'people' ? 'organization' : 'person');
    const taken = [other, ...ownContainers].filter((one) => sameDn(one, value));
    const at = { file, path: ['containers', list] };
    const rule = `≠ ${taken.join(', ')}`;
    return taken.length === 0
      ? []
      : [{ code: 'value-out-of-bounds', args: { value, rule }, severity: 'error', at }];
  });
}

const either = [
  ['address', 'suffix'],
  ['holder', 'organization'],
] as const;

/** One address or one suffix, for one holder or one organization. */
function wrongGrants({ file }: SourceFile, grants: readonly Grant[]): Problem[] {
  return grants.flatMap((grant, index) =>
    either.flatMap((pair): Problem[] => {
      const given = pair.filter((key) => grant[key] !== undefined);
      const at = { file, path: [index] };
      if (given.length === 0)
        return [{ code: 'missing-key', args: { key: pair.join(' | ') }, severity: 'error', at }];
      if (given.length === 1) return [];
      const args = { value: given.join(', '), rule: pair.join(' | ') };
      return [{ code: 'value-out-of-bounds', args, severity: 'error', at }];
    }),
  );
}

/** A calendar under the name of another year would silently stand in for it. */
function wrongYear({ file, path }: SourceFile, { year }: CalendarYear): Problem[] {
  const expected = fileId(path);
  if (String(year) === expected) return [];
  const args = { id: String(year), expected };
  return [{ code: 'file-name', args, severity: 'error', at: { file, path: ['year'] } }];
}

/** A draft lacks days off: a term counted by it would end too early. */
function unsigned({ file }: SourceFile, { source = '' }: CalendarYear): Problem[] {
  if (!isUnsigned(source)) return [];
  const at = { file, path: ['source'] };
  return [{ code: 'calendar-unsigned', args: { source }, severity: 'error', at }];
}

export interface ParsedOrganization {
  readonly result: OrganizationFile | UnreadableFile;
  readonly problems: readonly Problem[];
  /** As `ParsedFile` has it. */
  readonly isPlainStyle?: boolean;
}

/** One organization's file by itself. */
export function parseOrganization(source: SourceFile): ParsedOrganization {
  const { value, personLines, doubtful, isMended, problems, isPlainStyle } = parseChecked(
    'organization',
    source,
  );
  const unusable = new Set(doubtful);
  const refused = new Map<number, Set<string>>();
  let whole = value !== undefined;
  for (const { severity, at } of problems) {
    if (severity !== 'error') continue;
    const [first, index, key] = at.path;
    if (first === 'people' && typeof index === 'number') {
      unusable.add(index);
      refused.set(index, (refused.get(index) ?? new Set()).add(String(key ?? '')));
    } else whole = false;
  }
  if (!whole) return { result: { file: source.file, id: fileId(source.path) }, problems };
  const result = {
    file: source.file,
    organization: unusable.size > 0 ? withRecords(value as Organization) : (value as Organization),
    personLines,
    unusable,
    ...(unusable.size > 0 && { remains: remainsOf(value as Organization, unusable, refused) }),
    ...(isMended && { isMended }),
  };
  return { result, problems, ...(isPlainStyle !== undefined && { isPlainStyle }) };
}

/** What the schema refused may be no record at all: then it is one that says nothing, and whoever walks the list finds records. */
function withRecords(organization: Organization): Organization {
  const { people } = organization;
  if (people === undefined) return organization;
  return { ...organization, people: people.map((one) => (isRecord(one) ? one : ({} as Person))) };
}

/** Without the keys the schema refused, so that what is left has its types. */
function remainsOf(
  { people = [] }: Organization,
  unusable: ReadonlySet<number>,
  refused: ReadonlyMap<number, ReadonlySet<string>>,
): ReadonlyMap<number, Partial<Person>> {
  return new Map(
    [...unusable].flatMap((index) => {
      const person: unknown = people[index];
      if (typeof person !== 'object' || person === null || Array.isArray(person)) return [];
      const entries = Object.entries(person).filter(([key]) => refused.get(index)?.has(key) !== true);
      return [[index, Object.fromEntries(entries) as Partial<Person>] as const];
    }),
  );
}

/** A file beside the policy, named as the policy is. */
function siblingOf(policyFile: string, name: string): string {
  return policyFile.replace(/policy\.yaml$/, name);
}

/** The id a file's name promises. */
export function fileId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

/** A file that looks like ours but would never be read must not be silently left out. */
function misplaced(source: SourceFile): Problem[] {
  if (!/\.ya?ml$/i.test(source.path)) return [];
  const at = { file: source.file, path: [] };
  return [{ code: 'file-misplaced', args: { path: source.path }, severity: 'error', at }];
}
