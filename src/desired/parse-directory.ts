/** Turns the texts of a directory into one Directory and all problems of form, of all files, in one pass. */
import type { CalendarYear, Directory } from '../model/directory.ts';
import type { Organization, OrganizationFile, UnreadableFile } from '../model/organization.ts';
import type { Policy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { parseYaml } from './parse-yaml.ts';
import { checkSchema, type FileKind } from './schema.ts';

/** One file of the directory: where it is, for people, and its way below the directory, for us. */
export interface SourceFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export interface ParsedDirectory {
  /** Undefined where there is no usable policy: without it nothing can be judged. */
  readonly directory: Directory | undefined;
  readonly problems: readonly Problem[];
}

/** What a file below the directory is for; undefined for one that is none of ours (a README). */
export function fileKind(path: string): FileKind | undefined {
  if (path === 'policy.yaml') return 'policy';
  if (/^calendar\/[^/]+\.yaml$/.test(path)) return 'calendar';
  if (/^organizations\/.+\.yaml$/.test(path)) return 'organization';
  return undefined;
}

export function parseDirectory(sources: readonly SourceFile[], directoryFile: string): ParsedDirectory {
  const problems: Problem[] = [];
  const organizations: OrganizationFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const calendar = new Map<number, CalendarYear>();
  let policy: Policy | undefined;
  for (const source of sources) {
    const kind = fileKind(source.path);
    if (kind === undefined) {
      problems.push(...misplaced(source));
    } else if (kind === 'organization') {
      const parsed = parseOrganization(source);
      problems.push(...parsed.problems);
      if ('organization' in parsed.result) organizations.push(parsed.result);
      else unreadable.push(parsed.result);
    } else {
      const { value, problems: found } = parseChecked(kind, source);
      problems.push(...found);
      if (found.length > 0) continue;
      if (kind === 'policy') policy = value as Policy;
      else calendar.set((value as CalendarYear).year, value as CalendarYear);
    }
  }
  if (policy === undefined && !sources.some((source) => source.path === 'policy.yaml')) {
    const at = { file: directoryFile, path: [] };
    problems.push({ code: 'policy-missing', args: {}, severity: 'error', at });
  }
  const directory = policy && { policy, calendar, organizations, unreadable };
  return { directory, problems };
}

function parseChecked(kind: FileKind, source: SourceFile) {
  const parsed = parseYaml(source.file, source.text);
  if (parsed.problems.length > 0) return parsed;
  return { ...parsed, problems: checkSchema(kind, source.file, parsed.value) };
}

function parseOrganization(source: SourceFile): {
  result: OrganizationFile | UnreadableFile;
  problems: readonly Problem[];
} {
  const { value, itemLines, problems } = parseChecked('organization', source);
  const unusable = new Set<number>();
  let whole = true;
  for (const { severity, at } of problems) {
    if (severity !== 'error') continue;
    const [first, index] = at.path;
    if (first === 'people' && typeof index === 'number') unusable.add(index);
    else whole = false;
  }
  if (!whole) return { result: { file: source.file, id: fileId(source.path) }, problems };
  const result = {
    file: source.file,
    organization: value as Organization,
    personLines: itemLines('people'),
    unusable,
  };
  return { result, problems };
}

/** The id a file's name promises. */
export function fileId(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.yaml$/, '');
}

/** A file that looks like ours but would never be read must not be silently left out. */
function misplaced(source: SourceFile): Problem[] {
  if (!/\.ya?ml$/i.test(source.path)) return [];
  const at = { file: source.file, path: [] };
  return [{ code: 'file-misplaced', args: { path: source.path }, severity: 'error', at }];
}
