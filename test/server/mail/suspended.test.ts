// Suspended and terminated accounts on the real three: who still gets in, who still gets mail, what senders are told.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pickLoopbackAddress } from '../../../servers/launch/port.ts';
import { startPostfix } from '../../../servers/launch/postfix.ts';
import {
  addAgency,
  addPerson,
  agencyDn,
  change,
  deliver,
  domain,
  doveadm,
  loginResult,
  type MailServers,
  password,
  personDn,
  readMailbox,
  restore,
  startMailServers,
  suspend,
  terminate,
  until,
} from '../../support/mail.ts';
import { loginPop3, openImap, openManageSieve, openSmtp } from '../../support/mail-clients.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers();
});
afterAll(() => servers?.stop());

const subjects = (messages: readonly string[]) => messages.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]);

/** The answers to a login with the right password at each door. */
async function knockEverywhere(user: string): Promise<Record<string, string>> {
  const { pop3, sieve } = servers.dovecot.ports;
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  const manageSieve = await openManageSieve(sieve);
  const answers = await Promise.all([
    loginResult(servers, user),
    loginPop3(pop3, user, password),
    smtp.auth(user, password),
    manageSieve.login(user, password),
  ]);
  smtp.close();
  manageSieve.close();
  return { imap: answers[0], pop3: answers[1], smtp: answers[2], sieve: answers[3] };
}

const open = {
  imap: 'OK',
  pop3: expect.stringMatching(/^\+OK/),
  smtp: expect.stringMatching(/^235 /),
  sieve: expect.stringMatching(/^OK/),
};
const closed = {
  imap: 'NO [AUTHENTICATIONFAILED] Authentication failed.',
  pop3: '-ERR [AUTH] Authentication failed.',
  smtp: expect.stringMatching(/^535 /),
  sieve: expect.stringMatching(/^NO/),
};

test('mail from outside reaches a person, by alias too, and an agency', async () => {
  const person = await addPerson(servers, 'LC-000001', 'annv.sotttt', {}, ['an.nguyen']);
  const agency = await addAgency(servers, 'sotttt');
  expect(await deliver(servers, person, 'Subject: one\n\nx\n')).toMatch(/^250 /);
  expect(await deliver(servers, `an.nguyen@${domain}`, 'Subject: two\n\nx\n')).toMatch(/^250 /);
  expect(await deliver(servers, agency.toUpperCase(), 'Subject: three\n\nx\n')).toMatch(/^250 /);
  expect(subjects(await readMailbox(servers, person, 'INBOX', 2)).sort()).toEqual(['one', 'two']);
  expect(subjects(await readMailbox(servers, agency, 'INBOX', 1))).toEqual(['three']);
});

test('strangers, other domains and aliases as a login are refused', async () => {
  await addPerson(servers, 'LC-000002', 'binhtt.sotttt', {}, ['binh']);
  expect(await deliver(servers, `nobody@${domain}`)).toMatch(/^550 5\.1\.1 /);
  expect(await deliver(servers, 'somebody@elsewhere.test')).toMatch(/^554 5\.7\.1 .*Relay access denied/);
  // The name by which doveadm knows the mailbox is neither an address nor a login.
  expect(await deliver(servers, `lc-000002@${domain}`)).toMatch(/^550 5\.1\.1 /);
  expect(await loginResult(servers, 'LC-000002@people')).toMatch(/AUTHENTICATIONFAILED/);
  expect(await loginResult(servers, `binh@${domain}`)).toMatch(/AUTHENTICATIONFAILED/);
});

test.each([
  ['a person', (id: string) => addPerson(servers, id, 'cuonglv.sotttt'), personDn, 'LC-000003'],
  ['an agency', (id: string) => addAgency(servers, id), agencyDn, 'sokhcn'],
])('%s: suspended is out at every door at the next attempt, restored is back in', async (_, add, dn, id) => {
  const user = await add(id);
  expect(await knockEverywhere(user)).toEqual(open);
  await suspend(servers, dn(servers, id));
  expect(await knockEverywhere(user)).toEqual(closed);
  await restore(servers, dn(servers, id));
  expect(await knockEverywhere(user)).toEqual(open);
});

