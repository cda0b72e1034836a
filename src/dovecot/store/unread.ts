/** Counts the letters nobody has read in the inboxes of some mailboxes; nothing in them is changed. */
import type { UnreadCount } from '../../model/mail/answers.ts';
import { type Command, type Doveadm, describe } from '../connect/doveadm.ts';

/** Users of one request: its answer comes when the last of them is done. */
const usersOfRequest = 100;

/**
 * Of these users and of nobody else: how many letters somebody has not read is asked of offices, never of people. One
 * that cannot be read keeps no other from being told. @throws ExpectedError where the server as a whole cannot be used.
 */
export async function readUnread(
  doveadm: Doveadm,
  users: readonly string[],
): Promise<readonly UnreadCount[]> {
  const commands = users.map(
    (user): Command => ({
      name: 'mailboxStatus',
      parameters: { user, field: ['unseen'], mailboxMask: ['INBOX'] },
    }),
  );
  const answers = await doveadm.call(commands, { batch: usersOfRequest });
  return answers.map((answer, index): UnreadCount => {
    const user = users[index] as string;
    if (answer.result === 'absent') return { user, result: 'absent' };
    if (answer.result !== 'done') return { user, result: 'failed', detail: describe(answer) };
    const letters = Number(answer.rows.find(({ mailbox }) => mailbox === 'INBOX')?.unseen);
    return Number.isSafeInteger(letters) ? { user, result: 'read', letters } : { user, result: 'absent' };
  });
}
