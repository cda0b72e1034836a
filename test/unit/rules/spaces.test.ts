/** A file speaks for its own house: which addresses and suffixes it may name, and what the operator's grants let pass. */
import { describe, expect, it } from 'vitest';
import { findProblems } from '../../../src/rules/index.ts';
import { policyText, readWorld } from '../../support/world.ts';
import { holder } from './told.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const file = (id: string, name: string, more: string, people = '') =>
  `id: ${id}\nname: ${name}\ncode: ${id}\n${more}${people === '' ? '' : `people:\n  - {${people}}\n`}`;

const province = (more: Readonly<Record<string, string>> = {}) => ({
  soyt: file('soyt', 'Sở Y tế', 'kind: provincial\nparent: ubnd\nmailbox: {}\n', an),
  sotc: file('sotc', 'Sở Tài chính', 'kind: provincial\nparent: ubnd\nmailbox: {}\n'),
  ttcn: file('ttcn', 'Trung tâm Công nghệ', 'kind: provincial-unit\nparent: soyt\nmailbox: {}\n'),
  sinho: file('sinho', 'Huyện Sìn Hồ', 'kind: district\nparent: ubnd\nmailbox: {}\n'),
  pnv: file('pnv', 'Phòng Nội vụ', 'kind: district-room\nparent: sinho\nmailbox: {}\n'),
  namma: file('namma', 'Xã Nậm Mạ', 'kind: commune\nparent: sinho\nmailbox: {}\n'),
  ...more,
});

const grant = (what: string, who: string, date = '2026-01-02') =>
  `- {${what}, ${who}, document: 21/QĐ, date: ${date}}\n`;

const quiet = new Set(['custodian-missing']);

function told(
  files: Readonly<Record<string, string>>,
  grants = '[]',
  accounts = [] as ReturnType<typeof holder>[],
) {
  const { directory, declared, problems } = readWorld(files, policyText, { 'grants.yaml': grants });
  return [...problems, ...findProblems(directory, declared, accounts, '2026-11-23')]
    .filter(({ code }) => !quiet.has(code))
    .map(({ code, at }) => `${code} ${at.file.split('/').at(-1)} ${at.path.join('.')}`.trim());
}

const withAlias = (alias: string) =>
  province({
    soyt: file(
      'soyt',
      'Sở Y tế',
      'kind: provincial\nparent: ubnd\nmailbox: {}\n',
      `${an}, aliases: [${alias}@laichau.gov.vn]`,
    ),
  });
const withBox = (mailbox: string, of: 'soyt' | 'sinho' = 'soyt') =>
  province(
    of === 'soyt'
      ? { soyt: file('soyt', 'Sở Y tế', `kind: provincial\nparent: ubnd\nmailbox: {${mailbox}}\n`, an) }
      : { sinho: file('sinho', 'Huyện Sìn Hồ', `kind: district\nparent: ubnd\nmailbox: {${mailbox}}\n`) },
  );

/** What belongs to others, or to nobody. */
const foreign = [
  ['of a living agency', 'sotc'],
  ['in the space of another organization', 'vanthu.sotc'],
  ["in that of the People's Committee", 'chutich.ubnd'],
  ['in that of a unit below', 'an.ttcn.soyt'],
  ['of a unit below itself', 'ttcn.soyt'],
  ['of nobody', 'congan'],
  ['of nobody, with a suffix', 'an.congan'],
  ['that only looks alike', 'an-soyt'],
  ['whose suffix only ends alike', 'an.xsoyt'],
  ['with a hyphen, of nobody', 'cong-an'],
] as const;

describe('an address outside the own space', () => {
  it.each(foreign)('%s is an error as an alias of a person', (_what, local) => {
    const expected = `address-foreign soyt.yaml people.0.aliases.0`;
    expect(told(withAlias(local)).filter((one) => !one.startsWith('address-collision'))).toEqual([expected]);
  });

  it.each(foreign)('%s is an error as an alias of an agency', (_what, local) => {
    const found = told(withBox(`aliases: [${local}@laichau.gov.vn]`));
    expect(found.filter((one) => !one.startsWith('address-collision'))).toEqual([
      'address-foreign soyt.yaml mailbox.aliases.0',
    ]);
  });

  it.each(foreign)('%s passes with a grant naming it, and with no other', (_what, local) => {
    const files = withAlias(local);
    const address = `address: ${local}@laichau.gov.vn`;
    const errors = (grants: string) => told(files, grants).filter((one) => one.startsWith('address-foreign'));
    expect(errors(grant(address, '"holder": "person:LC-000001"'))).toEqual([]);
    expect(errors(grant(address, 'organization: soyt'))).toEqual([]);
    expect(errors(grant(address, '"holder": "person:LC-000002"'))).toHaveLength(1);
    expect(errors(grant(address, 'organization: sotc'))).toHaveLength(1);
    expect(errors(grant(address, 'organization: soyt', '2026-11-24'))).toHaveLength(1);
    expect(errors(grant('address: other@laichau.gov.vn', 'organization: soyt'))).toHaveLength(1);
  });

  it('is one that another organization is called by as well, or has already', () => {
    // Two with one name: an abbreviation of it is nobody's, but of who has it on the server.
    const twins = {
      ...withBox('aliases: [syt@laichau.gov.vn]'),
      soyte: file('soyte', 'Sở Y tế', 'codeBasis: 1/QĐ\nkind: provincial\nparent: ubnd\nmailbox: {}\n'),
    };
    expect(told(twins)).toEqual(['address-foreign soyt.yaml mailbox.aliases.0']);
    expect(told(twins, '[]', [holder('organization:soyt', 'syt@laichau.gov.vn')])).toEqual([]);
    expect(told(twins, '[]', [holder('organization:soyte', 'syt@laichau.gov.vn')])).toHaveLength(1);
  });
});

