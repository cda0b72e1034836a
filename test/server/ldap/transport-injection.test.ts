/** What an entry says can change neither the DN, nor the filter, nor the meaning of a request: on a real slapd. */
import { Attribute, Client, type Entry, Change as LdapChange } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { decodeAccount, dnOf, type Tree } from '../../../src/ldap/profile.ts';
import { readAttributes } from '../../../src/ldap/read/attributes.ts';
import { attributesOf } from '../../../src/ldap/read/read.ts';
import { AssertionControl } from '../../../src/ldap/write/assertion.ts';
import { makeRequest } from '../../../src/ldap/write/request.ts';
import type { Account } from '../../../src/model/account/account.ts';
import type { Creation, Modification } from '../../../src/model/plan/plan.ts';
import { readSecret } from '../../support/run.ts';

const hostile = [
  '*)(uid=*',
  '*',
  '(|(a=b)(objectClass=*))',
  'x,ou=services',
  'x+uid=y',
  '#04024869',
  '"x"',
  '\\',
  '\\2a',
  'a\\,b',
  '<x>;y=z',
  'a\0b',
  'a\nuserPassword: x',
  'Đỗ Ấu 𠮷',
];

let slapd: Slapd;
let client: Client;
let tree: Tree;

beforeAll(async () => {
  slapd = await startSlapd();
  tree = { baseDn: slapd.baseDn };
  client = new Client({ url: slapd.url, strictDN: false });
  await client.bind(slapd.reconciler.dn, await readSecret(slapd.reconciler.passwordFile));
});

afterAll(async () => {
  await client?.unbind();
  await slapd?.stop();
});

const attribute = (type: string, values: readonly string[]) => new Attribute({ type, values: [...values] });

async function create(account: Account): Promise<void> {
  const change = { kind: 'create', key: account.key, number: 1, account } as Creation;
  const request = makeRequest(tree, change);
  if (request.kind !== 'add') throw new Error('no addition');
  await client.add(
    request.dn,
    Object.entries(request.attributes).map(([type, values]) => attribute(type, values)),
  );
}

async function modify(base: Account & { uuid: string; dn: string }, account: Account): Promise<void> {
  const request = makeRequest(tree, { kind: 'update', key: base.key, base, account } as Modification);
  if (request.kind !== 'modify') throw new Error('no modification');
  const changes = request.modifications.map(
    ({ operation, type, values }) => new LdapChange({ operation, modification: attribute(type, values) }),
  );
  await client.modify(request.dn, changes, new AssertionControl(request.assertion));
}

async function people(): Promise<Entry[]> {
  const base = `ou=people,${slapd.baseDn}`;
  return (await client.search(base, { scope: 'one', attributes: [...readAttributes] })).searchEntries;
}

describe('an id, a name, a title, a unit', () => {
  it.each(hostile.map((text, index) => [text, index] as const))(
    '%j stays what it is',
    async (text, index) => {
      const account: Account = {
        key: `person:${text}`,
        name: text,
        family: text,
        given: text,
        title: text,
        unit: text,
        basis: text,
        organizationName: text,
        organization: text,
        privileged: false,
        mailbox: true,
        address: `a${index}@laichau.gov.vn`,
        addresses: [`a${index}@laichau.gov.vn`],
        state: 'active',
        locked: false,
      };
      const before = (await people()).length;
      await create(account);
      const entries = await people();
      expect(entries).toHaveLength(before + 1);
      const entry = entries.find(({ mail }) => mail === account.address);
      if (entry === undefined) throw new Error('no entry');
      expect(decodeAccount(tree, attributesOf(entry), entry.dn)).toEqual(account);
      const base = { ...account, dn: dnOf(tree, account.key, 1), uuid: String(entry.entryUUID) };

      // The assertion holds for what is there, and for nothing a wildcard could stand for.
      await modify(base, { ...account, title: 'Chuyên viên' });
      await expect(modify(base, { ...account, title: 'Trưởng phòng' })).rejects.toMatchObject({ code: 122 });
      const star = { ...base, title: '*' };
      await expect(modify(star, { ...account, title: 'Trưởng phòng' })).rejects.toMatchObject({ code: 122 });
      const after = (await people()).find(({ mail }) => mail === account.address);
      expect(after?.title).toBe('Chuyên viên');
      expect(after?.dn).toBe(entry.dn);
    },
  );

  it('made entries in their container alone', async () => {
    const { searchEntries } = await client.search(slapd.baseDn, { scope: 'sub', attributes: ['danhbaKey'] });
    const ours = searchEntries.filter(({ danhbaKey }) => String(danhbaKey ?? '').startsWith('person:'));
    expect(ours).toHaveLength(hostile.length);
    for (const { dn } of ours) expect(dn).toMatch(new RegExp(`^uid=.*,ou=people,${slapd.baseDn}$`, 's'));
  });
});
