/** Tells the audit whose merge a run carries out, and who agreed to it, as far as GitHub can say. */
import type { GitHub } from '../github/connect/open.ts';
import { findMergedPullRequest, listApprovals } from '../github/pull/pull-request.ts';
import { ExpectedError } from '../model/problems/errors.ts';

export interface Origin {
  /** Which pull request is carried out, and who approved it: known to those that call for it. */
  readonly pullRequest?: number;
  readonly approvers?: readonly string[];
}

/** The run goes on without: what GitHub cannot tell is missing from the audit, and nothing else. */
export async function readOrigin(
  github: GitHub | undefined,
  commit: string | undefined,
  tell: (failure: ExpectedError) => void,
): Promise<Origin> {
  if (github === undefined || commit === undefined) return {};
  try {
    const pull = await findMergedPullRequest(github, commit);
    if (pull === undefined) return {};
    const approvals = await listApprovals(github, pull.number);
    return { pullRequest: pull.number, approvers: approvals.map(({ login }) => login) };
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    tell(thrown);
    return {};
  }
}
