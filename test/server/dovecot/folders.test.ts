/** Folders of every name, made by IMAP or by hand in the Maildir: archived and proven, or refused by their name. */
import { execFileSync } from 'node:child_process';
import { chmod, lchown, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveMailbox, expungeArchived } from '../../../src/dovecot/store/archive.ts';
import { readBothSides } from '../../../src/dovecot/store/mailbox.ts';
import {
  addPeople,
  type MailStore,
  mailOf,
  password,
  startMailStore,
} from '../../support/doveadm-fixture.ts';
import { openImap } from '../../support/mail-clients.ts';

let store: MailStore;
let people = 0;
beforeAll(async () => {
  store = await startMailStore();
});
afterAll(() => store?.stop());

const maildirOf = (user: string) =>
  join(store.dovecot.directory, 'mail/people', user.split('@')[0] ?? '', 'Maildir');

/** A new person with one message in the inbox. */
async function newcomer(): Promise<string> {
  people += 1;
  const [user = ''] = await addPeople(store, people, 1);
  const file = 'Subject: x\r\n\r\nthư\r\n';
  const [saved] = await store.doveadm.call([{ name: 'save', parameters: { user, mailbox: 'INBOX', file } }], {
    batch: 1,
  });
  expect(saved?.result).toBe('done');
  return user;
}

/** The files of messages in the Maildir, wherever they lie. */
const filesOf = (user: string): string =>
  execFileSync(
    'find',
    [maildirOf(user), '-type', 'f', '(', '-path', '*/cur/*', '-o', '-path', '*/new/*', ')'],
    {
      encoding: 'utf8',
    },
  );

async function expectDeleted(user: string, messages: number, folders: number): Promise<void> {
  const proof = { messages, folders };
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({
    result: 'archived',
    added: messages,
    ...proof,
  });
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'already', ...proof });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'expunged', messages });
  expect(await expungeArchived(store.doveadm, user)).toEqual({ user, result: 'already' });
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'already', ...proof });
  const both = await readBothSides(store.doveadm, user);
  if (both.result !== 'read') throw new Error(both.result);
  expect([both.mailbox.messages.length, both.archive.messages.length]).toEqual([0, messages]);
  expect(filesOf(user)).toBe('');
}

/** As IMAP writes names: modified UTF-7, quoted. */
const byImap = [
  'danhba-archive',
  'danhba-archive/INBOX',
  'danhba-archive/Sent',
  'INBOX/x',
  'INBOX/x/y',
  'inbox/z',
  '*',
  '%',
  'a*b',
  ' x ',
  ' ',
  '&-',
  'a&AH8-',
  'D&HvE- &AOE-n',
  '&2D3eAA-',
  'x'.repeat(230),
  'A/B/C/D/E/F/G/H/I/J/K/L/M/N/O/P/Q/R/S/T/U/V/W/X/Y/Z',
  'Quarantine',
  'quarantine',
  'sent',
  'cur',
  'a\\"b',
  'a\\\\b',
  '#shared/x',
  'virtual/All',
];

test.each(byImap)('made by IMAP, archived and deleted: %s', async (name) => {
  const user = await newcomer();
  const imap = await openImap(store.dovecot.ports.imap);
  await imap.login(mailOf(user), password);
  expect(await imap.command(`CREATE "${name}"`)).toMatchObject({ status: 'OK' });
  await imap.command('SELECT INBOX');
  expect(await imap.command(`COPY 1 "${name}"`)).toMatchObject({ status: 'OK' });
  imap.close();
  await expectDeleted(user, 2, 2);
});

test.each(['~danhba-archive', '~danhba-archive/INBOX', '~', 'a//b', '.', 'a&AAk-b'])(
  'a user cannot make %s',
  async (name) => {
    const user = await newcomer();
    const imap = await openImap(store.dovecot.ports.imap);
    await imap.login(mailOf(user), password);
    expect((await imap.command(`CREATE "${name}"`)).status).toBe('NO');
    imap.close();
  },
);

/** Everything under the Maildir is Dovecot's, links themselves included. */
async function give(user: string): Promise<void> {
  const { uid, gid } = await stat(maildirOf(user));
  for (const name of await readdir(maildirOf(user), { recursive: true })) {
    await lchown(join(maildirOf(user), name), uid, gid);
  }
}

async function makeDirectory(user: string, directory: string): Promise<void> {
  const place = join(maildirOf(user), directory);
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(place, part), { recursive: true });
  await writeFile(join(place, 'new/1700000000.M1P1.host'), `Subject: ${directory}\r\n\r\nthư\r\n`);
}

test.each(['.INBOX.x', '.danhba-archive', '.*', '.%', '. x ', `.${'x'.repeat(250)}`, '.INBOX.INBOX'])(
  'made by hand, archived and deleted: %s',
  async (directory) => {
    const user = await newcomer();
    await makeDirectory(user, directory);
    await give(user);
    await expectDeleted(user, 2, 2);
  },
);

