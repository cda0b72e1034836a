/** One side of a pull request: its directory, and what its files are called on GitHub. */
import { relative, resolve, sep } from 'node:path';
import { findRepository } from '../history/repository.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { CommonOptions } from '../process/io.ts';
import { type Desired, readDesired } from '../run/desired.ts';

/** A directory, and what its files are called on GitHub. */
export interface Side {
  /** Of a pull request even the policy may be broken: that is answered like any other mistake. */
  readonly desired: Desired;
  readonly pathOf: (file: string) => string;
  readonly fileOf: (path: string) => string;
}

export async function readSide(options: CommonOptions): Promise<Side> {
  const desired = await readDesired(options);
  const root = resolve((await findRepository(options.directory)) ?? resolve(options.directory, '..'));
  const pathOf = (file: string) => relative(root, resolve(file)).split(sep).join('/');
  const files = new Map((desired.directory?.organizations ?? []).map(({ file }) => [pathOf(file), file]));
  return { desired, pathOf, fileOf: (path) => files.get(path) ?? relative('.', resolve(root, path)) };
}

/** The problems under the names GitHub knows the files by. */
export const located = ({ pathOf }: Side, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, at: { ...problem.at, file: pathOf(problem.at.file) } }));
