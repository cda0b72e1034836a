/** A mailbox of a thousand messages: archived, proven, deleted; and what happens when a run ended in between. */
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../../src/dovecot/connect/doveadm.ts';
import { archiveMailbox, expungeArchived } from '../../../src/dovecot/store/archive.ts';
import { readBothSides } from '../../../src/dovecot/store/mailbox.ts';
import { readQuotas } from '../../../src/dovecot/store/quota.ts';
import {
  addPeople,
  type MailStore,
  mailOf,
  password,
  startMailStore,
  withoutArchive,
} from '../../support/doveadm-fixture.ts';
import { openImap } from '../../support/mail-clients.ts';

let store: MailStore;
let users: readonly string[];
beforeAll(async () => {
  store = await startMailStore();
  users = await addPeople(store, 1, 8);
  // Without the shipped namespace an archive could not be seen: nothing is copied, nothing deleted.
  const [user = ''] = users;
  await fill(user, 'INBOX', 3);
  await withoutArchive(store, user, async () => {
    for (const act of [archiveMailbox, expungeArchived]) {
      const outcome = await act(store.doveadm, user);
      expect(outcome).toEqual({
        user,
        result: 'failed',
        detail: expect.objectContaining({ facts: { prefix: '~danhba-archive/' } }),
      });
    }
  });
});
afterAll(() => store?.stop());

const message = (folder: string, number: number) =>
  `Subject: ${folder} ${number}\r\nMessage-ID: <${number}.${folder.length}@laichau.gov.vn>\r\n\r\n${'thư '.repeat(number % 50)}\r\n`;

async function fill(user: string, folder: string, count: number, first = 0): Promise<void> {
  const create: Command = { name: 'mailboxCreate', parameters: { user, mailbox: [folder] } };
  if (folder !== 'INBOX') await store.doveadm.call([create], { batch: 1 });
  const save = Array.from({ length: count }, (_, index): Command => {
    return { name: 'save', parameters: { user, mailbox: folder, file: message(folder, first + index) } };
  });
  const answers = await store.doveadm.call(save, { batch: 100 });
  expect(new Set(answers.map(({ result }) => result))).toEqual(new Set(['done']));
}

async function remove(user: string, query: readonly string[]): Promise<void> {
  const [answer] = await store.doveadm.call([{ name: 'expunge', parameters: { user, query } }], { batch: 1 });
  expect(answer?.result).toBe('done');
}

async function count(user: string): Promise<{ mailbox: number; archive: number }> {
  const sides = await readBothSides(store.doveadm, user);
  if (sides.result !== 'read') throw new Error(sides.result);
  return { mailbox: sides.mailbox.messages.length, archive: sides.archive.messages.length };
}

test('1,000 messages in folders of any name', async () => {
  const [user = ''] = users.slice(1);
  const folders = [
    ['INBOX', 500],
    ['Dự án/2026 "x"', 300],
    ['*', 100],
    ['a%b', 99],
    ['Trash', 1],
  ] as const;
  for (const [folder, number] of folders) await fill(user, folder, number);
  const archived = await archiveMailbox(store.doveadm, user);
  expect(archived).toMatchObject({ user, result: 'archived', messages: 1000, folders: 5, added: 1000 });
  const { added: _, ...proof } = archived as Extract<typeof archived, { added: number }>;
  expect(await archiveMailbox(store.doveadm, user)).toEqual({ ...proof, result: 'already' });

  expect(await expungeArchived(store.doveadm, user)).toEqual({
    user,
    result: 'expunged',
    messages: 1000,
  });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'already' });
  expect(await count(user)).toEqual({ mailbox: 0, archive: 1000 });
  // A run that begins again after all this must not make the archive equal to the empty mailbox.
  expect(await archiveMailbox(store.doveadm, user)).toEqual({ ...proof, result: 'already' });
  expect(await count(user)).toEqual({ mailbox: 0, archive: 1000 });
});

