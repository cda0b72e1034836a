/** What `danhba apply` does on a real mail server as accounts are locked, reset, restored and deleted; and what `plan` sees. */
import { appendFile, chown, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Command, describe } from '../../../src/dovecot/connect/doveadm.ts';
import { readBothSides } from '../../../src/dovecot/store/mailbox.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { password } from '../../support/doveadm-fixture.ts';
import { type Imap, loginPop3, openManageSieve } from '../../support/mail-clients.ts';
import { days, type MailPeople, type Name, startMailPeople, userOf } from '../../support/mail-people.ts';

let people: MailPeople;
beforeAll(async () => {
  people = await startMailPeople();
});
afterAll(() => people?.stop());

const nothingLeft = { code: 0, out: expect.stringContaining('Không có thay đổi nào') };
const breach = `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${days.locked}}`;
const addressOf = (name: Name) => `${name.toLowerCase()}nv.sokx@laichau.gov.vn`;

async function openSession(name: Name): Promise<Imap> {
  const imap = await people.login(name);
  if (imap === null) throw new Error(`${name} cannot log in`);
  return imap;
}

const isOpen = async (imap: Imap) => (await imap.command('NOOP')).status;

async function doveadm(...commands: readonly Command[]): Promise<void> {
  for (const answer of await people.store.doveadm.call(commands, { batch: 20 })) {
    if (answer.result !== 'done') throw new Error(describe(answer).says);
  }
}

test('a suspension cuts off every open session of the person, and of nobody else', async () => {
  const { ports } = people.store.dovecot;
  const [first, second, other] = [await openSession('An'), await openSession('An'), await openSession('Ba')];
  await first.command('SELECT INBOX');
  const sieve = await openManageSieve(ports.sieve);
  expect(await sieve.login(addressOf('An'), password)).toMatch(/^OK/);
  await people.write('An', breach);
  const applied = await people.apply(days.locked);
  expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
  expect([await isOpen(first), await isOpen(second)]).toEqual(['closed', 'closed']);
  expect(await sieve.putScript('loc', 'keep;')).toMatch(/^(closed|BYE)/);
  expect(await isOpen(other)).toBe('OK');
  expect(await people.journalOf('An', 'suspend')).toMatchObject([{ result: 'applied' }]);
  expect(await people.journalOf('An', 'end-sessions')).toMatchObject([{ result: 'applied' }]);
  expect(await people.journalOf('Ba', 'end-sessions')).toEqual([]);

  expect(await people.login('An')).toBeNull();
  expect(await loginPop3(ports.pop3, addressOf('An'), password)).toMatch(/^-ERR/);
  expect(await people.apply(days.locked)).toMatchObject(nothingLeft);
  other.close();
});

test('a lock upon a call cuts off every session at once, mail arrives all the while, and the lift opens again', async () => {
  const [first, second, other] = [
    await openSession('Quy'),
    await openSession('Quy'),
    await openSession('Ba'),
  ];
  const key = people.keyOf('Quy');
  await people.fill('Quy', 3);
  const reason = 'Lộ mật khẩu, văn phòng gọi';
  const locked = await people.danhba(['lock', key, '--reason', reason, '--today', days.locked]);
  expect(locked, locked.out + locked.err).toMatchObject({ code: 0 });
  expect([await isOpen(first), await isOpen(second)]).toEqual(['closed', 'closed']);
  expect(await isOpen(other)).toBe('OK');
  expect(await people.login('Quy')).toBeNull();
  expect(await loginPop3(people.store.dovecot.ports.pop3, addressOf('Quy'), password)).toMatch(/^-ERR/);
  expect(await people.journalOf('Quy', 'lock')).toMatchObject([{ result: 'applied' }]);
  expect(await people.journalOf('Quy', 'end-sessions')).toMatchObject([{ result: 'applied' }]);
  // 8.1: mail that comes meanwhile is kept.
  await people.fill('Quy', 1, 100);
  // Once more: locked already, and nobody is there to be cut off.
  const again = await people.danhba(['lock', key, '--reason', 'x', '--today', days.locked]);
  expect(again, again.out + again.err).toMatchObject({ code: 0 });
  expect(await people.journalOf('Quy', 'end-sessions')).toMatchObject([
    { result: 'applied' },
    { result: 'already' },
  ]);
  const run = await people.apply(days.locked);
  expect(run).toMatchObject(nothingLeft);
  expect(run.err).not.toContain(reason);
  const lifted = await people.danhba(['lock', key, '--lift', '--today', days.locked]);
  expect(lifted, lifted.out + lifted.err).toMatchObject({ code: 0 });
  const session = await openSession('Quy');
  expect(await session.readAll('INBOX')).toHaveLength(4);
  expect(await isOpen(other)).toBe('OK');
  for (const one of [session, other]) one.close();
});

