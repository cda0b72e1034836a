// The account of an adoption: it marks what is unmarked and takes its own mark back, and can do nothing else.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { containerWords, renderTemplate } from '../../../servers/launch/template.ts';
import { change, Relax } from '../../contract/bench.ts';
import {
  code,
  connect,
  goodPassword,
  organizationDn,
  personDn,
  personEntry,
  readPid,
  replace,
  resultOf,
  serveAgain,
} from '../../support/slapd-fixture.ts';

let slapd: Slapd;
let again: Supervised;
let root: Client;
let reconciler: Client;
let adopter: Client;
let count = 0;

beforeAll(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  const { baseDn, domain } = slapd;
  const words = {
    BASE: baseDn,
    ...containerWords(slapd.containers),
    DOMAIN: domain,
    DOMAIN_PATTERN: domain.replaceAll('.', '[.]'),
  };
  // As an operator adds it: its rules right before the shipped ones, its entry by root.
  const rules = await renderTemplate('openldap/adopter.conf', words);
  const file = join(slapd.directory, 'acl.conf');
  await writeFile(file, `${rules}\n\n${await readFile(file, 'utf8')}`);
  const ldif = await renderTemplate('openldap/adopter.ldif', { ...words, ADOPTER_HASH: goodPassword });
  const lines = ldif.split('\n').filter((line) => /^[a-zA-Z]+: /.test(line) && !line.startsWith('dn: '));
  const values: Record<string, string[]> = {};
  for (const [, type = '', value = ''] of lines.map((line) => /^(\w+): (.*)$/.exec(line) ?? [])) {
    values[type] = [...(values[type] ?? []), value];
  }
  const account: Account = {
    dn: `cn=adopter,ou=services,${baseDn}`,
    passwordFile: join(slapd.directory, 'adopter'),
  };
  await writeFile(account.passwordFile, goodPassword);
  await root.add(account.dn, values);
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  again = await serveAgain(slapd);
  [root, reconciler, adopter] = (await Promise.all(
    [slapd.root, slapd.reconciler, account].map((one) => connect(slapd, one)),
  )) as [Client, Client, Client];
});
afterAll(async () => {
  await again.stop();
  await slapd.stop();
});

const addStranger = async (): Promise<string> => {
  const dn = `cn=Nguyễn Văn An ${++count},ou=people,${slapd.baseDn}`;
  const mail = `cu${count}.sotttt@laichau.gov.vn`;
  await root.add(dn, { objectClass: 'inetOrgPerson', sn: 'Nguyễn', mail, userPassword: goodPassword });
  return dn;
};
const addOffice = async (): Promise<string> => {
  const dn = organizationDn(slapd, `office-${++count}`);
  await root.add(dn, { objectClass: 'organizationalUnit' });
  return dn;
};

const mark = (key: string, className = 'danhbaAccount') => [
  change('add', 'objectClass', className),
  change('add', 'danhbaKey', key),
  change('add', 'danhbaName', 'x'),
  ...(className === 'danhbaAccount'
    ? [
        change('add', 'danhbaState', 'active'),
        change('add', 'danhbaAddress', `${key.replaceAll(/[:/]/g, '.')}@laichau.gov.vn`),
        change('add', 'danhbaOrganization', 'sotttt'),
        change('add', 'danhbaSince', '20260302000000Z'),
        change('add', 'danhbaIssued', '20260302000000Z'),
        change('add', 'danhbaReason', 'violation'),
        change('add', 'danhbaBasis', '1/QĐ; 2026-03-02'),
      ]
    : []),
];
const unmark = (className = 'danhbaAccount') => [
  ...mark('x', className)
    .map(({ modification }) => modification.type)
    .filter((type) => type !== 'objectClass')
    .map((type) => change('delete', type)),
  change('delete', 'objectClass', className),
];

