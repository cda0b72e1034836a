/** An agency that stood among people before danhba stays there, by the name adoption has written down; no other does. */
import { describe, expect, it } from 'vitest';
import { decodeAccount, encodeAccount } from '../../../src/ldap/profile.ts';
import { decodeObstacles } from '../../../src/ldap/read/obstacles.ts';
import { makeRequest } from '../../../src/ldap/write/request.ts';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { mailUserOf, mailUsersOf } from '../../../src/model/mail/state.ts';
import { findFaults } from '../../../src/plan/facts/identity.ts';
import { makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, planOf } from '../../support/world.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const tree = { baseDn };
const key = 'organization:sokx';
const dn = `uid=vanthu-sokx,ou=people,${baseDn}`;
const among = { dn, takenName: 'vanthu-sokx', uuid: 'u' } as const;

const all = (): readonly ObservedAccount[] => {
  const story = makeStory();
  story.run({ sokx: organizationText('sokx', []) }, '2026-01-05');
  return story.server.accounts();
};
const issued = (): ObservedAccount => {
  const found = all().find((one) => one.key === key);
  if (found === undefined) throw new Error('no agency');
  return found;
};
const codesOf = (more: Partial<ObservedAccount>) =>
  findFaults([{ ...issued(), ...more }], new Set([key]), tree)
    .get(key)
    ?.findings.map(({ code }) => code) ?? [];

describe('where an agency is at home', () => {
  it.each<readonly [string, Partial<ObservedAccount>, readonly string[]]>([
    ['among people, as it was taken over', among, []],
    [
      'among people under its id, as it was taken over',
      { ...among, dn: `uid=sokx,ou=people,${baseDn}`, takenName: 'sokx' },
      [],
    ],
    ['among people, and nobody has written that down', { dn }, ['entry-misnamed']],
    ['among people under its id, by a hand', { dn: `ou=sokx,ou=people,${baseDn}` }, ['entry-misplaced']],
    [
      'taken over among agencies, and moved by a hand',
      { dn: `ou=kx,ou=people,${baseDn}`, takenName: 'kx' },
      ['entry-misplaced'],
    ],
    ['renamed since', { ...among, dn: `uid=khac,ou=people,${baseDn}` }, ['entry-misnamed']],
    [
      'below a folder of people',
      { ...among, dn: `uid=vanthu-sokx,ou=hr,ou=people,${baseDn}` },
      ['entry-misnamed'],
    ],
    ['of another class', { ...among, lacksClass: 'inetOrgPerson' }, ['entry-class']],
  ])('%s', (_what, more, codes) => {
    expect(codesOf(more)).toEqual(codes);
  });

  it('plans nothing for one that is as the files say, and a lock that keeps its name', () => {
    const accounts = all().map((one) => (one.key === key ? { ...one, ...among } : one));
    const plan = (more = '') =>
      planOf({ organizations: { sokx: organizationText('sokx', [], more) }, accounts, today: '2026-03-02' })
        .plan;
    expect(plan().changes.filter((one) => one.key === key)).toEqual([]);
    expect(plan().held.filter((one) => one.key === key)).toEqual([]);
    const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}';
    expect(plan(`mailbox:\n  ${breach}\n`).changes.filter((one) => one.key === key)).toMatchObject([
      { kind: 'suspend', key, account: { takenName: 'vanthu-sokx' }, base: { dn } },
    ]);
  });

  it('has its mail under its name, as people have', () => {
    const account = { ...issued(), ...among };
    expect(mailUserOf(dn, tree)).toBe('vanthu-sokx@people');
    expect(mailUsersOf(account, tree)).toEqual(['vanthu-sokx@people']);
    expect(mailUsersOf({ ...account, extraNames: ['LC-000001'] }, tree)).toEqual([
      'vanthu-sokx@people',
      'LC-000001@people',
    ]);
  });
});

describe('the entry of an agency among people', () => {
  const attributes = {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    danhbaKey: [key],
    danhbaName: ['vanthu-sokx'],
    uid: ['vanthu-sokx', 'LC-000001'],
    cn: ['Văn thư'],
    sn: ['x'],
    ou: ['Phòng Hành chính'],
    displayName: ['Sở SOKX'],
    mail: ['sokx@laichau.gov.vn'],
    danhbaAddress: ['sokx@laichau.gov.vn'],
    danhbaState: ['active'],
  };
  const read = decodeAccount(tree, attributes, dn);

  it('lacks no class, and one of an agency’s own would', () => {
    expect(decodeObstacles(tree, attributes, dn).lacksClass).toBeUndefined();
    const own = { ...attributes, objectClass: ['organizationalUnit', 'danhbaAccount'] };
    expect(decodeObstacles(tree, own, dn).lacksClass).toBe('inetOrgPerson');
    const { danhbaName: _name, ...unwritten } = attributes;
    expect(decodeObstacles(tree, unwritten, dn).lacksClass).toBe('organizationalUnit');
  });

  it('is read as an agency, with a second uid as a name too many, and departments as nobody’s', () => {
    expect(read).toMatchObject({ key, name: 'Sở SOKX', extraNames: ['LC-000001'], mailbox: true });
    expect(encodeAccount(tree, { ...read, ...{ dn } })).toMatchObject({ uid: ['LC-000001'] });
  });

  it('is written without a class of agencies, and loses the second uid', () => {
    const { extraNames: _extra, ...wanted } = { ...read, name: 'Sở Mới' };
    const request = makeRequest(tree, {
      id: 'update',
      kind: 'update',
      key,
      name: 'x',
      organization: 'sokx',
      why: { code: 'drift' },
      wave: 1,
      after: [],
      fields: ['name', 'extraNames'],
      account: wanted,
      base: { ...read, dn, uuid: 'u' },
    } as never);
    expect(request).toMatchObject({
      modifications: [
        { operation: 'delete', type: 'displayName', values: ['Sở SOKX'] },
        { operation: 'add', type: 'displayName', values: ['Sở Mới'] },
        { operation: 'delete', type: 'uid', values: ['LC-000001'] },
      ],
    });
  });
});
