/** Entries judged by key, place and naming attribute alone: what is wrong, and the LDIF that mends it. */

import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { type Key, toldKey } from '../../../src/model/account/key.ts';
import { entryNumberOf, findFaults, takenNameOf } from '../../../src/plan/facts/identity.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const people = `ou=people,${base}`;
const entry = (key: Key, dn: string, more: Partial<ObservedAccount> = {}): ObservedAccount => ({
  ...{ key, dn, uuid: dn, name: 'Nguyễn Văn An', mailbox: true, addresses: [], locked: false },
  issued: '2026-01-05',
  ...more,
});
const an = entry('person:LC-1', `uid=LC-1,${people}`);
const faultsOf = (accounts: readonly ObservedAccount[], ...declared: Key[]) =>
  Object.fromEntries(
    [...findFaults(accounts, new Set(declared), { baseDn: base })].map(([key, { findings }]) => [
      key,
      findings.map(({ code, args }) => ({ code, ...(args as { dn: string; ldif: string }) })),
    ]),
  );
/** The one finding of the one key. */
const faultOf = (account: ObservedAccount, ...declared: Key[]) =>
  faultsOf([account], ...declared)[account.key]?.[0];
const without = ({ issued: _issued, ...rest }: ObservedAccount): ObservedAccount => rest;

describe('the number in the name of an entry', () => {
  it.each([
    ['LC-1', 'uid=LC-1', 1],
    ['LC-1', 'uid=lc-1', 1],
    ['lc-1', 'uid=LC-1', 1],
    ['LC-1', 'uid=LC-1-2', 2],
    ['lc-1', 'uid=LC-1-12', 12],
    ['LC-1', 'uid=LC-1-02', undefined],
    ['LC-1', 'uid=LC-1-2x', undefined],
    ['LC-1', 'uid=LC-2-2', undefined],
    ['LC-1', 'uid=LC', undefined],
    ['LC-1', '', undefined],
  ])('%s as %s is %s', (id, rdn, number) => {
    expect(entryNumberOf(id, `${rdn},${people}`)).toBe(number);
  });
});

describe('a name that is kept in mind', () => {
  it.each([
    ['none where a person is named by the id', 'person:LC-1', 'uid=LC-1', undefined],
    ['none where it is a later mailbox', 'person:LC-1', 'uid=LC-1-2', undefined],
    ['another', 'person:LC-1', 'uid=phamtu', 'phamtu'],
    ['none where an agency is named by the id', 'organization:sokx', 'ou=sokx', undefined],
    ['that of an agency with a number: it has one mailbox', 'organization:sokx', 'ou=sokx-2', 'sokx-2'],
    ['none where the key is none of ours', 'annv', 'uid=phamtu', undefined],
  ])('%s', (_what, key, rdn, name) => {
    expect(takenNameOf(entry(toldKey(key), `${rdn},${people}`))).toBe(name);
  });
});

describe('an entry in its place', () => {
  it.each([
    ['of the id', an],
    ['of a later number', entry('person:LC-1', `uid=LC-1-2,${people}`)],
    ['of a former mailbox', entry('person:LC-1/1', `uid=LC-1,${people}`)],
    ['of an agency', entry('organization:sokx', `ou=sokx,ou=organizations,${base}`)],
    ['of another case', entry('person:LC-1', `UID=lc-1,OU=People,${base}`)],
    [
      'of the name it was taken over with',
      entry('person:LC-1', `uid=Pham  Tu,${people}`, { takenName: 'pham tu' }),
    ],
    ['of any name, before danhba has issued it', without(entry('person:LC-1', `uid=phamtu,${people}`))],
    ['of any name, without a mailbox', entry('person:LC-1', `uid=phamtu,${people}`, { mailbox: false })],
  ])('%s is sound', (_what, account) => {
    expect(faultsOf([account], account.key)).toEqual({});
  });
});

describe('a name that is another’s', () => {
  it.each([
    ['of a person on the server', [entry('person:LC-2', `uid=LC-2,${people}`)], [], 'LC-2'],
    ['of a person in the files', [], ['person:LC-2'], 'LC-2'],
    ['of a later mailbox', [], ['person:LC-2'], 'LC-2-3'],
    ['of an agency', [], ['organization:sokx'], 'sokx'],
    ['of an agency, with a number', [], ['organization:sokx'], 'sokx-12'],
  ] as const)('%s is none, issued or not', (_what, others, declared, name) => {
    const account = without(entry('person:LC-1', `uid=${name},${people}`));
    expect(faultsOf([account, ...others], ...declared)).toMatchObject({
      'person:LC-1': [{ code: 'entry-misnamed', belongs: `uid=LC-1,${people}` }],
    });
  });

  it('is its own where only its former mailbox has that name', () => {
    const account = without(entry('organization:LC-1', `ou=LC-1-2,ou=organizations,${base}`));
    expect(faultsOf([account])).toEqual({});
  });
});

