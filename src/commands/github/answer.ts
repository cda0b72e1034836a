/** `danhba github answer`: answers every open pull request that is not as it was when it was last answered. */

import { createHash } from 'node:crypto';
import { readSide } from '../../consent/side.ts';
import type { GitHub } from '../../github/connect/open.ts';
import { readAnswered, writeAnswered } from '../../github/pull/answered.ts';
import {
  listApprovals,
  listOpenPullRequests,
  type PullRequest,
  readPullRequest,
} from '../../github/pull/pull-request.ts';
import { readCommit } from '../../history/commit.ts';
import { withHead } from '../../history/head-files.ts';
import { refuseOtherBranch } from '../../history/other-branch.ts';
import { refuseOtherCheckout } from '../../history/tree-at.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import {
  type CommonOptions,
  type ExitCode,
  exitCode,
  type Io,
  parseNumber,
  renderError,
  todayOf,
} from '../../process/io.ts';
import { announceMergedForms } from '../../pull/forms.ts';
import { answerQueue } from '../../pull/queue.ts';
import { observeForReview, readBase, reviewPull } from '../../pull/review.ts';
import { visible } from '../../render/text/escape.ts';
import type { Observed } from '../../run/actual.ts';
import { openSetGitHub } from '../../run/github.ts';

export interface AnswerOptions extends CommonOptions {
  /** The branch that `directory` is a checkout of; by default the repository's default one. */
  readonly branch?: string;
  /** Only this one, whatever was answered before; a fork's too. */
  readonly pullRequest?: string;
}

/**
 * Keeps no state of its own: what was answered stands in the answer. Ends with 1 where one of them could not be
 * answered; what they are like is not this command's failure.
 *
 * @throws ExpectedError `checkout-differs` where the directory is not what its commit has; `branch-other`.
 */
export async function githubAnswer(options: AnswerOptions, io: Io): Promise<ExitCode> {
  const { directory } = options;
  const asked =
    options.pullRequest === undefined ? undefined : parseNumber('--pull-request', options.pullRequest);
  const github = await openSetGitHub(io);
  await github.login();
  const commit = (await readCommit(directory))?.commit;
  if (commit === undefined) {
    throw new ExpectedError('checkout-differs.none', { at: directory });
  }
  await refuseOtherCheckout(directory, commit);
  const branch = options.branch ?? (await github.defaultBranch());
  await refuseOtherBranch(github, branch, commit);
  const base = await readBase(options, io);
  const today = todayOf(options, io);
  // Whoever opens a pull request from a fork may know nothing of the servers: a plan would answer questions about them.
  const pulls =
    asked === undefined
      ? (await listOpenPullRequests(github)).filter((pull) => !pull.fork && pull.base.ref === branch)
      : [await readPullRequest(github, asked)];
  let seen: Promise<Observed | undefined> | undefined;
  let failed = false;
  const attempt = async (number: number, answer: () => Promise<void>): Promise<void> => {
    try {
      await answer();
    } catch (thrown) {
      // A fault of ours that one of them has found must not keep the others from their answers.
      io.err(`#${number}: ${renderError(thrown, base.desired.language) ?? faultOf(thrown)}`);
      failed = true;
    }
  };
  for (const pull of pulls) {
    await attempt(pull.number, async () => {
      const state = await stateOf(github, pull, commit);
      if (asked === undefined && (await readAnswered(github, pull.number)) === state) return;
      seen ??= observeForReview(base, io);
      const observed = await seen;
      await withHead(github, pull.head.sha, directory, async (folder) => {
        const headOptions = { ...options, directory: folder };
        const head = await readSide(headOptions);
        const input = { pull, base, baseDirectory: directory, options: headOptions, head, observed, today };
        const { url, text } = await reviewPull(github, input);
        // Last: what broke off in between is answered again.
        await writeAnswered(github, pull.number, text, state);
        io.out(`${url}\n`);
      });
    });
  }
  if (asked === undefined) {
    await answerQueue(github, { branch, options, today }, attempt);
    await announceMergedForms(github, base.desired, attempt);
  }
  return failed ? exitCode.problems : exitCode.clean;
}

function faultOf(thrown: unknown): string {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return `danhba: [internal] ${text.split('\n').map(visible).join('\n')}\n`;
}

/** Everything an answer depends on that people change: its head, the base, and who has approved that head. */
async function stateOf(github: GitHub, { number, head }: PullRequest, base: string): Promise<string> {
  const approvals = await listApprovals(github, number);
  const approvers = approvals.filter(({ commit }) => commit === head.sha).map(({ login }) => login);
  return createHash('sha256')
    .update(JSON.stringify([number, head.sha, base, approvers]))
    .digest('hex');
}
