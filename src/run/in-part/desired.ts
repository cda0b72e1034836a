/** The desired side without the people of whom nothing is to be said: the same directory, in part. */
import { join } from 'node:path';
import { type LineOf, makeLocator } from '../../desired/read/locate.ts';
import {
  type ParsedOrganization,
  parseDirectory,
  parseOrganization,
  type SourceFile,
} from '../../desired/read/parse-directory.ts';
import { byPath, type FoundFile, readOctets, readText, textOf } from '../../files/read-directory.ts';
import type { Organization, OrganizationFile } from '../../model/directory/organization.ts';
import { maskSecrets } from '../../model/text/secrets.ts';
import { type Derived, declareAccounts, makeDerive, namingPolicyOf } from '../../naming/declared.ts';
import { type CommonOptions, languageOf } from '../../process/io.ts';
import { fileInPart, quietIndexes } from '../../quiet/part.ts';
import type { LoudRecord } from '../../quiet/summary.ts';
import type { ProblemContext } from '../../render/problems/problems.ts';
import type { Language } from '../../render/text/wording.ts';
import type { Desired } from '../desired.ts';
import type { Basis } from './basis.ts';
import { type CountedFile, digestOf, organizationIn, type Summaries } from './summaries.ts';

/** Gives the desired side with the people of these rows of each file beside those who are loud; undefined where a file is another by now. */
export type Assemble = (awake: readonly (readonly number[])[]) => Desired | undefined;

export function makeAssemble(
  options: CommonOptions,
  basis: Basis,
  files: readonly CountedFile[],
  { unreadable, derived }: Pick<Summaries, 'unreadable' | 'derived'>,
): Assemble {
  const records = makeRecordSource();
  const texts = makeTexts(options.directory, basis.sources, files);
  const unread = [...basis.unreadable, ...unreadable].sort(byPath);
  const derive = makeDeriveOnce(basis, files, derived);
  return (awake) => {
    const parsedOf = new Map<string, ParsedOrganization>();
    for (const [number, file] of files.entries()) {
      const parsed = file.whole ?? records.organizationOf(file, awake[number] ?? []);
      if (parsed === undefined) return undefined;
      parsedOf.set(file.path, parsed);
    }
    const sources = [...basis.sources, ...files.map(({ file, path }) => ({ file, path, text: '' }))];
    const policyFile = join(options.directory, 'policy.yaml');
    const parsed = parseDirectory(
      sources,
      policyFile,
      unread,
      (source) => parsedOf.get(source.path) ?? parseOrganization(source),
    );
    const { directory } = parsed;
    const language = languageOf(options, directory?.policy.language);
    return {
      directory,
      declared: directory === undefined ? [] : declareAccounts(directory, derive),
      formProblems: [...unread.map(({ problem }) => problem), ...parsed.problems],
      language,
      context: contextOf(language, texts, makeLineOf(directory?.organizations ?? [])),
    };
  };
}

export const contextOf = (language: Language, texts: Texts, lineOf: LineOf): ProblemContext => ({
  language,
  locate: makeLocator(texts, lineOf),
  textOf: texts.get,
});

/** Where the person begins that a place is of, by what is known of the file; of one that was mended nothing is. */
export function makeLineOf(organizations: readonly OrganizationFile[]): LineOf {
  let files: ReadonlyMap<string, OrganizationFile> | undefined;
  return ({ file, path: [list, index] }) => {
    if (list !== 'people' || typeof index !== 'number') return undefined;
    files ??= new Map(organizations.map((one) => [one.file, one]));
    const found = files.get(file);
    if (found === undefined || found.isMended === true) return undefined;
    return found.personLines[found.part === undefined ? index : found.part.indexes.indexOf(index)];
  };
}

/** However often the part is put together, each organization is derived once. */
function makeDeriveOnce(
  { directory: { policy } }: Basis,
  files: readonly CountedFile[],
  derived: ReadonlyMap<string, Derived>,
) {
  const heads = new Map<string, Organization>();
  for (const file of files) {
    const organization = organizationIn(file);
    if (organization !== undefined) heads.set(organization.id, organization);
  }
  const derive = makeDerive((id) => heads.get(id), namingPolicyOf(policy));
  return (organization: Organization) =>
    derived.get(organization.id) ?? derive(heads.get(organization.id) ?? organization);
}

/** Reads a file again for the records of those of its people who were quiet, and remembers them. */
function makeRecordSource() {
  const read = new Map<string, ReadonlyMap<number, LoudRecord>>();
  const recordsOf = (file: CountedFile): ReadonlyMap<number, LoudRecord> | undefined => {
    const known = read.get(file.path);
    if (known !== undefined) return known;
    const found = readOctets({ file: file.file, path: file.path });
    const source = 'octets' in found && digestOf(found.octets) === file.digest ? textOf(found) : found;
    if (!('text' in source)) return undefined;
    const { result } = parseOrganization(source);
    if (!('organization' in result)) return undefined;
    const { personLines } = result;
    const people = (result.organization.people ?? []).map(
      (person, index) => [index, { index, line: personLines[index] ?? 1, person }] as const,
    );
    const records = new Map(people);
    read.set(file.path, records);
    return records;
  };
  return {
    organizationOf: (file: CountedFile, awake: readonly number[]): ParsedOrganization | undefined => {
      const { summary } = file;
      if (summary === undefined) return undefined;
      if (awake.length === 0) return { result: fileInPart(file.file, summary, summary.loud), problems: [] };
      const people = recordsOf(file);
      if (people === undefined) return undefined;
      const indexes = quietIndexes(summary);
      const woken = awake.flatMap((row) => people.get(indexes[row] ?? -1) ?? []);
      return { result: fileInPart(file.file, summary, [...summary.loud, ...woken]), problems: [] };
    },
  };
}

/** The texts problems point into, each read when it is asked for. */
export type Texts = Pick<ReadonlyMap<string, string>, 'get'>;

export function makeTexts(root: string, sources: readonly SourceFile[], files: readonly FoundFile[]): Texts {
  const texts = new Map(sources.map(({ file, text }) => [file, maskSecrets(text)]));
  const known = new Set(files.map(({ file }) => file));
  const get = (file: string): string | undefined => {
    if (texts.has(file) || !known.has(file)) return texts.get(file);
    const source = readText(root, file);
    if (!('text' in source)) return undefined;
    const text = maskSecrets(source.text);
    texts.set(file, text);
    return text;
  };
  return { get };
}
