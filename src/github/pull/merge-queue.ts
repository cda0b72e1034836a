/** Reads a merge queue: GitHub makes a branch of each entry, which nobody else may write to. */
import type { GitHub } from '../connect/open.ts';

/** What the branch would be once the pull request is merged after those before it. */
export interface QueueEntry {
  readonly pullRequest: number;
  /** What it is merged into: the branch, or the entry before. */
  readonly base: string;
  readonly head: string;
}

/** In the order of their numbers; none where the branch has no queue. @throws ExpectedError where GitHub cannot be used. */
export async function listQueue(github: GitHub, branch: string): Promise<readonly QueueEntry[]> {
  const folder = `heads/gh-readonly-queue/${branch}/`;
  const { data } = await github.octokit.rest.git.listMatchingRefs({ ...github.place, ref: folder });
  return data
    .flatMap(({ ref, object }) => {
      const [, number, base] =
        /^pr-([1-9][0-9]*)-([0-9a-f]{40,64})$/.exec(ref.slice(`refs/${folder}`.length)) ?? [];
      if (!ref.startsWith(`refs/${folder}`) || number === undefined || base === undefined) return [];
      return [{ pullRequest: Number(number), base, head: object.sha }];
    })
    .sort((a, b) => a.pullRequest - b.pullRequest);
}
