// What the doctor says of the account mail programs ask with, and of an adoption's file beside the directory.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hiddenPeople, shownPeople, strangerId } from '../../support/address-book-people.ts';
import { checksOf, type Edits, openWard, type Ward } from '../../support/doctor-fixture.ts';
import { connect, personDn, personEntry } from '../../support/slapd-fixture.ts';

let ward: Ward;
const base = 'dc=laichau,dc=gov,dc=vn';
const stranger = 'lanv.sotc@laichau.gov.vn';

beforeAll(async () => {
  ward = await openWard();
  const root = await connect(ward.slapd, ward.slapd.root);
  for (const [id, extra] of Object.entries({ ...shownPeople, ...hiddenPeople })) {
    await root.add(personDn(ward.slapd, id), personEntry(id, extra));
  }
  const entry = { objectClass: 'inetOrgPerson', cn: 'Nguyễn Văn Lạ', sn: 'Nguyễn', mail: stranger };
  await root.add(personDn(ward.slapd, strangerId), entry);
  await root.unbind();
});
afterAll(async () => await ward?.close());

const told = async () => checksOf(await ward.workplace.doctor()).get('ldap-addressbook');

it('as shipped it finds whom it must, and nobody who is suspended, ended, locked or a stranger', async () => {
  expect(await told()).toEqual({
    id: 'ldap-addressbook',
    status: 'ok',
    message: 'sổ địa chỉ tìm thấy hộp thư đang hoạt động, không thấy gì khác',
  });
});

/** A rule before all others. */
const rule =
  (what: string, right: string) =>
  (text: string): string =>
    `access to ${what}\n  by dn.exact="cn=addressbook,ou=services,${base}" ${right}\n  by * break\n\n${text}`;
const people = `dn.one="ou=people,${base}"`;
const asShipped = 'entry,cn,sn,givenName,mail,title,ou,o';

it.each<[string, Edits, RegExp]>([
  [
    'everybody',
    { 'acl.conf': rule(`${people} attrs=${asShipped}`, 'read') },
    /: (?=.*dungnv\.sotc)(?=.*nghinv\.sotc)(?=.*khoanv\.sotc)(?=.*lanv\.sotc)/,
  ],
  [
    'states of those it may find',
    { 'acl.conf': rule(`${people} filter="(danhbaState=active)" attrs=danhbaState,danhbaKey`, 'read') },
    /nhiều hơn .*danhbaKey|nhiều hơn .*danhbaState/,
  ],
  ['nobody', { 'acl.conf': rule(`dn.subtree="${base}"`, 'none') }, /không tìm thấy ai/],
])('one that finds %s has failed, with the rules to look at', async (_, edits, message) => {
  await ward.serveWith(edits);
  const check = await told();
  expect(check).toMatchObject({ status: 'failed', hint: expect.stringContaining('acl.conf') });
  expect(check?.message).toMatch(message);
});

it('a wrong password of its own keeps no other check from being seen', async () => {
  await ward.serveWith({ 'slapd.conf': (text) => `${text}\n` });
  await writeFile(join(ward.slapd.directory, 'passwords/addressbook'), 'sai');
  const checks = checksOf(await ward.workplace.doctor());
  expect(checks.get('ldap-addressbook')).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('cn=addressbook'),
  });
  expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
});

it('an adoption.yaml that no run can use, and one that is over, are told', async () => {
  const root = await connect(ward.slapd, ward.slapd.root);
  const { searchEntries } = await root.search(personDn(ward.slapd, 'LC-1'), { attributes: ['entryUUID'] });
  await root.unbind();
  const entry = `{key: "person:LC-1", uuid: ${searchEntries[0]?.entryUUID}, dn: "uid=LC-1,ou=people,${base}", addresses: []}`;
  const head = `format: danhba-adoption/1\ndomain: laichau.gov.vn\nbaseDn: ${base}\nentries:\n`;
  const unknown = entry.replace(/uuid: \S{8}/, 'uuid: 00000000');
  const file = join(ward.workplace.root, 'adoption.yaml');
  const found: unknown[] = [];
  for (const text of [`${head}  - x\n`, `${head}  - ${entry}\n`, `${head}  - ${unknown}\n`]) {
    await writeFile(file, text);
    found.push(checksOf(await ward.workplace.doctor()).get('adoption-file')?.status);
  }
  await rm(file);
  expect(found).toEqual(['failed', 'warning', 'ok']);
});
