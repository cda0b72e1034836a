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
import { connect, serveAgain } from '../../support/slapd-fixture.ts';
import { pageOf } from '../../unit/docs/read-docs.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
let slapd: Slapd;
let served: Supervised | undefined;

/** The shell commands below a heading; both pages have the same. */
function commandsOf(english: string, vietnamese: string): readonly string[] {
  const [commands, others] = (
    [
      ['docs/address-book.md', english],
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

test('who was there before is found, with telephones where the province says so', async () => {
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
