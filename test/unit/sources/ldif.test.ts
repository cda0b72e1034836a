/** LDIF exports (RFC 2849), as slapcat, ldapsearch and other servers' tools write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { parseLdif } from '../../../src/sources/ldif.ts';

const parse = (text: string | Buffer) => parseLdif(Buffer.from(text as string), 'cay.ldif');

function refusalOf(text: string) {
  try {
    parse(text);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return thrown.remark;
    throw thrown;
  }
  return undefined;
}

describe('an export', () => {
  it('has a version, comments, folded lines, options, base64 and several values', () => {
    const text = [
      'version: 1',
      '# made by slapcat,',
      '  and folded',
      'dn:: dWlkPW52MSxvdT1QZW9wbGUsZGM9YWE=',
      'objectClass: inetOrgPerson',
      'objectclass: posixAccount',
      `cn:: ${Buffer.from('Lò Văn Ân').toString('base64')}`,
      'description: a long',
      '  line',
      'title;lang-en: Officer',
      'mail:nv1@aa',
      'entryUUID: 5b0c',
      'empty:',
      '',
      '',
      'dn: cn=b,dc=aa',
      'cn: b',
    ].join('\r\n');
    expect(parse(text)).toEqual([
      {
        place: 'uid=nv1,ou=People,dc=aa',
        dn: 'uid=nv1,ou=People,dc=aa',
        uuid: '5b0c',
        values: {
          objectclass: ['inetOrgPerson', 'posixAccount'],
          cn: ['Lò Văn Ân'],
          description: ['a long line'],
          'title;lang-en': ['Officer'],
          mail: ['nv1@aa'],
          entryuuid: ['5b0c'],
          empty: [''],
        },
      },
      { place: 'cn=b,dc=aa', dn: 'cn=b,dc=aa', values: { cn: ['b'] } },
    ]);
  });

  it('keeps no secret and no picture, whatever their options', () => {
    const [entry] = parse(
      'dn: cn=a\nuserPassword:: e1NTSEF9\nuserPASSWORD;x-old: matkhau\njpegPhoto:< file:///a.jpg\nuserCertificate;binary:: AAAA\ncn: a\n',
    );
    expect(entry?.values).toEqual({ cn: ['a'] });
  });

  it('tells which attributes were no UTF-8, and gives them as they can be read', () => {
    const bytes = Buffer.concat([Buffer.from('dn: cn=a\ncn: L'), Buffer.from([0xf2]), Buffer.from(' An\n')]);
    const [entry] = parse(`dn: cn=a\ncn:: ${Buffer.from([0x4c, 0xf2]).toString('base64')}\nsn: A\n`);
    expect(entry).toMatchObject({ values: { cn: ['Lò'], sn: ['A'] }, broken: ['cn'] });
    expect(parse(bytes)[0]).toMatchObject({ values: { cn: ['Lò An'] }, broken: ['cn'] });
  });

  it('may be raw UTF-8 behind a byte-order mark, and empty', () => {
    expect(parse('\ufeffdn: cn=Ân\ncn: Ân\n')[0]?.values.cn).toEqual(['Ân']);
    expect(parse('')).toEqual([]);
    expect(parse('version: 1\n')).toEqual([]);
  });
});

describe('what is no export', () => {
  it.each([
    ['import-ldif.changes', 'cay.ldif:2', 'dn: cn=a\nchangetype: modify\nreplace: cn\n'],
    ['import-ldif.dn', 'cay.ldif:1', 'cn: a\n'],
    ['import-ldif.line', 'cay.ldif:3', 'dn: cn=a\ncn: a\nHà Nội\n'],
    ['import-ldif.line', 'cay.ldif:2', 'dn: cn=a\n-\n'],
    ['import-ldif.base64', 'cay.ldif:2', 'dn: cn=a\ncn:: a*b\n'],
    ['import-ldif.base64', 'cay.ldif:2', 'dn: cn=a\ncn:: YWJ\n cd\n'],
    ['import-ldif.url', 'cay.ldif:2', 'dn: cn=a\ncn:< file:///etc/passwd\n'],
  ])('%s at %s', (says, at, text) => {
    expect(refusalOf(text)).toMatchObject({ says, facts: { at } });
  });
});

/** What a writer may do: base64 where it must or likes, folded anywhere. */
function writeLine(name: string, value: string, plain: boolean, width: number): string {
  const isSafe = /^[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*$|^$/.test(value) && !value.endsWith(' ');
  const line = plain && isSafe ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`;
  const parts = [line.slice(0, width)];
  for (let at = width; at < line.length; at += width - 1) parts.push(` ${line.slice(at, at + width - 1)}`);
  return parts.join('\n');
}

it('comes back as it was written, wherever it is folded', () => {
  const value = fc.string({ unit: 'binary', maxLength: 60 }).map((one) => one.toWellFormed());
  const name = fc.constantFrom('cn', 'sn', 'title;lang-en', 'x-9');
  const entry = fc.record({ dn: value, lines: fc.array(fc.tuple(name, value), { maxLength: 6 }) });
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 4 }),
      fc.boolean(),
      fc.integer({ min: 8, max: 80 }),
      (entries, plain, width) => {
        const text = entries
          .map(({ dn, lines }) =>
            [['dn', dn] as const, ...lines].map(([key, one]) => writeLine(key, one, plain, width)).join('\n'),
          )
          .join('\n\n');
        const values = entries.map(({ lines }) => {
          const byName = Map.groupBy(lines, ([key]) => key);
          return Object.fromEntries([...byName].map(([key, all]) => [key, all.map(([, one]) => one)]));
        });
        const read = parse(text);
        expect(read.map((one) => one.dn)).toEqual(entries.map(({ dn }) => dn));
        expect(read.map((one) => one.values)).toEqual(values);
      },
    ),
  );
});
