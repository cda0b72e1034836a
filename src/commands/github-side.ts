/** One side of a pull request: its directory, and what its files are called on GitHub. */
import { relative, resolve, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { findRepository } from './codeowners.ts';
import type { CommonOptions, Io } from './io.ts';
import { readUsable, type UsableDesired } from './propose.ts';

/** A directory, and what its files are called on GitHub. */
export interface Side {
  readonly desired: UsableDesired;
  readonly pathOf: (file: string) => string;
  readonly fileOf: (path: string) => string;
}

export async function readSide(options: CommonOptions, io: Io): Promise<Side> {
  const desired = await readUsable(options, io);
  const root = resolve((await findRepository(options.directory)) ?? resolve(options.directory, '..'));
  const pathOf = (file: string) => relative(root, resolve(file)).split(sep).join('/');
  const files = new Map(desired.directory.organizations.map(({ file }) => [pathOf(file), file]));
  return { desired, pathOf, fileOf: (path) => files.get(path) ?? relative('.', resolve(root, path)) };
}

/** The problems under the names GitHub knows the files by. */
export const located = ({ pathOf }: Side, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, at: { ...problem.at, file: pathOf(problem.at.file) } }));
