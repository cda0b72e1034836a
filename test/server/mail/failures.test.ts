// `danhba apply` beside a mail server that is down, slow, strange or huge: locks hold, and no mail is lost.

import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../src/dovecot/connect/doveadm.ts';
import { archiveMailbox, expungeArchived } from '../../../src/dovecot/store/archive.ts';
import type { Imap } from '../../support/mail-clients.ts';
import { carries, type Door, type Hook, openDoor } from '../../support/mail-door.ts';
import { days, type MailPeople, type Name, startMailPeople, userOf } from '../../support/mail-people.ts';

let people: MailPeople;
let door: Door;
beforeAll(async () => {
  people = await startMailPeople();
});
afterAll(() => people?.stop());
beforeEach(async () => {
  door = await openDoor(people.store.dovecot.doveadmUrl);
});
afterEach(() => door?.stop());

const throughDoor = () => ({ environment: { DANHBA_DOVEADM_URL: door.url } });

const suspend = (name: Name) =>
  people.write(
    name,
    `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${days.locked}}`,
  );

/** Ended a year before it is deleted. */
async function end(name: Name): Promise<void> {
  await people.write(name, 'termination: {reason: retirement, document: 77/QĐ, decided: 2025-10-02}');
  expect(await people.apply(days.ended)).toMatchObject({ code: 0 });
  expect(await people.stateOf(name)).toBe('terminated');
}

async function openSession(name: Name): Promise<Imap> {
  const imap = await people.login(name);
  if (imap === null) throw new Error(`${name} cannot log in`);
  return imap;
}

/** The entry is gone, and so many messages are in the archive and nowhere else. */
async function expectDeleted(name: Name, archived: number): Promise<void> {
  expect(await people.stateOf(name)).toBeUndefined();
  expect(await people.count(name)).toEqual({ mailbox: 0, archive: archived });
}

/** Runs a deletion whose process is killed by one of the door's hooks, which is given how. */
async function killedBy(hooksOf: (kill: () => false) => { before?: Hook; after?: Hook }): Promise<void> {
  let pid = 0;
  door.watch(
    hooksOf(() => {
      process.kill(pid, 'SIGKILL');
      return false;
    }),
  );
  const onStart = (started: number) => {
    pid = started;
  };
  expect(await people.apply(days.deleted, { ...throughDoor(), onStart })).toMatchObject({ code: null });
}

test('Dovecot does not answer at a suspension: locked, told, and cut off by the next run', async () => {
  const session = await openSession('An');
  await suspend('An');
  const refused = throughDoor();
  await door.stop();
  const first = await people.apply(days.locked, refused);
  expect(first, first.out + first.err).toMatchObject({ code: 4 });
  expect(first.out).toMatch(/LC-000000.*ECONNREFUSED/);
  expect(await people.stateOf('An')).toBe('suspended');
  expect(await people.login('An')).toBeNull();
  expect(await people.journalOf('An', 'end-sessions')).toMatchObject([{ result: 'retry' }]);
  // Who was in is in: that is why the run did not end well.
  expect(await session.command('NOOP')).toMatchObject({ status: 'OK' });

  const second = await people.apply(days.locked);
  expect(second, second.out + second.err).toMatchObject({ code: 0 });
  expect(await session.command('NOOP')).toMatchObject({ status: 'closed' });
  expect((await people.journalOf('An', 'end-sessions')).at(-1)).toMatchObject({ result: 'applied' });
  const third = await people.apply(days.locked);
  expect(third).toMatchObject({ code: 0, out: expect.stringContaining('Không có thay đổi nào') });
});

test('a wrong API key: locked, the setting is named, the key is nowhere', async () => {
  const wrong = 'khong-phai-khoa-nay-8c1d';
  const session = await openSession('Ba');
  await suspend('Ba');
  const file = join(people.root, 'wrong-key');
  await writeFile(file, wrong);
  const first = await people.apply(days.locked, {
    environment: { DANHBA_DOVEADM_API_KEY_FILE: file, DANHBA_LOG_LEVEL: 'debug' },
  });
  expect(first, first.out + first.err).toMatchObject({ code: 4 });
  expect(await people.stateOf('Ba')).toBe('suspended');
  expect(first.out + first.err).toContain('DANHBA_DOVEADM_API_KEY_FILE');
  const journal = await readFile(join(people.root, '.danhba/journal.jsonl'), 'utf8');
  const right = await readFile(people.store.dovecot.apiKeyFile, 'utf8');
  for (const key of [wrong, right].flatMap((one) => [one, Buffer.from(one).toString('base64')])) {
    expect(first.out + first.err + journal).not.toContain(key);
  }
  expect(await people.apply(days.locked)).toMatchObject({ code: 0 });
  expect(await session.command('NOOP')).toMatchObject({ status: 'closed' });
});

