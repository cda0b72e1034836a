// Accepted means delivered: what Postfix takes from a sender reaches a mailbox, and what cannot is refused on the line.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  agencyDn,
  change,
  deliver,
  domain,
  doveadm,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
  terminate,
} from '../../support/mail.ts';
import { type Imap, openImap, openSmtp } from '../../support/mail-clients.ts';

let servers: MailServers;
let operator: string;
beforeAll(async () => {
  servers = await startMailServers({
    dovecot: { quota: { people: 1, organizations: 100 } },
    postfix: { postmaster: `sotttt@${domain}` },
    scanner: true,
  });
  operator = await addAgency(servers, 'sotttt');
});
afterAll(() => servers?.stop());

/** Messages that were accepted and then came back, from the log of Postfix; none may. */
async function bounces(): Promise<readonly string[]> {
  const log = await readFile(join(servers.postfix.directory, 'log/postfix.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes('status=bounced'));
}

/** The first refusal, or the answer to the message; the line says nothing of its size. */
async function send(
  recipients: readonly string[],
  message: string,
  sender = '<somebody@outside.test>',
): Promise<string> {
  const smtp = await openSmtp(servers.postfix.ports.smtp);
  let reply = '';
  for (const line of [`MAIL FROM:${sender}`, ...recipients.map((one) => `RCPT TO:<${one}>`), 'DATA']) {
    reply = await smtp.command(line);
    if (/^[45]/.test(reply)) break;
  }
  if (reply.startsWith('354')) reply = await smtp.command(`${message.replaceAll('\n', '\r\n')}\r\n.`);
  smtp.close();
  return reply;
}

const kibibytes = (count: number) => `Subject: ${count}\n\n${`${'x'.repeat(62)}\n`.repeat(count * 16)}`;

test('SMTPUTF8 is not offered, and refused, at both doors; mail that merely has Vietnamese in it comes', async () => {
  const user = await addPerson(servers, 'LC-000001', 'annv.sotttt');
  for (const port of [servers.postfix.ports.smtp, servers.dovecot.ports.submission]) {
    const smtp = await openSmtp(port);
    expect(await smtp.command('EHLO client.test')).not.toContain('SMTPUTF8');
    smtp.close();
  }
  const text = 'From: Nguyễn <a@outside.test>\nSubject: Tiếng Việt\n\nxin chào\n';
  expect(await send([user], text, '<a@outside.test> SMTPUTF8')).toMatch(/^555 5\.5\.4 /);
  expect(await send([`nguyễn@${domain}`], text)).toMatch(/^550 5\.1\.1 /);
  expect(await send([user], text)).toMatch(/^250 /);
  expect((await readMailbox(servers, user, 'INBOX', 1))[0]).toContain('Subject: Tiếng Việt');
});

test.each(['postmaster', 'PostMaster', `postmaster@${domain}`, `abuse@${domain}`, `Abuse@${domain}`])(
  '%s reaches those who run the system (RFC 5321, RFC 2142)',
  async (address) => {
    expect(await deliver(servers, address, `Subject: to ${address}\n\nx\n`)).toMatch(/^250 /);
    const subjects = (await readMailbox(servers, operator, 'INBOX', 1)).join('\n');
    expect(subjects).toContain(`Subject: to ${address}`);
  },
);

test('nobody runs the system any more: a sender to postmaster is told so on the line', async () => {
  await terminate(servers, agencyDn(servers, 'sotttt'));
  expect(await deliver(servers, `postmaster@${domain}`)).toMatch(/^550 5\.2\.1 /);
  await change(servers, agencyDn(servers, 'sotttt'), { danhbaState: ['active'], pwdEndTime: [] });
  expect(await deliver(servers, `postmaster@${domain}`)).toMatch(/^250 /);
});

test('too large for the mailbox: refused before the message where its size is told, else at its end', async () => {
  const user = await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
  const full = /^55[02] 5\.2\.2 .*Hop thu da day \/ Mailbox is full/;
  expect(await deliver(servers, user, kibibytes(1500))).toMatch(full);
  expect(await send([user], kibibytes(1500))).toMatch(full);
  expect(await send([user], kibibytes(500))).toMatch(/^250 /);
  expect(await readMailbox(servers, user, 'INBOX', 1)).toHaveLength(1);
});

test('what several get is delivered to all of them, and the next to the full one is refused', async () => {
  const [full, other] = [
    await addPerson(servers, 'LC-000003', 'cuonglv.sotttt'),
    await addPerson(servers, 'LC-000004', 'dungpt.sotttt'),
  ];
  expect(await send([full], kibibytes(800))).toMatch(/^250 /);
  expect(await readMailbox(servers, full, 'INBOX', 1)).toHaveLength(1);
  expect(await send([full, other], kibibytes(500))).toMatch(/^250 /);
  expect(await readMailbox(servers, full, 'INBOX', 2)).toHaveLength(2);
  expect(await readMailbox(servers, other, 'INBOX', 1)).toHaveLength(1);
  expect(await send([full], 'Subject: small\n\nx\n')).toMatch(/^552 5\.2\.2 /);
});

test('a full mailbox is full by whatever form of its address', async () => {
  const full = await addPerson(servers, 'LC-000006', 'hoadt.sotttt', {}, ['hoa']);
  expect(await send([full], kibibytes(600))).toMatch(/^250 /);
  expect(await send([full, operator], kibibytes(600))).toMatch(/^250 /);
  expect(await readMailbox(servers, full, 'INBOX', 2)).toHaveLength(2);
  const small = 'Subject: small\n\nx\n';
  for (const form of [
    full,
    full.toUpperCase(),
    `hoa@${domain}`,
    `"hoadt.sotttt"@${domain}`,
    `"hoadt\\.sotttt"@${domain}`,
    `@relay.test:${full}`,
    `${full}.`,
    `"hoadt.sotttt"@${domain}.`,
  ]) {
    expect(await send([form], small), form).toMatch(/^552 5\.2\.2 /);
  }
});

test('several at once, none of which would be too large alone: all are delivered', async () => {
  const user = await addPerson(servers, 'LC-000005', 'giangna.sotttt');
  const line = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const smtp = await openSmtp(servers.postfix.ports.smtp);
      for (const words of ['MAIL FROM:<a@outside.test> SIZE=700000', `RCPT TO:<${user}>`, 'DATA']) {
        await smtp.command(words);
      }
      return smtp;
    }),
  );
  const text = kibibytes(600).replaceAll('\n', '\r\n');
  const replies = await Promise.all(line.map((smtp) => smtp.command(`${text}\r\n.`)));
  const taken = replies.filter((reply) => reply.startsWith('250 ')).length;
  expect(taken).toBeGreaterThan(0);
  expect(await readMailbox(servers, user, 'INBOX', taken)).toHaveLength(taken);
  for (const smtp of line) smtp.close();
});

test('an office behind one address: thirty connections to the agency’s mailbox, and their owner is still told of all', async () => {
  const agency = await addAgency(servers, 'sokhcn');
  const open: Imap[] = [];
  for (let count = 0; count < 30; count++) {
    const imap = await openImap(servers.dovecot.ports.imap);
    expect((await imap.login(agency, password)).status, `connection ${count + 1}`).toBe('OK');
    open.push(imap);
  }
  const [who] = (await doveadm(servers.dovecot, [
    'who',
    { mask: ['sokhcn@organizations'], separateConnections: true },
  ])) as unknown[][];
  expect(who).toHaveLength(30);
  for (const imap of open) imap.close();
});

test('nothing of all this came back', async () => {
  expect(await bounces()).toEqual([]);
});
