// The live address book: what mail programs ask finds whom mail reaches, and the account they ask with sees nothing else.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client, type Entry } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import {
  addAddressBookPeople,
  agency,
  anPhone,
  hiddenPeople,
  shownPeople,
  silentOrganization,
  strangerId,
} from '../../support/address-book-people.ts';
import {
  outlookAsks,
  type Question,
  roundcubeCompletes,
  thunderbirdCompletes,
  thunderbirdSearches,
} from '../../support/address-books.ts';
import { readSecret } from '../../support/run.ts';
import {
  bindResult,
  code,
  connect,
  goodPassword,
  organizationDn,
  personDn,
  personEntry,
  replace,
  resultOf,
} from '../../support/slapd-fixture.ts';
import { pageOf } from '../../unit/docs/read-docs.ts';

const run = promisify(execFile);

let slapd: Slapd;
let book: Client;
let root: Client;
const an = 'LC-000001';

beforeAll(async () => {
  slapd = await startSlapd();
  await addAddressBookPeople(slapd);
  [root, book] = (await Promise.all([slapd.root, slapd.addressbook].map((one) => connect(slapd, one)))) as [
    Client,
    Client,
  ];
  const reconciler = await connect(slapd, slapd.reconciler);
  await reconciler.modify(personDn(slapd, an), replace('userPassword', goodPassword));
  await reconciler.unbind();
});
afterAll(async () => {
  await Promise.all([root, book].map((client) => client?.unbind()));
  await slapd?.stop();
});

const find = async (
  filter: string,
  attributes: readonly string[] = [],
  base = slapd.baseDn,
): Promise<Entry[]> =>
  (await book.search(base, { scope: 'sub', filter, attributes: [...attributes], sizeLimit: 100 }))
    .searchEntries;

async function named({ filter, attributes, sizeLimit }: Question): Promise<readonly string[]> {
  const options = { filter, attributes: [...attributes], sizeLimit };
  const { searchEntries } = await book.search(slapd.baseDn, options);
  return searchEntries.map(({ cn = [], displayName = [] }) => [cn, displayName].flat().join());
}