test('every answer is late: all is done, and nothing twice', async () => {
  const session = await openSession('Chi');
  await suspend('Chi');
  const slow = async () => {
    await sleep(150);
    return true;
  };
  door.watch({ after: slow });
  expect(await people.apply(days.locked, throughDoor())).toMatchObject({ code: 0 });
  expect(await session.command('NOOP')).toMatchObject({ status: 'closed' });
  for (const kind of ['suspend', 'end-sessions']) {
    expect(await people.journalOf('Chi', kind)).toMatchObject([{ result: 'applied' }]);
  }

  await people.fill('Chi', 20);
  await end('Chi');
  door.watch({ after: slow });
  expect(await people.apply(days.deleted, throughDoor())).toMatchObject({ code: 0 });
  expect(door.commands.get('backup')).toBe(1);
  await expectDeleted('Chi', 20);
});

test('answers are lost after the work was done: asked again, done once', async () => {
  await people.fill('Du', 20);
  await end('Du');
  const lost = new Set<string>();
  door.watch({
    after: (body) => {
      const command = ['backup', 'expunge'].find((one) => carries(body, one));
      if (command === undefined || lost.has(command)) return true;
      lost.add(command);
      return false;
    },
  });
  expect(await people.apply(days.deleted, throughDoor())).toMatchObject({ code: 0 });
  expect([...lost]).toEqual(['backup', 'expunge']);
  expect(door.commands.get('backup')).toBe(2);
  await expectDeleted('Du', 20);
});

test('10,000 messages: archived, counted, and only then deleted', async () => {
  await people.fill('Giang', 10_000);
  await end('Giang');
  const ended = await people.apply(days.deleted);
  expect(ended, ended.out + ended.err).toMatchObject({ code: 0 });
  expect(ended.out).toMatch(/LC-000004: 10000 thư đã lưu/);
  expect(await people.journalOf('Giang', 'delete')).toMatchObject([
    { result: 'applied', detail: expect.stringContaining('10000') },
  ]);
  await expectDeleted('Giang', 10_000);
  // Only for what hangs: what it leaves behind would fail every test after it.
}, 600_000);

/** When the process is killed, and where the mail is then. */
const moments = [
  ['Hoa', 'when the copy is made', 'after', 'backup', { mailbox: 20, archive: 20 }],
  ['Khang', 'before the mailbox is emptied', 'before', 'expunge', { mailbox: 20, archive: 20 }],
  ['Lan', 'when the mailbox is empty', 'after', 'expunge', { mailbox: 0, archive: 20 }],
] as const;

test.each(moments)('%s: killed %s; the next run ends it, no message is lost', async (...moment) => {
  const [name, , side, command, there] = moment;
  await people.fill(name, 20);
  await end(name);
  await killedBy((kill) => ({ [side]: (body: string) => !carries(body, command) || kill() }));
  expect(await people.stateOf(name)).toBe('terminated');
  expect(await people.count(name)).toEqual(there);
  expect(await people.apply(days.deleted)).toMatchObject({ code: 0 });
  await expectDeleted(name, 20);
});

test('killed when the empty mailbox was seen, before the entry goes; the next run ends it', async () => {
  await people.fill('Minh', 20);
  await end('Minh');
  let emptied = false;
  await killedBy((kill) => ({
    before: (body) => {
      emptied ||= carries(body, 'expunge');
      return true;
    },
    after: (body) => !emptied || carries(body, 'expunge') || kill(),
  }));
  expect(await people.stateOf('Minh')).toBe('terminated');
  const ended = await people.apply(days.deleted);
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('20 thư đã lưu') });
  await expectDeleted('Minh', 20);
});

test('mail that comes between the copy and the emptying is not deleted: the next run archives it', async () => {
  await people.fill('Phong', 20);
  // A suspended mailbox goes on receiving, up to its last moment (8.1).
  const [document, notice] = [
    'document: 5/QĐ, date: 2025-05-02',
    'notice: {document: 6/TB, date: 2025-05-05}',
  ];
  await people.write('Phong', `suspension: {reason: violation, clause: "12.3", ${document}, ${notice}}`);
  expect(await people.apply('2025-05-06')).toMatchObject({ code: 0 });
  let late = false;
  door.watch({
    before: async (body) => {
      if (carries(body, 'expunge') && !late) {
        late = true;
        await people.fill('Phong', 1, 100);
      }
      return true;
    },
  });
  const first = await people.apply(days.deleted, throughDoor());
  expect(first, first.out + first.err).toMatchObject({ code: 4 });
  expect(first.out).toContain('còn 1 thư trong hộp thư');
  expect(await people.stateOf('Phong')).toBe('suspended');
  expect(await people.count('Phong')).toEqual({ mailbox: 1, archive: 20 });
  const second = await people.apply(days.deleted);
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining('21 thư đã lưu') });
  await expectDeleted('Phong', 21);
});

