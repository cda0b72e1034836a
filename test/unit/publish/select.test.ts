/** Who and what is seen in the directory for everybody, and in that of the province's own people. */
import { describe, expect, test } from 'vitest';
import type { PublicationAudience } from '../../../src/model/publish/published.ts';
import { selectPublished, slugOf } from '../../../src/publish/select.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { applied, organizationText, planOf, policyText, readWorld } from '../../support/world.ts';

const today = '2026-11-24';

function publishedOf(
  organizations: Readonly<Record<string, string>>,
  { audience = 'public', policy = '' }: { audience?: PublicationAudience; policy?: string } = {},
) {
  const world = readWorld(organizations, `${policyText}${policy}`);
  const problems = findProblems(world.directory, world.declared, [], today);
  return selectPublished({ ...world, audience, problems: [...world.problems, ...problems], today });
}

const peopleOf = (people: readonly string[], options = {}) =>
  publishedOf({ sokx: organizationText('sokx', people) }, options).organizations.get('sokx')?.people ?? [];

const an = 'id: LC-000001, name: Nguyễn Văn An, title: Chuyên viên, unit: Văn phòng, phone: "0213 3 876 543"';

describe('a person', () => {
  test('is shown by name, title, unit and address, without the telephone', () => {
    expect(peopleOf([an])).toEqual([
      {
        slug: 'annv.sokx',
        name: 'Nguyễn Văn An',
        title: 'Chuyên viên',
        unit: 'Văn phòng',
        address: 'annv.sokx@laichau.gov.vn',
        otherAddresses: [],
      },
    ]);
  });

  test.each([
    ['phones: true', ['title', 'unit', 'phone']],
    ['titles: false', ['unit']],
    ['units: false', ['title']],
  ])('with publish: {%s}', (rule, keys) => {
    const [person = {}] = peopleOf([an], { policy: `publish: {${rule}}\n` });
    expect(['title', 'unit', 'phone'].filter((key) => key in person)).toEqual(keys);
  });

  test('nobody is, where the policy says so; their organization is', () => {
    expect(peopleOf([an], { policy: 'publish: {people: false}\n' })).toEqual([]);
  });

  test.each([
    ['is not listed', 'listed: false'],
    ['is suspended', `suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-11-02}`],
    ['has left', 'termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-02}'],
    ['has a name no address can be made of', 'nameParts: {family: Lò, given: Khác}'],
  ])('who %s is not there', (_, more) => {
    expect(peopleOf([`${an}, ${more}`])).toEqual([]);
  });

  test.each([
    [
      'is restored',
      `suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-11-02}, restoration: {document: 2/QĐ, date: 2026-11-03}`,
    ],
    [
      'leaves on a later day',
      'termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-02, effective: 2027-01-31}',
    ],
    [
      'is to be suspended',
      `suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-12-02}`,
    ],
  ])('who %s is', (_, more) => {
    expect(peopleOf([`${an}, ${more}`])).toHaveLength(1);
  });

  test('whose address is another’s is not there before somebody decides', () => {
    const names = peopleOf([an, 'id: LC-000002, name: Ngô Văn An']).map(({ name }) => name);
    expect(names).not.toContain('Ngô Văn An');
  });

  test('who moves is not listed as long as one of the two files says so', () => {
    const leaving = `${an}, listed: false, termination: {reason: transfer, to: soky, document: 1/QĐ, decided: 2026-11-02}`;
    const moved = (from: string) =>
      publishedOf({
        sokx: organizationText('sokx', [from]),
        soky: organizationText('soky', [an]),
      }).organizations.get('soky')?.people.length;
    expect([moved(leaving), moved(leaving.replace('listed: false, ', ''))]).toEqual([0, 1]);
  });

  test('who is not listed is in the internal one, with the telephone', () => {
    expect(peopleOf([`${an}, listed: false`], { audience: 'internal' })).toMatchObject([
      { name: 'Nguyễn Văn An', phone: '0213 3 876 543' },
    ]);
  });
});

