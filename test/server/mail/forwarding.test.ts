// Automatic forwarding (12.5): what a user can put into a Sieve script sends no mail to anybody.

import { lchown, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoveadm } from '../../../src/dovecot/connect/doveadm.ts';
import { readMailState } from '../../../src/dovecot/state.ts';
import {
  addPerson,
  deliver,
  doveadm,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
  until,
} from '../../support/mail.ts';
import { openManageSieve, openSmtp } from '../../support/mail-clients.ts';

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

/** Of the home that Dovecot makes at the first delivery: whoever runs Dovecot owns it. */
async function makeHome(user: string, id: string): Promise<string> {
  expect(await deliver(servers, user)).toMatch(/^250 /);
  await readMailbox(servers, user, 'INBOX', 1);
  return join(servers.dovecot.directory, 'mail/people', id);
}

/** As a migration leaves it: the entry with this content, or a link to there, of Dovecot's user. */
async function leave(home: string, name: string, content: string | { readonly link: string }): Promise<void> {
  const file = join(home, name);
  await mkdir(dirname(file), { recursive: true });
  if (typeof content === 'string') await writeFile(file, content);
  else await symlink(content.link, file);
  const { uid, gid } = await stat(home);
  for (const one of [dirname(file), file]) await lchown(one, uid, gid);
}

const plain = `require ["fileinto", "mailbox", "copy"];
fileinto :create "Ran";
redirect :copy "friend@outside.test";
`;

async function scriptsOf(id: string) {
  const apiKey = await readFile(servers.dovecot.apiKeyFile, 'utf8');
  const api = openDoveadm({ url: servers.dovecot.doveadmUrl, apiKey });
  try {
    const { mailboxes } = await readMailState(api);
    return mailboxes.find(({ user }) => user === `${id}@people`)?.scripts;
  } finally {
    api.close();
  }
}

test('a plain ~/.dovecot.sieve runs, forwards nothing, is found, and can be switched off', async () => {
  const id = 'LC-000311';
  const user = await addPerson(servers, id, 'plain.sotttt');
  const home = await makeHome(user, id);
  await leave(home, '.dovecot.sieve', plain);
  // No list of Dovecot's shows it.
  const [list] = await doveadm(servers.dovecot, ['sieveList', { user: `${id}@people` }]);
  expect(list).toEqual([]);
  expect(await scriptsOf(id)).toEqual([{ name: '.dovecot.sieve', active: true, text: plain }]);

  expect(await deliver(servers, user, 'Subject: to a plain file\n\nx\n')).toMatch(/^250 /);
  // It was run up to the redirect: then the mail is kept as if there were no script.
  expect(await readMailbox(servers, user, 'INBOX', 2)).toHaveLength(2);
  // The log's line comes later than the message.
  const kept = /Execution of script \S+LC-000311\/\.dovecot\.sieve failed, but implicit keep was successful/;
  const log = () => readFile(join(servers.dovecot.directory, 'dovecot.log'), 'utf8');
  expect(await until(async () => kept.test(await log()))).toBe(true);
  await sendOut(await addPerson(servers, `${id}-2`, 'witness.plain'), 'Subject: after the plain file');
  const arrived = async () => (await servers.outside.read()).join();
  expect(await until(async () => (await arrived()).includes('after the plain file'))).toBe(true);
  expect(await arrived()).not.toContain('to a plain file');

  await doveadm(servers.dovecot, ['sieveDeactivate', { user: `${id}@people` }]);
  expect(await scriptsOf(id)).toEqual([{ name: 'dovecot.orig', active: false, text: plain }]);
});

test.each([
  [
    'LC-000321',
    'a link to a file in the home',
    [
      ['mine.sieve', plain],
      ['.dovecot.sieve', { link: 'mine.sieve' }],
    ],
  ],
  [
    'LC-000322',
    'a link below the scripts',
    [
      ['sieve/tmp/deep.sieve', plain],
      ['.dovecot.sieve', { link: 'sieve/tmp/deep.sieve' }],
    ],
  ],
  ['LC-000323', 'a link to nowhere', [['.dovecot.sieve', { link: 'sieve/gone.sieve' }]]],
] as const)('%s: %s does not run, and what can be read is told', async (id, _name, left) => {
  const user = await addPerson(servers, id, `${id.toLowerCase()}.sotttt`);
  const home = await makeHome(user, id);
  for (const [name, content] of left) await leave(home, name, content);
  expect(await deliver(servers, user)).toMatch(/^250 /);
  expect(await readMailbox(servers, user, 'INBOX', 2)).toHaveLength(2);
  const isFile = left.length > 1;
  expect(await scriptsOf(id)).toEqual(isFile ? [{ name: '.dovecot.sieve', active: true, text: plain }] : []);
});

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
