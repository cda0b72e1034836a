/** The desired side in part, with the people who are left out of it in numbers: what a plan and a check of a large directory start with. */
import { makeEntryDigest } from '../../ldap/read/entry-digest.ts';
import { type HashKey, makeKeyedHash } from '../../model/quiet/keyed-hash.ts';
import { namingPolicyOf } from '../../naming/declared.ts';
import type { CommonOptions } from '../../process/io.ts';
import { freshSince } from '../../quiet/at-rest.ts';
import { namedBy } from '../../quiet/loud.ts';
import { wakeAll } from '../../quiet/part.ts';
import { type FileRows, makePeople, type People } from '../../quiet/people.ts';
import { areOfAll } from '../../quiet/tokens.ts';
import type { Known } from '../actual.ts';
import { type Desired, judge } from '../desired.ts';
import { readBasis } from './basis.ts';
import { makeAssemble } from './desired.ts';
import { openKept } from './kept.ts';
import { type ReadFile, readSummaries } from './summaries.ts';

export interface InPart {
  /** As it is before a server was read. */
  readonly desired: Desired;
  readonly people: People;
  /** For a read of the server: which of its entries need not be looked at. */
  readonly known: Known;
  /** As it is once the server was read; undefined where a file is another by now. */
  readonly afterRead: () => Desired | undefined;
}

/** `folder` is where a cache is, if anywhere. Undefined where nothing but a reading of the whole will do. */
export async function readInPart(
  options: CommonOptions,
  today: string,
  folder: string | undefined,
  isForEntries = true,
): Promise<InPart | undefined> {
  const basis = await readBasis(options.directory);
  if (basis === undefined) return undefined;
  const { policy, calendar } = basis.directory;
  const kept = openKept(folder, options.directory, basis, today);
  const hashKey = kept.snapshot?.hashKey ?? randomKey();
  const hash = makeKeyedHash(hashKey);
  const rest = { policy, calendar, today };
  const digest = makeEntryDigest(hash, policy, {
    ignored: policy.unmanaged ?? [],
    freshSince: freshSince(rest),
  });
  // What is kept is for whoever comes next.
  const isKept = isForEntries || folder !== undefined;
  const terms = {
    ...rest,
    isForEntries: isKept,
    naming: namingPolicyOf(policy),
    named: namedBy(basis.directory),
    hash,
    digest,
  };
  const read = readSummaries(
    options.directory,
    basis.organizations,
    terms,
    kept.snapshot?.files ?? new Map(),
  );
  if (read === undefined) return undefined;
  kept.keep(hashKey, read);
  const people = makePeople(read.files.map(rowsOf), hash, digest);
  const assemble = makeAssemble(options, basis, read.files, read.unreadable);
  const desired = wakeAll(people, assemble);
  if (desired === undefined || areOfAll(judge(desired, [], today, people.left(false)))) return undefined;
  return {
    desired,
    people,
    known: {
      leavesOut: (buffer, operation) => digest.leavesOut(buffer, operation, people.leaveOut),
      count: people.count,
      left: () => people.left(true),
    },
    afterRead: () => assemble(people.awake(true)),
  };
}

const rowsOf = ({ summary, file }: ReadFile): FileRows => ({
  organization: summary?.organization.id ?? file,
  rows: summary?.rows ?? new Uint32Array(0),
});

const randomKey = (): HashKey => {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
};