describe('with the server', () => {
  const files = { sokx: organizationText('sokx', [an, 'id: LC-000002, name: Trần Thị Bình']) };
  const accounts = applied([], planOf({ organizations: files, today }).plan);
  const seen = (change: (key: string) => object) => {
    const world = readWorld(files, policyText);
    const observed = new Map(accounts.map((one) => [one.key, { ...one, ...change(one.key) }]));
    const shown = selectPublished({ ...world, audience: 'public', problems: [], accounts: observed, today });
    return shown.organizations
      .get('sokx')
      ?.people.map(({ name, otherAddresses }) => [name, ...otherAddresses]);
  };

  test('who is active there is shown, with the addresses of before', () => {
    const former = { addresses: ['annv.sokx@laichau.gov.vn', 'cu.sokx@laichau.gov.vn'] };
    expect(seen((key) => (key === 'person:LC-000001' ? former : {}))).toEqual([
      ['Nguyễn Văn An', 'cu.sokx@laichau.gov.vn'],
      ['Trần Thị Bình'],
    ]);
  });

  test.each([
    { state: 'suspended' },
    { state: 'terminated' },
    { locked: true },
    { locked: '20300101000000Z' },
  ])('who is %o there is not', (change) => {
    expect(seen((key) => (key === 'person:LC-000001' ? change : {}))).toEqual([['Trần Thị Bình']]);
  });

  test('two whose addresses differ in what no file may be called have a page each', () => {
    const world = readWorld(files, policyText);
    const local = (key: string) => (key === 'person:LC-000001' ? 'an+x' : 'an/x');
    const observed = accounts.map((one) => ({ ...one, address: `${local(one.key)}@laichau.gov.vn` }));
    const by = new Map(observed.map((one) => [one.key, one]));
    const shown = selectPublished({ ...world, audience: 'public', problems: [], accounts: by, today });
    expect(shown.organizations.get('sokx')?.people.map(({ slug }) => slug)).toEqual(['an_x', 'an_x_2']);
  });

  test('nor is whoever has no mailbox yet', () => {
    const world = readWorld(files, policyText);
    const shown = selectPublished({ ...world, audience: 'public', problems: [], accounts: new Map(), today });
    expect(shown.organizations.get('sokx')?.people).toEqual([]);
  });
});

describe('of a record with an error', () => {
  const before = { sokx: organizationText('sokx', [an]) };
  const accounts = new Map(
    applied([], planOf({ organizations: before, today }).plan).map((one) => [one.key, one]),
  );
  const hostile = an.replace('Nguyễn Văn An', '"Nguyễn Văn An <b>"').replace('Chuyên viên', 'Giám đốc');
  const text = organizationText('sokx', [hostile]).replace(/^name: .*$/m, 'name: "Sở \\u202eX"');
  const shownTo = (audience: PublicationAudience) => {
    const world = readWorld({ sokx: text }, policyText);
    const found = findProblems(world.directory, world.declared, [...accounts.values()], today);
    const problems = [...world.problems, ...found];
    return selectPublished({ ...world, audience, problems, accounts, today }).organizations.get('sokx');
  };

  test('the internal one tells what the server has, and nothing of the file', () => {
    const { name, people } = shownTo('internal') ?? {};
    const [person] = people ?? [];
    expect([name, person?.name, person?.title]).toEqual([
      accounts.get('organization:sokx')?.name,
      'Nguyễn Văn An',
      'Chuyên viên',
    ]);
  });

  test('everybody is told what an organization was called, and nothing of the person', () => {
    const { name, people } = shownTo('public') ?? {};
    expect([name, people]).toEqual([accounts.get('organization:sokx')?.name, []]);
  });
});

test('whoever stands beside what is no record is shown', () => {
  const text = organizationText('sokx', [an]).replace('people:\n', 'people:\n  -\n  - 7\n');
  const shown = publishedOf({ sokx: text }, { audience: 'internal' }).organizations.get('sokx');
  expect(text).toContain('  - 7\n');
  expect(shown?.people.map(({ name }) => name)).toEqual(['Nguyễn Văn An']);
});

test('an organization that has ended leads to its successor, and shows nobody', () => {
  const shown = publishedOf({
    soka: organizationText('soka', [an], `dissolved: {document: 1/NQ, date: 2026-10-01, successor: sokb}\n`),
    sokb: organizationText('sokb', []),
  });
  expect(shown.organizations.get('soka')).toMatchObject({
    dissolved: { date: '2026-10-01', successor: 'sokb' },
    people: [],
  });
  expect(shown.organizations.get('soka')?.address).toBeUndefined();
  expect(shown.organizations.get('sokb')?.predecessors).toEqual(['soka']);
});

test('organizations come in the order of the tree, by name', () => {
  const shown = publishedOf({
    sob: organizationText('sob', []),
    soa: organizationText('soa', []),
  });
  expect([...shown.organizations.keys()][0]).toBe('ubnd');
  expect(shown.organizations.get('ubnd')?.below).toEqual(['soa', 'sob']);
  expect(shown.organizations.get('soa')?.above).toEqual(['ubnd']);
});

test.each([
  ['annv.sokx@laichau.gov.vn', 'annv.sokx'],
  ['an@khac.gov.vn', 'an@khac.gov.vn'],
  ['a/../b@laichau.gov.vn', 'a_.._b'],
  [`${'x'.repeat(300)}@laichau.gov.vn`, 'x'.repeat(200)],
])('the page of %s is called %s', (address, slug) => {
  expect(slugOf(address, 'laichau.gov.vn')).toBe(slug);
});
