/** Reads how many letters wait unread in agency mailboxes, by account. */
import type { MailServer } from '../dovecot/mail-server.ts';
import type { ActualAccount } from '../model/account/account.ts';
import { type Key, parseKey } from '../model/account/key.ts';
import type { Places } from '../model/account/places.ts';
import { ownMailUserOf } from '../model/mail/state.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { UnreadSeen } from '../model/usage.ts';
import type { Proposal } from './propose.ts';
import type { Servers } from './servers.ts';

/** Undefined where no mail server is set. One that did not answer the plan is not asked again: the report says why. */
export async function readUnread(
  { plan, accounts }: Pick<Proposal, 'plan' | 'accounts'>,
  { mail }: Servers,
): Promise<UnreadSeen | undefined> {
  return plan.mail?.unreachable === undefined ? await readUnreadOfAgencies(mail, accounts, plan) : undefined;
}

/** Of organizations whose mailbox is open. */
async function readUnreadOfAgencies(
  mail: MailServer | undefined,
  accounts: readonly ActualAccount[],
  places: Places,
): Promise<UnreadSeen | undefined> {
  if (mail === undefined) return undefined;
  const users = new Map<string, Key>();
  for (const account of accounts) {
    const isOpen = account.mailbox && account.state === 'active';
    if (!isOpen || parseKey(account.key)?.kind !== 'organization') continue;
    const user = ownMailUserOf(account, places);
    if (user !== undefined) users.set(user, account.key);
  }
  try {
    const counts = await mail.readUnread([...users.keys()]);
    const letters = new Map<Key, number>();
    for (const count of counts) {
      const key = users.get(count.user);
      if (count.result === 'read' && key !== undefined) letters.set(key, count.letters);
    }
    return { letters, failed: users.size - letters.size };
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return { unseen: thrown.remark };
    throw thrown;
  }
}
