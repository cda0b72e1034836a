/** Reads pull requests: who asks for what, which files change, who approved, and which one a commit came by. */
import { ExpectedError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** A deleted account is GitHub's `ghost`. */
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly open: boolean;
  readonly draft: boolean;
  readonly base: { readonly ref: string; readonly sha: string };
  readonly head: { readonly ref: string; readonly sha: string };
  /** The head is of another repository, or of one that was deleted. */
  readonly fork: boolean;
  /** ISO 8601, UTC. */
  readonly opened: string;
  readonly merged: { readonly at: string; readonly commit: string | undefined } | undefined;
}

/** @throws ExpectedError `github-missing` where no pull request has this number. */
export async function readPullRequest(github: GitHub, number: number): Promise<PullRequest> {
  const { data } = await github.octokit.rest.pulls.get({ ...github.place, pull_number: number });
  return asPullRequest(data);
}

/** The pull request by whose merge this commit came to be; undefined where it was pushed, or is not known. */
export async function findMergedPullRequest(
  github: GitHub,
  commit: string,
): Promise<PullRequest | undefined> {
  try {
    const all = await github.octokit.paginate(
      github.octokit.rest.repos.listPullRequestsAssociatedWithCommit,
      { ...github.place, commit_sha: commit, per_page: 100 },
    );
    const merged = all.map(asPullRequest).filter((one) => one.merged !== undefined);
    // The commit can also be within one that was merged, and within another that was merged into that.
    return merged.find((one) => one.merged?.commit === commit) ?? merged[0];
  } catch (thrown) {
    if (isCode(thrown, 'github-refused') || isCode(thrown, 'github-missing')) return undefined;
    throw thrown;
  }
}

/** All that are open, oldest first. */
export async function listOpenPullRequests(github: GitHub): Promise<readonly PullRequest[]> {
  const all = await github.octokit.paginate(github.octokit.rest.pulls.list, {
    ...github.place,
    state: 'open',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  });
  return all.map(asPullRequest);
}

