/** Refuses a checkout of another branch than the one it is taken for: what stands there nobody has agreed to. */
import type { GitHub } from '../github/connect/open.ts';
import { isCode } from '../github/connect/refusal.ts';
import { isContained } from '../github/pull/pull-request.ts';
import { ExpectedError } from '../model/problems/errors.ts';

/** An older commit of the branch is one of it. @throws ExpectedError `branch-other`, or where GitHub cannot be used. */
export async function refuseOtherBranch(github: GitHub, branch: string, commit: string): Promise<void> {
  if (await isOfBranch(github, branch, commit)) return;
  throw new ExpectedError('branch-other', { at: commit.slice(0, 12), branch });
}

async function isOfBranch(github: GitHub, branch: string, commit: string): Promise<boolean> {
  try {
    return await isContained(github, commit, branch);
  } catch (thrown) {
    // A commit GitHub does not know.
    if (isCode(thrown, 'github-missing')) return false;
    throw thrown;
  }
}
