/** What a reading in part begins with: all but the organizations, what is kept of these, and which of them are as they were. */
import type { FoundFile } from '../../files/read-directory.ts';
import type { HashKey } from '../../model/quiet/keyed-hash.ts';
import type { CommonOptions } from '../../process/io.ts';
import { type Basis, readBasis } from './basis.ts';
import { type Kept, openKept } from './kept.ts';
import { digestsOf, type ReadTask } from './summaries.ts';

export interface Begun {
  readonly options: CommonOptions;
  readonly today: string;
  readonly basis: Basis;
  readonly found: readonly FoundFile[];
  readonly kept: Kept;
  /** All but which files are to be read. */
  readonly task: Omit<ReadTask, 'found' | 'all'>;
}

/** `folder` is where a cache is, if anywhere. Undefined without a policy that can be used. */
export async function begin(
  options: CommonOptions,
  today: string,
  folder: string | undefined,
  isForEntries: boolean,
): Promise<Begun | undefined> {
  const { directory: root } = options;
  const basis = await readBasis(root);
  if (basis === undefined) return undefined;
  const { policy, calendar, grants } = basis.directory;
  const found = basis.organizations;
  const kept = await openKept(folder, root, basis, today);
  const terms = {
    directory: { policy, calendar, grants },
    today,
    hashKey: kept.snapshot?.hashKey ?? randomKey(),
    // What is kept is for whoever comes next.
    isForEntries: isForEntries || folder !== undefined,
  };
  const known = kept.snapshot?.files ?? new Map();
  const digests = known.size > 0 ? digestsOf(found) : new Map();
  return { options, today, basis, found, kept, task: { terms, known, digests } };
}

const randomKey = (): HashKey => {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
};
