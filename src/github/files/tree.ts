/** Reads the files of a commit as data, by the names of their content: nothing is checked out. */
import { ExpectedError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';

export interface TreeEntry {
  readonly path: string;
  /** `100644`, `100755`, `120000` (a link), `160000` (another repository). */
  readonly mode: string;
  readonly sha: string;
  /** Bytes; undefined for anything but a file. */
  readonly size: number | undefined;
}

/** Every file of the commit. @throws ExpectedError `pull-too-large` where GitHub does not list them all. */
export async function readTree(github: GitHub, commit: string): Promise<readonly TreeEntry[]> {
  const { data } = await github.octokit.rest.git.getCommit({ ...github.place, commit_sha: commit });
  const tree = await github.octokit.rest.git.getTree({
    ...github.place,
    tree_sha: data.tree.sha,
    recursive: '1',
  });
  if (tree.data.truncated) throw tooLarge(commit);
  return tree.data.tree
    .filter(({ type }) => type !== 'tree')
    .map(({ path, mode, sha, size }) => ({ path: path ?? '', mode: mode ?? '', sha: sha ?? '', size }));
}

/** The bytes of one file. @throws ExpectedError where GitHub cannot be used. */
export async function readBlob(github: GitHub, sha: string): Promise<Buffer> {
  const { data } = await github.octokit.rest.git.getBlob({ ...github.place, file_sha: sha });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}

export function tooLarge(commit: string): ExpectedError {
  return new ExpectedError('pull-too-large', { at: commit.slice(0, 12) });
}
