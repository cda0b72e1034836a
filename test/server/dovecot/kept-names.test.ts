// Where the mail of an entry lies that was there before danhba, and keeps its name: by the shipped configuration of Dovecot.

import { execFile } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dovecot, startDovecot } from '../../../servers/launch/dovecot.ts';
import { change } from '../../contract/bench.ts';
import { type ExistingPerson, existingPeople, oldPassword } from '../../support/existing-people.ts';
import { type ExistingSlapd, startExistingSlapd, steps } from '../../support/existing-slapd.ts';
import { doveadm } from '../../support/mail.ts';
import { openImap } from '../../support/mail-clients.ts';
import { readSecret } from '../../support/run.ts';
import { personEntry } from '../../support/slapd-fixture.ts';

const run = promisify(execFile);

let server: ExistingSlapd;
let dovecot: Dovecot;
let root: Client;

/** By login; by name, with a login too; by address, with a login too; by address alone. */
const [byLogin, byName, byAddress, without] = [0, 10, 5, 2].map((index) => existingPeople[index]!) as [
  ExistingPerson,
  ExistingPerson,
  ExistingPerson,
  ExistingPerson,
];

beforeAll(async () => {
  server = await startExistingSlapd();
  for (const step of steps) await server.applyStep(step);
  dovecot = await startDovecot({ slapd: server });
  root = new Client({ url: server.url });
  await root.bind(server.root.dn, await readSecret(server.root.passwordFile));
  for (const { dn, mail } of [byLogin, byName, byAddress, without]) {
    const name = /^\w+=([^,]+)/.exec(dn)?.[1] ?? '';
    await root.modify(dn, [
      change('add', 'objectClass', 'danhbaAccount'),
      change('add', 'danhbaKey', `person:${mail}`),
      change('add', 'danhbaName', name),
      change('add', 'danhbaState', 'active'),
      change('add', 'danhbaAddress', mail),
    ]);
  }
});
afterAll(async () => {
  await root?.unbind();
  await dovecot?.stop();
  await server?.stop();
});

/** `deleteoldrdn: 0`, which ldapts does not know: inetOrgPerson cannot do without cn. */
async function modifyKeeping(dn: string, name: string): Promise<void> {
  const { dn: bindDn, passwordFile } = server.root;
  await run('ldapmodrdn', ['-x', '-H', server.url, '-D', bindDn, '-y', passwordFile, dn, name]);
}

/** What Dovecot knows of an address: its user and its home, below its folder. */
async function homeOf(mail: string): Promise<string> {
  const [answer] = await doveadm(dovecot, ['user', { userMask: [mail] }]);
  const found = (answer as Record<string, { readonly home?: string; readonly user?: string }>)[mail];
  return found?.home === undefined
    ? 'nobody'
    : `${found.user} ${found.home.replace(`${dovecot.directory}/`, '')}`;
}

async function login(mail: string): Promise<string> {
  const imap = await openImap(dovecot.ports.imap);
  const { status } = await imap.login(mail, oldPassword);
  imap.close();
  return status;
}

describe('the home of a mailbox', () => {
  test('has the entry’s uid, whatever the entry is named by', async () => {
    expect(await homeOf(byLogin.mail)).toBe('nv0@people mail/people/nv0');
    expect(await homeOf(byName.mail)).toBe('nv10@people mail/people/nv10');
    expect(await homeOf(byAddress.mail)).toBe('nv5@people mail/people/nv5');
  });

  test('is the same when a name that was cn= becomes uid=, as the plan asks for', async () => {
    await modifyKeeping(byName.dn, 'uid=nv10');
    expect(await homeOf(byName.mail)).toBe('nv10@people mail/people/nv10');
  });

  test('is nobody’s for an entry without uid, which can neither log in', async () => {
    expect(await homeOf(without.mail)).toBe('nobody');
    expect(await login(without.mail)).toBe('NO');
  });

  test('holds the mail that was there, once it lies under this name', async () => {
    const folder = join(dovecot.directory, 'mail/people/nv0/Maildir');
    for (const name of ['cur', 'new', 'tmp']) await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'cur/1700000000.1.mail:2,S'), 'Subject: cu\n\nThu cu\n');
    const { uid, gid } = await stat(join(dovecot.directory, 'mail'));
    await run('chown', ['-R', `${uid}:${gid}`, join(dovecot.directory, 'mail/people')]);
    const imap = await openImap(dovecot.ports.imap);
    await imap.login(byLogin.mail, oldPassword);
    expect((await imap.readAll('INBOX'))?.map((text) => text.replaceAll('\r', ''))).toEqual([
      'Subject: cu\n\nThu cu',
    ]);
    imap.close();
  });

  test.each(['aa', 'zz'])(
    'is that of the name in the DN beside another uid that was added, %s',
    async (more) => {
      await root.modify(byLogin.dn, change('add', 'uid', more));
      expect(await homeOf(byLogin.mail)).toBe('nv0@people mail/people/nv0');
      await root.modify(byLogin.dn, change('delete', 'uid', more));
    },
  );

  // So an entry is rid of the others before it gets the mark: the plan takes them away, and the home would be another.
  test('is that of the first uid, where another was written before the name in the DN', async () => {
    const mail = 'nhieuten@laichau.gov.vn';
    const entry = { ...personEntry('LC-000500'), uid: ['truoc', 'sau'], mail, danhbaAddress: mail };
    await root.add(`uid=sau,ou=people,${server.baseDn}`, entry);
    expect(await homeOf(mail)).toBe('truoc@people mail/people/truoc');
  });

  test('is found by the password of before, and the login is recorded', async () => {
    for (const { mail } of [byLogin, byName, byAddress]) expect(await login(mail), mail).toBe('OK');
    const { searchEntries } = await root.search(byLogin.dn, { scope: 'base', attributes: ['authTimestamp'] });
    expect(searchEntries[0]?.authTimestamp).toMatch(/Z$/);
  });
});
