/** A directory that is checked out: what Git says of it is asked once, however many pull requests are held against it. */
import { resolve } from 'node:path';
import type { TreeEntry } from '../github/files/tree.ts';
import { type Commit, git, isObjectName, readCommit } from './commit.ts';
import { listTree, unknownCommit } from './tree-at.ts';

/** For one run, in which the directory stays as it is. */
export interface Checkout {
  readonly directory: string;
  readonly commit: () => Promise<Commit | undefined>;
  /** Where it stands in its work tree, ending with a slash; empty at the root, and outside of any. */
  readonly prefix: () => Promise<string>;
  /** As the commit has them, by their paths below the directory; undefined where Git cannot tell. */
  readonly files: () => Promise<readonly TreeEntry[] | undefined>;
  /** Those of another commit, where its objects are there. @throws ExpectedError where that is no name of one. */
  readonly filesAt: (commit: string) => Promise<readonly TreeEntry[] | undefined>;
  /** The folder of its objects; undefined outside of any work tree. */
  readonly objects: () => Promise<string | undefined>;
}

export function openCheckout(directory: string): Checkout {
  return {
    directory,
    commit: once(() => readCommit(directory)),
    prefix: once(async () => (await git(directory, 'rev-parse', '--show-prefix')) ?? ''),
    files: once(() => listTree(directory, 'HEAD')),
    filesAt: async (commit) => {
      if (!isObjectName(commit)) throw unknownCommit(commit);
      return await listTree(directory, commit);
    },
    objects: once(async () => {
      const told = await git(directory, 'rev-parse', '--git-path', 'objects');
      return told === undefined ? undefined : resolve(directory, told);
    }),
  };
}

function once<Found>(ask: () => Promise<Found>): () => Promise<Found> {
  let asked: Promise<Found> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
