// Automatic forwarding (12.5): what a user can put into a Sieve script sends no mail to anybody.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  deliver,
  doveadm,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
  until,
} from '../support/mail.ts';
import { openManageSieve, openSmtp } from '../support/mail-clients.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers();
});
afterAll(() => servers?.stop());

async function upload(user: string, script: string): Promise<string> {
  const session = await openManageSieve(servers.dovecot.ports.sieve);
  await session.login(user, password);
  const answer = await session.putScript('rules', script);
  if (answer.startsWith('OK')) await session.activate('rules');
  session.close();
  return answer;
}

test.each([
  [
    'a target in a variable',
    'require "variables"; set "to" "friend@outside.test"; redirect "${to}";',
    /redirect/,
  ],
  ['enotify', 'require "enotify"; notify "mailto:friend@outside.test";', /enotify/],
  ['pipe', 'require "vnd.dovecot.pipe"; pipe "sendmail";', /vnd\.dovecot\.pipe/],
])('refused when it is uploaded: %s', async (name, script, words) => {
  const id = `LC-0001${String(name.length).padStart(2, '0')}`;
  const user = await addPerson(servers, id, `up.${id.toLowerCase()}`);
  const answer = await upload(user, script);
  expect(answer).toMatch(/^NO/);
  expect(answer).toMatch(words);
});

// Pigeonhole 0.5.19 looks at the literal address before it looks at the limit, and accepts the script.
test.each([
  ['literal', 'redirect "friend@outside.test";'],
  ['copy', 'require "copy"; redirect :copy "friend@outside.test";'],
  ['conditional', 'if true { redirect "friend@outside.test"; }'],
  ['internal', 'redirect "colleague@laichau.gov.vn";'],
])('accepted, and forwards nothing: %s; the mail stays in the mailbox', async (name, script) => {
  const id = `LC-0002${String(name.length).padStart(2, '0')}`;
  const user = await addPerson(servers, id, `fwd.${name}`);
  expect(await upload(user, script)).toMatch(/^OK/);
  const subject = `Subject: to ${name}`;
  expect(await deliver(servers, user, `${subject}\n\nx\n`)).toMatch(/^250 /);
  expect((await readMailbox(servers, user, 'INBOX', 1)).join()).toContain(subject);

  // A later mail of our own has come out at the other end: one that was forwarded would have come before it.
  const mark = `Subject: after ${name}`;
  const witness = await addPerson(servers, `${id}-2`, `witness.${name}`);
  await sendOut(witness, mark);
  const arrived = async () => (await servers.outside.read()).join();
  expect(await until(async () => (await arrived()).includes(mark))).toBe(true);
  expect(await arrived()).not.toContain(subject);
});

async function sendOut(user: string, subject: string): Promise<void> {
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  await smtp.auth(user, password);
  expect(await smtp.send(user, 'friend@outside.test', `${subject}\n\nx\n`)).toMatch(/^250 /);
  smtp.close();
}

test('what is not forwarding works', async () => {
  const user = await addPerson(servers, 'LC-000301', 'filing.sotttt');
  const script =
    'require ["vacation", "fileinto", "mailbox"]; vacation "Di vang"; fileinto :create "Letters";';
  expect(await upload(user, script)).toMatch(/^OK/);
  expect(await deliver(servers, user)).toMatch(/^250 /);
  expect(await readMailbox(servers, user, 'Letters', 1)).toHaveLength(1);
});

test('danhba reads the scripts of everybody in one call', async () => {
  const user = await addPerson(servers, 'LC-000302', 'read.sotttt');
  await upload(user, 'redirect "friend@outside.test";');
  const [list] = await doveadm(servers.dovecot, ['sieveList', { allUsers: true }]);
  expect(list).toContainEqual({ username: 'LC-000302@people', script: 'rules', active: 'ACTIVE' });
  const [text] = await doveadm(servers.dovecot, [
    'sieveGet',
    { user: 'LC-000302@people', scriptname: 'rules' },
  ]);
  expect(JSON.stringify(text)).toContain('friend@outside.test');
});
