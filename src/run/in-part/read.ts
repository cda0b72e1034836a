/** The desired side in part, with the people who are left out of it in numbers: what a plan and a check of a large directory start with. */
import type { Problem } from '../../model/problems/problem.ts';
import type { HashKey } from '../../model/quiet/keyed-hash.ts';
import type { CommonOptions } from '../../process/io.ts';
import { giveRoom, keepSmall } from '../../process/memory.ts';
import { wakeAll } from '../../quiet/part.ts';
import { type FileRows, makePeople, type People } from '../../quiet/people.ts';
import { areOfAll } from '../../quiet/tokens.ts';
import type { Known } from '../actual.ts';
import { type Desired, judge } from '../desired.ts';
import { readBasis } from './basis.ts';
import { makeAssemble } from './desired.ts';
import { readAllSummaries } from './halves.ts';
import { openKept } from './kept.ts';
import { countedFile, type ReadFile } from './summaries.ts';
import { makeTerms, type Terms } from './terms.ts';

export interface InPart {
  /** As it is before a server was read. */
  readonly desired: Desired;
  readonly people: People;
  /** By the files alone. */
  readonly problems: readonly Problem[];
  /** For a read of the server: which of its entries need not be looked at. */
  readonly known: Known;
  /** As it is once the server was read; undefined where a file is another by now. */
  readonly afterRead: () => Desired | undefined;
}

/** Organizations: with fewer, a process is small enough. */
const many = 400;

/** `folder` is where a cache is, if anywhere. Undefined where nothing but a reading of the whole will do. */
export async function readInPart(
  options: CommonOptions,
  today: string,
  folder: string | undefined,
  isForEntries = true,
): Promise<InPart | undefined> {
  // Before anything is known: a list of many files, and all that is kept of them, would have made room for ever.
  keepSmall();
  const basis = await readBasis(options.directory);
  if (basis === undefined) return undefined;
  const { policy, calendar, grants } = basis.directory;
  const kept = openKept(folder, options.directory, basis, today);
  const hashKey = kept.snapshot?.hashKey ?? randomKey();
  const terms: Terms = {
    directory: { policy, calendar, grants },
    today,
    hashKey,
    // What is kept is for whoever comes next.
    isForEntries: isForEntries || folder !== undefined,
  };
  const known = kept.snapshot?.files ?? new Map();
  const found = basis.organizations;
  // Parsing makes much that is thrown away at once: with little room for it, the collector would take a fifth of the time.
  if (found.length < many || known.size * 2 <= found.length) giveRoom();
  const read = await readAllSummaries({ root: options.directory, found, terms, known });
  if (read === undefined) return undefined;
  if (found.length >= many) keepSmall();
  kept.keep(hashKey, read);
  const { hash, digest } = makeTerms(terms);
  const people = makePeople(read.files.map(rowsOf), hash, digest);
  const assemble = makeAssemble(options, basis, read.files.map(countedFile), read);
  const desired = wakeAll(people, assemble);
  if (desired === undefined) return undefined;
  const problems = judge(desired, [], today, people.left(false));
  if (areOfAll(problems)) return undefined;
  const before = countAwake(people.awake(false));
  return {
    desired,
    problems,
    people,
    known: {
      leavesOut: (buffer, operation) => digest.leavesOut(buffer, operation, people.leaveOut),
      count: people.count,
      left: () => people.left(true),
    },
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

const randomKey = (): HashKey => {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
};