describe('an entry is mended', () => {
  it.each([
    ['below another container', `uid=LC-1,ou=retired,${base}`, 'entry-misplaced', 1, true],
    ['under another attribute', `cn=LC-1,${people}`, 'entry-misnamed', 0, false],
    ['under two values', `uid=LC-1+cn=An,${people}`, 'entry-misnamed', 0, false],
    ['under two values of one attribute', `uid=LC-1+uid=An,${people}`, 'entry-misnamed', 1, false],
    ['under another name', `uid=hung,${people}`, 'entry-misnamed', 1, false],
    ['under another name elsewhere', `uid=hung,${base}`, 'entry-misnamed', 1, true],
  ] as const)('%s', (_what, dn, code, old, moves) => {
    const lines = [`dn: ${dn}`, 'changetype: modrdn', 'newrdn: uid=LC-1', `deleteoldrdn: ${old}`];
    expect(faultOf(entry('person:LC-1', dn))).toEqual({
      code,
      dn,
      belongs: `uid=LC-1,${people}`,
      ldif: [...lines.slice(0, 3), lines[3], ...(moves ? [`newsuperior: ${people}`] : [])].join('\n'),
    });
  });

  it('back to the name it was taken over with', () => {
    const account = entry('person:LC-1', `uid=LC-1,${people}`, { takenName: 'phamtu' });
    expect(faultOf(account)).toMatchObject({ code: 'entry-misnamed', belongs: `uid=phamtu,${people}` });
  });

  it('in its place under the number it has', () => {
    expect(faultOf(entry('person:LC-1', `uid=LC-1-2,ou=retired,${base}`))).toMatchObject({
      belongs: `uid=LC-1-2,${people}`,
    });
  });
});

describe('a key that is none of ours', () => {
  const ldif = (dn: string, key: string) =>
    [`dn: ${dn}`, 'changetype: modify', 'replace: danhbaKey', `danhbaKey: ${key}`].join('\n');

  it.each([
    ['is guessed from a person’s entry', 'annv', `uid=LC-1,${people}`, 'person:LC-1'],
    ['is guessed without the number', 'annv', `uid=LC-1-12,${people}`, 'person:LC-1'],
    ['is guessed with zeros before', 'annv', `uid=LC-000001,${people}`, 'person:LC-000001'],
    ['is guessed of many digits', 'annv', `uid=LC-12-3,${people}`, 'person:LC-12'],
    ['is guessed whole where no number ends it', 'annv', `uid=LC-1-2x,${people}`, 'person:LC-1-2x'],
    ['is guessed whole from an agency’s entry', 'x', `ou=xa-1-2,${base}`, 'organization:xa-1-2'],
    ['is guessed from an agency’s entry', 'x', `ou=sokx,ou=organizations,${base}`, 'organization:sokx'],
    [
      'is guessed from an agency that has a number',
      'x',
      `ou=truong-2,ou=organizations,${base}`,
      'organization:truong-2',
    ],
    ['is not guessed from another entry', 'x', `cn=An,${people}`, ''],
  ])('%s', (_what, key, dn, belongs) => {
    expect(faultOf(entry(toldKey(key), dn))).toEqual({
      code: 'entry-misnamed',
      dn,
      belongs,
      ldif: ldif(dn, belongs),
    });
  });

  it('but for its capitals is the one that is declared', () => {
    const account = entry('person:lc-1', `uid=zz,${people}`);
    expect(faultOf(account, 'person:LC-1')).toMatchObject({ code: 'entry-misnamed', belongs: 'person:LC-1' });
    expect(faultOf({ ...account, dn: `uid=lc-1,${people}` }, 'person:lc-1', 'person:LC-1')).toBeUndefined();
  });
});

describe('of several entries with one key', () => {
  const copy = (rdn: string, more: Partial<ObservedAccount> = {}, place = people) =>
    entry('person:LC-1', `${rdn},${place}`, more);
  const keptOf = (...entries: ObservedAccount[]) => [
    ...new Set((faultsOf(entries)['person:LC-1'] ?? []).map(({ dn }) => dn)),
  ];

  it.each([
    ['was logged in to last', copy('uid=a', { lastAccess: '20260101000000Z' }), an],
    ['was logged in to last at a replica', copy('uid=a', { replicaAccess: '20260101000000Z' }), an],
    ['is in place', an, copy('uid=LC-1', {}, `ou=retired,${base}`)],
    ['is named by the id', an, without(copy('uid=zz'))],
    ['comes last by name, where nothing else tells', copy('uid=LC-1-3'), copy('uid=LC-1-2')],
  ])('the one is kept that %s', (_what, kept, other) => {
    expect(keptOf(kept, other)).toEqual([kept.dn]);
    expect(keptOf(other, kept)).toEqual([kept.dn]);
  });

  it('another mailbox of a person becomes a former one under a number that is free', () => {
    const found = faultsOf([an, copy('uid=LC-1-2'), entry('person:LC-1/1', `uid=LC-1-9,${people}`)]);
    expect(found).toEqual({
      'person:LC-1': [
        {
          code: 'entry-duplicate',
          dn: `uid=LC-1-2,${people}`,
          other: an.dn,
          ldif: [`dn: ${an.dn}`, 'changetype: modify', 'replace: danhbaKey', 'danhbaKey: person:LC-1/2'].join(
            '\n',
          ),
        },
      ],
    });
  });

  it('a copy under the same name elsewhere, that nobody has used, is deleted', () => {
    const [unused, used] = [
      copy('uid=LC-1', {}, `ou=retired,${base}`),
      copy('uid=LC-1', { lastAccess: '20250101000000Z' }, `ou=retired,${base}`),
    ];
    const active = { ...an, lastAccess: '20260101000000Z' };
    const told = (other: ObservedAccount) => faultsOf([active, other])['person:LC-1']?.[0]?.ldif;
    expect(told(unused)).toBe(`dn: ${unused.dn}\nchangetype: delete`);
    expect(told(used)).toContain('danhbaKey: person:LC-1/1');
  });

  it('a copy of an agency is deleted', () => {
    const agency = (rdn: string) => entry('organization:sokx', `${rdn},ou=organizations,${base}`);
    const found = faultsOf([agency('ou=sokx'), without(agency('ou=cu'))])['organization:sokx'];
    expect(found).toMatchObject([{ ldif: `dn: ${agency('ou=cu').dn}\nchangetype: delete` }]);
  });
});
