/** Reads everybody Dovecot knows, all or none. */
import type { Remark } from '../model/problems/remark.ts';
import type { Row } from './connect/answer.ts';
import type { Command } from './connect/doveadm.ts';
import { type Doveadm, describe, incomplete } from './connect/doveadm.ts';

/** Every user, as Dovecot names them. @throws ExpectedError where the list may be short. */
export async function readUsers(doveadm: Doveadm): Promise<readonly string[]> {
  const [answer] = await doveadm.call([{ name: 'user', parameters: { userMask: ['*'] } }], { batch: 1 });
  if (answer?.result === 'nothing') return [];
  if (answer?.result !== 'done') throw incomplete('user *', answer);
  return answer.rows.flatMap(({ user }) => user ?? []);
}

/** The output of one command for one user, or why there is none. */
export type UserRows = { readonly user: string } & (
  | { readonly result: 'read'; readonly rows: readonly Row[] }
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** Users of one request: its answer comes when the last of them is done. */
const usersOfRequest = 100;

/**
 * What a command that only reads says about every user, in one request.
 *
 * Where one mailbox fails, doveadm gives nothing about the others; then each is asked, in batches, so that only those
 * that fail are without an answer. Users about whom there is nothing to say may be missing.
 */
export async function readOfEverybody(
  doveadm: Doveadm,
  name: string,
  more: Command['parameters'] = {},
): Promise<readonly UserRows[]> {
  const everybody: Command = { name, parameters: { ...more, allUsers: true } };
  const [answer] = await doveadm.call([everybody], { batch: 1, once: true });
  if (answer?.result === 'done') {
    const rows = Map.groupBy(answer.rows, ({ username = '' }) => username);
    return [...rows].map(([user, some]) => ({ user, result: 'read', rows: some }));
  }
  const users = await readUsers(doveadm);
  const commands = users.map((user): Command => ({ name, parameters: { ...more, user } }));
  const answers = await doveadm.call(commands, { batch: usersOfRequest });
  return answers.flatMap((one, index): readonly UserRows[] => {
    const user = users[index] as string;
    if (one.result === 'done') return [{ user, result: 'read', rows: one.rows }];
    // Gone since the list was read, or with nothing to tell.
    if (one.result === 'absent' || one.result === 'nothing') return [];
    return [{ user, result: 'failed', detail: describe(one) }];
  });
}
