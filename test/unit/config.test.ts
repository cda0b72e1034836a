/** The replicas a machine agrees to send its password to. */
import { describe, expect, it } from 'vitest';
import { readAllowedReplicas } from '../../src/config.ts';

describe('DANHBA_LDAP_REPLICAS', () => {
  it.each([
    [undefined, []],
    ['', []],
    [' \n', []],
    ['ldaps://ldap2.laichau.gov.vn', ['ldaps://ldap2.laichau.gov.vn']],
    [
      'ldaps://ldap2.laichau.gov.vn, ldap://[::1]:389\n ldaps://ldap3:636/',
      ['ldaps://ldap2.laichau.gov.vn', 'ldap://[::1]:389', 'ldaps://ldap3:636/'],
    ],
  ])('%j names %j', (DANHBA_LDAP_REPLICAS, urls) => {
    expect(readAllowedReplicas({ DANHBA_LDAP_REPLICAS })).toEqual(urls);
  });

  it.each(['ldap2.laichau.gov.vn', 'https://ldap2', 'ldaps://', 'ldaps://ldap2/dc=vn', 'ldaps://ldap2?x'])(
    'refuses %s',
    (DANHBA_LDAP_REPLICAS) => {
      expect(() => readAllowedReplicas({ DANHBA_LDAP_REPLICAS })).toThrow(
        /^settings\.replica .*DANHBA_LDAP_REPLICAS/,
      );
    },
  );

  it('does not repeat what may be a password', () => {
    const read = () => readAllowedReplicas({ DANHBA_LDAP_REPLICAS: 'ldaps://cn=x:Bi-mat-2026@ldap2' });
    expect(read).toThrow(/…@ldap2/);
    expect(read).not.toThrow(/Bi-mat/);
  });
});