test('a session that a lock upon a call has left open is cut by the next run', async () => {
  const session = await openSession('Phong');
  const key = people.keyOf('Phong');
  const blind = { DANHBA_DOVEADM_URL: 'http://127.0.0.1:9' };
  const lock = ['lock', key, '--reason', 'x', '--today', days.locked, '--lang', 'en'];
  const half = await people.danhba(lock, { environment: blind });
  expect(half, half.out).toMatchObject({ code: 4 });
  expect(half.out).toContain('end sessions person:');
  expect(await isOpen(session)).toBe('OK');
  expect(await people.login('Phong')).toBeNull();
  expect(await people.apply(days.locked)).toMatchObject({ code: 0 });
  expect(await isOpen(session)).toBe('closed');
  expect(await people.danhba(['lock', key, '--lift', '--today', days.locked])).toMatchObject({ code: 0 });
});

test('a restoration gives the mailbox back with its mail', async () => {
  await people.fill('Chi', 7);
  await people.write('Chi', breach);
  expect(await people.apply(days.locked)).toMatchObject({ code: 0 });
  // 8.1: mail that comes meanwhile is kept.
  await people.fill('Chi', 2, 100);
  expect(await people.login('Chi')).toBeNull();
  await people.write('Chi', `${breach}, restoration: {document: 12/VP, date: 2026-10-02}`);
  expect(await people.apply('2026-10-05')).toMatchObject({ code: 0 });
  const session = await openSession('Chi');
  expect(await session.readAll('INBOX')).toHaveLength(9);
  // Nobody is cut off by being let in again.
  expect(await people.apply('2026-10-05')).toMatchObject(nothingLeft);
  expect(await isOpen(session)).toBe('OK');
  session.close();
});

test('a reset of the password cuts off whoever got in by the old one', async () => {
  const session = await openSession('Du');
  await people.write('Du', 'passwordReset: {document: 13/VP, date: 2026-09-21}');
  const applied = await people.apply(days.locked);
  expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
  expect(await isOpen(session)).toBe('closed');
  expect(await people.journalOf('Du', 'end-sessions')).toMatchObject([{ result: 'applied' }]);
  expect(await people.stateOf('Du')).toBe('active');
  expect(await people.login('Du')).toBeNull();
  expect(await people.apply(days.locked)).toMatchObject(nothingLeft);
});

test('a deletion archives every message of every folder, then empties the mailbox, then lets the entry go', async () => {
  const user = userOf('Giang');
  const folders = ['Sent', 'Dự án/2026', '*', 'Trash'];
  await people.fill('Giang', 30);
  for (const [index, folder] of folders.entries()) {
    const message = (number: number) => `Subject: ${folder} ${number}\r\n\r\n${'thư '.repeat(number)}\r\n`;
    const save = Array.from({ length: index + 2 }, (_, number): Command => {
      return { name: 'save', parameters: { user, mailbox: folder, file: message(number) } };
    });
    await doveadm({ name: 'mailboxCreate', parameters: { user, mailbox: [folder] } }, ...save);
  }
  const before = await readBothSides(people.store.doveadm, user);
  if (before.result !== 'read') throw new Error(before.result);
  const guids = (side: typeof before.mailbox) => side.messages.map(({ guid }) => guid).sort();
  expect(guids(before.mailbox)).toHaveLength(44);

  const session = await openSession('Giang');
  await people.write('Giang', 'termination: {reason: retirement, document: 77/QĐ, decided: 2025-10-02}');
  expect(await people.apply(days.ended)).toMatchObject({ code: 0 });
  expect(await isOpen(session)).toBe('closed');
  expect(await people.journalOf('Giang', 'end-sessions')).toMatchObject([{ result: 'applied' }]);
  // Kept for its term, mail and all.
  expect(await people.apply(days.locked)).toMatchObject(nothingLeft);
  expect(await people.count('Giang')).toEqual({ mailbox: 44, archive: 0 });

  const deleted = await people.apply(days.deleted);
  expect(deleted, deleted.out + deleted.err).toMatchObject({ code: 0 });
  expect(deleted.out).toContain('44 thư đã lưu');
  expect(await people.journalOf('Giang', 'delete')).toMatchObject([
    { result: 'applied', detail: expect.stringContaining('44 messages archived') },
  ]);
  expect(await people.stateOf('Giang')).toBeUndefined();
  const after = await people.sidesOf('Giang');
  expect(after.mailbox.messages).toEqual([]);
  expect(guids(after.archive)).toEqual(guids(before.mailbox));
  expect(await people.login('Giang')).toBeNull();
  // A home with nothing but an archive is how it should be: nothing to do, nothing to tell.
  expect(await planOf(days.deleted)).toMatchObject({ changes: [], mail: { findings: [] } });
});

