/**
 * Reads the organizations of a directory one file at a time and keeps of each what `quiet/summary.ts` keeps: a province's
 * people are never in memory all at once.
 */
import { hash } from 'node:crypto';
import { type ParsedOrganization, parseOrganization } from '../../desired/read/parse-directory.ts';
import { parseHead, withoutPeople } from '../../desired/read/parse-head.ts';
import { type FoundFile, readOctets, textOf, type Unreadable } from '../../files/read-directory.ts';
import type { Organization } from '../../model/directory/organization.ts';
import { ownTexts } from '../../model/text/own-text.ts';
import { type Derived, makeDerive } from '../../naming/declared.ts';
import { type CountedSummary, counted } from '../../quiet/part.ts';
import { type FileSummary, suffixOf, summarize } from '../../quiet/summary.ts';
import { makePlainFileReader } from './plain-file.ts';
import { makeTerms, type Terms } from './terms.ts';

/** What is known of one file: its summary, or all of it where it has to be looked at as a whole. */
export interface ReadFile extends FoundFile {
  /** Of its octets. */
  readonly digest: string;
  readonly summary?: FileSummary;
  readonly whole?: ParsedOrganization;
}

/** The same once the rows are in a table of all people: they are not held twice. */
export type CountedFile = Omit<ReadFile, 'summary'> & { readonly summary?: CountedSummary };

export const countedFile = ({ summary, ...file }: ReadFile): CountedFile => ({
  ...file,
  ...(summary && { summary: counted(summary) }),
});

/** Of a summary none of its people is there. */
export const organizationIn = ({ summary, whole }: CountedFile | ReadFile): Organization | undefined => {
  if (summary !== undefined) return summary.organization;
  return whole !== undefined && 'organization' in whole.result ? whole.result.organization : undefined;
};

export interface Summaries {
  readonly files: readonly ReadFile[];
  readonly unreadable: readonly Unreadable[];
  /** What the rules give each organization, by id, where it was asked. */
  readonly derived: ReadonlyMap<string, Derived>;
  /** What was believed of organizations before their file was read, by id: addresses of others were derived by it. */
  readonly believed: readonly (readonly [string, Organization | undefined])[];
}

/** What an earlier run has kept of files, by path. */
export type Known = ReadonlyMap<
  string,
  { readonly digest: string; readonly summary: FileSummary | undefined }
>;

export interface ReadTask {
  /** The files that are to be read. */
  readonly found: readonly FoundFile[];
  /** All there are, each by the id its name promises. */
  readonly all: ReadonlyMap<string, FoundFile>;
  readonly terms: Terms;
  readonly known: Known;
  /** Of files that have just been read, by path: one that is as it was known is not read again. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Files to be read. Of fewer, to read each as a whole is quicker than to learn which words are plain. */
const few = 8;

export function readSummaries(task: ReadTask): Summaries {
  const { found, all, known } = task;
  const terms = makeTerms(task.terms);
  const believed = new Map<string, Organization | undefined>();
  const headOf = (id: string): Organization | undefined => {
    const one = all.get(id);
    if (one === undefined || believed.has(id)) return believed.get(id);
    const head = readHead(task, one);
    believed.set(id, head);
    return head;
  };
  const derive = makeDerive(headOf, terms.naming);
  // What is believed of another file meanwhile is read elsewhere.
  const place = { buffer: Buffer.alloc(0) };
  const files: ReadFile[] = [];
  const unreadable: Unreadable[] = [];
  const derived = new Map<string, Derived>();
  /** Of one that keeps no file's text. */
  const ownOf = (organization: Organization): Derived => {
    const head = believed.get(organization.id) ?? withoutPeople(organization);
    const own = derive(head);
    derived.set(head.id, own);
    return own;
  };
  /** As it was kept, where those of its people still are to have the same addresses. */
  const keptOf = (one: FoundFile, digest: string | undefined): ReadFile | undefined => {
    const summary = summaryOf(known, one, digest);
    if (digest === undefined || summary === undefined) return undefined;
    const { organization, suffix } = summary;
    return suffixOf(organization, ownOf(organization)) === suffix ? { ...one, digest, summary } : undefined;
  };
  const unread = found.filter((one) => summaryOf(known, one, task.digests.get(one.path)) === undefined);
  const readPlainFile = unread.length < few ? () => undefined : makePlainFileReader(terms, ownOf);
  for (const one of found) {
    const kept = keptOf(one, task.digests.get(one.path));
    if (kept !== undefined) {
      files.push(kept);
      continue;
    }
    const read = readOctets(one, place);
    if ('problem' in read) {
      unreadable.push(read);
      continue;
    }
    const digest = digestOf(read.octets);
    const plain = readPlainFile(read);
    if (plain !== undefined) {
      files.push({ ...one, digest, summary: plain });
      continue;
    }
    const source = textOf(read);
    if ('problem' in source) {
      unreadable.push(source);
      continue;
    }
    const whole = parseOrganization(source);
    const { result, problems } = whole;
    const isPlain = 'organization' in result && problems.length === 0;
    const own = isPlain ? ownOf(ownTexts(withoutPeople(result.organization))) : undefined;
    const made = isPlain && own ? summarize(result, own, terms) : undefined;
    files.push({ ...one, digest, ...(made === undefined ? { whole } : { summary: withOwnTexts(made) }) });
  }
  return { files, unreadable, derived, believed: [...believed] };
}

const withOwnTexts = ({ organization, loud, ...rest }: FileSummary): FileSummary => ({
  ...rest,
  ...ownTexts({ organization, loud }),
});

const summaryOf = (
  known: Known,
  { path }: FoundFile,
  digest: string | undefined,
): FileSummary | undefined => {
  const there = known.get(path);
  return there?.digest === digest ? there?.summary : undefined;
};

/** Undefined where the file says nothing of an organization that could be used. */
function readHead({ known, digests }: ReadTask, one: FoundFile): Organization | undefined {
  const summary = summaryOf(known, one, digests.get(one.path));
  if (summary !== undefined) return withoutPeople(summary.organization);
  const read = readOctets(one);
  const source = 'octets' in read ? textOf(read) : read;
  const head = 'text' in source ? parseHead(source) : undefined;
  return head && ownTexts(head);
}

/** Of each file, by path; of none that cannot be read. */
export function digestsOf(found: readonly FoundFile[]): ReadonlyMap<string, string> {
  const place = { buffer: Buffer.alloc(0) };
  const digests = new Map<string, string>();
  for (const one of found) {
    const read = readOctets(one, place);
    if ('octets' in read) digests.set(one.path, digestOf(read.octets));
  }
  return digests;
}

/** Of a file, to tell whether it is still the same. */
export const digestOf = (octets: Buffer): string => hash('sha256', octets, 'base64url');

/** Of a directory: which files there are, and what is in each. */
export const digestOfAll = (digests: readonly (readonly [path: string, digest: string])[]): string =>
  hash('sha256', JSON.stringify(digests), 'base64url');
