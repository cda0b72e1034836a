/** Whoever is passed by as an entry at rest is, once decoded, that very entry: whatever octets a server sends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeAccount } from '../../../src/ldap/profile.ts';
import { makeEntryDigest } from '../../../src/ldap/read/entry-digest.ts';
import { readEntry } from '../../../src/ldap/read/read.ts';
import type { Account, ObservedAccount } from '../../../src/model/account/account.ts';
import { makeKeyedHash } from '../../../src/model/quiet/keyed-hash.ts';
import type { SeenEntry } from '../../../src/model/quiet/quiet.ts';

const tree = { baseDn: 'dc=laichau,dc=gov,dc=vn' };
const dn = `uid=LC-000017,ou=people,${tree.baseDn}`;
const rest: Account = {
  ...{ key: 'person:LC-000017', name: 'Lò Văn Chí', family: 'Lò', given: 'Chí', title: 'Chuyên viên' },
  ...{ organization: 'sokx', organizationName: 'Sở X', privileged: false, mailbox: true, locked: false },
  ...{ address: 'chilv.sokx@laichau.gov.vn', addresses: ['chilv.sokx@laichau.gov.vn'], state: 'active' },
};
const freshSince = '2026-03-01';
const hash = makeKeyedHash([1, 2]);
const digest = makeEntryDigest(hash, tree, { ignored: ['telephoneNumber'], freshSince });
const words = digest.ofAccount(rest);

/** Attributes as they come: in any order, one more than once. */
type Sent = readonly (readonly [name: string, values: readonly string[]])[];

const plain: Sent = Object.entries({
  ...encodeAccount(tree, rest, dn),
  uid: ['LC-000017'],
  danhbaIssued: ['20260531170000Z'],
  entryUUID: ['11111111-1111-4111-8111-111111111111'],
  hasSubordinates: ['FALSE'],
});

/** What the digest makes of an entry: undefined where it does not know it. */
function passedBy(sent: Sent, at = dn): SeenEntry | undefined {
  const octets = operation(at, sent);
  let seen: SeenEntry | undefined;
  digest.leavesOut(octets, { tag: 0x64, start: 0, end: octets.length }, (one) => {
    const isSame = one.digestLow >>> 0 === (words?.digestLow ?? 0) >>> 0;
    if (isSame && one.digestHigh >>> 0 === (words?.digestHigh ?? 0) >>> 0) seen = { ...one };
    return true;
  });
  return seen;
}

/** As a whole read has it: of an attribute that comes twice, the last. */
const decoded = (sent: Sent, at = dn): ObservedAccount => {
  const attributes = Object.fromEntries(sent.filter(([, values]) => values.length > 0));
  const read = readEntry(tree, { dn: at, attributes });
  if (!read.marked) throw new Error('no key');
  return read.account;
};

const restRead = decoded(plain);
const { phone: _phone, issued: _issued, lastAccess: _access, ...managed } = restRead;

const names = [
  ...[
    'title',
    'title;lang-vi',
    'TITLE',
    'telephoneNumber',
    'telephoneNumber;x',
    'mail',
    'danhbaAddress',
    'cn',
  ],
  ...[
    'uid',
    'ou',
    'danhbaKey',
    'danhbaState',
    'danhbaIssued',
    'authTimestamp',
    'hasSubordinates',
    'objectClass',
  ],
  ...['danhbaFormerAddress', 'danhbaOperatorLock', 'pwdEndTime', 'pwdAccountLockedTime', 'pwdPolicySubentry'],
  ...['pwdReset', 'entryUUID', 'danhbaName', 'jpegPhoto', 'displayName', 'danhbaCustodian'],
];
const values = [
  ...['Chuyên viên', 'chuyên viên', 'Chuyên  viên', 'Chuyên viên'.normalize('NFD'), 'LC-000017', 'lc-000017'],
  ...[
    'person:LC-000017',
    'Person:LC-000017',
    'active',
    'Active',
    'chilv.sokx@laichau.gov.vn',
    'FALSE',
    'TRUE',
  ],
  ...[
    'CHILV.sokx@laichau.gov.vn',
    '20260531170000Z',
    '20260531170001Z',
    '20250531170000Z',
    '21991231170000Z',
  ],
  ...[
    'inetOrgPerson',
    'INETORGPERSON',
    'danhbaAccount',
    'danhbaEntry',
    'posixAccount',
    '',
    '19700101000000Z',
  ],
];
const dns = [dn, dn.toUpperCase(), dn.replaceAll(',', ', '), dn.replace('LC', '\\4CC'), `cn=x+${dn}`];

const touch = fc.record({
  how: fc.constantFrom('add', 'append', 'replace', 'drop', 'swap', 'twice'),
  name: fc.oneof(fc.constantFrom(...names), fc.constantFrom(...plain.map(([name]) => name))),
  value: fc.constantFrom(...values),
  at: fc.nat(30),
});

