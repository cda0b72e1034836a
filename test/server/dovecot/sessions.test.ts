/** Sessions of users on a real Dovecot: seen, cut off, and gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSessions, flushAuthCache, kick, readSessions } from '../../../src/dovecot/sessions.ts';
import { readUsers } from '../../../src/dovecot/users.ts';
import {
  addPeople,
  type MailStore,
  mailOf,
  password,
  startMailStore,
} from '../../support/doveadm-fixture.ts';
import { openImap } from '../../support/mail-clients.ts';

let store: MailStore;
let users: readonly string[];
beforeAll(async () => {
  store = await startMailStore();
  users = await addPeople(store, 1, 4);
});
afterAll(() => store?.stop());

async function login(user: string) {
  const imap = await openImap(store.dovecot.ports.imap);
  expect((await imap.login(mailOf(user), password)).status).toBe('OK');
  return imap;
}

test('all users are read, and nobody is in', async () => {
  expect([...(await readUsers(store.doveadm))].sort()).toEqual(users);
  expect(await readSessions(store.doveadm)).toEqual([]);
});

test('open sessions are seen, each by itself, and those of the users named end', async () => {
  const [first = '', second = '', third = ''] = users;
  const sessions = [await login(first), await login(first), await login(second)];
  const seen = await readSessions(store.doveadm);
  expect(seen.map(({ user, service, address }) => `${user} ${service} ${address}`).sort()).toEqual([
    `${first} imap 127.0.0.1`,
    `${first} imap 127.0.0.1`,
    `${second} imap 127.0.0.1`,
  ]);
  expect(await endSessions(store.doveadm, [first, third])).toEqual([
    { user: first, result: 'ended' },
    { user: third, result: 'none' },
  ]);
  const answers = await Promise.all(sessions.map((imap) => imap.command('NOOP')));
  expect(answers.map(({ status }) => status)).toEqual(['closed', 'closed', 'OK']);
  expect((await readSessions(store.doveadm)).map(({ user }) => user)).toEqual([second]);
  for (const imap of sessions) imap.close();
});

test('a kick says whether there was somebody', async () => {
  const [first = '', second = ''] = users.slice(2);
  const imap = await login(first);
  expect(await kick(store.doveadm, [second, first, 'LC-999999@people'])).toEqual([
    { user: second, result: 'none' },
    { user: first, result: 'kicked' },
    { user: 'LC-999999@people', result: 'none' },
  ]);
  // The kick is a signal: the session may answer once more before it has it.
  await expect.poll(async () => (await imap.command('NOOP')).status, { timeout: 10_000 }).toBe('closed');
});

test.each(['*', 'LC-00000?@people', '127.0.0.1', '0.0.0.0/0', '::/0', ''])(
  'what would cut off others is refused: "%s"',
  async (mask) => {
    await expect(kick(store.doveadm, [mask])).rejects.toMatchObject({ code: 'doveadm-user' });
  },
);

test('nobody is nothing to do, and the server lives on', async () => {
  await flushAuthCache(store.doveadm, []);
  await flushAuthCache(store.doveadm, users);
  expect(await kick(store.doveadm, [])).toEqual([]);
  expect(await endSessions(store.doveadm, [])).toEqual([]);
  expect(await readSessions(store.doveadm)).toEqual([]);
});