test('a folder that cannot be opened is named; one called as the archive once was goes with the rest', async () => {
  await people.fill('Quy', 2);
  const imap = await openSession('Quy');
  await imap.command('SELECT INBOX');
  for (const folder of ['INBOX/x', 'danhba-archive/INBOX']) {
    expect(await imap.command(`CREATE "${folder}"`)).toMatchObject({ status: 'OK' });
    expect(await imap.command(`COPY 1 "${folder}"`)).toMatchObject({ status: 'OK' });
  }
  imap.close();
  const link = join(people.store.dovecot.directory, 'mail/people/LC-000012/Maildir/.Cũ');
  await symlink('/nowhere', link);
  await end('Quy');
  for (let run = 0; run < 2; run++) {
    const refused = await people.apply(days.deleted);
    expect(refused, refused.out + refused.err).toMatchObject({ code: 4 });
    expect(refused.out).toMatch(/LC-000012.*không mở được thư mục "Cũ": chưa xóa gì.*Maildir/);
    expect(await people.stateOf('Quy')).toBe('terminated');
  }
  await rm(link);
  const ended = await people.apply(days.deleted);
  expect(ended, ended.out + ended.err).toMatchObject({ code: 0 });
  const counts = '4 messages archived, 3 folders';
  const told = '4 thư đã lưu, 3 thư mục';
  const now = 'copied 4, deleted from the mailbox 4';
  expect((await people.journalOf('Quy', 'delete')).at(-1)).toMatchObject({
    result: 'applied',
    detail: expect.stringMatching(`${counts}, [0-9]+ B; .*${now}`),
  });
  expect(ended.out).toContain(told);
  await expectDeleted('Quy', 4);
});

test('a mailbox and an archive that have come apart: nothing is deleted, and a person is asked to look', async () => {
  const folder = async (name: 'mailboxCreate' | 'mailboxDelete') => {
    const command: Command = { name, parameters: { user: userOf('Nga'), mailbox: ['Cũ'] } };
    expect(await people.store.doveadm.call([command], { batch: 1 })).toMatchObject([{ result: 'done' }]);
  };
  const save = (text: string): Command => ({
    name: 'save',
    parameters: { user: userOf('Nga'), mailbox: 'Cũ', file: `Subject: ${text}\r\n\r\n${text}\r\n` },
  });
  await folder('mailboxCreate');
  await people.store.doveadm.call(
    [1, 2, 3, 4, 5].map((number) => save(`thư ${number}`)),
    { batch: 5 },
  );
  expect(await archiveMailbox(people.store.doveadm, userOf('Nga'))).toMatchObject({ result: 'archived' });
  // The same name, another folder: what is in the one must not pass for what is in the other.
  await folder('mailboxDelete');
  await folder('mailboxCreate');
  await people.store.doveadm.call([save('thư mới'), save('thư mới hơn')], { batch: 2 });
  await end('Nga');
  for (let run = 0; run < 2; run++) {
    const ended = await people.apply(days.deleted);
    expect(ended, ended.out + ended.err).toMatchObject({ code: 4 });
    expect(ended.out).toMatch(/LC-000009.*2 thư chưa lưu: cần người xem thư mục "Cũ"/);
    expect(await people.stateOf('Nga')).toBe('terminated');
    expect(await people.count('Nga')).toEqual({ mailbox: 2, archive: 5 });
  }
});

test('mail that came between a crash and the next run is archived too, and then all goes', async () => {
  await people.fill('Oanh', 6);
  expect(await archiveMailbox(people.store.doveadm, userOf('Oanh'))).toMatchObject({ result: 'archived' });
  expect(await expungeArchived(people.store.doveadm, userOf('Oanh'))).toMatchObject({ result: 'expunged' });
  await people.fill('Oanh', 2, 100);
  await end('Oanh');
  const ended = await people.apply(days.deleted);
  // The mailbox of the test before is held, and only that.
  expect(ended.out).toMatch(/8 thư đã lưu/);
  expect(await people.stateOf('Oanh')).toBeUndefined();
});
