/** What is wrong with a directory by its files alone, found by looking at as few of them as will do: what `check` tells. */
import { join } from 'node:path';
import { parseDirectory, parseOrganization } from '../../desired/read/parse-directory.ts';
import { readText } from '../../files/read-directory.ts';
import type { Directory } from '../../model/directory/directory.ts';
import { countPeople } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { type CommonOptions, languageOf } from '../../process/io.ts';
import { counted, fileInPart } from '../../quiet/part.ts';
import type { Verdict } from '../../quiet/verdict.ts';
import type { ProblemContext } from '../../render/problems/problems.ts';
import { judge, judgeCalendars, readDesired } from '../desired.ts';
import { type Begun, begin } from './begin.ts';
import { contextOf, makeTexts } from './desired.ts';
import { readBegun } from './read.ts';
import { standingVerdict } from './standing.ts';

export interface Judged {
  readonly problems: readonly Problem[];
  readonly context: ProblemContext;
  /** Undefined where it cannot be used. */
  readonly policy: Policy | undefined;
  readonly organizations: number;
  readonly people: number;
  /** False where there is no policy that can be used, or a file that cannot be read. */
  readonly isReadable: boolean;
  /** With the organizations, of which some people may be left out; read where it has not been yet. */
  readonly readDirectory: () => Directory | undefined;
}

/** `folder` is where a cache is, if anywhere. */
export async function judgeFiles(
  options: CommonOptions,
  today: string,
  folder: string | undefined,
): Promise<Judged> {
  const begun = await begin(options, today, folder, false);
  const standing = begun && standingVerdict(begun);
  if (standing !== undefined) return judgedAs(standing, begun as Begun);
  const inPart = begun && readBegun(begun);
  const desired = inPart?.desired ?? (await readDesired(options));
  const { directory, context } = desired;
  const organizations = directory?.organizations ?? [];
  return {
    problems: [...(inPart?.problems ?? judge(desired, [], today)), ...judgeCalendars(desired, today)],
    context,
    policy: directory?.policy,
    organizations: organizations.length,
    people: organizations.reduce((sum, file) => sum + countPeople(file), 0),
    isReadable: directory?.unreadable.length === 0,
    readDirectory: () => directory,
  };
}

function judgedAs({ problems, lines, organizations, people }: Verdict, begun: Begun): Judged {
  const { options, today, basis, found } = begun;
  const { directory } = basis;
  const language = languageOf(options, directory.policy.language);
  const begins = new Map(problems.map(({ at }, number) => [at, lines[number] || undefined]));
  return {
    problems: [...problems, ...judgeCalendars({ directory, formProblems: basis.problems }, today)],
    context: contextOf(language, makeTexts(options.directory, basis.sources, found), (place) =>
      begins.get(place),
    ),
    policy: directory.policy,
    organizations,
    people,
    isReadable: true,
    readDirectory: () => readKept(begun),
  };
}

function readKept({ options, basis, found, kept, task }: Begun): Directory | undefined {
  const { directory: root } = options;
  const { directory } = parseDirectory(
    [...basis.sources, ...found.map((one) => ({ ...one, text: '' }))],
    join(root, 'policy.yaml'),
    basis.unreadable,
    (source) => {
      const { path, file } = source;
      const there = kept.snapshot?.files.get(path);
      const summary = there?.digest === task.digests.get(path) ? there?.summary : undefined;
      if (summary !== undefined)
        return { result: fileInPart(file, counted(summary), summary.loud), problems: [] };
      const read = readText(root, file);
      return parseOrganization('text' in read ? read : source);
    },
  );
  return directory;
}
