/** `danhba github answer`: answers every open pull request that is not as it was when it was last answered. */

import { createHash } from 'node:crypto';
import { formOfPull } from '../../consent/pending.ts';
import { readSide } from '../../consent/side.ts';
import type { GitHub } from '../../github/connect/open.ts';
import { readAnswered, writeAnswered } from '../../github/pull/answered.ts';
import {
  listApprovals,
  listOpenPullRequests,
  type PullRequest,
  readPullRequest,
} from '../../github/pull/pull-request.ts';
import { openCheckout } from '../../history/checkout.ts';
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
  todayOf,
} from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import { announceMergedForms } from '../../pull/forms.ts';
import { withMerged } from '../../pull/merged.ts';
import { answerQueue } from '../../pull/queue.ts';
import { observeForReview, readBase, reviewPull } from '../../pull/review.ts';
import { visible } from '../../render/text/escape.ts';
import type { Observed } from '../../run/actual.ts';
import { openSetGitHub } from '../../run/github.ts';
import { githubRequest } from './request.ts';

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
  const checkout = openCheckout(directory);
  const commit = (await checkout.commit())?.commit;
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
  const answerOne = async (pull: PullRequest, mayRebuild: boolean): Promise<void> => {
    const state = await stateOf(github, pull, commit);
    if (asked === undefined && (await readAnswered(github, pull.number)) === state) return;
    seen ??= observeForReview(base, io);
    const observed = await seen;
    let rebuilt: PullRequest | undefined;
    await withHead(github, pull.head.sha, checkout, async (folder) => {
      const own = { ...options, directory: folder };
      const given = { pull, checkout, own: await readSide(own), options: own };
      await withMerged(github, given, async (merged) => {
        if (merged.conflicts.length > 0 && mayRebuild) rebuilt = await rebuild(github, pull, options, io);
        if (rebuilt !== undefined) return;
        const input = { ...merged, pull, base, baseDirectory: directory, observed, today };
        const { url, text } = await reviewPull(github, input);
        // Last: what broke off in between is answered again.
        await writeAnswered(github, pull.number, text, state);
        io.out(`${url}\n`);
      });
    });
    if (rebuilt !== undefined) await answerOne(rebuilt, false);
  };
  for (const pull of pulls) {
    await attempt(pull.number, async () => await answerOne(pull, asked === undefined));
  }
  if (asked === undefined) {
    await answerQueue(github, { branch, checkout, options, today }, attempt);
    await announceMergedForms(github, { desired: base.desired, directory, today }, attempt);
  }
  return failed ? exitCode.problems : exitCode.clean;
}

/**
 * A form's own branch that can be merged no more is written anew on the base: only then, for that takes approvals back.
 * Undefined where nothing came of it: somebody has edited the branch, or the form has to be corrected.
 */
async function rebuild(
  github: GitHub,
  pull: PullRequest,
  options: CommonOptions,
  io: Io,
): Promise<PullRequest | undefined> {
  const form = formOfPull(pull);
  if (form === undefined) return undefined;
  try {
    await githubRequest({ ...options, issue: String(form) }, io);
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    io.err(`#${pull.number}: ${renderError(thrown, io.language) ?? ''}`);
  }
  const now = await readPullRequest(github, pull.number);
  return now.open && now.head.sha !== pull.head.sha ? now : undefined;
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
