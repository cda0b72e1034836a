/** `danhba github review`: answers a pull request by one comment, a check run, suggestions and labels. */
import { readGitHubSettings } from '../config.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { type GitHub, openGitHub } from '../github/open.ts';
import { type PullRequest, readBehind, readPullRequest } from '../github/pull-request.ts';
import { ExpectedError } from '../model/errors.ts';
import type { PlanDelta, Review } from '../model/review.ts';
import { comparePlanOfBase, compareProblems } from '../review/difference.ts';
import { notesOf } from '../review/notes.ts';
import { type Desired, judge } from './assess.ts';
import { readCommit } from './commit.ts';
import { answerPull } from './github-answer.ts';
import { judgeConsent } from './github-consent.ts';
import { withDueDays } from './github-deadlines.ts';
import { located, readSide, type Side } from './github-side.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, todayOf } from './io.ts';
import { observe } from './observe.ts';
import { type Proposal, planAgainst, readUsable, type UsableDesired } from './propose.ts';
import { withServers } from './servers.ts';

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
  const github = openSetGitHub(io);
  const pull = await readPullRequest(github, number);
  await refuseOtherHead(pull, options);
  const head = await readSide(options);
  const base = await readBase({ ...options, directory: options.base }, io);
  const today = todayOf(options, io);
  const plans = await planBoth(base.desired, head.desired, today, io);
  const sources = { directory: options.base, ...(plans && { accounts: plans.base.accounts }) };
  const verdict = await judgeConsent(github, pull, base, head, sources);
  const review: Review = {
    verdict,
    ...compareProblems(
      located(base, plans?.base.problems ?? judge(base.desired, [], today)),
      located(head, plans?.head.problems ?? judge(head.desired, [], today)),
    ),
    behind: await readBehind(github, pull),
    ...(plans && { plan: planOfPull(plans, pull, base) }),
    ...(head.desired.directory && { notes: notesOf(base.desired.directory, head.desired.directory, today) }),
  };
  if (options.out !== undefined && plans !== undefined) {
    await writeFileAtomically(options.out, `${JSON.stringify(plans.head.plan, null, 2)}\n`);
  }
  const { policy } = base.desired.directory;
  const { url } = await answerPull(github, pull, review, head, { policy, options, today });
  io.out(`${url}\n`);
  const errors = review.problems.some(({ severity }) => severity === 'error');
  return errors || !verdict.allowed ? exitCode.problems : exitCode.clean;
}

/** What stands on the base branch is what everything is held against: it has to be right. */
async function readBase(options: CommonOptions, io: Io): Promise<Base> {
  const desired = await readUsable(options, io);
  return { ...(await readSide(options)), desired };
}

/** An answer about other files than those that would be merged would let anything pass. */
async function refuseOtherHead({ number, head }: PullRequest, options: ReviewCommandOptions): Promise<void> {
  const given = await readCommit(options.directory, options.commit);
  if (given?.commit === head.sha && given.uncommitted === undefined) return;
  const found = given === undefined ? '?' : `${given.commit.slice(0, 12)}${given.uncommitted ? '+' : ''}`;
  throw new ExpectedError(
    'github-head',
    `#${number}: ${options.directory} không phải là bản mới nhất của pull request / is not the head of the pull request: ${found} ≠ ${head.sha.slice(0, 12)}`,
    'actions/checkout: ref: <head.sha> · --commit SHA',
  );
}

/** @throws ExpectedError where GitHub is not set up. */
export function openSetGitHub(io: Io, patienceMilliseconds?: number): GitHub {
  const settings = readGitHubSettings(io.environment);
  if (settings !== undefined) {
    return openGitHub({ ...settings, ...(patienceMilliseconds !== undefined && { patienceMilliseconds }) });
  }
  throw new ExpectedError(
    'settings',
    'Thiếu GITHUB_TOKEN hoặc GITHUB_REPOSITORY / GITHUB_TOKEN or GITHUB_REPOSITORY is missing',
    'export GITHUB_TOKEN_FILE=… GITHUB_REPOSITORY=owner/name',
  );
}

export function parseNumber(option: string, text: string): number {
  const number = Number(text);
  if (/^[1-9][0-9]{0,9}$/.test(text)) return number;
  throw new ExpectedError('option', `${option} ${text}: phải là số / must be a number`, `${option} 12`);
}

interface Base extends Side {
  readonly desired: UsableDesired;
}

interface Plans {
  readonly base: Proposal;
  readonly head: Proposal;
}

/** Both plans from one read of the servers; undefined where none is set or answers, or the policy is broken. */
async function planBoth(
  base: UsableDesired,
  head: Desired,
  today: string,
  io: Io,
): Promise<Plans | undefined> {
  const { directory } = head;
  if (directory === undefined || (io.environment.DANHBA_LDAP_URL ?? '') === '') return undefined;
  try {
    return await withServers(io, async (servers) => {
      const observed = await observe(servers, base.directory.policy, io.now());
      return {
        base: planAgainst(base, observed, today),
        head: planAgainst({ ...head, directory }, observed, today),
      };
    });
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    io.err(`[${thrown.code}] ${thrown.message}\n`);
    return undefined;
  }
}

/** Its own part of the plan, and by when the rule book wants it done. */
function planOfPull(plans: Plans, pull: PullRequest, { desired: { directory } }: Base): PlanDelta {
  const delta = comparePlanOfBase(plans.base.plan, plans.head.plan);
  return {
    ...delta,
    added: withDueDays(delta.added, pull, directory),
    altered: withDueDays(delta.altered, pull, directory),
  };
}
