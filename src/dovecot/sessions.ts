/** Sees who is logged in, cuts them off, and makes sure that they are gone (8.1, 8.2). */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Ended } from '../model/mail/answers.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Remark } from '../model/problems/remark.ts';
import { type Command, type Doveadm, describe, incomplete } from './connect/doveadm.ts';

export interface Session {
  readonly user: string;
  /** imap, pop3, sieve, … */
  readonly service: string;
  readonly pid: string;
  /** Of the client; empty where there is none. */
  readonly address: string;
}

/** Every open session. @throws ExpectedError where the list may be short. */
export async function readSessions(doveadm: Doveadm): Promise<readonly Session[]> {
  // Without separateConnections, Dovecot 2.3 gives broken JSON as soon as there are two users.
  const command = { name: 'who', parameters: { separateConnections: true } } as const;
  const [answer] = await doveadm.call([command], { batch: 1 });
  if (answer?.result === 'nothing') return [];
  if (answer?.result !== 'done') throw incomplete('who', answer);
  return answer.rows.map(({ username = '', service = '', pid = '', ip = '' }) => ({
    user: username,
    service,
    pid,
    address: ip,
  }));
}

/** Forgets what the server remembers of these users' logins. @throws ExpectedError where it does not. */
export async function flushAuthCache(doveadm: Doveadm, users: readonly string[]): Promise<void> {
  // Without a list, the server would forget everybody, and 2.3 dies of a command that has no list at all.
  if (users.length === 0) return;
  const [answer] = await doveadm.call([{ name: 'authCacheFlush', parameters: { user: users } }], {
    batch: 1,
  });
  if (answer?.result === 'done' || answer?.result === 'nothing') return;
  throw incomplete('auth cache flush', answer);
}

export type Kicked = { readonly user: string } & (
  | { readonly result: 'kicked' }
  /** There was no session. */
  | { readonly result: 'none' }
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** doveadm takes one mask a command; a request takes many commands. */
const kicksOfRequest = 200;

/** Tells the sessions of these users to end; they do so within moments. */
export async function kick(doveadm: Doveadm, users: readonly string[]): Promise<readonly Kicked[]> {
  for (const user of users) refuseMask(user);
  const commands = users.map((user): Command => ({ name: 'kick', parameters: { mask: [user] } }));
  const answers = await doveadm.call(commands, { batch: kicksOfRequest });
  return answers.map((answer, index): Kicked => {
    const user = users[index] as string;
    if (answer.result === 'done') return { user, result: 'kicked' };
    if (answer.result === 'nothing') return { user, result: 'none' };
    return { user, result: 'failed', detail: describe(answer) };
  });
}

/** What is no name but a pattern, or a network, would cut off others too. */
function refuseMask(user: string): void {
  if (user !== '' && !/[*?]|^[\d.:a-f]+(\/\d+)?$/i.test(user)) return;
  throw new ExpectedError('doveadm-user', { user });
}

const looks = 6;
const firstLookMilliseconds = 50;

/**
 * Cuts users off who may log in no more: the cache, the sessions, and a look whether they are gone.
 *
 * To be called after the directory has been changed, else they are back at once. Several times for the same users does
 * no harm. @throws ExpectedError where the server cannot be used; then nothing is known of any session.
 */
export async function endSessions(doveadm: Doveadm, users: readonly string[]): Promise<readonly Ended[]> {
  if (users.length === 0) return [];
  await flushAuthCache(doveadm, users);
  const kicked = await kick(doveadm, users);
  let left = await countSessions(doveadm, users);
  for (let look = 0; look < looks && left.size > 0; look++) {
    await sleep(firstLookMilliseconds * 2 ** look);
    // A login that was under way at the first time is a session by now.
    await kick(doveadm, [...left.keys()]);
    left = await countSessions(doveadm, users);
  }
  return kicked.map((one): Ended => {
    const sessions = left.get(one.user) ?? 0;
    if (sessions > 0) return { user: one.user, result: 'left', sessions };
    return one.result === 'kicked' ? { user: one.user, result: 'ended' } : one;
  });
}

async function countSessions(
  doveadm: Doveadm,
  users: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Set(users);
  const open = (await readSessions(doveadm)).filter(({ user }) => wanted.has(user));
  return new Map([...Map.groupBy(open, ({ user }) => user)].map(([user, some]) => [user, some.length]));
}
