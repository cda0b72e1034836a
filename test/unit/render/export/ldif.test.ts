/** The directory as LDIF: read back by danhba's own reader of what other tools write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderLdif } from '../../../../src/render/export/ldif.ts';
import { parseLdif } from '../../../../src/sources/ldif.ts';
import { an, anyText, kept, sokx } from './hostile.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const ldifOf = (...parameters: Parameters<typeof sokx>) =>
  [...renderLdif([sokx(...parameters)], baseDn)].join('');
const entriesOf = (text: string) => parseLdif(Buffer.from(text), 'danh-ba.ldif');

describe('LDIF', () => {
  test('has an entry of an address book for the organization and each of its people', () => {
    expect(entriesOf(ldifOf([an])).map(({ dn, values }) => ({ dn, values }))).toEqual([
      {
        dn: `mail=sokx@laichau.gov.vn,ou=addressbook,${baseDn}`,
        values: {
          objectclass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
          ...{ cn: ['Sở X'], sn: ['Sở X'], mail: ['sokx@laichau.gov.vn'], o: ['Sở X'] },
        },
      },
      {
        dn: `mail=annv.sokx@laichau.gov.vn,ou=addressbook,${baseDn}`,
        values: {
          objectclass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
          ...{ cn: ['Nguyễn Văn An'], sn: ['Nguyễn'], givenname: ['An'] },
          ...{ mail: ['annv.sokx@laichau.gov.vn'], o: ['Sở X'], ou: ['Văn phòng'] },
          ...{ title: ['Chuyên viên'], telephonenumber: ['0213 3 876 543'] },
        },
      },
    ]);
  });

  test('who has one name has it as the surname every entry needs', () => {
    const [, entry] = entriesOf(ldifOf([{ ...an, name: 'Pờ' }]));
    expect([entry?.values.sn, entry?.values.givenname]).toEqual([['Pờ'], undefined]);
  });

  test.each([
    ['a+b,c@laichau.gov.vn', 'mail=a\\+b\\,c@laichau.gov.vn'],
    ['#a"<b>;=\\@x ', 'mail=\\#a\\"\\<b\\>\\;\\=\\\\@x\\ '],
  ])('the address %j is one name in a DN', (address, name) => {
    const [, entry] = entriesOf(ldifOf([{ ...an, address }]));
    expect(entry?.dn).toBe(`${name},ou=addressbook,${baseDn}`);
  });

  test('begins no value so that it would be something else, and keeps it, whatever anybody is called', () => {
    const value = fc
      .tuple(fc.constantFrom('', ' ', ':', '<', '#', '-'), anyText)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(value, value, (name, house) => {
        const text = ldifOf([{ ...an, name, title: house }], house);
        const lines = text.split('\n');
        expect(lines.filter((line) => line.length > 76 || /[^ -~]/.test(line))).toEqual([]);
        expect(lines.filter((line) => /^[a-z]+: [:<]| $/i.test(line))).toEqual([]);
        const entries = entriesOf(text);
        expect(entries).toHaveLength(2);
        expect(entries[1]?.values).toMatchObject({
          cn: [kept(name)],
          o: [kept(house)],
          title: [kept(house)],
        });
      }),
    );
  });
});
