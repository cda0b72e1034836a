// Sessions that are open when danhba suspends, ends or resets an account: each door of the mail server shuts on them.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postfix, startPostfix } from '../../../servers/launch/postfix.ts';
import { password } from '../../support/doveadm-fixture.ts';
import { until } from '../../support/mail.ts';
import { openImap, openManageSieve, openPop3, openSmtp } from '../../support/mail-clients.ts';
import { carries, openDoor } from '../../support/mail-door.ts';
import { days, type MailPeople, type Name, startMailPeople } from '../../support/mail-people.ts';
import { replace } from '../../support/slapd-fixture.ts';

const newPassword = 'Mua-thu-2027';
const breach = `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${days.locked}}`;
const end = 'termination: {reason: retirement, document: 77/QĐ, decided: 2026-09-21}';
const reset = 'passwordReset: {document: 13/VP, date: 2026-09-21}';

/** A session at one door, as a mail program holds it. */
interface Session {
  /** What it is told when it wants something. */
  use(): Promise<string>;
  close(): void;
}
type Login = { readonly answer: string; readonly session: Session };

const addressOf = (name: Name) => `${name.toLowerCase()}nv.sokx@laichau.gov.vn`;

let people: MailPeople;
let postfix: Postfix;
beforeAll(async () => {
  people = await startMailPeople();
  postfix = await startPostfix(people.store);
});
afterAll(async () => {
  await postfix?.stop();
  await people?.stop();
});

const doors = {
  async IMAP(name: Name, secret: string): Promise<Login> {
    const imap = await openImap(people.store.dovecot.ports.imap);
    const { status, text } = await imap.login(addressOf(name), secret);
    const use = async () => (await imap.command('NOOP')).status;
    return { answer: `${status} ${text}`, session: { use, close: imap.close } };
  },
  async POP3(name: Name, secret: string): Promise<Login> {
    const pop3 = await openPop3(people.store.dovecot.ports.pop3);
    const answer = await pop3.login(addressOf(name), secret);
    return { answer, session: { use: () => pop3.command('STAT'), close: pop3.close } };
  },
  async ManageSieve(name: Name, secret: string): Promise<Login> {
    const sieve = await openManageSieve(people.store.dovecot.ports.sieve);
    const answer = await sieve.login(addressOf(name), secret);
    return { answer, session: { use: () => sieve.putScript('loc', 'keep;'), close: sieve.close } };
  },
  async submission(name: Name, secret: string): Promise<Login> {
    const smtp = await openSmtp(people.store.dovecot.ports.submission);
    const answer = await smtp.auth(addressOf(name), secret);
    const use = () => smtp.send(addressOf(name), addressOf('Nga'), 'Subject: x\n\nx\n');
    return { answer, session: { use, close: smtp.close } };
  },
};
type Door = keyof typeof doors;
const everyDoor = Object.keys(doors) as Door[];

const open = /^(OK|\+OK|235|250) ?/;
const refused = /^(NO|-ERR|535|5\d\d) ?/;
const hungUp = /^(closed|\* BYE|BYE|-ERR|421 )/;

const events = [
  { event: 'suspended', name: 'An', record: breach },
  { event: 'terminated', name: 'Ba', record: end },
  { event: 'reset', name: 'Chi', record: reset },
  { event: 'reset and changed', name: 'Du', record: reset },
] as const;

const holdersOwn = (name: Name, secret: string) =>
  people.store.ldap.modify(people.dnOf(name), [replace('userPassword', secret), replace('pwdReset')]);

describe('every door', () => {
  const sessions = new Map<string, Session>();
  const bystanders: Session[] = [];
  beforeAll(async () => {
    for (const door of everyDoor) {
      for (const { event, name } of events) {
        const { answer, session } = await doors[door](name, password);
        expect(answer).toMatch(open);
        expect(await session.use()).toMatch(open);
        sessions.set(`${event} ${door}`, session);
      }
      bystanders.push((await doors[door]('Nga', password)).session);
    }
    for (const { name, record } of events) await people.write(name, record);
    const applied = await people.apply(days.locked);
    expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
    await holdersOwn('Du', newPassword);
  });
  afterAll(() => {
    for (const session of [...sessions.values(), ...bystanders]) session.close();
  });

  test.each(events.flatMap(({ event, name }) => everyDoor.map((door) => ({ event, name, door }))))(
    '$event: the open session at $door is gone, and the old password opens none',
    async ({ event, name, door }) => {
      expect(await sessions.get(`${event} ${door}`)?.use()).toMatch(hungUp);
      const { answer, session } = await doors[door](name, password);
      expect(answer).toMatch(refused);
      session.close();
    },
  );

  test.each(everyDoor)('whoever has chosen a new password gets in at %s', async (door) => {
    const { answer, session } = await doors[door]('Du', newPassword);
    expect(answer).toMatch(open);
    expect(await session.use()).toMatch(open);
    session.close();
  });

  test('nobody else is cut off', async () => {
    for (const session of bystanders) expect(await session.use()).toMatch(open);
  });
});

test('a session that could not be ended after a reset sends nothing, and the next run ends it', async () => {
  const door = await openDoor(people.store.dovecot.doveadmUrl);
  door.watch({ before: (body) => !carries(body, 'kick') });
  const { session } = await doors.submission('Giang', password);
  const mailbox = await doors.IMAP('Giang', password);
  await people.write('Giang', reset);
  const applied = await people.apply(days.locked, { environment: { DANHBA_DOVEADM_URL: door.url } });
  expect(applied, applied.out + applied.err).toMatchObject({ code: 4 });
  await door.stop();
  expect(await session.use()).toMatch(/^553 5\.7\.1 .*This mailbox may not send now/);
  expect(await mailbox.session.use()).toMatch(open);

  const plan = await people.danhba(['plan', '--today', days.locked]);
  expect(plan.out).toContain('đã cấp lại mật khẩu mà còn phiên mở bằng mật khẩu cũ');
  expect(await people.apply(days.locked)).toMatchObject({ code: 0 });
  expect(await mailbox.session.use()).toMatch(hungUp);
  expect(await session.use()).toMatch(hungUp);
});

test('a message that is under way when its sender is suspended is not sent', async () => {
  const smtp = await openSmtp(people.store.dovecot.ports.submission);
  await smtp.auth(addressOf('Hoa'), password);
  await smtp.command(`MAIL FROM:<${addressOf('Hoa')}>`);
  await smtp.command(`RCPT TO:<${addressOf('Nga')}>`);
  expect(await smtp.command('DATA')).toMatch(/^354/);
  await people.write('Hoa', breach);
  expect(await people.apply(days.locked)).toMatchObject({ code: 0 });
  expect(await smtp.command('Subject: under way\r\n\r\nx\r\n.')).toMatch(hungUp);
  smtp.close();
  const imap = await people.login('Nga');
  // What was sent before the suspensions is there; so this would be too.
  expect(await until(async () => ((await imap?.readAll('INBOX')) ?? []).length >= events.length)).toBe(true);
  expect((await imap?.readAll('INBOX'))?.join('')).not.toContain('Subject: under way');
  imap?.close();
});

test('Postfix away: a sender is told to come back, and the session lives on', async () => {
  const { answer, session } = await doors.submission('Khang', password);
  expect(answer).toMatch(open);
  await postfix.stop();
  expect(await session.use()).toMatch(/^(4\d\d|closed)/);
  session.close();
});
