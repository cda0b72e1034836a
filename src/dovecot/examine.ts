/** Looks whether doveadm knows what danhba sends it, and whom its user database has; nobody's mail is touched. */
import type { MailFacts } from '../model/doctor/facts.ts';
import type { Command, Doveadm } from './connect/doveadm.ts';
import { readUsers } from './users.ts';

/** Whom nobody is: a command that is known fails of it, and one that is not says so before. */
const user = 'nobody@danhba.invalid';

/** Of each part of Dovecot that danhba needs, one that only reads: those that write are never sent for a trial. */
const asked: readonly Command[] = [
  { name: 'who', parameters: { separateConnections: true, mask: [user] } },
  { name: 'mailboxList', parameters: { user } },
  { name: 'mailboxStatus', parameters: { user, field: ['messages'], mailboxMask: ['INBOX'] } },
  { name: 'quotaGet', parameters: { user } },
  { name: 'sieveList', parameters: { user } },
  { name: 'fsIter', parameters: { fsDriver: 'posix', fsArgs: '', path: '/danhba-doctor' } },
];

/** @throws ExpectedError where the server as a whole cannot be used. */
export async function examineDovecot(doveadm: Doveadm): Promise<MailFacts> {
  const answers = await doveadm.call(asked, { batch: asked.length, once: true });
  const lacksCommands = asked
    .filter((_, index) => {
      const answer = answers[index];
      return answer?.result === 'refused' && answer.detail.says === 'mail.no-command';
    })
    .map(({ name }) => name);
  return { lacksCommands, users: await readUsers(doveadm) };
}
