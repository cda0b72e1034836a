// A first or reset password (6.3, 7.3) opens nothing until it is changed, and the servers say what to do.

import { readFile } from 'node:fs/promises';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  agencyDn,
  change,
  deliver,
  loginResult,
  type MailServers,
  personDn,
  readMailbox,
  startMailServers,
  suspend,
} from '../../support/mail.ts';
import { loginPop3, openManageSieve, openSmtp } from '../../support/mail-clients.ts';

const words =
  'Phai doi mat khau truoc khi dung / Password must be changed first: https://matkhau.example/doi?from=mail';
const issued = 'Mua-dong-2025';
const newPassword = 'Mua-thu-2026';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ dovecot: { changeUrl: 'https://matkhau.example/doi?from=mail' } });
});
afterAll(() => servers?.stop());

/** As the holder does it, on the page: with the old password, and nothing but the password. */
async function changePassword(dn: string, from: string, to: string): Promise<void> {
  const client = new Client({ url: servers.slapd.url });
  await client.bind(dn, from);
  const modification = new Attribute({ type: 'userPassword', values: [to] });
  await client.modify(dn, new Change({ operation: 'replace', modification }));
  await client.unbind();
}

test.each([
  ['a person', (id: string) => addPerson(servers, id, 'annv.sotttt'), personDn, 'LC-000001'],
  ['an agency', (id: string) => addAgency(servers, id), agencyDn, 'sotttt'],
])('%s: refused with the words until the password is changed', async (_, add, dn, id) => {
  const user = await add(id);
  await change(servers, dn(servers, id), { userPassword: [issued], pwdReset: ['TRUE'] });
  expect(await deliver(servers, user, 'Subject: waiting\n\nx\n')).toMatch(/^250 /);

  const { pop3, sieve } = servers.dovecot.ports;
  expect(await loginResult(servers, user, issued)).toBe(`NO [CONTACTADMIN] ${words}`);
  expect(await loginPop3(pop3, user, issued)).toBe(`-ERR [AUTH] ${words}`);
  const manageSieve = await openManageSieve(sieve);
  expect(await manageSieve.login(user, issued)).toMatch(/^NO/);
  manageSieve.close();
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  expect(await smtp.auth(user, issued)).toBe(`525 5.7.13 ${words}`);
  smtp.close();

  expect(await loginResult(servers, user, 'wrong')).toBe('NO [AUTHENTICATIONFAILED] Authentication failed.');

  await changePassword(dn(servers, id), issued, newPassword);
  expect(await loginResult(servers, user, issued)).toMatch(/AUTHENTICATIONFAILED/);
  expect(await loginResult(servers, user, newPassword)).toBe('OK');
});

test('suspended and must change: no words, no entry', async () => {
  const user = await addPerson(servers, 'LC-000002', 'binhtt.sotttt', { pwdReset: 'TRUE' });
  await suspend(servers, personDn(servers, 'LC-000002'));
  expect(await loginResult(servers, user)).toBe('NO [AUTHENTICATIONFAILED] Authentication failed.');
});

test('a reset while somebody is at work shuts the next login, and says why', async () => {
  const user = await addPerson(servers, 'LC-000003', 'cuonglv.sotttt');
  expect(await loginResult(servers, user)).toBe('OK');
  await change(servers, personDn(servers, 'LC-000003'), { userPassword: [newPassword], pwdReset: ['TRUE'] });
  expect(await loginResult(servers, user, newPassword)).toBe(`NO [CONTACTADMIN] ${words}`);
});

test('a login by IMAP is an access that the directory records, a delivery and a wrong password are none', async () => {
  const user = await addPerson(servers, 'LC-000004', 'dungpt.sotttt');
  const planner = new Client({ url: servers.slapd.url });
  await planner.bind(servers.slapd.planner.dn, await readFile(servers.slapd.planner.passwordFile, 'utf8'));
  const lastAccess = async () => {
    const dn = personDn(servers, 'LC-000004');
    const { searchEntries } = await planner.search(dn, { scope: 'base', attributes: ['authTimestamp'] });
    return searchEntries[0]?.authTimestamp;
  };
  await deliver(servers, user);
  await loginResult(servers, user, 'wrong');
  expect(await lastAccess()).toEqual([]);
  expect(await readMailbox(servers, user, 'INBOX', 1)).toHaveLength(1);
  expect(await lastAccess()).toMatch(/^\d{14}Z$/);
  await planner.unbind();
});

test('without the right to read pwdReset the mail server lets nobody in, instead of everybody', async () => {
  // The filter of every active login has (!(pwdReset=TRUE)): neither true nor false where it cannot be read.
  const user = await addPerson(servers, 'LC-000005', 'giangna.sotttt');
  const mailserver = new Client({ url: servers.slapd.url });
  const { dn, passwordFile } = servers.slapd.mailserver;
  await mailserver.bind(dn, await readFile(passwordFile, 'utf8'));
  const find = async (filter: string) =>
    (await mailserver.search(`ou=people,${servers.slapd.baseDn}`, { filter })).searchEntries.length;
  expect(await find(`(&(mail=${user})(!(pwdReset=TRUE)))`)).toBe(1);
  // pwdHistory is readable to nobody.
  expect(await find(`(&(mail=${user})(!(pwdHistory=x)))`)).toBe(0);
  await mailserver.unbind();
});
