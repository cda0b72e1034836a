// Where a message ends: at CR LF . CR LF and nowhere else, so that no text of one is taken for a second (SMTP smuggling).

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  deliver,
  domain,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
} from '../../support/mail.ts';
import { openSmtp } from '../../support/mail-clients.ts';

const user = `annv.sotttt@${domain}`;
const reader = `binhtt.sotttt@${domain}`;

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers();
  await addPerson(servers, 'LC-000001', 'annv.sotttt');
  await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
});
afterAll(() => servers?.stop());

const ends = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r\n', '\r\n.\r', '\r.\r', '\n\n.\r\n', '\r\n\0.\r\n'];

test.each(['user', 'outside'] as const)('a second message in the text of one: %s', async (who) => {
  const sender = who === 'user' ? user : 'x@outside.test';
  const { submission } = servers.dovecot.ports;
  for (const end of ends) {
    const smtp = await openSmtp(who === 'user' ? submission : servers.postfix.ports.smtp);
    if (who === 'user') await smtp.auth(user, password);
    for (const line of [`MAIL FROM:<${sender}>`, `RCPT TO:<${user}>`]) await smtp.command(line);
    expect(await smtp.command('DATA')).toMatch(/^354 /);
    const second = `MAIL FROM:<${sender}>\r\nRCPT TO:<${reader}>\r\nDATA\r\nSubject: second\r\n\r\nx\r\n.\r\nNOOP`;
    await smtp.command(`From: ${sender}\r\nSubject: first\r\n\r\nx${end}${second}`);
    smtp.close();
  }
  // Sent later, there sooner than nothing.
  expect(await deliver(servers, reader, `Subject: after ${who}\n\nx\n`)).toMatch(/^250 /);
  const read = async () => (await readMailbox(servers, reader, 'INBOX', 1)).join('\n');
  await expect.poll(read, { timeout: 15_000 }).toContain(`Subject: after ${who}`);
  expect(await read()).not.toContain('Subject: second');
});
