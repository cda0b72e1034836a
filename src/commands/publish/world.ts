/** Reads both sides for the directory people look at. */
import type { UnreadSeen } from '../../model/usage.ts';
import type { CommonOptions, Io } from '../../process/io.ts';
import { type ConsentJudge, type Proposal, propose } from '../../run/propose.ts';
import { withServers } from '../../run/servers.ts';
import { readUnread } from '../../run/unread.ts';

/** What is on the mail server stands in no public page, and is asked for the internal one alone. */
export async function readWorld(
  options: CommonOptions,
  internal: boolean,
  io: Io,
  consents?: ConsentJudge,
): Promise<{ readonly proposal: Proposal; readonly unread: UnreadSeen | undefined }> {
  return await withServers(io, async ({ mail, ...servers }) => {
    const asked = internal && mail ? { ...servers, mail } : servers;
    const proposal = await propose(options, asked, io, undefined, consents);
    return { proposal, unread: internal ? await readUnread(proposal, asked) : undefined };
  });
}