/** The newest, open or not, in one request. */
export async function listNewestPullRequests(github: GitHub): Promise<readonly PullRequest[]> {
  const { data } = await github.octokit.rest.pulls.list({
    ...github.place,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  return data.map(asPullRequest);
}

/**
 * Those by whose merge these commits came to be; who pushed one asked nobody for it. The newest are read by the hundred,
 * back to those last touched before this day, and a commit that none of them has brought is asked for by itself.
 */
export async function findMergedPullRequests(
  github: GitHub,
  commits: ReadonlySet<string>,
  since: string,
): Promise<ReadonlyMap<string, PullRequest>> {
  const found = new Map<string, PullRequest>();
  if (commits.size === 0) return found;
  const pages = github.octokit.paginate.iterator(github.octokit.rest.pulls.list, {
    ...github.place,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  for await (const { data } of pages) {
    for (const told of data) {
      const pull = asPullRequest(told);
      const commit = pull.merged?.commit;
      // Of several merged by one commit the oldest asked first.
      if (commit !== undefined && commits.has(commit) && !isBefore(found.get(commit), pull)) {
        found.set(commit, pull);
      }
    }
    const last = data.at(-1)?.updated_at;
    if (found.size === commits.size || last === undefined || Date.parse(last) < Date.parse(since)) break;
  }
  for (const commit of commits) {
    const pull = found.has(commit) ? undefined : await findMergedPullRequest(github, commit);
    if (pull !== undefined) found.set(commit, pull);
  }
  return found;
}

const isBefore = (one: PullRequest | undefined, other: PullRequest): boolean =>
  one !== undefined && one.number < other.number;

/** Those of this branch of the repository, open or not, newest first. */
export async function listPullRequestsOf(github: GitHub, branch: string): Promise<readonly PullRequest[]> {
  const { data } = await github.octokit.rest.pulls.list({
    ...github.place,
    head: `${github.place.owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  return data.map(asPullRequest);
}

export interface Fork {
  /** The newest commit that both have. */
  readonly ancestor: string;
  /** How many commits of the base the head lacks. */
  readonly behind: number;
}

/** Where the head left the base: a commit, or a branch. */
export async function readFork(github: GitHub, base: string, head: string): Promise<Fork> {
  const { data } = await github.octokit.rest.repos.compareCommitsWithBasehead({
    ...github.place,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return { ancestor: data.merge_base_commit.sha, behind: data.behind_by };
}

/** Whether the branch has the commit in its history: its newest, or an older one. */
export async function isContained(github: GitHub, commit: string, branch: string): Promise<boolean> {
  const { data } = await github.octokit.rest.repos.compareCommitsWithBasehead({
    ...github.place,
    basehead: `${branch}...${commit}`,
    per_page: 1,
  });
  return data.ahead_by === 0;
}

/** What both the single answer and the list say. */
interface Told {
  readonly number: number;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly { readonly name: string }[];
  readonly state: string;
  readonly draft?: boolean;
  readonly base: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } };
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number } | null;
  };
  readonly created_at: string;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
}

function asPullRequest(told: Told): PullRequest {
  return {
    number: told.number,
    url: told.html_url,
    author: told.user?.login ?? 'ghost',
    title: told.title,
    body: told.body ?? '',
    labels: told.labels.map(({ name }) => name),
    open: told.state === 'open',
    draft: told.draft === true,
    base: { ref: told.base.ref, sha: told.base.sha },
    head: { ref: told.head.ref, sha: told.head.sha },
    fork: told.head.repo?.id !== told.base.repo.id,
    opened: told.created_at,
    // Before the merge, merge_commit_sha is that of a trial.
    merged:
      told.merged_at === null
        ? undefined
        : { at: told.merged_at, commit: told.merge_commit_sha ?? undefined },
  };
}

export interface ChangedFile {
  readonly path: string;
  /** Where a renamed or copied file was before. */
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Undefined where GitHub shows none: the file is binary, or the difference too large. */
  readonly patch: string | undefined;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False: GitHub lists 3,000 files and no more. A caller that judges by the list must refuse then. */
  readonly complete: boolean;
}

const mostFiles = 3000;

/** The files this head changes. @throws ExpectedError `github-head` where the branch has moved on since. */
export async function listChangedFiles(
  github: GitHub,
  number: number,
  headSha: string,
): Promise<ChangedFiles> {
  const listed = await github.octokit.paginate(github.octokit.rest.pulls.listFiles, {
    ...github.place,
    pull_number: number,
    per_page: 100,
  });
  // The list is of the newest head: of another than the one that is judged, a hostile push could have it both ways.
  const { head } = await readPullRequest(github, number);
  if (head.sha !== headSha) {
    throw new ExpectedError('github-head.moved', {
      at: `#${number}`,
      before: headSha.slice(0, 12),
      now: head.sha.slice(0, 12),
    });
  }
  const files = listed.map(
    (file): ChangedFile => ({
      path: file.filename,
      previousPath: file.previous_filename,
      status: file.status,
      patch: file.patch,
    }),
  );
  return { files, complete: files.length < mostFiles };
}

export interface Approval {
  readonly login: string;
  /** The head that was approved; a later one may hold something else. */
  readonly commit: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string | undefined;
}

/** Whose last word is an approval; in the order of logins, the author never among them. */
export async function listApprovals(github: GitHub, number: number): Promise<readonly Approval[]> {
  const { author } = await readPullRequest(github, number);
  const reviews = await github.octokit.paginate(github.octokit.rest.pulls.listReviews, {
    ...github.place,
    pull_number: number,
    per_page: 100,
  });
  const last = new Map<string, Approval | undefined>();
  // Oldest first. A comment takes no approval back.
  for (const { user, state, commit_id, submitted_at } of reviews) {
    if (user === null || !['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(state)) continue;
    const approval = { login: user.login, commit: commit_id ?? undefined, at: submitted_at };
    last.set(user.login, state === 'APPROVED' ? approval : undefined);
  }
  return [...last.values()]
    .filter((approval) => approval !== undefined && approval.login !== author)
    .map((approval) => approval as Approval)
    .sort((left, right) => (left.login < right.login ? -1 : 1));
}
