/** Reads what was done in time, as far as audit and GitHub tell it together: neither knows both days. */
import type { Directory } from '../model/directory/directory.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Period } from '../model/time/period.ts';
import type { RequestsSeen } from '../model/usage.ts';
import type { Io } from '../process/io.ts';
import { readWholeAudit } from '../run/earlier-deeds.ts';
import { openSetGitHub } from '../run/github.ts';
import { readDoneRequests } from './done-requests.ts';

/**
 * GitHub being out of reach is a reason too: the rest of the report stands. @throws ExpectedError `audit` where the file
 * cannot be read, for whoever names one means it.
 */
export async function readRequestsSeen(
  audit: string | undefined,
  period: Period,
  directory: Directory,
  io: Io,
): Promise<RequestsSeen> {
  if (audit === undefined) return { unseen: 'audit' };
  const whole = await readWholeAudit(audit);
  if (whole === undefined) return { unseen: 'broken' };
  try {
    const github = await openSetGitHub(io);
    const done = await readDoneRequests(github, whole.deeds, period, directory);
    return { ...done, ...(whole.since !== undefined && { since: whole.since }) };
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    return { unseen: thrown.remark.says === 'settings.github' ? 'github' : thrown.remark };
  }
}
