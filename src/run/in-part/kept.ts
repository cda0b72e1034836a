/** What is kept from one run to the next, summaries of files and what the rules found, and what has to be the same for them to be used again. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkSchema } from '../../desired/read/schema.ts';
import { type Cache, openCache } from '../../files/cache.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { HashKey } from '../../model/quiet/keyed-hash.ts';
import { countRows } from '../../quiet/rows.ts';
import type { Checksum } from '../../quiet/sealed.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  type IsGiven,
  type KeptFile,
  keptFile,
  type Snapshot,
} from '../../quiet/snapshot.ts';
import { decodeVerdict, encodeVerdict, type Verdict } from '../../quiet/verdict.ts';
import type { Basis } from './basis.ts';
import { digestOfProgram } from './program.ts';
import type { Summaries } from './summaries.ts';

/** Of fewer people nothing is kept: they are read in less time than a snapshot of them. */
const fewest = 1000;

export interface Kept {
  readonly snapshot: Snapshot | undefined;
  readonly readVerdict: () => Verdict | undefined;
  /** Keeps what was read for the next run, where that is worth it and not there already. */
  readonly keep: (hashKey: HashKey, read: Summaries) => void;
  readonly keepVerdict: (verdict: Verdict) => void;
}

const nothing: Kept = {
  snapshot: undefined,
  readVerdict: () => undefined,
  keep: () => {},
  keepVerdict: () => {},
};

/** Without a folder nothing is kept. */
export async function openKept(
  folder: string | undefined,
  root: string,
  basis: Basis,
  today: string,
): Promise<Kept> {
  if (folder === undefined) return nothing;
  const areTellable = await makeAreTellable();
  let made: Uint8Array | undefined;
  // Asked for where there is something to compare: a small directory has nothing.
  const terms = () => (made ??= termsOf(basis, today));
  const cache: Cache = openCache(folder, root);
  const pieces = cache.read();
  const snapshot = pieces && decodeSnapshot(pieces, terms(), checksum, isOfSchema);
  const verdicts = openCache(folder, root, 'verdict');
  let read: { readonly verdict: Verdict | undefined } | undefined;
  const readVerdict = () => {
    if (read !== undefined) return read.verdict;
    const found = verdicts.read();
    const verdict = found && decodeVerdict(found, terms(), checksum);
    read = { verdict: verdict !== undefined && areTellable(verdict.problems) ? verdict : undefined };
    return read.verdict;
  };
  return {
    snapshot,
    readVerdict,
    keep: (hashKey, read) => {
      const files = new Map<string, KeptFile>();
      const before = snapshot?.files;
      let people = 0;
      for (const { path, digest, summary } of read.files) {
        if (summary === undefined) continue;
        const there = before?.get(path);
        const isThere = there?.digest === digest && there.summary === summary;
        files.set(path, isThere ? there : keptFile(digest, summary));
        people += countRows(summary.rows) + summary.loud.length;
      }
      const isSame =
        before?.size === files.size && [...files].every(([path, file]) => before.get(path) === file);
      if (people >= fewest && !isSame) cache.write(encodeSnapshot({ hashKey, files }, terms(), checksum));
    },
    keepVerdict: (verdict) => {
      if (verdict.people < fewest) return;
      const pieces = encodeVerdict(verdict, terms(), checksum);
      const again = decodeVerdict(pieces, terms(), checksum);
      if (!isDeepStrictEqual(again, verdict) || isDeepStrictEqual(readVerdict(), verdict)) return;
      verdicts.write(pieces);
    },
  };
}

/** What is used again is data as a file gives it; anything else was written by somebody who knows how a checksum is made. */
const isOfSchema: IsGiven = (path, { organization, loud }) => {
  const people = loud.map(({ person }) => person);
  const whole = organization.people === undefined ? organization : { ...organization, people };
  return (
    (organization.people !== undefined || loud.length === 0) &&
    checkSchema('organization', path, whole).length === 0
  );
};

/** The same of problems: there are words for each. All of them are not loaded for who keeps nothing. */
async function makeAreTellable(): Promise<(problems: readonly Problem[]) => boolean> {
  const { wordsOf } = await import('../../render/problems/problems.ts');
  return (problems) => {
    try {
      return problems.every((problem) => wordsOf(problem, 'en', 'desk').message !== problem.code);
    } catch {
      return false;
    }
  };
}

const checksum: Checksum = (...octets) => {
  const hash = createHash('sha256');
  for (const one of octets) hash.update(one);
  return hash.digest();
};

/** The day, the policy, the calendars and the grants, as they are written, and the program. */
function termsOf({ sources, unreadable }: Basis, today: string): Uint8Array {
  const said = sources.map(({ path, text }) => [path, text]);
  const unread = unreadable.map(({ path }) => path);
  return createHash('sha256')
    .update(JSON.stringify([3, today, said, unread, process.version, process.versions.icu]))
    .update(digestOfProgram())
    .digest();
}