describe('mail programs find', () => {
  test.each([
    // As it is written, in whatever case, composed or not; by a part of it; by the address, which has no marks.
    ['Thunderbird, while an address is typed', thunderbirdCompletes('Nguyễn'), ['Nguyễn Văn An']],
    [
      'the same, decomposed as macOS writes',
      thunderbirdCompletes('NGUYỄN'.normalize('NFD')),
      ['Nguyễn Văn An'],
    ],
    ['the same, several words', thunderbirdCompletes('nguyễn an'), ['Nguyễn Văn An']],
    ['the same, the letter đ', thunderbirdCompletes('ĐÀO'), ['Đỗ Thị Đào']],
    ['the same, the beginning of an address', thunderbirdCompletes('annv'), ['Nguyễn Văn An']],
    ['the same, without marks: given names stand in addresses', thunderbirdCompletes('dao'), ['Đỗ Thị Đào']],
    ['the same, without marks: family names do not', thunderbirdCompletes('nguyen'), []],
    ['the same, an agency by its address alone, without a name', thunderbirdCompletes('sotttt@l'), ['']],
    ['Thunderbird’s window', thunderbirdSearches('nguyễn an'), ['Nguyễn Văn An']],
    ['the same, by post and unit', thunderbirdSearches('chuyên bưu'), ['Nguyễn Văn An']],
    ['the same, by organization', thunderbirdSearches('tài chính'), ['Nguyễn Văn An']],
    ['Outlook, from the beginning of a name', outlookAsks('Nguyễn'), ['Nguyễn Văn An']],
    ['the same, of a given name', outlookAsks('páo'), ['Giàng A Páo']],
    ['the same, of an address', outlookAsks('daodt'), ['Đỗ Thị Đào']],
    ['the same, not from the middle', outlookAsks('Văn'), []],
    ['the same, an agency by its address', outlookAsks('sotttt@'), [agency.name]],
    ['Roundcube', roundcubeCompletes('Páo'), ['Giàng A Páo']],
    ['nobody by nothing they have', thunderbirdCompletes('zz'), []],
  ])('%s', async (_, question, expected) => {
    expect(await named(question)).toEqual(expected);
  });

  test('what the page has them set up: names without marks, and agencies by name', async () => {
    const { text } = pageOf('docs/address-book.md');
    const preference = (name: string) => text.split(`.danhba.${name}", "`)[1]?.split('"')[0] ?? '';
    const [template, displayName] = [
      preference('autoComplete.filterTemplate'),
      preference('attrmap.DisplayName'),
    ];
    const nickName = preference('attrmap.NickName');
    const [, custom = ''] = /^(\(&\(mail=\*\)\(\|.*%s.*)$/m.exec(text) ?? [];
    for (const typed of ['nguyen van an', 'nguyen', 'van an', 'nguyễn an', 'annv', 'giang a pao']) {
      const who = typed.startsWith('giang') ? 'Giàng A Páo' : 'Nguyễn Văn An';
      expect(await named(thunderbirdCompletes(typed, { template, displayName })), typed).toEqual([who]);
      if (typed !== 'nguyễn an') expect(await named(outlookAsks(typed, custom)), typed).toEqual([who]);
    }
    for (const typed of ['thông tin', 'so thong tin']) {
      expect(await named(thunderbirdCompletes(typed, { template, displayName })), typed).toContain(
        agency.name,
      );
      expect(await named(outlookAsks(typed, custom)), typed).toContain(agency.name);
    }
    expect(await named(thunderbirdSearches('truyền thông', nickName))).toContain(agency.name);
    // OpenLDAP drops the letter when it compares by sound.
    expect(await named(outlookAsks('do thi', custom))).toEqual([]);
  });
});

describe('the account of address books', () => {
  test('reads of people and agencies these attributes, asked for all', async () => {
    const everything = ['*', '+', 'telephoneNumber', 'uid', 'objectClass'];
    const [seen] = await find('(mail=annv.sotc@laichau.gov.vn)', everything);
    const { mail, cn, sn, givenName, title, o, ou } = shownPeople[an] as Record<string, string>;
    expect(seen).toMatchObject({ mail, cn, sn, givenName, title, o, ou });
    const valued = (entry: Entry | undefined) =>
      Object.entries(entry ?? {}).flatMap(([name, value]) => (value.length > 0 ? [name] : []));
    expect(valued(seen).sort()).toEqual(['cn', 'dn', 'givenName', 'mail', 'o', 'ou', 'sn', 'title']);
    const [office] = await find('(mail=sotttt@laichau.gov.vn)', ['*', '+']);
    expect(valued(office).sort()).toEqual(['displayName', 'dn', 'mail', 'ou']);
  });

  test('sees nobody who is suspended, has ended, is locked or is not danhba’s, nor anything else', async () => {
    const dns = [
      ...[...Object.keys(hiddenPeople), strangerId].map((id) => personDn(slapd, id)),
      organizationDn(slapd, silentOrganization),
      ...[slapd.planner.dn, slapd.addressbook.dn, `cn=users,ou=policies,${slapd.baseDn}`],
    ];
    for (const dn of dns) {
      expect(await resultOf(root.search(dn, { scope: 'base' })), dn).toBe(code.success);
      expect(await resultOf(book.search(dn, { scope: 'base' })), dn).toBe(code.noSuchObject);
    }
    for (const { mail } of Object.values(hiddenPeople)) expect(await find(`(mail=${mail})`)).toEqual([]);
    const seen = await find('(!(mail=dong-*))');
    expect(seen.map(({ dn }) => dn).sort()).toEqual(
      [organizationDn(slapd, agency.id), ...Object.keys(shownPeople).map((id) => personDn(slapd, id))].sort(),
    );
  });

  test.each([
    ...['danhbaKey=*', 'danhbaState=active', '!(danhbaState=suspended)', 'danhbaOrganization=sotttt'],
    ...['telephoneNumber=*', '!(telephoneNumber=0213*)', 'telephoneNumber~=0213', 'uid=*', 'entryUUID=*'],
    ...['userPassword=*', 'authTimestamp=*', 'pwdEndTime=*', 'modifyTimestamp>=20200101000000Z'],
  ])('finds nobody by (%s), which it may not read', async (filter) => {
    expect(await find(`(${filter})`)).toEqual([]);
    expect(await find(`(&(mail=annv*)(${filter}))`)).toEqual([]);
  });

  test('finds out no value by comparing', async () => {
    const dn = personDn(slapd, an);
    expect(await book.compare(dn, 'cn', 'nguyễn văn an')).toBe(true);
    for (const [attribute, value] of [
      ['telephoneNumber', anPhone],
      ['danhbaState', 'active'],
    ] as const) {
      expect(await root.compare(dn, attribute, value)).toBe(true);
      expect(await resultOf(book.compare(dn, attribute, value)), attribute).toBe(code.insufficientAccess);
    }
  });

  test('gets 100 names, 200 if it asks for more, however it asks', async () => {
    const options = { filter: '(mail=*)', attributes: ['1.1'] };
    expect(await resultOf(book.search(slapd.baseDn, options))).toBe(4);
    const asked = await book.search(slapd.baseDn, { ...options, sizeLimit: 5000 });
    expect(asked.searchEntries).toHaveLength(200);
    for (const [control, most] of [
      ['!pr=50/noprompt', 200],
      ['!sync=ro', 100],
    ] as const) {
      const { dn, passwordFile } = slapd.addressbook;
      const login = ['-x', '-LLL', '-H', slapd.url, '-D', dn, '-y', passwordFile];
      const ended = run('ldapsearch', [...login, '-b', slapd.baseDn, '-E', control, '(mail=*)', '1.1']);
      const { code: exit, stdout } = await ended.catch((error) => error);
      expect(exit, control).toBe(4);
      expect(stdout.match(/^dn: /gm), control).toHaveLength(most);
    }
  });

  test('writes nothing, its own password neither', async () => {
    const dn = personDn(slapd, an);
    for (const one of [
      replace('cn', 'x'),
      replace('mail', 'x@laichau.gov.vn'),
      replace('danhbaState', 'active'),
    ]) {
      expect(await resultOf(book.modify(dn, one))).toBe(code.insufficientAccess);
    }
    expect(await resultOf(book.del(dn))).toBe(code.insufficientAccess);
    expect(await resultOf(book.modifyDN(dn, 'uid=x'))).toBe(code.insufficientAccess);
    expect(await resultOf(book.add(personDn(slapd, 'x'), personEntry('x')))).toBe(code.insufficientAccess);
    const another = replace('userPassword', 'Mua-thu-2026');
    expect(await resultOf(book.modify(dn, another))).toBe(code.insufficientAccess);
    const own = replace('userPassword', `${goodPassword}-long-enough-for-services`);
    expect(await resultOf(book.modify(slapd.addressbook.dn, own))).not.toBe(code.success);
    const password = await readSecret(slapd.addressbook.passwordFile);
    expect(await bindResult(slapd, slapd.addressbook.dn, password)).toBe(code.success);
    expect(await bindResult(slapd, slapd.addressbook.dn, 'sai')).toBe(code.invalidCredentials);
  });

  test('is needed: nobody finds anything without it, and a holder himself alone', async () => {
    const nobody = new Client({ url: slapd.url });
    const { filter } = thunderbirdCompletes('nguyễn');
    expect(await resultOf(nobody.search(slapd.baseDn, { filter }))).toBe(code.noSuchObject);
    await nobody.unbind();
    const holder = new Client({ url: slapd.url });
    await holder.bind(personDn(slapd, an), goodPassword);
    expect(await resultOf(holder.search(slapd.baseDn, { filter }))).toBe(code.noSuchObject);
    await holder.unbind();
  });

  test('reads what a program asks first, and is refused a sorted list to browse', async () => {
    const { searchEntries } = await book.search('', {
      scope: 'base',
      attributes: ['namingContexts', 'supportedControl'],
    });
    expect(searchEntries[0]?.namingContexts).toBe(slapd.baseDn);
    // Server side sorting and VLV: who offered them would have the whole directory leafed through.
    for (const control of ['1.2.840.113556.1.4.473', '2.16.840.1.113730.3.4.9']) {
      expect(searchEntries[0]?.supportedControl).not.toContain(control);
    }
  });
});
