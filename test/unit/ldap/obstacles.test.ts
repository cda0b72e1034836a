/** What of an entry stands in the way of changing it, read off its attributes. */
import { describe, expect, it } from 'vitest';
import { encodeAccount } from '../../../src/ldap/profile.ts';
import { managedAttributes, readAttributes } from '../../../src/ldap/read/attributes.ts';
import { decodeObstacles } from '../../../src/ldap/read/obstacles.ts';
import type { Account } from '../../../src/model/account/account.ts';
import { accountFields } from '../../../src/model/account/fields.ts';

const tree = { baseDn: 'dc=x' };
const people = 'ou=people,dc=x';
const sound = {
  danhbaKey: ['person:LC-1'],
  objectClass: ['inetOrgPerson', 'danhbaAccount'],
  hasSubordinates: ['FALSE'],
};
const of = (more: Record<string, readonly string[]>, dn = `uid=LC-1,${people}`) =>
  decodeObstacles(tree, { ...sound, ...more }, dn);

describe('decodeObstacles', () => {
  it('finds none in an entry as danhba makes it', () => {
    expect(of({ title: ['x'], mail: ['a@x.vn'] })).toEqual({});
    const unit = { danhbaKey: ['organization:so'], objectClass: ['organizationalUnit', 'danhbaEntry'] };
    expect(of(unit, 'ou=so,ou=organizations,dc=x')).toEqual({});
  });

  it('gives options of managed attributes alone, and the addresses in them', () => {
    const found = of({
      'title;lang-en': ['Specialist'],
      'MAIL;lang-en': ['B@x.vn', 'A@x.vn'],
      'description;lang-en': ['x'],
    });
    expect(found).toEqual({
      options: ['MAIL;lang-en', 'title;lang-en'],
      optionAddresses: ['a@x.vn', 'b@x.vn'],
    });
  });

  it.each([
    [{ hasSubordinates: ['TRUE'] }, { hasChildren: true }],
    [{ objectClass: ['organizationalPerson'] }, { lacksClass: 'inetOrgPerson' }],
    [{ objectClass: ['INETORGPERSON'] }, {}],
    [
      { danhbaKey: ['organization:so'] },
      { lacksClass: 'organizationalUnit', occupies: 'person:LC-1', homeNames: [] },
    ],
    [
      { pwdAccountLockedTime: ['000001010000Z'] },
      { otherLocks: [{ attribute: 'pwdAccountLockedTime', value: '000001010000Z' }] },
    ],
    [
      { pwdStartTime: ['20270101000000Z'] },
      { otherLocks: [{ attribute: 'pwdStartTime', value: '20270101000000Z' }] },
    ],
  ] as const)('%j gives %j', (more, found) => {
    expect(of(more)).toEqual(found);
  });

  it.each([
    [`uid=LC-2,${people}`, 'person:LC-2'],
    [`uid=LC-1-2,${people}`, undefined],
    [`cn=x,${people}`, undefined],
    ['uid=LC-2,ou=khac,dc=x', undefined],
    ['ou=so,ou=organizations,dc=x', 'organization:so'],
  ])('at %s it stands in the place of %s', (dn, occupies) => {
    expect(of({}, dn).occupies).toBe(occupies);
  });
});

describe('what a read asks for', () => {
  const everything = (kind: 'person' | 'organization'): Account =>
    ({
      ...Object.fromEntries(accountFields.map((field) => [field, 'x'])),
      key: `${kind}:LC-1`,
      mailbox: true,
      addresses: ['x'],
      former: ['x'],
      extraNames: ['x'],
      organizationKind: 'provincial',
    }) as unknown as Account;

  it.each(['person', 'organization'] as const)(
    'is every attribute that is written of a %s, by its name',
    (kind) => {
      const written = Object.keys(encodeAccount(tree, everything(kind)));
      expect(written.filter((name) => !(managedAttributes as readonly string[]).includes(name))).toEqual([]);
    },
  );

  it('is nothing that danhba has no use for', () => {
    expect(readAttributes.filter((name) => /[*+]|userPassword|jpegPhoto/.test(name))).toEqual([]);
  });
});
