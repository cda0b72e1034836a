/** `danhba person-id`: prints the next free id of a person, one that nobody has or ever had. */
import { readUsedIds } from '../history/person-ids.ts';
import { nextPersonId } from '../model/directory/next-person-id.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io } from '../process/io.ts';

export async function personId({ directory }: CommonOptions, io: Io): Promise<ExitCode> {
  const used = await readUsedIds(directory);
  if (used === undefined) throw new ExpectedError('history-cut', { at: directory });
  const id = nextPersonId(used);
  if (id === undefined) throw new ExpectedError('person-id-none', { at: directory });
  io.out(`${id}\n`);
  return exitCode.clean;
}
