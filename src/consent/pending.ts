/** What forms have proposed and nobody has merged yet: which pull request is whose, and which ids they give. */

import type { GitHub } from '../github/connect/open.ts';
import { setLabels } from '../github/pull/labels.ts';
import {
  listChangedFiles,
  listOpenPullRequests,
  type PullRequest,
  readPullRequest,
} from '../github/pull/pull-request.ts';
import { staleRequestLabel, staleRequestPrefix } from '../render/github/request.ts';
import { idsOfDifference } from '../review/person-ids.ts';

export interface Pending {
  /** The open pull request of the form itself. */
  readonly own: PullRequest | undefined;
  readonly others: readonly PullRequest[];
}

const prefix = 'danhba/request-';

export const requestBranch = (issue: number): string => `${prefix}${issue}`;

/** The issue of the form a pull request was made of, by its branch; whoever proposed it in danhba's name. */
export function formOfPull({ fork, head }: PullRequest): number | undefined {
  const [, issue] = /^danhba\/request-([1-9][0-9]{0,9})$/.exec(head.ref) ?? [];
  return issue === undefined || fork ? undefined : Number(issue);
}

/** Only branches of the repository: in a fork, anybody could take all ids there are. */
export async function readPending(github: GitHub, issue: number): Promise<Pending> {
  const open = await listOpenPullRequests(github);
  const ours = open.filter(({ fork, head }) => !fork && head.ref.startsWith(prefix));
  return {
    own: ours.find(({ head }) => head.ref === requestBranch(issue)),
    others: ours.filter(({ head }) => head.ref !== requestBranch(issue)),
  };
}

/** The ids of people on the lines these pull requests add. */
export async function readPendingIds(
  github: GitHub,
  pulls: readonly PullRequest[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { number } of pulls) {
    // Asked for once more: where somebody has pushed since the list was made, the newest counts.
    const { head } = await readPullRequest(github, number);
    const { files } = await listChangedFiles(github, number, head.sha);
    for (const { patch = '' } of files) ids.push(...idsOfDifference(patch, 'added'));
  }
  return ids;
}

/** Tells on the form's pull request whether it still records what the form says: somebody may be about to approve it. */
export async function markStale(github: GitHub, { own }: Pending, stale: boolean): Promise<void> {
  const marked = own?.labels.some((name) => name.startsWith(staleRequestPrefix)) ?? false;
  if (own === undefined || marked === stale) return;
  await setLabels(github, own.number, staleRequestPrefix, stale ? [staleRequestLabel] : []);
}
