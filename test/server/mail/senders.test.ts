// Who may send what, as long as the directory says so: forms of the sender, before, during and after a lock. That the
// session itself ends is in doors.test.ts; here nobody ends it.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  agencyDn,
  change,
  domain,
  type MailServers,
  password,
  personDn,
  startMailServers,
  suspend,
  terminate,
  until,
} from '../../support/mail.ts';
import { openSmtp, type Smtp } from '../../support/mail-clients.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers();
  await addPerson(servers, 'LC-000099', 'thuynt.sotttt');
});
afterAll(() => servers?.stop());

const receiver = `thuynt.sotttt@${domain}`;
const message = 'Subject: x\n\nx\n';
const notNow = /^553 5\.7\.1 .*Hop thu nay khong duoc gui thu luc nay \/ This mailbox may not send now/;

async function submit(user: string): Promise<Smtp> {
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  expect(await smtp.auth(user, password)).toMatch(/^235 /);
  return smtp;
}

const reset = (all: MailServers, dn: string) => change(all, dn, { pwdReset: ['TRUE'] });
const open = (all: MailServers, dn: string) =>
  change(all, dn, { danhbaState: ['active'], pwdEndTime: [], pwdReset: [] });

/** Whoever tries: the receipt of a mail that was read has the null sender. */
const senders = {
  own: (user: string) => user,
  null: () => '',
  'own, in capitals': (user: string) => user.toUpperCase(),
  alias: () => `bi.danh@${domain}`,
  another: () => receiver,
  'of no account': () => `nobody@${domain}`,
  foreign: () => 'x@outside.test',
} as const;
const owned: readonly string[] = ['own', 'null', 'own, in capitals'];

describe.each([
  ['a person', 'LC-000001', 'annv.sotttt', addPerson, personDn],
  ['an agency', 'sokhcn', '', (all: MailServers, id: string) => addAgency(all, id), agencyDn],
] as const)('%s', (_what, id, local, add, dnOf) => {
  let user: string;
  let smtp: Smtp;
  beforeAll(async () => {
    user = await add(servers, id, local, {}, ['bi.danh']);
  });
  // Opened while all is well; each its own, for Postfix hangs up on who is refused too often.
  beforeEach(async () => {
    smtp = await submit(user);
  });
  afterEach(async () => {
    smtp?.close();
    await open(servers, dnOf(servers, id));
  });

  test.each(Object.entries(senders))('active: sender %s', async (form, senderOf) => {
    const words = owned.includes(form) ? /^250 / : /^553 5\.7\.1 .*not owned/;
    expect(await smtp.send(senderOf(user), receiver, message)).toMatch(words);
  });

  describe.each([
    ['suspended', suspend],
    ['terminated', terminate],
    ['reset', reset],
  ] as const)('%s in the middle of the session', (_state, shut) => {
    test.each(Object.entries(senders))('sender %s', async (_form, senderOf) => {
      expect(await smtp.send(user, receiver, message)).toMatch(/^250 /);
      await shut(servers, dnOf(servers, id));
      expect(await smtp.send(senderOf(user), receiver, message)).toMatch(notNow);
    });

    test('while the message is on its way: refused at its end', async () => {
      for (const line of [`MAIL FROM:<${user}>`, `RCPT TO:<${receiver}>`]) await smtp.command(line);
      expect(await smtp.command('DATA')).toMatch(/^354 /);
      await shut(servers, dnOf(servers, id));
      expect(await smtp.command('Subject: late\r\n\r\nx\r\n.')).toMatch(notNow);
    });

    test('and open again, in the same session, where nobody has ended it', async () => {
      await shut(servers, dnOf(servers, id));
      expect(await smtp.send(user, receiver, message)).toMatch(notNow);
      await open(servers, dnOf(servers, id));
      expect(await smtp.send(user, receiver, message)).toMatch(/^250 /);
    });
  });
});

test('nobody sends without login, or with a wrong password', async () => {
  const user = await addPerson(servers, 'LC-000009', 'namhv.sotttt');
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  for (const sender of [user, '', 'x@outside.test']) {
    expect(await smtp.send(sender, receiver, message)).toMatch(/^530 5\.7\.0 /);
  }
  expect(await smtp.auth(user, 'wrong')).toMatch(/^535 /);
  expect(await smtp.send(user, receiver, message)).toMatch(/^530 5\.7\.0 /);
  smtp.close();
});

test('what is sent to the outside gets there', async () => {
  const user = await addPerson(servers, 'LC-000010', 'oanhkt.sotttt');
  const smtp = await submit(user);
  expect(await smtp.send(user, 'friend@outside.test', 'Subject: to you\n\nx\n')).toMatch(/^250 /);
  expect(
    await until(async () => (await servers.outside.read()).some((text) => /^Subject: to you$/m.test(text))),
  ).toBe(true);
  smtp.close();
});

test('from outside nobody sends with an address of ours', async () => {
  const outside = await openSmtp(servers.postfix.ports.smtp);
  expect(await outside.send(receiver, receiver, message)).toMatch(/^553 5\.7\.1 /);
  expect(await outside.send(`nobody@${domain}`, receiver, message)).toMatch(/^553 5\.7\.1 /);
  // There is no login on this port, and nobody may say who somebody else is.
  expect(await outside.command(`AUTH PLAIN AGEAYg==`)).toMatch(/^50[23] /);
  expect(await outside.command('XCLIENT LOGIN=LC-000099@people')).toMatch(/^5\d\d /);
  outside.close();
});
