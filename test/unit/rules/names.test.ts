/** Article 5 as rules: which finding is told at which key, decided addresses, aliases. */
import { describe, expect, it } from 'vitest';
import { organization, told } from './told.ts';

const decided = 'addressDecision: {document: 1/QĐ, date: 2026-01-02}';
const sinho = 'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\nmailbox: none\n';

const one = (person: string) => told({ soa: organization('soa', '', [`id: LC-1, ${person}`]) });
const commune = (text: string) =>
  told({
    sinho,
    namma: `id: namma\nname: Xã Nậm Mạ\nkind: commune\nparent: sinho\ncode: namma\nmailbox: none\n${text}`,
  });

describe('a person', () => {
  it.each([
    ['an ordinary name', 'name: Nguyễn Văn An', []],
    ['NFD', `name: ${'Nguyễn Văn An'.normalize('NFD')}`, []],
    ['two spaces and NBSP', 'name: "Nguyễn  Văn\u00a0An"', []],
    ['a Cyrillic letter', 'name: Nguyễn Văn Аn', ['name-letter soa.yaml people.0.name']],
    ['a zero-width space', 'name: Nguyễn Văn\u200b An', ['name-letter soa.yaml people.0.name']],
    ['a bidirectional mark', 'name: Nguyễn \u202eVăn An', ['name-letter soa.yaml people.0.name']],
    ['an escaped NUL', 'name: "Nguyễn Văn An\\0"', ['name-letter soa.yaml people.0.name']],
    ['one syllable', 'name: An', ['name-one-syllable soa.yaml people.0.name']],
    ['one syllable, with a decision', `name: An, address: an.soa@laichau.gov.vn, ${decided}`, []],
    ['a decided address', `name: Nguyễn Văn An, address: anngv.soa@laichau.gov.vn, ${decided}`, []],
    [
      'a decided address in capitals',
      `name: Nguyễn Văn An, address: ANngv.soa@laichau.gov.vn, ${decided}`,
      [],
    ],
    ['the derived address, written out', 'name: Nguyễn Văn An, address: annv.soa@laichau.gov.vn', []],
    [
      'an address without its decision',
      'name: Nguyễn Văn An, address: anngv.soa@laichau.gov.vn',
      ['address-differs soa.yaml people.0.address'],
    ],
    [
      'a decided address of another suffix',
      `name: Nguyễn Văn An, address: an.ubnd@laichau.gov.vn, ${decided}`,
      ['address-decided-form soa.yaml people.0.address'],
    ],
    [
      'a decided address elsewhere',
      `name: Nguyễn Văn An, address: anngv.soa@gmail.com, ${decided}`,
      ['address-domain soa.yaml people.0.address'],
    ],
    [
      'a decided address and a broken name',
      `name: Nguyễn Văn Аn, address: anngv.soa@laichau.gov.vn, ${decided}`,
      ['address-decided-form soa.yaml people.0.address', 'name-letter soa.yaml people.0.name'],
    ],
    ['nameParts', "name: H'Hen Niê, nameParts: {family: Niê, given: H'Hen}", []],
  ])('%s', (_what, person, expected) => expect(one(person)).toEqual(expected));
});

describe('an organization', () => {
  it.each([
    ['a commune', '', []],
    ['another code', 'code: nm\n', ['code-full-name namma.yaml code']],
    ['another kind', 'kind: ward\n', ['name-kind-mismatch namma.yaml name']],
    ['no parent', 'parent: -\n', ['parent-required namma.yaml kind']],
    ['directly under the province', 'parent: ubnd\n', ['form-missing namma.yaml kind']],
    ['a look-alike in its name', 'name: Xã Nậm Mạ\u200b\n', ['name-letter namma.yaml name']],
  ])('%s', (_what, change, expected) => {
    const [key = ''] = change.split(':');
    const text = `id: namma\nname: Xã Nậm Mạ\nkind: commune\nparent: sinho\ncode: namma\nmailbox: none\n`;
    const changed =
      key === ''
        ? text
        : text.replace(new RegExp(`^${key}: .*\\n`, 'm'), change.includes(': -') ? '' : change);
    expect(told({ sinho, namma: changed })).toEqual(expected);
  });

  it('an address of its mailbox', () => {
    const box = (address: string, more = '') =>
      told({
        soa: organization('soa', `mailbox: {custodian: LC-1, address: ${address}${more}}\n`, [
          'id: LC-1, name: Nguyễn Văn An',
        ]),
      });
    const at = 'soa.yaml mailbox.address';
    expect(box('soa@laichau.gov.vn')).toEqual([]);
    expect(box('soyt@laichau.gov.vn')).toEqual([`address-without-decision ${at}`]);
    expect(box('soyt@laichau.gov.vn', `, ${decided}`)).toEqual([]);
    expect(box('hop.thu.soa@laichau.gov.vn', `, ${decided}`)).toEqual([]);
    expect(box('soyte@laichau.gov.vn', `, ${decided}`)).toEqual([`address-foreign ${at}`]);
    expect(box('soyte@gmail.com', `, ${decided}`)).toEqual([`address-domain ${at}`]);
    expect(box('so_yte@laichau.gov.vn', `, ${decided}`)).toEqual([`address-form ${at}`]);
    expect(box('root@laichau.gov.vn', `, ${decided}`)).toEqual([`address-reserved ${at}`]);
    expect(box('tplc@laichau.gov.vn', `, ${decided}`)).toEqual([
      `address-fixed ${at}`,
      `address-foreign ${at}`,
    ]);
  });

  it('follows its own finding only: a parent without an address has one of its own', () => {
    expect(commune('')).toEqual([]);
    const child = 'id: pnv\nname: Phòng Nội vụ\nkind: district-room\nparent: soz\ncode: pnv\nmailbox: none\n';
    expect(told({ pnv: child })).toEqual(['parent-unknown pnv.yaml parent']);
  });
});

describe('aliases', () => {
  it.each([
    ['an old address', 'an.soa@laichau.gov.vn', []],
    ['with a hyphen, as old ones have', 'van-an.soa@laichau.gov.vn', []],
    ['of nobody', 'an@laichau.gov.vn', ['address-foreign soa.yaml people.0.aliases.0']],
    ['of nobody, with a hyphen', 'van-an@laichau.gov.vn', ['address-foreign soa.yaml people.0.aliases.0']],
    ['of another domain', 'an@gmail.com', ['alias-invalid soa.yaml people.0.aliases.0']],
    ['of a subdomain', 'an@x.laichau.gov.vn', ['alias-invalid soa.yaml people.0.aliases.0']],
    ['with marks', 'ân@laichau.gov.vn', ['alias-invalid soa.yaml people.0.aliases.0']],
    ['beginning with a dot', '.an@laichau.gov.vn', ['alias-invalid soa.yaml people.0.aliases.0']],
    ['too long', `${'a'.repeat(65)}@laichau.gov.vn`, ['alias-invalid soa.yaml people.0.aliases.0']],
    ['an LDAP filter', '"*)(uid=*@laichau.gov.vn"', ['alias-invalid soa.yaml people.0.aliases.0']],
    [
      'kept for the mail system',
      'POSTMASTER@laichau.gov.vn',
      ['address-reserved soa.yaml people.0.aliases.0'],
    ],
  ])('%s', (_what, alias, expected) => {
    expect(one(`name: Nguyễn Văn An, aliases: [${alias}]`)).toEqual(expected);
  });
});
