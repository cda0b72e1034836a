/** What a pull request comes to once it is merged: a branch that is behind shows nobody else's work as its own. */

import { readSide, type Side } from '../consent/side.ts';
import type { GitHub } from '../github/connect/open.ts';
import { isCode } from '../github/connect/refusal.ts';
import { type Fork, type PullRequest, readFork } from '../github/pull/pull-request.ts';
import type { Checkout } from '../history/checkout.ts';
import { withMerge } from '../history/head-files.ts';
import type { CommonOptions } from '../process/io.ts';

export interface MergedSide {
  /** What would stand on the base branch. */
  readonly head: Side;
  /** `directory` is that of `head`. */
  readonly options: CommonOptions;
  /** The files as the author has them; the same where nothing was merged beside them. */
  readonly own: Side;
  /** Where it does not merge: files in which both sides change the same place. Then `head` is the author's. */
  readonly conflicts: readonly string[];
  /** Commits of the base branch that `head` lacks, where this machine could not merge them. */
  readonly behind: number;
}

interface Given {
  readonly pull: PullRequest;
  /** The directory on the base branch. */
  readonly checkout: Checkout;
  readonly own: Side;
  readonly options: CommonOptions;
}

export async function withMerged(
  github: GitHub,
  { pull: { base, head }, checkout, own, options }: Given,
  work: (merged: MergedSide) => Promise<void>,
): Promise<void> {
  const commit = await checkout.commit();
  const isWhole = commit !== undefined && commit.uncommitted === undefined;
  const known = isWhole ? await readForkOf(github, commit.commit, head.sha) : undefined;
  const { ancestor, behind } = known ?? (await readFork(github, base.ref, head.sha));
  const alone = { head: own, own, options, conflicts: [], behind };
  if (behind === 0 || known === undefined) return await work(alone);
  await withMerge(github, { ancestor, head: head.sha, base: checkout }, async (result) => {
    if (result === undefined) return await work(alone);
    if ('conflicts' in result) return await work({ ...alone, conflicts: result.conflicts, behind: 0 });
    const merged = { ...options, directory: result.folder };
    await work({ head: await readSide(merged), own, options: merged, conflicts: [], behind: 0 });
  });
}

/** Undefined where GitHub does not know the commit: a base of one's own is compared, and merged with nothing. */
async function readForkOf(github: GitHub, base: string, head: string): Promise<Fork | undefined> {
  try {
    return await readFork(github, base, head);
  } catch (thrown) {
    if (isCode(thrown, 'github-missing')) return undefined;
    throw thrown;
  }
}
