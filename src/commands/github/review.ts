/** `danhba github review`: answers a pull request by one comment, a check run, suggestions and labels. */

import { readSide } from '../../consent/side.ts';
import { type PullRequest, readPullRequest } from '../../github/pull/pull-request.ts';
import { openCheckout } from '../../history/checkout.ts';
import { readCommit } from '../../history/commit.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import {
  type CommonOptions,
  type ExitCode,
  exitCode,
  type Io,
  parseNumber,
  todayOf,
} from '../../process/io.ts';
import { withMerged } from '../../pull/merged.ts';
import { observeForReview, readBase, reviewPull } from '../../pull/review.ts';
import { openSetGitHub } from '../../run/github.ts';

export interface ReviewCommandOptions extends CommonOptions {
  readonly pullRequest: string;
  /** The directory as it is on the base branch; `directory` is that of the pull request. */
  readonly base: string;
  /** Which commit `directory` is; by default that of its Git checkout. */
  readonly commit?: string;
  /** Where the whole plan goes: the comment leaves private data out. */
  readonly out?: string;
}

/** Ends with 1 where the pull request brings an error or its author may not: the check on GitHub says the same. */
export async function githubReview(options: ReviewCommandOptions, io: Io): Promise<ExitCode> {
  const number = parseNumber('--pull-request', options.pullRequest);
  const github = await openSetGitHub(io);
  await github.login();
  const pull = await readPullRequest(github, number);
  await refuseOtherHead(pull, options);
  const head = await readSide(options);
  const base = await readBase({ ...options, directory: options.base }, io);
  const observed = head.desired.directory === undefined ? undefined : await observeForReview(base, io);
  const today = todayOf(options, io);
  const { base: baseDirectory, out } = options;
  let code: ExitCode = exitCode.problems;
  const checkout = openCheckout(baseDirectory);
  await withMerged(github, { pull, checkout, own: head, options }, async (merged) => {
    const { url, passes } = await reviewPull(github, {
      ...{ ...merged, pull, base, baseDirectory, observed, today },
      ...(out !== undefined && { out }),
    });
    io.out(`${url}\n`);
    if (passes) code = exitCode.clean;
  });
  return code;
}

/** An answer about other files than those that would be merged would let anything pass. */
async function refuseOtherHead({ number, head }: PullRequest, options: ReviewCommandOptions): Promise<void> {
  const given = await readCommit(options.directory, options.commit);
  if (given?.commit === head.sha && given.uncommitted === undefined) return;
  const found = given === undefined ? '?' : `${given.commit.slice(0, 12)}${given.uncommitted ? '+' : ''}`;
  throw new ExpectedError('github-head.directory', {
    at: options.directory,
    number,
    found,
    head: head.sha.slice(0, 12),
  });
}
