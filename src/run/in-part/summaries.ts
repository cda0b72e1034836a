/**
 * Reads the organizations of a directory one file at a time and keeps of each what `quiet/summary.ts` keeps: a province's
 * people are never in memory all at once.
 */
import { createHash } from 'node:crypto';
import { fileId, type ParsedOrganization, parseOrganization } from '../../desired/read/parse-directory.ts';
import { parseHead, withoutPeople } from '../../desired/read/parse-head.ts';
import { type FoundFile, readOctets, textOf, type Unreadable } from '../../files/read-directory.ts';
import type { Organization } from '../../model/directory/organization.ts';
import { makeDerive } from '../../naming/declared.ts';
import { type FileSummary, type SummaryTerms, suffixOf, summarize } from '../../quiet/summary.ts';

/** What is known of one file: its summary, or all of it where it has to be looked at as a whole. */
export interface ReadFile extends FoundFile {
  /** Of its octets. */
  readonly digest: string;
  readonly summary?: FileSummary;
  readonly whole?: ParsedOrganization;
}

export interface Summaries {
  readonly files: readonly ReadFile[];
  readonly unreadable: readonly Unreadable[];
  /** How many files were read, and not known from before. */
  readonly parsed: number;
}

/** What an earlier run has kept of files, by path. */
export type Known = ReadonlyMap<string, Pick<ReadFile, 'digest' | 'summary'>>;

/**
 * Undefined where the files do not go together as usual: two of one name, or one that says other things of its
 * organization than when it was first looked at. Then nothing but a reading of the whole will do.
 */
export function readSummaries(
  root: string,
  found: readonly FoundFile[],
  terms: SummaryTerms,
  known: Known,
): Summaries | undefined {
  const byId = new Map(found.map((one) => [fileId(one.path), one]));
  if (byId.size < found.length) return undefined;
  const heads = new Map<string, Organization | undefined>();
  const headOf = (id: string): Organization | undefined => {
    const one = byId.get(id);
    if (one === undefined || heads.has(id)) return heads.get(id);
    const read = readOctets(root, one.file);
    const there = known.get(one.path);
    const head =
      'problem' in read
        ? undefined
        : there?.summary !== undefined && there.digest === digestOf(read.octets)
          ? withoutPeople(there.summary.organization)
          : headIn(textOf(root, read));
    heads.set(id, head);
    return head;
  };
  const derive = makeDerive(headOf, terms.naming);
  const files: ReadFile[] = [];
  const unreadable: Unreadable[] = [];
  let parsed = 0;
  for (const one of found) {
    const read = readOctets(root, one.file);
    if ('problem' in read) {
      if (heads.get(fileId(one.path)) !== undefined) return undefined;
      unreadable.push(read);
      continue;
    }
    const digest = digestOf(read.octets);
    const there = known.get(one.path);
    if (there?.summary !== undefined && there.digest === digest) {
      const { organization, suffix } = there.summary;
      if (!isHead(organization, one)) return undefined;
      if (suffixOf(organization, derive(heads.get(organization.id) ?? organization)) === suffix) {
        files.push({ ...one, digest, summary: there.summary });
        continue;
      }
    }
    const source = textOf(root, read);
    if ('problem' in source) {
      unreadable.push(source);
      continue;
    }
    parsed++;
    const whole = parseOrganization(source);
    if (!('organization' in whole.result)) {
      if (heads.get(fileId(one.path)) !== undefined) return undefined;
      files.push({ ...one, digest, whole });
      continue;
    }
    const { organization } = whole.result;
    if (!isHead(organization, one)) return undefined;
    const head = heads.get(organization.id) ?? withoutPeople(organization);
    const summary = whole.problems.length > 0 ? undefined : summarize(whole.result, derive(head), terms);
    files.push({ ...one, digest, ...(summary === undefined ? { whole } : { summary }) });
  }
  return { files, unreadable, parsed };

  /** Remembers what the file says of its organization; false where it was believed to say something else. */
  function isHead(organization: Organization, { path }: FoundFile): boolean {
    const head = withoutPeople(organization);
    const { id } = organization;
    if (id !== fileId(path)) return false;
    const before = heads.get(id);
    if (before === undefined) return !heads.has(id) && heads.set(id, head) !== undefined;
    return JSON.stringify(before) === JSON.stringify(head);
  }
}

const headIn = (source: ReturnType<typeof textOf>): Organization | undefined =>
  'text' in source ? parseHead(source) : undefined;

/** Of a file, to tell whether it is still the same. */
export const digestOf = (octets: Buffer): string => createHash('sha256').update(octets).digest('base64url');