function touched(
  sent: Sent,
  { how, name, value, at }: typeof touch extends fc.Arbitrary<infer T> ? T : never,
): Sent {
  const there = sent.findIndex(([one]) => one === name);
  const at2 = at % sent.length;
  switch (how) {
    case 'add':
      return there < 0 ? sent.toSpliced(at2, 0, [name, [value]]) : sent;
    case 'append':
      return sent.map(([one, all]) => (one === name ? [one, [...all, value]] : [one, all]));
    case 'replace':
      return sent.map(([one, all]) => (one === name ? [one, [value]] : [one, all]));
    case 'drop':
      return sent.filter(([one]) => one !== name || one === 'danhbaKey');
    case 'swap':
      return [...sent.slice(at2), ...sent.slice(0, at2)];
    case 'twice':
      return there < 0 ? sent : [...sent, sent[there] as Sent[number]];
  }
}

describe('an entry that is passed by', () => {
  it('is that of the record in all that danhba manages, and in nothing in its way', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 3 }), fc.constantFrom(dn, dn, dn, ...dns), (touches, at) => {
        const sent = touches.reduce(touched, plain);
        const seen = passedBy(sent, at);
        if (seen === undefined) return;
        passed++;
        const { phone: _phone2, issued, lastAccess, uuid, mustChange: _must, ...read } = decoded(sent, at);
        const { uuid: _uuid, ...wanted } = managed;
        expect(read).toEqual(wanted);
        expect(uuid).toBeDefined();
        expect(seen.isUsed).toBe(lastAccess !== undefined);
        if (seen.isFresh)
          expect([issued, lastAccess?.slice(0, 4)].some((day) => (day ?? '') >= '2026')).toBe(true);
      }),
      { numRuns: 4000 },
    );
    expect(passed).toBeGreaterThan(800);
  });

  it('is the same in any order of its attributes', () =>
    expect(passedBy(plain.toReversed())).toEqual(passedBy(plain)));

  it('may have what an organization has: it is none of a person', () =>
    expect(passedBy([...plain, ['displayName', ['Chí']]])).toEqual(passedBy(plain)));

  it.each<[string, Sent, string?]>([
    ['with a value twice', plain.map(([name, all]) => [name, name === 'title' ? [...all, ...all] : all])],
    [
      'whose values are exchanged',
      plain.map(([name, all]) => [name, name === 'sn' ? ['Chí'] : name === 'givenName' ? ['Lò'] : all]),
    ],
    [
      'below which another stands',
      plain.map(([name, all]) => [name, name === 'hasSubordinates' ? ['TRUE'] : all]),
    ],
    [
      'of another class',
      plain.map(([name, all]) => [name, name === 'objectClass' ? ['account', 'danhbaAccount'] : all]),
    ],
    ['whose classes come apart', [...plain, ['objectClass', ['danhbaAccount']]]],
    ['without a day of issue', plain.filter(([name]) => name !== 'danhbaIssued')],
    [
      'issued at noon',
      plain.map(([name, all]) => [name, name === 'danhbaIssued' ? ['20260601050000Z'] : all]),
    ],
    ['with an option', [...plain, ['title;lang-en', ['x']]]],
    ['with a lock of another hand', [...plain, ['pwdAccountLockedTime', ['000001010000Z']]]],
    ['with a login that is no time', [...plain, ['authTimestamp', ['hôm qua']]]],
    ['with a login from which no term can be counted', [...plain, ['authTimestamp', ['99991230000000Z']]]],
    ['with another spelling of its name', plain, dn.replace('uid', 'UID')],
    ['of a later mailbox', plain, dn.replace('LC-000017', 'LC-000017-2')],
  ])('is none %s', (_name, sent, at) => expect(passedBy(sent, at)).toBeUndefined());

  it.each<[string, boolean, Sent]>([
    ['issued lately', true, plain],
    [
      'issued long ago',
      false,
      plain.map(([name, all]) => [name, name === 'danhbaIssued' ? ['20250531170000Z'] : all]),
    ],
    [
      'issued long ago and seen lately',
      true,
      [
        ...plain.map(([name, all]): Sent[number] => [
          name,
          name === 'danhbaIssued' ? ['20250531170000Z'] : all,
        ]),
        ['authTimestamp', ['20260401010203Z']],
      ],
    ],
  ])('%s is fresh: %s', (_name, isFresh, sent) => expect(passedBy(sent)).toMatchObject({ isFresh }));
});

/** The protocol operation of a search result entry (RFC 4511 §4.5.2), without its head. */
function operation(at: string, sent: Sent): Buffer {
  const list = sent.map(([name, all]) =>
    element(0x30, element(0x04, name), element(0x31, ...all.map((value) => element(0x04, value)))),
  );
  return Buffer.concat([element(0x04, at), element(0x30, ...list)]);
}

function element(tag: number, ...content: readonly (string | Buffer)[]): Buffer {
  const octets = Buffer.concat(content.map((one) => Buffer.from(one as string)));
  const { length } = octets;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), octets]);
}
