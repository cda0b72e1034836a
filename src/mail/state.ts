/** Reads everything a plan needs of the mail server, in bulk: who is there, logged in, how full, and with which scripts. */
import type { MailState, StoredMailbox } from '../model/mail.ts';
import type { Doveadm } from './doveadm.ts';
import { readOrphans } from './orphans.ts';
import { type Quota, readQuotas } from './quota.ts';
import { readSessions } from './sessions.ts';
import { readSieveScripts, type UserScripts } from './sieve-scripts.ts';
import { readUsers } from './users.ts';

/**
 * All mailboxes or none; of one that cannot be read, `unread` says why and the others are whole. Nothing is changed,
 * but a home that nobody ever used may be made.
 *
 * @throws ExpectedError where the server as a whole cannot be used, or a list may be short.
 */
export async function readMailState(doveadm: Doveadm): Promise<MailState> {
  const users = await readUsers(doveadm);
  const sessions = Map.groupBy(await readSessions(doveadm), ({ user }) => user);
  const quotas = new Map((await readQuotas(doveadm)).map((quota) => [quota.user, quota]));
  const scripts = new Map((await readSieveScripts(doveadm)).map((some) => [some.user, some]));
  const orphans = await readOrphans(doveadm, users);
  const mailboxes = users.map((user) => ({
    user,
    sessions: sessions.get(user)?.length ?? 0,
    ...partsOf(quotas.get(user), scripts.get(user)),
  }));
  return { mailboxes, orphans };
}

function partsOf(
  quota: Quota | undefined,
  scripts: UserScripts | undefined,
): Pick<StoredMailbox, 'quota' | 'scripts' | 'unread'> {
  const storage = quota?.result === 'read' ? quota.storage : undefined;
  const details = [quota, scripts].flatMap((one) => (one?.result === 'failed' ? [one.detail] : []));
  return {
    scripts: scripts?.result === 'read' ? scripts.scripts : [],
    ...(storage && {
      quota: { used: storage.used, ...(storage.limit !== undefined && { limit: storage.limit }) },
    }),
    ...(details.length > 0 && { unread: [...new Set(details)].join('; ') }),
  };
}
