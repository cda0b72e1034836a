/** Reads everything a plan needs of the mail server, in bulk: who is there, logged in, how full, and with which scripts. */
import { ownKey } from '../model/doctor/own-name.ts';
import { type MailState, mailUserOfKey, type StoredMailbox } from '../model/mail/state.ts';
import { type Remark, remark } from '../model/problems/remark.ts';
import type { Doveadm } from './connect/doveadm.ts';
import { readSessions } from './sessions.ts';
import { readPlainScripts } from './sieve/plain-scripts.ts';
import { readSieveScripts, type UserScripts } from './sieve/scripts.ts';
import { readOrphans } from './store/orphans.ts';
import { type QuarantineCount, readQuarantines } from './store/quarantine.ts';
import { type Quota, readQuotas } from './store/quota.ts';
import { readUsers } from './users.ts';

/** For a moment there is an entry of its own (`danhba doctor`): no mailbox of anybody's. */
const doctor = mailUserOfKey(ownKey);

/**
 * All mailboxes or none; of one that cannot be read, `unread` says why and the others are whole. Nothing is changed,
 * but a home that nobody ever used may be made.
 *
 * @throws ExpectedError where the server as a whole cannot be used, or a list may be short.
 */
export async function readMailState(doveadm: Doveadm): Promise<MailState> {
  const users = (await readUsers(doveadm)).filter((user) => user !== doctor);
  const sessions = Map.groupBy(await readSessions(doveadm), ({ user }) => user);
  const quotas = new Map((await readQuotas(doveadm)).map((quota) => [quota.user, quota]));
  const managed = new Map((await readSieveScripts(doveadm)).map((some) => [some.user, some]));
  const quarantines = new Map((await readQuarantines(doveadm)).map((count) => [count.user, count]));
  const orphans = (await readOrphans(doveadm, users)).filter((user) => user !== doctor);
  const others = users.filter((user) => !hasActive(managed.get(user)));
  const plain = new Map((await readPlainScripts(doveadm, others)).map((some) => [some.user, some]));
  const mailboxes = users.map((user) => ({
    user,
    sessions: sessions.get(user)?.length ?? 0,
    ...partsOf(quotas.get(user), [managed.get(user), plain.get(user)], quarantines.get(user)),
  }));
  return { mailboxes, orphans };
}

/** Then the file that Dovecot runs is the link to it. */
const hasActive = (scripts: UserScripts | undefined): boolean =>
  scripts?.result === 'read' && scripts.scripts.some(({ active }) => active);

function partsOf(
  quota: Quota | undefined,
  scripts: readonly (UserScripts | undefined)[],
  quarantine: QuarantineCount | undefined,
): Pick<StoredMailbox, 'quota' | 'scripts' | 'quarantined' | 'unread'> {
  const storage = quota?.result === 'read' ? quota.storage : undefined;
  const details = [quota, ...scripts, quarantine].flatMap((one) =>
    one?.result === 'failed' ? [one.detail] : [],
  );
  return {
    scripts: scripts.flatMap((some) => (some?.result === 'read' ? some.scripts : [])),
    ...(storage && {
      quota: { used: storage.used, ...(storage.limit !== undefined && { limit: storage.limit }) },
    }),
    ...(quarantine?.result === 'read' && { quarantined: quarantine.letters }),
    ...(details.length > 0 && { unread: togetherOf(details) }),
  };
}

/** Each once: one failure often befalls all that is read of a mailbox. */
function togetherOf(details: readonly Remark[]): Remark {
  const parts = [...new Map(details.map((detail) => [JSON.stringify(detail), detail])).values()];
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : remark('several', { parts });
}
