/** One side of a pull request: its directory, and what its files are called on GitHub. */
import { join, relative, resolve, sep } from 'node:path';
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
  /** The facts of a remark, with the files they name called as on GitHub. */
  readonly named: <Facts extends object>(facts: Facts) => Facts;
}

export async function readSide(options: CommonOptions): Promise<Side> {
  const desired = await readDesired(options);
  const root = resolve((await findRepository(options.directory)) ?? resolve(options.directory, '..'));
  const pathOf = (file: string) => relative(root, resolve(file)).split(sep).join('/');
  const files = new Map((desired.directory?.organizations ?? []).map(({ file }) => [pathOf(file), file]));
  const within = join(options.directory, sep);
  const called = (value: unknown) =>
    typeof value === 'string' && value.startsWith(within) && /\.ya?ml(:\d+)?$/i.test(value)
      ? pathOf(value)
      : value;
  return {
    desired,
    pathOf,
    fileOf: (path) => files.get(path) ?? relative('.', resolve(root, path)),
    named: <Facts extends object>(facts: Facts) =>
      Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, called(value)])) as Facts,
  };
}

/** The problems under the names GitHub knows the files by. */
export const located = ({ pathOf, named }: Side, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(
    (problem) =>
      ({
        ...problem,
        args: named(problem.args),
        at: { ...problem.at, file: pathOf(problem.at.file) },
      }) as Problem,
  );
