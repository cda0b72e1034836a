/** Which ids of people are not free: those the files say now, whatever else is wrong in them, and those they ever said. */
import { readDirectoryFiles } from '../files/read-directory.ts';
import { idsOfText } from '../review/person-ids.ts';
import { readIdsOfHistory } from './commit.ts';

/**
 * By the files and Git alone: whoever has an entry on the server once stood in a file. Undefined where Git does not
 * remember all, as in a clone that was cut short.
 */
export async function readUsedIds(directory: string): Promise<ReadonlySet<string> | undefined> {
  const history = await readIdsOfHistory(directory);
  if (history === undefined) return undefined;
  const { files } = await readDirectoryFiles(directory);
  return new Set([...history, ...files.flatMap(({ text }) => idsOfText(text))]);
}