test('a run that ended in the middle of deleting is taken up', async () => {
  const [user = ''] = users.slice(2);
  await fill(user, 'INBOX', 20);
  await archiveMailbox(store.doveadm, user);
  await remove(user, ['mailbox', 'INBOX', 'uid', '3:9,12']);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'already', messages: 20 });
  expect(await expungeArchived(store.doveadm, user)).toEqual({
    user,
    result: 'expunged',
    messages: 12,
  });
  expect(await count(user)).toEqual({ mailbox: 0, archive: 20 });
});

test('a run that ended in the middle of copying is taken up', async () => {
  const [user = ''] = users.slice(3);
  await fill(user, 'INBOX', 5);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'archived', messages: 5 });
  await fill(user, 'INBOX', 5, 5);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({
    result: 'archived',
    messages: 10,
    added: 5,
  });
});

test('mail that came after the copy is not deleted, and no copy destroys what is archived', async () => {
  const [user = ''] = users.slice(4);
  await fill(user, 'INBOX', 5);
  await archiveMailbox(store.doveadm, user);
  await fill(user, 'INBOX', 2, 5);
  expect(await expungeArchived(store.doveadm, user)).toEqual({
    user,
    result: 'left',
    messages: 2,
    folders: ['INBOX'],
  });
  expect(await count(user)).toEqual({ mailbox: 2, archive: 5 });
  await fill(user, 'Mới', 3);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'archived', messages: 10 });
  expect(await count(user)).toEqual({ mailbox: 5, archive: 10 });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'expunged', messages: 5 });
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'already', messages: 10 });
});

test('a folder that was deleted and made again is told, and the archive keeps what it has', async () => {
  const [user = ''] = users.slice(7);
  await fill(user, 'Cũ', 3);
  await archiveMailbox(store.doveadm, user);
  const [gone] = await store.doveadm.call(
    [{ name: 'mailboxDelete', parameters: { user, mailbox: ['Cũ'] } }],
    {
      batch: 1,
    },
  );
  expect(gone?.result).toBe('done');
  await fill(user, 'Cũ', 2, 10);
  const two = { user, messages: 2, folders: ['Cũ'] };
  expect(await archiveMailbox(store.doveadm, user)).toEqual({ ...two, result: 'diverged' });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ ...two, result: 'left' });
  expect(await count(user)).toEqual({ mailbox: 2, archive: 3 });
});

test('an archive that was lost is made again before anything is deleted', async () => {
  const [user = ''] = users.slice(5);
  await fill(user, 'INBOX', 4);
  await archiveMailbox(store.doveadm, user);
  const archive = join(store.dovecot.directory, 'mail/people', user.split('@')[0] ?? '', 'archive');
  await access(archive);
  await rm(archive, { recursive: true });
  expect(await expungeArchived(store.doveadm, user)).toMatchObject({ result: 'left', messages: 4 });
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'archived', messages: 4 });
});

test('a mailbox that was never used has an archive without messages', async () => {
  const [user = ''] = users.slice(6);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'already', messages: 0 });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'already' });
});

test('whom the server does not know', async () => {
  const user = 'LC-999999@people';
  expect(await archiveMailbox(store.doveadm, user)).toEqual({ user, result: 'absent' });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'absent' });
});

test('the user sees no archive, cannot open it, and does not pay for it', async () => {
  const [user = ''] = users.slice(2);
  const imap = await openImap(store.dovecot.ports.imap);
  await imap.login(mailOf(user), password);
  const listed = [
    ...(await imap.command('LIST "" "*"')).lines,
    ...(await imap.command('LIST "~danhba-archive/" "*"')).lines,
  ];
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.join()).not.toContain('archive');
  expect((await imap.command('SELECT "~danhba-archive/INBOX"')).status).toBe('NO');
  imap.close();
  const quota = (await readQuotas(store.doveadm)).find((one) => one.user === user);
  expect(quota).toMatchObject({ messages: { used: 0 } });
});
