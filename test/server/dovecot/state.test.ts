/** What a plan is told of the mail server, on the real one. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, openDoveadm } from '../../../src/dovecot/connect/doveadm.ts';
import { readMailState } from '../../../src/dovecot/state.ts';
import { archiveMailbox, expungeArchived } from '../../../src/dovecot/store/archive.ts';
import {
  addPeople,
  type MailStore,
  mailOf,
  password,
  startMailStore,
  startRelay,
} from '../../support/doveadm-fixture.ts';
import { openImap } from '../../support/mail-clients.ts';

let store: MailStore;
beforeAll(async () => {
  store = await startMailStore();
});
afterAll(() => store?.stop());

const call = (...commands: readonly Command[]) => store.doveadm.call(commands, { batch: 50 });
const save = (user: string, mailbox: string): Command => ({
  name: 'save',
  parameters: { user, mailbox, file: 'Subject: thư\r\n\r\nthư\r\n' },
});
const deleteEntry = (user: string) =>
  store.root.del(`uid=${user.split('@')[0]},ou=people,${store.slapd.baseDn}`);
const state = () => readMailState(store.doveadm);
const mailboxOf = async (user: string) => (await state()).mailboxes.find((one) => one.user === user);

describe('the state of the mail server', () => {
  it('is empty where the directory is', async () => {
    expect(await state()).toEqual({ mailboxes: [], orphans: [] });
  });

  it('tells sessions, scripts and quota of each mailbox', async () => {
    const [first = '', second = ''] = await addPeople(store, 1, 2);
    const script = 'require ["fileinto"];\r\nkeep;\r\n';
    await call(
      { name: 'sievePut', parameters: { user: first, activate: true, scriptname: 'một', file: script } },
      { name: 'sievePut', parameters: { user: first, scriptname: 'hai', file: 'keep;\r\n' } },
    );
    const sessions = [await openImap(store.dovecot.ports.imap), await openImap(store.dovecot.ports.imap)];
    for (const imap of sessions) await imap.login(mailOf(first), password);
    const { mailboxes, orphans } = await state();
    expect(orphans).toEqual([]);
    const quota = { used: 0, limit: 2048 * 1024 };
    expect(mailboxes.toSorted((a, b) => (a.user < b.user ? -1 : 1))).toEqual([
      {
        user: first,
        sessions: 2,
        quota,
        scripts: expect.arrayContaining([
          { name: 'một', active: true, text: script },
          { name: 'hai', active: false, text: 'keep;\r\n' },
        ]),
      },
      { user: second, sessions: 0, quota, scripts: [] },
    ]);
    for (const imap of sessions) imap.close();
  });

  it('names mail that was left without an entry, in whatever folder it is, and nothing else', async () => {
    const users = await addPeople(store, 11, 4);
    const [inInbox = '', inFolder = '', empty = '', deleted = ''] = users;
    await call(
      save(inInbox, 'INBOX'),
      { name: 'mailboxCreate', parameters: { user: inFolder, mailbox: ['Năm 2025'] } },
      save(inFolder, 'Năm 2025'),
      { name: 'mailboxCreate', parameters: { user: empty, mailbox: ['Sent'] } },
      save(deleted, 'INBOX'),
    );
    // As a deletion by danhba leaves it: everything in the archive, and the archive in the home.
    expect(await archiveMailbox(store.doveadm, deleted)).toMatchObject({ result: 'archived' });
    expect(await expungeArchived(store.doveadm, deleted)).toMatchObject({ result: 'expunged' });
    for (const user of users) await deleteEntry(user);
    expect((await state()).orphans).toEqual([inInbox, inFolder]);
  });

  it('is not misled by other things that lie among the homes', async () => {
    const people = join(store.dovecot.directory, 'mail', 'people');
    await writeFile(join(people, 'ghi-chú.txt'), 'x');
    for (const name of ['..cur', 'a b', '*', '-rf', "'; rm", 'LC-1@people']) {
      await mkdir(join(people, name, 'Maildir', 'cur'), { recursive: true });
      await chmod(join(people, name), 0o755);
    }
    const before = (await state()).orphans;
    await writeFile(join(people, '*', 'Maildir', 'cur', '1.M1.x:2,S'), 'Subject: x\n\nx\n');
    expect((await state()).orphans).toEqual(['*@people', ...before]);
  });

  it('says of which mailbox it could not read something', async () => {
    const [user = '', other = ''] = await addPeople(store, 21, 2);
    await mkdir(join(store.dovecot.directory, 'mail', 'people', 'LC-000021'), { recursive: true });
    // A file where Dovecot needs the folder.
    await writeFile(join(store.dovecot.directory, 'mail', 'people', 'LC-000021', 'Maildir'), 'x');
    expect(await mailboxOf(user)).toMatchObject({ user, unread: { says: expect.any(String) }, scripts: [] });
    expect(await mailboxOf(other)).not.toHaveProperty('unread');
    // Without its entry it is left over, and hides nobody either.
    const [left = ''] = await addPeople(store, 31, 1);
    const people = join(store.dovecot.directory, 'mail', 'people');
    await mkdir(join(people, 'LC-000031', 'Maildir', 'cur'), { recursive: true });
    await deleteEntry(left);
    await chmod(join(people, 'LC-000031', 'Maildir'), 0o000);
    const { mailboxes, orphans } = await state();
    expect(mailboxes.map((one) => one.user)).toContain(other);
    // What nobody can look into may hold mail.
    expect(orphans).toContain(left);
    await chmod(join(people, 'LC-000031', 'Maildir'), 0o755);
  });

  it('is asked for in a handful of requests, however many users there are', async () => {
    await addPeople(store, 100, 300);
    const relay = await startRelay(store.dovecot.doveadmUrl);
    const doveadm = openDoveadm({ url: relay.url, apiKey: store.apiKey });
    try {
      relay.watch();
      expect((await readMailState(doveadm)).mailboxes.length).toBeGreaterThanOrEqual(300);
      // The broken mailbox of the test before makes everybody be asked: quota and scripts in batches of 100.
      expect(relay.bodies.length).toBeLessThan(40);
    } finally {
      doveadm.close();
      await relay.stop();
    }
  });

  it('is no state at all where the server is silent about one part', async () => {
    const relay = await startRelay(store.dovecot.doveadmUrl);
    const doveadm = openDoveadm({ url: relay.url, apiKey: store.apiKey });
    try {
      relay.watch((body) => (body.includes('fsIter') ? 'cut' : 'pass'));
      await expect(readMailState(doveadm)).rejects.toMatchObject({ name: 'ExpectedError' });
    } finally {
      doveadm.close();
      await relay.stop();
    }
  });
});
