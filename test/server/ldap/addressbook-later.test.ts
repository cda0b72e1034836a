// docs/address-book.md on a server that was set up before there was an address book: typed as it stands.

import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { addAddressBookPeople, anPhone, shownPeople } from '../../support/address-book-people.ts';
import { outlookAsks } from '../../support/address-books.ts';
import { readLaterCommands } from '../../support/adopt-page.ts';
import { startExistingSlapd, steps } from '../../support/existing-slapd.ts';
import { connect, personDn, personEntry, serveAgain } from '../../support/slapd-fixture.ts';
import { pageOf } from '../../unit/docs/read-docs.ts';

const run = promisify(execFile);
const page = 'docs/address-book.md';
const root = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
let slapd: Slapd;
let served: Supervised | undefined;

/** The shell commands below a heading; both pages have the same. */
function commandsOf(english: string, vietnamese: string): readonly string[] {
  const [commands, others] = (
    [
      [page, english],
      ['docs/address-book.vi.md', vietnamese],
    ] as const
  ).map(([file, heading]) => {
    const { text } = pageOf(file);
    const [, section = ''] = text.split(`\n## ${heading}\n`);
    return [...section.split('\n## ')[0]!.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  });
  expect(others).toEqual(commands);
  return commands!;
}

/** slapd's own user is the tests' user here, and systemd is the test. */
const shell = (script: string) =>
  run('/bin/bash', ['-euc', `systemctl() { :; }\n${script.replaceAll('runuser -u openldap -- ', '')}`], {
    cwd: root,
    env: { ...process.env, DIR: slapd.directory, BASE: slapd.baseDn, LDAP: slapd.url },
  });

beforeAll(async () => {
  folder = await mkdtemp(join('/var/tmp', 'danhba-book-')); // slapd's own user can get there
  await chmod(folder, 0o755);
  slapd = await startSlapd({ directory: join(folder, 'instance'), hashing: 'light' });
  const client = await connect(slapd, slapd.root);
  await client.del(slapd.addressbook.dn);
  await client.unbind();
  await slapd.stop();
  const configuration = join(slapd.directory, 'slapd.conf');
  const before = (await readFile(configuration, 'utf8'))
    .replace(/^index_.*\n/gm, '')
    .replace(/^index uid,ou eq\nindex mail eq,sub\n.*\n.*\n/m, 'index uid,ou,mail eq\n')
    .replace(/^limits dn.exact="cn=addressbook,.*\n.*\n/m, '');
  expect(before).not.toMatch(/^(index|limits).*(addressbook|sub|approx)/m);
  await writeFile(configuration, before);
  served = await serveAgain(slapd);
  await addAddressBookPeople(slapd);
  await served.stop();
});
afterAll(async () => {
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

const askForAn = async () => {
  const client = await connect(slapd, slapd.addressbook);
  const { filter } = outlookAsks('Nguyễn');
  const { searchEntries } = await client.search(slapd.baseDn, {
    filter,
    attributes: ['cn', 'telephoneNumber'],
  });
  await client.unbind();
  return searchEntries.map(({ cn, telephoneNumber }) => ({ cn, telephoneNumber }));
};

test('with slapd.conf: who was there before is found, with telephones where the province says so', async () => {
  const { cn } = shownPeople['LC-000001'];
  const [limits, account] = commandsOf('A server that was set up before', 'Máy chủ dựng từ trước');
  await shell(limits!);
  served = await serveAgain(slapd);
  await shell(account!);
  expect(await askForAn()).toEqual([{ cn, telephoneNumber: [] }]);
  const client = await connect(slapd, slapd.addressbook);
  await expect(client.search(slapd.baseDn, { filter: '(mail=*)' })).rejects.toMatchObject({ code: 4 });
  await client.unbind();
  await served.stop();

  const [phones] = commandsOf('Telephones', 'Số điện thoại');
  await shell(phones!);
  served = await serveAgain(slapd);
  expect(await askForAn()).toEqual([{ cn, telephoneNumber: anPhone }]);
});

test('with cn=config: the same, beside what is there', async () => {
  const existing = await startExistingSlapd();
  try {
    for (const step of steps) await existing.applyStep(step);
    const client = await connect(existing, existing.root);
    const account = { ...existing.planner, dn: existing.planner.dn.replace('planner', 'addressbook') };
    const passwordFile = account.passwordFile.replace('planner', 'addressbook');
    await client.del(account.dn);
    const forget = `config <<END
dn: olcDatabase={1}mdb,cn=config
changetype: modify
delete: olcLimits
olcLimits: {3}
-
delete: olcDbIndex
olcDbIndex: displayName eq,sub,approx
END
look '(olcDbIndex=*)' olcLimits | grep -c addressbook || true`;
    expect(await existing.applyStep({ name: 'before', script: forget, sets: '' })).toMatch(/\n0\n$/);
    const later = readLaterCommands(page, 'A server that was set up before');
    await existing.applyStep({ name: 'later', script: later, sets: '' });
    const phones = readLaterCommands(page, 'Telephones');
    await existing.applyStep({ name: 'phones', script: phones, sets: '' });
    const person = shownPeople['LC-000001'];
    await client.add(personDn(existing, 'LC-000001'), personEntry('LC-000001', person));
    await client.unbind();
    const book = await connect(existing, { dn: account.dn, passwordFile });
    const { filter } = outlookAsks('Nguyễn');
    const { searchEntries } = await book.search(existing.baseDn, {
      filter,
      attributes: ['cn', 'telephoneNumber'],
    });
    await book.unbind();
    // Those who were there before danhba are not its people.
    expect(searchEntries).toMatchObject([{ cn: person.cn, telephoneNumber: anPhone }]);
    const limits = await existing.applyStep({
      name: 'limits',
      script: "look '(olcDbIndex=*)' olcLimits",
      sets: '',
    });
    expect(limits).toMatch(/addressbook,ou=services,dc=laichau,dc=gov,dc=vn" size.soft=100 size.hard=200/);
  } finally {
    await existing.stop();
  }
});
