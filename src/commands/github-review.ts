/** `danhba github review`: answers a pull request by one comment, a check run, suggestions and labels. */
import { relative, resolve, sep } from 'node:path';
import { readGitHubSettings } from '../config.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { writeCheckRun } from '../github/check-run.ts';
import { writeStickyComment } from '../github/comments.ts';
import { setLabels } from '../github/labels.ts';
import { type GitHub, openGitHub } from '../github/open.ts';
import {
  listApprovals,
  listChangedFiles,
  type PullRequest,
  readPullRequest,
} from '../github/pull-request.ts';
import { writeSuggestions } from '../github/suggestions.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { AuthorVerdict, Review } from '../model/review.ts';
import { headline, renderReview } from '../render/review.ts';
import { problemNotes, renderSuggestion, reviewLabels } from '../render/review-notes.ts';
import { judgeAuthor } from '../review/author.ts';
import { comparePlanOfBase, compareProblems } from '../review/difference.ts';
import { operatorsOf } from '../review/owners.ts';
import { suggestLines } from '../review/suggest.ts';
import { termOf } from '../review/term.ts';
import { judge } from './assess.ts';
import { findRepository } from './codeowners.ts';
import { labelTerm } from './github-deadlines.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, todayOf } from './io.ts';
import { observe } from './observe.ts';
import { type Proposal, planAgainst, readUsable, type UsableDesired } from './propose.ts';
import { withServers } from './servers.ts';

export interface ReviewCommandOptions extends CommonOptions {
  readonly pullRequest: string;
  /** The directory as it is on the base branch; `directory` is that of the pull request. */
  readonly base: string;
  /** Where the whole plan goes: the comment leaves private data out. */
  readonly out?: string;
}

/** A directory, and what its files are called on GitHub. */
interface Side {
  readonly desired: UsableDesired;
  readonly pathOf: (file: string) => string;
  readonly fileOf: (path: string) => string;
}

const labelPrefix = 'danhba: ';

/** Ends with 1 where the pull request brings an error or its author may not: the check on GitHub says the same. */
export async function githubReview(options: ReviewCommandOptions, io: Io): Promise<ExitCode> {
  const number = parseNumber('--pull-request', options.pullRequest);
  const github = openSetGitHub(io);
  const pull = await readPullRequest(github, number);
  const head = await readSide(options, io);
  const base = await readSide({ ...options, directory: options.base }, io);
  const verdict = await judgeConsent(github, pull, base, head);
  const today = todayOf(options, io);
  const plans = await planBoth(base.desired, head.desired, today, io);
  const review: Review = {
    verdict,
    ...compareProblems(
      located(base, plans?.base.problems ?? judge(base.desired, [], today)),
      located(head, plans?.head.problems ?? judge(head.desired, [], today)),
    ),
    ...(plans && { plan: comparePlanOfBase(plans.base.plan, plans.head.plan) }),
  };
  if (options.out !== undefined && plans !== undefined) {
    await writeFileAtomically(options.out, `${JSON.stringify(plans.head.plan, null, 2)}\n`);
  }
  const { url } = await tell(github, pull, review, head);
  io.out(`${url}\n`);
  const errors = review.problems.some(({ severity }) => severity === 'error');
  return errors || !verdict.allowed ? exitCode.problems : exitCode.clean;
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

async function readSide(options: CommonOptions, io: Io): Promise<Side> {
  const desired = await readUsable(options, io);
  const root = resolve((await findRepository(options.directory)) ?? resolve(options.directory, '..'));
  const pathOf = (file: string) => relative(root, resolve(file)).split(sep).join('/');
  const files = new Map(desired.directory.organizations.map(({ file }) => [pathOf(file), file]));
  return { desired, pathOf, fileOf: (path) => files.get(path) ?? relative('.', resolve(root, path)) };
}

/** By the list of GitHub, not by the two folders: what lies outside the directory counts as well. */
async function judgeConsent(
  github: GitHub,
  pull: PullRequest,
  base: Side,
  head: Side,
): Promise<AuthorVerdict> {
  const { files, complete } = await listChangedFiles(github, pull.number, pull.head.sha);
  const approvals = await listApprovals(github, pull.number);
  const operators = operatorsOf(base.desired.directory);
  const organizations = ({ desired, pathOf }: Side) =>
    desired.directory.organizations.map(({ file, organization }) => ({ file: pathOf(file), organization }));
  const verdict = judgeAuthor({
    author: pull.author,
    approvers: approvals.filter(({ commit }) => commit === pull.head.sha).map(({ login }) => login),
    changedFiles: files.map(({ path, previousPath }) => ({ path, ...(previousPath && { previousPath }) })),
    baseOrganizations: organizations(base),
    headOrganizations: organizations(head),
    operators,
  });
  if (complete) return verdict;
  // GitHub lists no more of them: what nobody sees, nobody but the operators may change.
  const missing = verdict.allowed ? [] : verdict.missing;
  const isOperator = operators.some((login) => login.toLowerCase() === pull.author.toLowerCase());
  return isOperator
    ? verdict
    : { allowed: false, missing: [...missing, { code: 'outside', files: ['…'], ask: operators }] };
}

/** Both plans from one read of the servers; undefined where none is set, or it does not answer. */
async function planBoth(
  base: UsableDesired,
  head: UsableDesired,
  today: string,
  io: Io,
): Promise<{ readonly base: Proposal; readonly head: Proposal } | undefined> {
  if ((io.environment.DANHBA_LDAP_URL ?? '') === '') return undefined;
  try {
    return await withServers(io, async (servers) => {
      const observed = await observe(servers, base.directory.policy, io.now());
      return { base: planAgainst(base, observed, today), head: planAgainst(head, observed, today) };
    });
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    io.err(`[${thrown.code}] ${thrown.message}\n`);
    return undefined;
  }
}

const located = ({ pathOf }: Side, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, at: { ...problem.at, file: pathOf(problem.at.file) } }));

async function tell(
  github: GitHub,
  { number, head: { sha } }: PullRequest,
  review: Review,
  { desired: { language, context, directory }, fileOf }: Side,
) {
  const there = (place: Place): Place => ({ ...place, file: fileOf(place.file) });
  const shown = {
    language,
    locate: (place: Place) => context.locate(there(place)),
    textOf: (path: string) => context.textOf(fileOf(path)),
  };
  const text = renderReview(review, shown);
  const comment = await writeStickyComment(github, number, 'review', text);
  const failed = review.problems.some(({ severity }) => severity === 'error');
  await writeCheckRun(github, {
    headSha: sha,
    name: 'danhba',
    conclusion: failed ? 'failure' : review.verdict.allowed ? 'success' : 'action_required',
    title: headline(review, language),
    summary: text.slice(0, 65_000),
    annotations: problemNotes(review.problems, shown),
  });
  const suggestions = suggestLines(review.problems, shown).map(({ path, line, text: wanted }) => ({
    path,
    line,
    body: renderSuggestion(wanted, language),
  }));
  await writeSuggestions(github, number, sha, suggestions);
  await setLabels(github, number, labelPrefix, reviewLabels(review, labelPrefix));
  const days = review.plan === undefined ? undefined : termOf(review.plan, directory.policy.deadlines);
  if (review.plan !== undefined) await labelTerm(github, number, days);
  return comment;
}
