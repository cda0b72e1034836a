/** Which ids of people are not free: those the files say now, whatever else is wrong in them, and those they ever said. */
import { readDirectoryFiles } from '../files/read-directory.ts';
import { nextPersonId } from '../model/directory/next-person-id.ts';
import type { Problem } from '../model/problems/problem.ts';
import { idsOfText } from '../review/person-ids.ts';
import { readIdsOfHistory } from './commit.ts';

/**
 * By the files and Git alone: whoever has an entry on the server once stood in a file. Undefined where Git does not
 * remember all, as in a clone that was cut short.
 */
export async function readUsedIds(directory: string): Promise<ReadonlySet<string> | undefined> {
  const history = await readIdsOfHistory(directory);
  if (history === undefined) return undefined;
  return new Set([...history, ...(await readIds(directory))]);
}

async function readIds(directory: string): Promise<readonly string[]> {
  const { files } = await readDirectoryFiles(directory);
  return files.flatMap(({ text }) => idsOfText(text));
}

/**
 * A free id for each that stands twice: what the files alone say would be an id of somebody who has left them.
 * @param proposed a folder without a history of its own, whose ids are not free either.
 */
export async function withFreeIds(
  problems: readonly Problem[],
  directory: string,
  proposed?: string,
): Promise<readonly Problem[]> {
  const isDuplicate = (problem: Problem) => problem.code === 'person-duplicate';
  const known = problems.some(isDuplicate) ? await readUsedIds(directory) : undefined;
  if (known === undefined) return problems;
  const used = [...known, ...(proposed === undefined ? [] : await readIds(proposed))];
  const given = new Map<string, string | undefined>();
  return problems.map((problem) => {
    if (problem.code !== 'person-duplicate') return problem;
    const { id } = problem.args;
    if (!given.has(id))
      given.set(id, nextPersonId([...used, ...given.values()].filter((one) => one !== undefined)));
    const free = given.get(id);
    return free === undefined ? problem : { ...problem, args: { ...problem.args, free } };
  });
}
