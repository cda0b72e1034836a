/** DNs as an LDAP server may write them: one entry is told by every spelling, and two are never one. */
import { describe, expect, test } from 'vitest';
import { rdnText, sameDn, splitDn, tidyDn } from '../../../src/model/account/dn.ts';

describe('a DN', () => {
  test.each([
    ['uid=LC-1,ou=people,dc=vn', [{ type: 'uid', value: 'LC-1' }], 'ou=people,dc=vn'],
    ['UID = LC-1 , ou=people, dc=vn', [{ type: 'uid', value: 'LC-1' }], 'ou=people,dc=vn'],
    ['cn=\\C4\\90\\E1\\BB\\97 Minh,dc=vn', [{ type: 'cn', value: 'Đỗ Minh' }], 'dc=vn'],
    ['cn=a\\,b\\+c\\=d,dc=vn', [{ type: 'cn', value: 'a,b+c=d' }], 'dc=vn'],
    ['cn=a\\2Cb,dc=vn', [{ type: 'cn', value: 'a,b' }], 'dc=vn'],
    ['cn=x\\ ,dc=vn', [{ type: 'cn', value: 'x ' }], 'dc=vn'],
    [
      'uid=a+cn=b,dc=vn',
      [
        { type: 'uid', value: 'a' },
        { type: 'cn', value: 'b' },
      ],
      'dc=vn',
    ],
    ['dc=vn', [{ type: 'dc', value: 'vn' }], ''],
  ])('%s', (dn, rdn, parent) => {
    expect(splitDn(dn)).toEqual({ rdn, parent });
  });

  test.each([
    ['dc=laichau,dc=gov,dc=vn', 'DC=LaiChau, dc=gov , dc=vn', true],
    ['cn=a\\2cb,dc=vn', 'cn=a\\,b,dc=vn', true],
    ['uid=a+cn=b,dc=vn', 'cn=b+uid=a,dc=vn', true],
    ['cn=a  b,dc=vn', 'cn=a b,dc=vn', true],
    ['cn=a\\,dc=b,dc=vn', 'cn=a,dc=b,dc=vn', false],
    ['uid=a,dc=vn', 'cn=a,dc=vn', false],
    ['uid=a,ou=x,dc=vn', 'uid=a,dc=vn', false],
  ])('%s and %s: one entry: %s', (a, b, same) => {
    expect(sameDn(a, b)).toBe(same);
    expect(sameDn(b, a)).toBe(same);
  });

  test('tidied, it keeps the values and loses the spaces', () => {
    expect(tidyDn('DC=Lai Châu, dc = gov ,dc=vn')).toBe('dc=Lai Châu,dc=gov,dc=vn');
    expect(tidyDn('dc=laichau,dc=gov,dc=vn')).toBe('dc=laichau,dc=gov,dc=vn');
  });

  test.each(['LC-1', 'a,b', ' a ', '#1', 'x\\y', 'Đỗ + Minh'])('the RDN of "%s" is read back', (value) => {
    expect(splitDn(`${rdnText('uid', value)},dc=vn`).rdn).toEqual([{ type: 'uid', value }]);
  });
});
