// Many sessions at once: whoever holds as many as he can keeps nobody else from sending, and full stays full.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  deliver,
  domain,
  type MailServers,
  password,
  startMailServers,
} from '../../support/mail.ts';
import { openManageSieve, openSmtp, type Smtp } from '../../support/mail-clients.ts';

/** Of one user from one address (dovecot.conf). */
const most = 20;
/** Together the 100 processes that Postfix and Dovecot have of a kind where nothing is said. */
const crowd = 5;

let servers: MailServers;
const sessions: Smtp[] = [];
beforeAll(async () => {
  servers = await startMailServers({ dovecot: { quota: { people: 1, organizations: 1 } } });
});
afterAll(async () => {
  for (const session of sessions) session.close();
  await servers?.stop();
});

async function submit(user: string): Promise<{ readonly answer: string; readonly smtp: Smtp }> {
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  sessions.push(smtp);
  return { answer: await smtp.auth(user, password), smtp };
}

test('sessions that stay open: each user has his number, the next user sends, a full mailbox is refused', async () => {
  const full = await addPerson(servers, 'LC-000099', 'day.sotttt');
  const large = `Subject: large\n\n${`${'x'.repeat(62)}\n`.repeat(900 * 16)}`;
  expect(await deliver(servers, full, large)).toMatch(/^250 /);
  for (let number = 1; number <= crowd; number++) {
    const user = await addPerson(servers, `LC-00000${number}`, `giu${number}.sotttt`);
    for (let session = 0; session < most; session++) {
      const { answer, smtp } = await submit(user);
      expect(answer).toMatch(/^235 /);
      await smtp.command(`MAIL FROM:<${user}>`);
      expect(await smtp.command(`RCPT TO:<${user}>`)).toMatch(/^250 /);
    }
    // Dovecot 2.3.19 means to say 421, and hangs up.
    expect((await submit(user)).answer).toMatch(/^(closed|421 )/);
  }
  const user = await addPerson(servers, 'LC-000010', 'oanhkt.sotttt');
  const { answer, smtp } = await submit(user);
  expect(answer).toMatch(/^235 /);
  expect(await smtp.send(user, `giu1.sotttt@${domain}`, 'Subject: x\n\nx\n')).toMatch(/^250 /);
  expect(await smtp.send(user, full, large)).toMatch(/^552 5\.2\.2 /);
});

test('scripts, which no quota counts: so many, and no more', async () => {
  const user = await addPerson(servers, 'LC-000011', 'phongtv.sotttt');
  const sieve = await openManageSieve(servers.dovecot.ports.sieve);
  expect(await sieve.login(user, password)).toMatch(/^OK/);
  const long = `keep;\r\n#${'x'.repeat(1_000_000)}\r\n`;
  for (const name of ['mot', 'hai']) expect(await sieve.putScript(name, long)).toMatch(/^OK/);
  expect(await sieve.putScript('ba', long)).toMatch(/^NO .*QUOTA\/MAXSTORAGE/);
  for (let number = 3; number <= 32; number++) {
    expect(await sieve.putScript(`${number}`, 'keep;')).toMatch(/^OK/);
  }
  expect(await sieve.putScript('33', 'keep;')).toMatch(/^NO .*QUOTA\/MAXSCRIPTS/);
  sieve.close();
});
