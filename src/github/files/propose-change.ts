/** Proposes a change of files: one branch with one commit on top of the base, and its pull request. */
import { createHash } from 'node:crypto';
import { InternalError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';
import { isContained } from '../pull/pull-request.ts';
import { isMarked, isOurs, markText, sameText } from '../talk/own-text.ts';
import {
  blobSha,
  type Commit,
  createBranch,
  createCommit,
  createTree,
  type FileText,
  moveBranch,
  readBranch,
  readCommit,
  readTree,
} from './git-data.ts';

export interface Proposal {
  /** Ours alone: once somebody else pushes to it, it is not updated any more. */
  readonly branch: string;
  /** By default the default branch of the repository. */
  readonly base?: string;
  readonly title: string;
  readonly body: string;
  /** Of the commit. */
  readonly message: string;
  readonly files: readonly FileText[];
  /** By this the same is known again: once somebody has closed it, it is not proposed anew. */
  readonly marker?: string;
  /** Whether a commit that left the base at another one would still be merged as it is. */
  readonly stillMerges?: (ancestor: string, commit: string) => Promise<boolean>;
}

export type Proposed =
  /** The base has these texts already. */
  | { readonly result: 'nothing' }
  /** The same was proposed, and its pull request closed. */
  | { readonly result: 'closed'; readonly number: number; readonly merged: boolean }
  /** Somebody else pushed to the branch: it is left as it is. */
  | { readonly result: 'foreign'; readonly branch: string; readonly commit: string }
  | {
      readonly result: 'created' | 'updated' | 'unchanged';
      readonly number: number;
      readonly url: string;
      readonly commit: string;
    };

const attempts = 3;

/**
 * The same proposal again changes nothing; while the files are the same on the base, or it merges as it is, the commit
 * stays, and with it the approvals. @throws ExpectedError where GitHub cannot be used.
 */
export async function proposeChange(github: GitHub, given: Proposal): Promise<Proposed> {
  const { marker, body } = given;
  const proposal = marker === undefined ? given : { ...given, body: markText(marker, body) };
  const base = proposal.base ?? (await github.defaultBranch());
  if (proposal.branch === base) throw new InternalError(`a proposal on ${base} itself`);
  return await github.lookingAgain(async () => {
    for (let attempt = 1; ; attempt++) {
      const brought = await bringBranch(github, proposal, base);
      if (brought === 'again' && attempt < attempts) continue;
      if (brought === 'again') throw new InternalError(`${proposal.branch}: three others at the same time`);
      if ('result' in brought) return brought;
      return await bringPullRequest(github, proposal, base, brought);
    }
  });
}

interface Brought {
  readonly commit: string;
  readonly moved: boolean;
}

async function bringBranch(
  github: GitHub,
  proposal: Proposal,
  base: string,
): Promise<Brought | Extract<Proposed, { result: 'nothing' | 'foreign' | 'closed' }> | 'again'> {
  const { branch, marker } = proposal;
  const baseSha = await readBranch(github, base);
  if (baseSha === undefined) throw new InternalError(`no branch ${base}`);
  const baseCommit = await readCommit(github, baseSha);
  const baseTree = await readTree(github, baseCommit.tree);
  const files = proposal.files.filter(({ path, text }) => baseTree.get(path) !== blobSha(text));
  if (files.length === 0) return { result: 'nothing' };
  const closed = marker === undefined ? undefined : await findClosed(github, branch, base, marker);
  if (closed !== undefined) return closed;

  const standing = await readBranch(github, branch);
  if (standing !== undefined) {
    const commit = await readCommit(github, standing);
    const isOurs = isSealed(github, branch, commit);
    // What the base has taken in cannot be lost: a merged branch that nobody deleted is free again.
    if (!isOurs && !(await isContained(github, standing, base))) {
      return { result: 'foreign', branch, commit: standing };
    }
    if (
      isOurs &&
      ((await stillFits(github, commit, files, baseTree, proposal.message)) ||
        (await isSameAndMerges(github, proposal, base, commit)))
    )
      return { commit: standing, moved: false };
  }
  const tree = await createTree(github, baseCommit.tree, files);
  const parents = [baseSha];
  const message = seal(github, branch, { tree, parents, message: proposal.message });
  const commit = await createCommit(github, { tree, parents, message });
  if (standing === undefined) {
    return (await createBranch(github, branch, commit)) ? { commit, moved: true } : 'again';
  }
  // A branch cannot be moved on condition. This look leaves one request's time for somebody else's push to be lost.
  if ((await readBranch(github, branch)) !== standing) return 'again';
  await moveBranch(github, branch, commit);
  return { commit, moved: true };
}

/**
 * The last pull request of ours by which the same was proposed, where none is open. One that ended with somebody else's
 * work on its branch says nothing of what was proposed.
 */
async function findClosed(
  github: GitHub,
  branch: string,
  base: string,
  marker: string,
): Promise<Extract<Proposed, { result: 'closed' }> | undefined> {
  const head = `${github.place.owner}:${branch}`;
  const listed = { ...github.place, head, base, state: 'all', per_page: 100 } as const;
  const all = await github.octokit.paginate(github.octokit.rest.pulls.list, listed);
  if (all.some(({ state }) => state === 'open')) return undefined;
  for (const { number, body, user, merged_at, head: at } of all.sort((a, b) => b.number - a.number)) {
    if (!isMarked(marker, body) || !(await isOurs(github, user))) continue;
    if (!isSealed(github, branch, await readCommit(github, at.sha))) continue;
    return { result: 'closed', number, merged: merged_at !== null };
  }
  return undefined;
}

/** Whether the pull request shows exactly these changes, and would merge as it is. */
async function stillFits(
  github: GitHub,
  commit: Commit,
  files: readonly FileText[],
  baseTree: ReadonlyMap<string, string>,
  message: string,
): Promise<boolean> {
  const [parent] = commit.parents;
  if (parent === undefined || !sameText(unsealed(commit.message), message)) return false;
  const before = await readTree(github, (await readCommit(github, parent)).tree);
  const after = await readTree(github, commit.tree);
  const paths = new Set(
    [...before.keys(), ...after.keys()].filter((path) => before.get(path) !== after.get(path)),
  );
  return (
    paths.size === files.length &&
    files.every(
      ({ path, text }) =>
        paths.has(path) && after.get(path) === blobSha(text) && before.get(path) === baseTree.get(path),
    )
  );
}

/** The base has changed the same files meanwhile, elsewhere in them: what is open asks for the same, and can be merged. */
async function isSameAndMerges(
  github: GitHub,
  { branch, marker, message, files, stillMerges }: Proposal,
  base: string,
  commit: Commit,
): Promise<boolean> {
  const [parent] = commit.parents;
  if (marker === undefined || stillMerges === undefined || parent === undefined) return false;
  if (!sameText(unsealed(commit.message), message)) return false;
  const head = `${github.place.owner}:${branch}`;
  const { data } = await github.octokit.rest.pulls.list({ ...github.place, head, base, state: 'open' });
  const isSame = data.some(({ body, user }) => isMarked(marker, body) && user !== null);
  if (!isSame) return false;
  const before = await readTree(github, (await readCommit(github, parent)).tree);
  const after = await readTree(github, commit.tree);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const asked = new Set(files.map(({ path }) => path));
  return changed.every((path) => asked.has(path)) && (await stillMerges(parent, commit.sha));
}

const trailer = 'Danhba-Proposal';

/** A message's last paragraph where it is trailers: Git reads no others. */
const trailers = /\n\n(?:[A-Za-z-]+: .*(?:\n|$))+$/;

/** The message with a line by which the commit is known for ours as long as nobody changed it. */
function seal(github: GitHub, branch: string, commit: Pick<Commit, 'tree' | 'parents' | 'message'>): string {
  const message = commit.message.trimEnd();
  const gap = trailers.test(message) ? '\n' : '\n\n';
  return `${message}${gap}${trailer}: ${digestOf(github, branch, commit)}\n`;
}

function isSealed(github: GitHub, branch: string, commit: Commit): boolean {
  return sameText(commit.message, seal(github, branch, { ...commit, message: unsealed(commit.message) }));
}

function unsealed(message: string): string {
  return message.trimEnd().replace(new RegExp(`\n\n?${trailer}: [0-9a-f]{64}$`), '');
}

function digestOf(
  { place }: GitHub,
  branch: string,
  commit: Pick<Commit, 'tree' | 'parents' | 'message'>,
): string {
  const facts = [place.owner, place.repo, branch, commit.tree, commit.parents, commit.message.trimEnd()];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

async function bringPullRequest(
  github: GitHub,
  { branch, title, body }: Proposal,
  base: string,
  { commit, moved }: Brought,
): Promise<Proposed> {
  const { octokit, place } = github;
  const find = async () => {
    const head = `${place.owner}:${branch}`;
    return (await octokit.rest.pulls.list({ ...place, head, base, state: 'open' })).data[0];
  };
  let there = await find();
  if (there === undefined) {
    try {
      const { data } = await octokit.rest.pulls.create({ ...place, title, body, head: branch, base });
      return { result: 'created', number: data.number, url: data.html_url, commit };
    } catch (thrown) {
      if (!isCode(thrown, 'github-refused')) throw thrown;
      // Another run was faster; or GitHub has another reason.
      there = await find();
      if (there === undefined) throw thrown;
    }
  }
  const found = { number: there.number, url: there.html_url, commit };
  if (sameText(there.title, title) && sameText(there.body, body)) {
    return { result: moved ? 'updated' : 'unchanged', ...found };
  }
  await octokit.rest.pulls.update({ ...place, pull_number: there.number, title, body });
  return { result: 'updated', ...found };
}
