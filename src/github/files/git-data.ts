/** Reads and writes branches, commits and trees of the repository, as git names them. */
import { createHash } from 'node:crypto';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** The commit of the branch; undefined where there is no such branch. */
export async function readBranch(github: GitHub, branch: string): Promise<string | undefined> {
  try {
    return (await github.octokit.rest.git.getRef({ ...github.place, ref: `heads/${branch}` })).data.object
      .sha;
  } catch (thrown) {
    if (isCode(thrown, 'github-missing')) return undefined;
    throw thrown;
  }
}

export async function readCommit(github: GitHub, sha: string): Promise<Commit> {
  const { data } = await github.octokit.rest.git.getCommit({ ...github.place, commit_sha: sha });
  return {
    sha: data.sha,
    tree: data.tree.sha,
    parents: data.parents.map((parent) => parent.sha),
    message: data.message,
  };
}

/** Every file's blob by its path. @throws ExpectedError where GitHub does not list them all. */
export async function readTree(github: GitHub, tree: string): Promise<ReadonlyMap<string, string>> {
  const { data } = await github.octokit.rest.git.getTree({ ...github.place, tree_sha: tree, recursive: '1' });
  if (data.truncated) {
    throw new ExpectedError('github-tree', {});
  }
  const blobs = data.tree.filter(({ type }) => type === 'blob');
  return new Map(blobs.map(({ path, sha }) => [path, sha]));
}

/** The name git gives to a file with this text. */
export function blobSha(text: string): string {
  const data = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${data.length}\0`).update(data).digest('hex');
}

export interface FileText {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The tree with these files put in. */
export async function createTree(github: GitHub, base: string, files: readonly FileText[]): Promise<string> {
  const { data } = await github.octokit.rest.git.createTree({
    ...github.place,
    base_tree: base,
    tree: files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text })),
  });
  return data.sha;
}

export async function createCommit(
  github: GitHub,
  commit: Pick<Commit, 'tree' | 'parents' | 'message'>,
): Promise<string> {
  const { data } = await github.octokit.rest.git.createCommit({
    ...github.place,
    tree: commit.tree,
    parents: [...commit.parents],
    message: commit.message,
  });
  return data.sha;
}

/** False where another run was faster, or the name cannot be that of a branch. */
export async function createBranch(github: GitHub, branch: string, sha: string): Promise<boolean> {
  try {
    await github.octokit.rest.git.createRef({ ...github.place, ref: `refs/heads/${branch}`, sha });
    return true;
  } catch (thrown) {
    if (isCode(thrown, 'github-refused') && (await readBranch(github, branch)) !== undefined) return false;
    throw thrown;
  }
}

export async function moveBranch(github: GitHub, branch: string, sha: string): Promise<void> {
  await github.octokit.rest.git.updateRef({ ...github.place, ref: `heads/${branch}`, sha, force: true });
}
