/** Which files of a directory Git has and the disk has not: a file that is gone is no file that never was. */
import type { DeletedFile } from '../model/directory/deleted-file.ts';
import { git } from './commit.ts';

/** Asks Git which were deleted since the last commit, beside whatever else there is to do; it refuses nothing. */
export const askDeleted = (directory: string): Promise<string | undefined> =>
  git(directory, 'ls-files', '--deleted', '-z', '--', '.');

/**
 * Those that were deleted since the last commit, and of the organizations that others name and nobody has, those that an
 * earlier commit deleted. Empty without Git.
 */
export async function readDeletedFiles(
  directory: string,
  unknownIds: readonly string[],
  asked = askDeleted(directory),
): Promise<readonly DeletedFile[]> {
  const listed = await asked;
  if (listed === undefined) return [];
  const now = listed.split('\0').filter(Boolean);
  const earlier = await Promise.all(
    unknownIds
      .filter((id) => /^[a-z0-9-]+$/.test(id))
      .slice(0, mostAsked)
      .map((id) => deletedBefore(directory, id)),
  );
  return [...now.map((path) => ({ path, commit: 'HEAD' })), ...earlier.filter((one) => one !== undefined)];
}

/** A file that lost its head names hundreds; each is one question to Git. */
const mostAsked = 10;

async function deletedBefore(directory: string, id: string): Promise<DeletedFile | undefined> {
  const pattern = `:(glob)organizations/**/${id}.yaml`;
  const said = await git(
    directory,
    'log',
    '-1',
    '--diff-filter=D',
    '--format=%h',
    '--name-only',
    '--relative',
    '--',
    pattern,
  );
  const [commit, path] = said?.split('\n').filter(Boolean) ?? [];
  return commit === undefined || path === undefined ? undefined : { path, commit: `${commit}~1` };
}
