/** Reads the steps of the main line, by what they took away from the organizations' files and what they brought. */
import { fileKind } from '../desired/read/parse-directory.ts';
import { git, isObjectName } from './commit.ts';

/** Contents of files (their blobs) that were there before a commit and are not any more, and the other way round. */
export interface Step {
  readonly commit: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One line of `git log --raw`: modes and blobs, before and after. */
const change = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]$/;
/** Links and submodules are none of our files. */
const isFile = (mode: string): boolean => mode.startsWith('100');

/**
 * The newest first, as `choice` has them: options and a revision of `git log`. A merge is one step: the commits within
 * it may be anybody's. What is only somewhere else now is in neither.
 */
export async function readSteps(directory: string, choice: readonly string[]): Promise<readonly Step[]> {
  const form = ['--first-parent', '-m', '--root', '--raw', '--no-renames', '--no-abbrev', '--relative', '-z'];
  const log = await git(directory, 'log', ...form, '--format=%x01%H', ...choice, '--', '.');
  return (log ?? '').split('\u0001').flatMap((part) => {
    const [commit = '', ...rest] = part.split('\0');
    if (!isObjectName(commit)) return [];
    const [before, after] = [new Set<string>(), new Set<string>()];
    for (const [index, text] of rest.entries()) {
      const [, mode = '', newMode = '', from = '', to = ''] = change.exec(text) ?? [];
      if (fileKind(rest[index + 1] ?? '') !== 'organization') continue;
      if (isFile(mode)) before.add(from);
      if (isFile(newMode)) after.add(to);
    }
    return [{ commit, before: [...before.difference(after)], after: [...after.difference(before)] }];
  });
}

/** Steps whose files are read at one time: Git is run once for them. */
export const stepsOfRead = 20;