test('either half of a suspension keeps out: the state without the lock, the lock without the state', async () => {
  const user = await addPerson(servers, 'LC-000004', 'dungpt.sotttt');
  const dn = personDn(servers, 'LC-000004');
  await change(servers, dn, { danhbaState: ['suspended'] });
  expect(await knockEverywhere(user)).toEqual(closed);
  await restore(servers, dn);
  await change(servers, dn, { pwdEndTime: ['20200101000000Z'] });
  expect(await knockEverywhere(user)).toEqual(closed);
});

test('locked upon a call, the state still active: out at every door, and mail from outside arrives all the while', async () => {
  const user = await addPerson(servers, 'LC-000092', 'quangdv.sotttt');
  const dn = personDn(servers, 'LC-000092');
  const lock = { danhbaOperatorLock: ['2026-11-24 mất máy'], pwdEndTime: ['19700101000000Z'] };
  await change(servers, dn, lock);
  expect(await knockEverywhere(user)).toEqual(closed);
  expect(await deliver(servers, user, 'Subject: meanwhile\n\nx\n')).toMatch(/^250 /);
  // 7.3: a first password that is not replaced yet is no way around it.
  await change(servers, dn, { pwdReset: ['TRUE'] });
  expect(await knockEverywhere(user)).toEqual(closed);
  await change(servers, dn, { danhbaOperatorLock: [], pwdEndTime: [], pwdReset: [] });
  expect(await knockEverywhere(user)).toEqual(open);
  expect(subjects(await readMailbox(servers, user, 'INBOX', 1))).toEqual(['meanwhile']);
});

test('a new password does not lift a suspension', async () => {
  const user = await addPerson(servers, 'LC-000005', 'giangna.sotttt');
  const dn = personDn(servers, 'LC-000005');
  await suspend(servers, dn);
  await change(servers, dn, { userPassword: ['Mua-he-2027'] });
  expect(await loginResult(servers, user, 'Mua-he-2027')).toMatch(/AUTHENTICATIONFAILED/);
});

test('an open session survives the suspension until it is kicked, and is then cut', async () => {
  const user = await addPerson(servers, 'LC-000006', 'hoabt.sotttt');
  const imap = await openImap(servers.dovecot.ports.imap);
  await imap.login(user, password);
  await suspend(servers, personDn(servers, 'LC-000006'));
  expect((await imap.command('NOOP')).status).toBe('OK');
  expect(await doveadm(servers.dovecot, ['kick', { mask: ['LC-000006@people'] }])).toEqual([
    [{ result: 'LC-000006@people' }],
  ]);
  expect(await until(async () => (await imap.command('NOOP')).status !== 'OK')).toBe(true);
  expect(await until(async () => (await whoIs('LC-000006@people')).length === 0)).toBe(true);
  expect(await loginResult(servers, user)).toMatch(/AUTHENTICATIONFAILED/);
});

async function whoIs(user: string): Promise<unknown[]> {
  const [answer] = await doveadm(servers.dovecot, ['who', { mask: [user] }]);
  return Array.isArray(answer) ? answer : [];
}

test('a new address loses no mail, and a session that began under the old one is still found', async () => {
  const old = await addPerson(servers, 'LC-000007', 'lanvt.sotttt');
  await deliver(servers, old, 'Subject: before\n\nx\n');
  expect(await readMailbox(servers, old, 'INBOX', 1)).toHaveLength(1);
  const imap = await openImap(servers.dovecot.ports.imap);
  await imap.login(old, password);

  const address = `lanvt.sokhcn@${domain}`;
  const dn = personDn(servers, 'LC-000007');
  await change(servers, dn, { mail: [address], danhbaAddress: [address, old] });
  await deliver(servers, address, 'Subject: after\n\nx\n');
  await deliver(servers, old, 'Subject: to the old address\n\nx\n');
  expect(subjects(await readMailbox(servers, address, 'INBOX', 3)).sort()).toEqual([
    'after',
    'before',
    'to the old address',
  ]);
  expect(await loginResult(servers, old)).toMatch(/AUTHENTICATIONFAILED/);

  await suspend(servers, dn);
  await doveadm(servers.dovecot, ['kick', { mask: ['LC-000007@people'] }]);
  expect(await until(async () => (await imap.command('NOOP')).status !== 'OK')).toBe(true);
});