describe('the adopter', () => {
  test('takes a person over, and gives it back as it was', async () => {
    const dn = await addStranger();
    const before = (await root.search(dn, { scope: 'base' })).searchEntries;
    expect(await resultOf(adopter.modify(dn, mark('person:a1')))).toBe(code.success);
    expect(await resultOf(reconciler.modify(dn, replace('title', 'Chuyên viên')))).toBe(code.success);
    expect(await resultOf(reconciler.modify(dn, replace('title')))).toBe(code.success);
    expect(await resultOf(adopter.modify(dn, unmark()))).toBe(code.success);
    expect((await root.search(dn, { scope: 'base' })).searchEntries).toEqual(before);
    expect(await resultOf(reconciler.modify(dn, replace('title', 'x')))).toBe(code.insufficientAccess);
  });

  test.each(['danhbaAccount', 'danhbaEntry'])(
    'takes an organization over as %s, and gives it back',
    async (name) => {
      const dn = await addOffice();
      expect(await resultOf(adopter.modify(dn, mark(`organization:a${count}`, name)))).toBe(code.success);
      expect(await resultOf(reconciler.modify(dn, replace('displayName', 'Sở')))).toBe(code.success);
      expect(await resultOf(reconciler.modify(dn, replace('displayName')))).toBe(code.success);
      expect(await resultOf(adopter.modify(dn, unmark(name)))).toBe(code.success);
    },
  );

  test('reads every entry, and no password', async () => {
    const dn = await addStranger();
    const { searchEntries } = await adopter.search(dn, { scope: 'base', attributes: ['*', '+'] });
    expect(searchEntries[0]).toMatchObject({ sn: 'Nguyễn' });
    expect(searchEntries[0]).not.toHaveProperty('userPassword');
    const filter = '(userPassword=*)';
    expect((await adopter.search(slapd.baseDn, { filter })).searchEntries).toEqual([]);
  });

  const beyond: Readonly<Record<string, (dn: string, office: string) => Promise<unknown>>> = {
    'a value of others': (dn) => adopter.modify(dn, replace('title', 'x')),
    'an address they have': (dn) => adopter.modify(dn, replace('mail', 'x@laichau.gov.vn')),
    'a password': (dn) => adopter.modify(dn, replace('userPassword', 'Mua-thu-2026')),
    'a lock': (dn) => adopter.modify(dn, replace('pwdEndTime', '19700101000000Z')),
    'a policy': (dn) => adopter.modify(dn, replace('pwdPolicySubentry', dn)),
    'another class': (dn) => adopter.modify(dn, change('add', 'objectClass', 'uidObject')),
    'an organization’s key on a person': (dn) => adopter.modify(dn, mark('organization:x')),
    'a person’s key on an organization': (_, office) => adopter.modify(office, mark('person:x')),
    'a key of a mailbox that was left': (dn) => adopter.modify(dn, mark('person:x/1')),
    'a hidden key': (dn) => adopter.modify(dn, change('add', 'danhbaKey;lang-vi', 'person:x')),
    'a name': (dn) => adopter.modifyDN(dn, 'uid=x'),
    'an end': (dn) => adopter.del(dn),
    'a new entry': () => adopter.add(personDn(slapd, 'LC-9'), personEntry('LC-9')),
    'a container': () => adopter.modify(`ou=people,${slapd.baseDn}`, replace('description', 'x')),
    'its own account': () =>
      adopter.modify(`cn=adopter,ou=services,${slapd.baseDn}`, replace('description', 'x')),
  };

  test.each(Object.entries(beyond))('is refused %s', async (_, write) => {
    expect(await resultOf(write(await addStranger(), await addOffice()))).toBe(code.insufficientAccess);
  });

  test('is refused a foreign address and a fourth state even under Relax', async () => {
    for (const dn of [await addStranger(), await addOffice()]) {
      for (const one of [
        change('add', 'danhbaAddress', 'x@gmail.com'),
        change('add', 'danhbaState', 'sleeping'),
      ]) {
        expect(await resultOf(adopter.modify(dn, one, new Relax()))).toBe(code.insufficientAccess);
      }
    }
  });

  test('touches nothing that danhba issued', async () => {
    const dn = personDn(slapd, 'LC-000001');
    await reconciler.add(dn, personEntry('LC-000001'));
    for (const one of [
      replace('danhbaKey', 'person:x'),
      change('add', 'danhbaName', 'x'),
      replace('danhbaState', 'suspended'),
      replace('danhbaAddress', 'x@laichau.gov.vn'),
    ]) {
      expect(await resultOf(adopter.modify(dn, one)), one.modification.type).toBe(code.insufficientAccess);
    }
  });
});