async function planOf(today: string): Promise<Plan> {
  const { out } = await people.danhba(['plan', '--today', today, '--format', 'json']);
  return JSON.parse(out) as Plan;
}

const forwardsOf = ({ mail }: Plan, name: Name) =>
  mail?.findings.flatMap((found) => (found.code === 'forward' && found.user === userOf(name) ? [found] : []));

test('a hidden redirect is named with its line, and switched off where the policy says so', async () => {
  const sieve = await openManageSieve(people.store.dovecot.ports.sieve);
  await sieve.login(addressOf('Hoa'), password);
  const hidden = 'require "encoded-character";\n# lọc thư\n  redirect "ban${unicode:40}mien-phi.test";\n';
  expect(await sieve.putScript('loc', hidden)).toMatch(/^OK/);
  expect(await sieve.putScript('nghi', 'redirect "vanthu@haiphong.gov.vn";\n')).toMatch(/^OK/);
  expect(await sieve.activate('loc')).toMatch(/^OK/);
  sieve.close();
  const place = { script: 'loc', line: 3, column: 3, target: 'ban@mien-phi.test', reason: 'outside' };

  const reported = await planOf(days.deleted);
  expect(reported.changes).toEqual([]);
  // The other redirect stays within the government (12.5).
  expect(forwardsOf(reported, 'Hoa')).toMatchObject([
    { address: addressOf('Hoa'), args: { ...place, active: true, remedy: 'report' } },
  ]);
  const told = await people.danhba(['plan', '--today', days.deleted, '--all']);
  expect(told.out).toMatch(/hoanv\.sokx@\S+ .*"loc".* 3:3 .*ban@mien-phi\.test/);

  await appendFile(join(people.root, 'directory/policy.yaml'), 'mail:\n  forwarding: deactivate\n');
  const planned = await planOf(days.deleted);
  expect(planned.changes).toMatchObject([
    { kind: 'deactivate-script', user: userOf('Hoa'), script: 'loc', why: { clause: '12.5' } },
  ]);
  expect(await people.apply(days.deleted)).toMatchObject({ code: 0 });
  expect(await people.journalOf('Hoa', 'deactivate-script')).toMatchObject([{ result: 'applied' }]);
  const after = await planOf(days.deleted);
  expect(after.changes).toEqual([]);
  // It is still there, as the holder left it, and still told.
  expect(forwardsOf(after, 'Hoa')).toMatchObject([{ args: { ...place, active: false, remedy: 'report' } }]);
  expect(await people.apply(days.deleted)).toMatchObject(nothingLeft);
});

test('a plain file in the place of the script is found like one, and switched off', async () => {
  const { doveadm: api, dovecot } = people.store;
  await people.fill('Khang', 1);
  const home = join(dovecot.directory, 'mail/people/LC-000006');
  const text =
    'require "vacation";\nvacation :from "ubnd@laichau.gov.vn" "Đi vắng";\nredirect "ban@mien-phi.test";\n';
  await writeFile(join(home, '.dovecot.sieve'), text);
  const { uid, gid } = await stat(home);
  await chown(join(home, '.dovecot.sieve'), uid, gid);

  const place = { script: '.dovecot.sieve', line: 3, target: 'ban@mien-phi.test', reason: 'outside' };
  const planned = await planOf(days.deleted);
  expect(forwardsOf(planned, 'Khang')).toMatchObject([{ args: { ...place, active: true } }]);
  expect(planned.mail?.findings).toContainEqual(
    expect.objectContaining({
      code: 'answer-as',
      user: userOf('Khang'),
      args: expect.objectContaining({ script: '.dovecot.sieve', line: 2, address: 'ubnd@laichau.gov.vn' }),
    }),
  );
  const told = await people.danhba(['report', 'mail', '--today', days.deleted, '--lang', 'en']);
  expect(told.out).toMatch(/answers mail in the name of\s+ubnd@laichau\.gov\.vn/);
  const forwards = await people.danhba(['report', 'forwards', '--today', days.deleted]);
  expect(forwards.out).toContain('.dovecot.sieve');

  expect(planned.changes).toMatchObject([{ kind: 'deactivate-script', script: '.dovecot.sieve' }]);
  expect(await people.apply(days.deleted)).toMatchObject({ code: 0 });
  const list: Command = { name: 'sieveList', parameters: { user: userOf('Khang') } };
  expect(await api.call([list], { batch: 1 })).toMatchObject([
    { result: 'done', rows: [{ script: 'dovecot.orig', active: '' }] },
  ]);
  expect(forwardsOf(await planOf(days.deleted), 'Khang')).toMatchObject([
    { args: { script: 'dovecot.orig', active: false } },
  ]);
});