test('mail for a suspended account is kept for it: nothing is lost by a suspension that ends', async () => {
  const user = await addPerson(servers, 'LC-000011', 'phuclh.sotttt');
  const dn = personDn(servers, 'LC-000011');
  await deliver(servers, user, 'Subject: before\n\nx\n');
  await suspend(servers, dn);
  expect(await deliver(servers, user, 'Subject: meanwhile\n\nx\n')).toMatch(/^250 /);
  await restore(servers, dn);
  expect(subjects(await readMailbox(servers, user, 'INBOX', 2)).sort()).toEqual(['before', 'meanwhile']);
});

test.each([
  ['defer', /^450 4\.2\.1 .*Hop thu tam dung \/ Mailbox suspended/],
  ['refuse', /^550 5\.2\.1 .*Hop thu tam dung \/ Mailbox suspended/],
] as const)('by policy %s, senders to a suspended account are told so', async (suspended, words) => {
  const id = `LC-00002${suspended.length}`;
  const user = await addPerson(servers, id, `quang${suspended}`, {}, [`quang.${suspended}`]);
  await suspend(servers, personDn(servers, id));
  const postfix = await startPostfix({ ...servers, suspended, relayHost: pickLoopbackAddress() });
  try {
    for (const address of [user, `quang.${suspended}@${domain}`]) {
      expect(await deliver({ ...servers, postfix }, address)).toMatch(words);
    }
    expect(await deliver({ ...servers, postfix }, `nobody@${domain}`)).toMatch(/^550 5\.1\.1 /);
    await restore(servers, personDn(servers, id));
    expect(await deliver({ ...servers, postfix }, user)).toMatch(/^250 /);
  } finally {
    await postfix.stop();
  }
});

test.each([
  ['suspended', suspend, restore],
  [
    'reset, not changed yet',
    (all: MailServers, dn: string) => change(all, dn, { pwdReset: ['TRUE'] }),
    (all: MailServers, dn: string) => change(all, dn, { pwdReset: [] }),
  ],
] as const)(
  '%s: the own script, which could answer, rests until the account is open again',
  async (state, shut, reopen) => {
    const id = `LC-00003${state.length}`;
    const user = await addPerson(servers, id, `van${state.length}.sotttt`);
    const dn = personDn(servers, id);
    const sieve = await openManageSieve(servers.dovecot.ports.sieve);
    await sieve.login(user, password);
    const script = 'require ["vacation", "fileinto", "mailbox"]; vacation "x"; fileinto :create "Rieng";';
    expect(await sieve.putScript('tra loi', script)).toMatch(/^OK/);
    await sieve.activate('tra loi');
    sieve.close();
    const send = (number: number) =>
      deliver(servers, user, `From: somebody@outside.test\nTo: ${user}\nSubject: ${number}\n\nx\n`);
    await send(1);
    expect(subjects(await readMailbox(servers, user, 'Rieng', 1))).toEqual(['1']);
    // What a delivery tells comes to the log in its order, but later than the message to its place.
    const told = async (what: string) => {
      const log = await readFile(join(servers.dovecot.directory, 'dovecot.log'), 'utf8');
      return log.split('\n').filter((line) => line.includes(`${id}@people`) && line.includes(what)).length;
    };
    expect(await until(async () => (await told('vacation')) > 0)).toBe(true);
    const before = await told('vacation');
    await shut(servers, dn);
    await send(2);
    const stored = async () => (await doveadm(servers.dovecot, ['mailboxStatus', status]))[0];
    const status = { user: `${id}@people`, mailboxMask: ['INBOX'], field: ['messages'] };
    expect(await until(async () => JSON.stringify(await stored()).includes('"messages":"1"'))).toBe(true);
    expect(await until(async () => (await told("into mailbox 'INBOX'")) === 1)).toBe(true);
    expect(await told('vacation')).toBe(before);
    await reopen(servers, dn);
    await deliver(servers, user, 'Subject: 3\n\nx\n');
    expect(subjects(await readMailbox(servers, user, 'Rieng', 2))).toEqual(['1', '3']);
    expect(subjects(await readMailbox(servers, user, 'INBOX', 1))).toEqual(['2']);
    // The third alone is answered again.
    expect(await until(async () => (await told('vacation')) > before)).toBe(true);
    expect(await told('vacation')).toBe(before + 1);
  },
);

