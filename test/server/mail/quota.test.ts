// Quota by the kind of the mailbox, as Dovecot keeps it and as a sender is told.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  deliver,
  doveadm,
  type MailServers,
  readMailbox,
  startMailServers,
} from '../../support/mail.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ dovecot: { quota: { people: 1, organizations: 3 } } });
});
afterAll(() => servers?.stop());

const halfMebibyte = `Subject: large\n\n${'x'
  .repeat(63)
  .concat('\n')
  .repeat(8 * 1024)}`;

test('a person has one quota, an agency another', async () => {
  await addPerson(servers, 'LC-000001', 'annv.sotttt');
  await addAgency(servers, 'sotttt');
  const [answer] = await doveadm(servers.dovecot, ['quotaGet', { allUsers: true }]);
  const limits = (answer as { username: string; type: string; limit: string }[])
    .filter(({ type }) => type === 'STORAGE')
    .map(({ username, limit }) => [username, limit]);
  expect(Object.fromEntries(limits)).toEqual({ 'LC-000001@people': '1024', 'sotttt@organizations': '3072' });
});

test('a full mailbox: the sender is told on the line, and the holder keeps what is there', async () => {
  const full = await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
  const other = await addPerson(servers, 'LC-000003', 'cuonglv.sotttt');
  expect(await deliver(servers, full, halfMebibyte)).toMatch(/^250 /);
  expect(await readMailbox(servers, full, 'INBOX', 1)).toHaveLength(1);
  expect(await deliver(servers, full, halfMebibyte)).toMatch(
    /^552 5\.2\.2 .*Hop thu da day \/ Mailbox is full/,
  );
  expect(await deliver(servers, full, 'Subject: small\n\nx\n')).toMatch(/^250 /);
  expect(await deliver(servers, other, halfMebibyte)).toMatch(/^250 /);
  expect(await readMailbox(servers, full, 'INBOX', 2)).toHaveLength(2);
});

test('an agency takes what a person cannot', async () => {
  const agency = await addAgency(servers, 'sokhcn');
  for (const count of [1, 2, 3]) {
    expect(await deliver(servers, agency, halfMebibyte)).toMatch(/^250 /);
    expect(await readMailbox(servers, agency, 'INBOX', count)).toHaveLength(count);
  }
});
