/** The doctor's own entry: no person can have its name, nothing that matters hides under it, and what proves it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnEntry, isProven, ownDn } from '../../../src/ldap/examine/own-entry.ts';
import { encodeSample } from '../../../src/ldap/examine/sample.ts';
import type { Attributes } from '../../../src/ldap/profile.ts';
import { ownName } from '../../../src/model/doctor/own-name.ts';

const tree = { baseDn: 'dc=laichau,dc=gov,dc=vn' };
const maker = 'cn=reconciler,ou=services,dc=laichau,dc=gov,dc=vn';
const made: Attributes = { ...encodeSample(tree, 'laichau.gov.vn', 'x'), creatorsName: [maker] };
const dn = ownDn(tree);

it('no id of a person, and no custodian, may have its form', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../../schemas/organization.schema.json'), 'utf8');
  const patterns = [...schema.matchAll(/"pattern": "(\^\[A-Z\]\[A-Z0-9\]\*-[^"]*)"/g)].map(
    ([, one = '']) => one,
  );
  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) expect(ownName).not.toMatch(new RegExp(pattern));
});

describe('left out of every read of accounts', () => {
  it('as it is made, and as it is in the end', () => {
    expect(isOwnEntry(tree, dn, made)).toBe(true);
    expect(isOwnEntry(tree, dn, { ...made, uid: ['danhba-doctor'] })).toBe(true);
    const { mail: _mail, danhbaAddress: _addresses, ...first } = made;
    expect(isOwnEntry(tree, dn, first)).toBe(true);
    expect(isOwnEntry(tree, dn.replace('ou=people', 'OU=People'), made)).toBe(true);
  });

  it.each([
    ['in another place', 'uid=danhba-doctor,ou=organizations,dc=laichau,dc=gov,dc=vn', {}],
    ['under another name', 'uid=danhba-doctor-2,ou=people,dc=laichau,dc=gov,dc=vn', {}],
    ['with a person’s key', dn, { danhbaKey: ['person:LC-000001'] }],
    ['without a lock', dn, { pwdEndTime: [] }],
    ['with a lock that is none', dn, { pwdEndTime: ['20990101000000Z'] }],
    ['with somebody’s address', dn, { danhbaAddress: ['danhba-doctor@x.vn', 'chung@laichau.gov.vn'] }],
    ['with somebody’s first address', dn, { mail: ['danhba-doctor2@laichau.gov.vn'] }],
    ['with an address behind an option', dn, { 'danhbaAddress;lang-vi': ['chung@laichau.gov.vn'] }],
    ['with somebody’s name', dn, { uid: ['danhba-doctor', 'LC-000001'] }],
  ])('never %s', (_, at, more) => {
    expect(isOwnEntry(tree, at, { ...made, ...more })).toBe(false);
  });
});

describe('proven', () => {
  it('by key, mark and maker', () => {
    expect(isProven(made, maker)).toBe(true);
    expect(isProven(made, maker.replace('cn=', 'CN = '))).toBe(true);
  });

  it.each([
    ['the key', { danhbaKey: ['person:LC-000001'] }],
    ['the mark', { danhbaOrganization: ['sotttt'] }],
    ['the maker', { creatorsName: ['cn=admin,dc=laichau,dc=gov,dc=vn'] }],
    ['a maker that is shown', { creatorsName: [] }],
  ])('not without %s', (_, more) => {
    expect(isProven({ ...made, ...more }, maker)).toBe(false);
  });
});