test('terminated: 550 for every address, for senders outside and inside', async () => {
  const user = await addPerson(servers, 'LC-000012', 'sonlt.sotttt', {}, ['son']);
  const colleague = await addPerson(servers, 'LC-000013', 'thuynt.sotttt');
  await terminate(servers, personDn(servers, 'LC-000012'));
  const words = /^550 5\.2\.1 .*Hop thu da cham dut \/ Mailbox terminated/;
  expect(await deliver(servers, user)).toMatch(words);
  expect(await deliver(servers, `son@${domain}`)).toMatch(words);
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  await smtp.auth(colleague, password);
  expect(await smtp.send(colleague, user, 'Subject: x\n\nx\n')).toMatch(words);
  smtp.close();
  expect(await knockEverywhere(user)).toEqual(closed);
});

test('terminated behind a distribution list: the sender is told, the other members get the mail', async () => {
  const gone = await addPerson(servers, 'LC-000014', 'uyenpt.sotttt');
  const there = await addPerson(servers, 'LC-000015', 'vinhtq.sotttt');
  await terminate(servers, personDn(servers, 'LC-000014'));
  const postfix = await startPostfix({
    ...servers,
    outsidePort: servers.outside.port,
    relayHost: pickLoopbackAddress(),
  });
  try {
    const run = promisify(execFile);
    const etc = join(postfix.directory, 'etc');
    const list = `virtual_alias_maps = inline:{{phong@${domain}=${gone} ${there}}}`;
    await run('/usr/sbin/postconf', ['-c', etc, '-e', list]);
    await run('/usr/sbin/postfix', ['-c', etc, 'reload']);
    const message = 'Subject: to the list\n\nx\n';
    expect(
      await until(async () =>
        /^250 /.test(await deliver({ ...servers, postfix }, `phong@${domain}`, message)),
      ),
    ).toBe(true);
    expect(subjects(await readMailbox(servers, there, 'INBOX', 1))).toContain('to the list');
    const told = (text: string) => text.includes('somebody@outside.test') && /Mailbox terminated/.test(text);
    expect(await until(async () => (await servers.outside.read()).some(told))).toBe(true);
  } finally {
    await postfix.stop();
  }
});

test('nothing of one kind of account is asked in the container of the other', async () => {
  // A person whose id, as an organization's would be, is also an organization; and a unit named like a container.
  const person = await addPerson(servers, 'x1', 'x1.person', { ou: 'people' });
  const agency = await addAgency(servers, 'x1');
  const [users] = (await doveadm(servers.dovecot, ['user', { userMask: ['*'] }])) as [{ userList: string[] }];
  expect(users.userList).toEqual(expect.arrayContaining(['x1@people', 'x1@organizations']));
  await deliver(servers, person, 'Subject: person\n\nx\n');
  await deliver(servers, agency, 'Subject: agency\n\nx\n');
  expect(subjects(await readMailbox(servers, person, 'INBOX', 1))).toEqual(['person']);
  expect(subjects(await readMailbox(servers, agency, 'INBOX', 1))).toEqual(['agency']);
});
