/** The desired side in part, with the people who are left out of it in numbers: what a plan and a check of a large directory start with. */
import { countPeople } from '../../model/directory/organization.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { CommonOptions } from '../../process/io.ts';
import { giveRoom, keepSmall } from '../../process/memory.ts';
import { wakeAll } from '../../quiet/part.ts';
import { type FileRows, makePeople, type People } from '../../quiet/people.ts';
import { areOfAll } from '../../quiet/tokens.ts';
import type { Known } from '../actual.ts';
import { type Desired, judge } from '../desired.ts';
import { type Begun, begin } from './begin.ts';
import { makeAssemble, makeLineOf } from './desired.ts';
import { readAllSummaries } from './read-all.ts';
import { countedFile, digestOfAll, type ReadFile } from './summaries.ts';
import { makeTerms } from './terms.ts';

export interface InPart {
  /** As it is before a server was read. */
  readonly desired: Desired;
  readonly people: People;
  /** By the files alone. */
  readonly problems: readonly Problem[];
  /** For a read of the server: which of its entries need not be looked at. */
  readonly known: Known;
  /** So much is kept of it that memory is worth the time it takes to save it. */
  readonly isLarge: boolean;
  /** As it is once the server was read; undefined where a file is another by now. */
  readonly afterRead: () => Desired | undefined;
}

/** Organizations: with fewer, a process is small enough, and with fewer than `most` while they are parsed, too. */
const [many, most] = [400, 2000];

/** `folder` is where a cache is, if anywhere. Undefined where nothing but a reading of the whole will do. */
export async function readInPart(
  options: CommonOptions,
  today: string,
  folder: string | undefined,
  isForEntries = true,
): Promise<InPart | undefined> {
  // Before anything is known: a list of many files, and all that is kept of them, would have made room for ever.
  keepSmall();
  const begun = await begin(options, today, folder, isForEntries);
  if (begun === undefined) giveRoom();
  return begun && readBegun(begun);
}

export function readBegun(begun: Begun): InPart | undefined {
  const { options, today, basis, found, kept, task } = begun;
  const { known, terms } = task;
  // Parsing makes much that is thrown away at once: with little room for it, the collector takes a tenth of the time.
  const isParsed = known.size * 2 <= found.length;
  const isLarge = found.length >= many;
  if (!isLarge || (isParsed && found.length < most)) giveRoom();
  const read = readAllSummaries({ ...task, found });
  if (read === undefined) return undefined;
  if (isLarge) keepSmall();
  kept.keep(terms.hashKey, read);
  const digests = read.files.map(({ path, digest }) => [path, digest] as const);
  const { hash, digest } = makeTerms(terms);
  const people = makePeople(read.files.map(rowsOf), hash, digest);
  const assemble = makeAssemble(options, basis, read.files.map(countedFile), read);
  const desired = wakeAll(people, assemble);
  if (desired === undefined) return undefined;
  const problems = judge(desired, [], today, people.left(false));
  if (areOfAll(problems)) return undefined;
  const awakeBefore = people.awake(false);
  const before = countAwake(awakeBefore);
  if (desired.directory?.unreadable.length === 0) {
    const { organizations } = desired.directory;
    const lineOf = makeLineOf(organizations);
    kept.keepVerdict({
      root: options.directory,
      of: digestOfAll(digests),
      passed: {},
      awake: digests.flatMap(([path], number) => (awakeBefore[number]?.length === 0 ? [] : path)),
      organizations: organizations.length,
      people: organizations.reduce((sum, file) => sum + countPeople(file), 0),
      problems,
      lines: problems.map(({ at }) => lineOf(at) ?? 0),
    });
  }
  return {
    desired,
    problems,
    people,
    known: {
      leavesOut: (buffer, operation) => digest.leavesOut(buffer, operation, people.leaveOut),
      count: people.count,
      left: () => people.left(true),
    },
    isLarge,
    afterRead: () => {
      const awake = people.awake(true);
      // Nobody falls asleep: where there are as many it is they.
      return countAwake(awake) === before ? desired : assemble(awake);
    },
  };
}

const countAwake = (awake: readonly (readonly number[])[]): number =>
  awake.reduce((sum, { length }) => sum + length, 0);

const rowsOf = ({ summary, file }: ReadFile): FileRows => ({
  organization: summary?.organization.id ?? file,
  rows: summary?.rows ?? new Uint32Array(0),
});