describe('an address of the own space', () => {
  it.each([
    ['what ends in the own local part', 'an.cu.soyt'],
    ['with a hyphen, as old ones have', 'van-an.soyt'],
  ])('%s passes', (_what, local) => {
    expect(told(withAlias(local))).toEqual([]);
    expect(told(withBox(`aliases: [${local}@laichau.gov.vn]`))).toEqual([]);
  });

  it('is the other accepted abbreviation of its own name, for its agency alone', () => {
    expect(told(withBox('aliases: [syt@laichau.gov.vn]'))).toEqual([]);
    expect(told(withAlias('syt'))).toEqual(['address-foreign soyt.yaml people.0.aliases.0']);
    expect(told(withBox('aliases: [an.syt@laichau.gov.vn]'))).toHaveLength(1);
  });

  it("of a district is not that of its communes and rooms, and theirs is not the district's", () => {
    expect(told(withBox('aliases: [vanthu.namma.sinho@laichau.gov.vn]', 'sinho'))).toEqual([
      'address-foreign sinho.yaml mailbox.aliases.0',
    ]);
    expect(told(withBox('aliases: [vanthu.sinho@laichau.gov.vn]', 'sinho'))).toEqual([]);
  });
});

describe('a suffix', () => {
  const suffix = (id: string, text: string, name: string, more: string) =>
    told(province({ [id]: file(id, name, `${more}personSuffix: ${text}\nmailbox: {}\n`) }));
  const unit = (text: string) =>
    suffix('ttcn', text, 'Trung tâm Công nghệ', 'kind: provincial-unit\nparent: soyt\n');
  const room = (text: string) => suffix('pnv', text, 'Phòng Nội vụ', 'kind: district-room\nparent: sinho\n');
  const office = (text: string) => suffix('sotc', text, 'Sở Tài chính', 'kind: provincial\nparent: ubnd\n');

  it('is the own local part, or for units and rooms that of the direct manager', () => {
    expect(
      [unit('ttcn.soyt'), unit('soyt'), room('pnv.sinho'), room('sinho'), office('sotc')].flat(),
    ).toEqual([]);
  });

  it.each([
    ["another organization's", () => office('soyt')],
    ["the People's Committee's", () => office('ubnd')],
    ["nobody's", () => office('congan')],
    ["another's, for a unit", () => unit('sotc')],
    ["a neighbour's, for a room", () => room('namma.sinho')],
  ])('%s is an error', (_what, found) => {
    expect(found()).toEqual([expect.stringMatching(/^suffix-foreign \w+\.yaml personSuffix$/)]);
  });

  it('passes by a grant', () => {
    const files = province({
      sotc: file('sotc', 'Sở Tài chính', 'kind: provincial\nparent: ubnd\npersonSuffix: soyt\nmailbox: {}\n'),
    });
    expect(told(files, grant('suffix: soyt', 'organization: sotc'))).toEqual([]);
    expect(told(files, grant('suffix: soyt', 'organization: sinho'))).toEqual([
      'suffix-foreign sotc.yaml personSuffix',
      'grant-unused grants.yaml 0',
    ]);
  });
});

describe('grants.yaml', () => {
  it.each([
    ['nothing to grant', 'organization: soyt', 'missing-key grants.yaml 0'],
    ['nobody to grant it to', 'address: x@laichau.gov.vn', 'missing-key grants.yaml 0'],
    ['both', 'address: x@laichau.gov.vn, suffix: x, organization: soyt', 'value-out-of-bounds grants.yaml 0'],
    ['a key that is none', 'address: x@laichau.gov.vn, holder: soyt', 'value-format grants.yaml 0.holder'],
  ])('with %s is told, and grants nothing', (_what, item, problem) => {
    const found = told(withAlias('x'), `- {${item}, document: 1/QĐ, date: 2026-01-02}\n`);
    expect(found).toEqual([problem, 'address-foreign soyt.yaml people.0.aliases.0']);
  });

  it('with an item that nothing uses is a warning, but not before its day', () => {
    expect(told(province(), grant('address: x@laichau.gov.vn', 'organization: soyt'))).toEqual([
      'grant-unused grants.yaml 0',
    ]);
    expect(told(province(), grant('address: x@laichau.gov.vn', 'organization: soyt', '2027-01-01'))).toEqual(
      [],
    );
    // In the own house it may be needed all the same: the address may rest.
    expect(
      told(province(), grant('address: annv.soyt@laichau.gov.vn', '"holder": "person:LC-000001"')),
    ).toEqual([]);
  });
});