test('names that differ by their capitals alone are two folders', async () => {
  const user = await newcomer();
  for (const directory of ['.Abc', '.abc']) await makeDirectory(user, directory);
  await give(user);
  await expectDeleted(user, 3, 3);
});

type Hand = (user: string) => Promise<unknown>;

const link =
  (target: string, name: string): Hand =>
  (user) =>
    symlink(target, join(maildirOf(user), name));

/** What a hand or a migration leaves, and the name by which it is told. */
const unopenable: readonly (readonly [string, Hand, string])[] = [
  ['a link to nowhere', link('/nowhere/at/all', '.Dang'), '"Dang"'],
  ['a link in a circle', link('.Loop', '.Loop'), '"Loop"'],
  [
    'a link to nowhere inside',
    async (user) => {
      await mkdir(join(maildirOf(user), '.Half'));
      await symlink('/nowhere', join(maildirOf(user), '.Half/cur'));
    },
    '"Half"',
  ],
  ['no modified UTF-7', (user) => makeDirectory(user, '.bad&zz'), '"bad&zz"'],
  ['UTF-8', (user) => makeDirectory(user, '.Dự án'), '"Dự án"'],
  ['a tilde', (user) => makeDirectory(user, '.~'), '"~"'],
  ["the archive's own name", (user) => makeDirectory(user, '.~danhba-archive.x'), '"~danhba-archive/x"'],
  ['a tab', (user) => makeDirectory(user, '.a\tb'), String.raw`"a\tb"`],
  ['a line end', (user) => makeDirectory(user, '.a\nb'), String.raw`"a\nb"`],
  ['two dots', (user) => makeDirectory(user, '.a..b'), '"a//b"'],
  ['a dot at the end', (user) => makeDirectory(user, '.a.'), '"a/"'],
  [
    'no rights',
    async (user) => {
      await makeDirectory(user, '.Shut');
      await chmod(join(maildirOf(user), '.Shut'), 0);
    },
    '"Shut"',
  ],
  [
    'a wildcard beside a link to nowhere',
    async (user) => {
      await makeDirectory(user, '.*');
      await symlink('/nowhere', join(maildirOf(user), '.Dang'));
    },
    '"Dang"',
  ],
];

test.each(unopenable)('%s: refused by its name, nothing is deleted, and mended it goes', async (...given) => {
  const [, make, quoted] = given;
  const user = await newcomer();
  await make(user);
  await give(user);
  const before = filesOf(user);
  for (const act of [archiveMailbox, expungeArchived]) {
    const outcome = await act(store.doveadm, user);
    expect(outcome).toEqual({
      user,
      result: 'failed',
      detail: { says: 'mail.unopened', facts: { folders: expect.stringContaining(quoted) } },
    });
    expect(outcome).toMatchObject({
      detail: { facts: { folders: expect.not.stringMatching(/"(INBOX|Sent|Drafts|a|\*)"/) } },
    });
  }
  expect(filesOf(user)).toBe(before);
  for (const name of await readdir(maildirOf(user))) {
    if (name.startsWith('.') && name !== '.*') await rm(join(maildirOf(user), name), { recursive: true });
  }
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'archived' });
  expect(await expungeArchived(store.doveadm, user)).toMatchObject({ result: 'expunged' });
});

test('two folders that are one to Dovecot: both are named, nothing is deleted', async () => {
  const user = await newcomer();
  await symlink('.', join(maildirOf(user), '.Self'));
  await give(user);
  const before = filesOf(user);
  for (const act of [archiveMailbox, expungeArchived]) {
    expect(await act(store.doveadm, user)).toMatchObject({
      result: 'failed',
      detail: {
        says: 'mail.merged',
        facts: { folders: expect.stringMatching(/"Self".*"INBOX"|"INBOX".*"Self"/) },
      },
    });
  }
  expect(filesOf(user)).toBe(before);
});

test.each(['.INBOX', '.inbox', '.Inbox'])(
  'mail in %s, which Dovecot never shows, keeps the entry',
  async (name) => {
    const user = await newcomer();
    await makeDirectory(user, name);
    await give(user);
    expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ result: 'archived', messages: 1 });
    const hidden = { user, result: 'hidden', directories: [name] };
    expect(await expungeArchived(store.doveadm, user)).toEqual(hidden);
    expect(await expungeArchived(store.doveadm, user)).toEqual(hidden);
    expect(filesOf(user)).toContain(`/${name}/new/`);
  },
);

test('folders below the inbox count once: two of a kind are not proven by one', async () => {
  const user = await newcomer();
  await makeDirectory(user, '.INBOX.x');
  await give(user);
  expect(await archiveMailbox(store.doveadm, user)).toMatchObject({ messages: 2, folders: 2 });
  const copy = { user, destinationMailbox: 'INBOX', query: ['mailbox', 'INBOX', 'uid', '1'] };
  await store.doveadm.call([{ name: 'copy', parameters: copy }], { batch: 1 });
  expect(await expungeArchived(store.doveadm, user)).toMatchObject({ result: 'left', messages: 1 });
});
