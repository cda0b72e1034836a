/** What a map decides of one entry: who it is, what is read of it, and whose it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMap } from '../../../src/arrivals/apply-map.ts';
import { compileConditions, compileValues } from '../../../src/arrivals/match.ts';
import { findMissingColumns } from '../../../src/arrivals/missing-columns.ts';
import { parseMap } from '../../../src/arrivals/parse-map.ts';
import { findColumns } from '../../../src/arrivals/suggest/fields.ts';
import { addressesIn, phonesIn } from '../../../src/arrivals/values.ts';
import type { ImportMap } from '../../../src/model/import/import-map.ts';
import type { Source, SourceEntry } from '../../../src/model/import/source-entry.ts';

const base: ImportMap = {
  ids: { prefix: 'LC-', from: ['employeenumber'] },
  fields: { name: ['displayname', 'cn'], address: ['mail'], phone: ['telephonenumber'], aliases: ['alias'] },
  entries: [{ role: 'person', when: [{ attribute: 'objectclass', values: ['inetOrgPerson'] }] }],
  organization: { from: ['o', 'dn:ou'] },
  organizations: [
    { id: 'soyt', name: 'Sở Y tế', kind: 'provincial', code: 'soyt', values: ['Sở Y tế', 'So Y te', 'Sở'] },
    { id: 'sotc', name: 'Sở Tài chính', kind: 'provincial', code: 'sotc', values: ['Sở'], signed: false },
  ],
};

const entryOf = (
  values: Readonly<Record<string, string | readonly string[]>>,
  dn = 'uid=a,ou=People,dc=b',
): SourceEntry => ({
  place: dn,
  dn,
  values: {
    objectclass: ['inetOrgPerson'],
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()])),
  },
});

const arrive = (entry: SourceEntry, map: Partial<ImportMap> = {}, kind: Source['kind'] = 'ldif') =>
  applyMap({ kind, entries: [entry] }, { ...base, ...map });
const one = (...given: Parameters<typeof arrive>) => arrive(...given).entries[0];

describe('a field', () => {
  it('has every name and every number, each once, preferred first', () => {
    const entry = entryOf({
      cn: ['Lo Van An', 'Lò Văn An'],
      displayname: 'Lò Văn An',
      telephonenumber: ['1; 2', '2'],
    });
    expect(one(entry)).toMatchObject({ names: ['Lò Văn An', 'Lo Van An'], phones: ['1', '2'] });
  });

  it('has addresses in lower case, and no alias twice', () => {
    const entry = entryOf({ mail: ['AN@b', 'c@b'], alias: ['c@b', 'SMTP:D@b'] });
    expect(one(entry)).toMatchObject({ addresses: ['an@b', 'c@b'], aliases: ['d@b'] });
  });

  it('is made of two columns where the map says so', () => {
    const entry = entryOf({ 'họ đệm': 'Lò Văn', tên: 'An' });
    expect(one(entry, { fields: { name: ['họ đệm + tên'], address: ['mail'] } })?.names).toEqual([
      'Lò Văn An',
    ]);
  });

  it.each([
    ['912345678', 'xlsx', ['0912345678'], 1],
    ['2133876543', 'csv', ['02133876543'], 1],
    ['912345678', 'ldif', ['912345678'], 0],
    ['114', 'csv', ['114'], 0],
    ['0213 3 876 543 / 0912 345 678', 'csv', ['0213 3 876 543', '0912 345 678'], 0],
  ] as const)('a telephone %s of %s is %s', (written, kind, phones, restored) => {
    const arrivals = arrive(entryOf({ telephonenumber: written }), {}, kind);
    expect(arrivals.entries[0]?.phones).toEqual(phones);
    expect(arrivals.restoredZeros).toBe(restored);
  });

  it('takes no text for an address, and loses none', () => {
    expect(addressesIn(['a@b;c@d , e@f\ng@h', 'không có'])).toEqual(['a@b', 'c@d', 'e@f', 'g@h']);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}$/)), (addresses) => {
        expect(addressesIn([addresses.join('; ')])).toEqual([...new Set(addresses)]);
      }),
    );
    expect(phonesIn(['', ' '], true)).toEqual({ numbers: [], restored: 0 });
  });
});

describe('an id', () => {
  it.each([
    ['90012', 'LC-090012'],
    ['LC90012', undefined],
    ['1234567', 'LC-1234567'],
  ])('of number %s is %s', (number, id) => expect(one(entryOf({ employeenumber: number }))?.id).toBe(id));
});

describe('an organization', () => {
  it.each([
    [{ o: 'SỞ  Y TẾ' }, { organization: 'soyt' }],
    [{ o: 'so y te'.normalize('NFD') }, { organization: 'soyt' }],
    [{ o: 'Sở Khác' }, { organizationValue: 'Sở Khác' }],
    // A value of two of them says nothing.
    [{ o: 'Sở' }, { organizationValue: 'Sở' }],
    [{}, { organizationValue: 'People' }],
  ])('by %j is %j', (values, told) => {
    const { organization, organizationValue } = one(entryOf(values)) ?? {};
    expect({
      ...(organization && { organization }),
      ...(organizationValue && { organizationValue }),
    }).toEqual(told);
  });

  it('is told by what stands above the entry, from below, and by an address', () => {
    const below = entryOf({}, 'uid=a,ou=Phòng A,ou=So Y te,dc=b');
    expect(one(below)?.organization).toBe('soyt');
    const map = { ...base, organization: { from: ['address:suffix'] } };
    const organizations = base.organizations.map((each) => ({ ...each, values: [each.code] }));
    expect(one(entryOf({ mail: 'anlv.soyt@b' }), { ...map, organizations })?.organization).toBe('soyt');
  });

  it('unknown ones are counted, of people and agencies alone', () => {
    const entries = [
      entryOf({ o: 'X' }),
      entryOf({ o: 'X' }),
      { ...entryOf({ o: 'Y', mail: 'a@b', objectclass: 'device' }) },
    ];
    expect([...applyMap({ kind: 'ldif', entries }, base).unknownOrganizations]).toEqual([['X', 2]]);
  });

  it('of an agency is the one it is called like', () => {
    const map: Partial<ImportMap> = {
      entries: [{ role: 'agency', when: [{ attribute: 'mail', values: ['*'] }] }],
    };
    expect(one(entryOf({ cn: 'Sở Tài Chính', mail: 'sotc@b' }), map)).toMatchObject({
      role: 'agency',
      organization: 'sotc',
    });
  });
});

describe('a role', () => {
  it('is by the first rule that fits; what none takes is told where it has an address', () => {
    const entries: ImportMap['entries'] = [
      { role: 'service', when: [{ under: 'OU=Services' }] },
      {
        role: 'none',
        when: [
          { attribute: 'cn', values: ['máy *'] },
          { attribute: 'mail', values: ['*'] },
        ],
      },
    ];
    const role = (entry: SourceEntry) => one(entry, { entries })?.role;
    expect(role(entryOf({ mail: 'a@b' }, 'cn=a, ou = services ,dc=b'))).toBe('service');
    expect(role(entryOf({ mail: 'a@b', cn: 'Máy in' }))).toBeUndefined();
    expect(role(entryOf({ cn: 'Máy in' }))).toBeUndefined();
    expect(role(entryOf({ mail: 'a@b', cn: 'Lò' }))).toBe('unknown');
  });

  it("is by their key for danhba's own, whatever the rules say", () => {
    const own = (danhbakey: string, objectclass = 'danhbaAccount') =>
      one(entryOf({ danhbakey, objectclass }), { entries: [] });
    expect(own('person:LC-000001')).toMatchObject({
      role: 'person',
      own: { danhbakey: ['person:LC-000001'] },
    });
    expect(own('organization:soyt')?.role).toBe('agency');
    expect(own('person:LC-000001', 'danhbaTombstone')).toBeUndefined();
  });
});

describe('a status', () => {
  const status: ImportMap['status'] = [
    {
      attribute: 'employeetype',
      values: [
        { value: 'công chức', state: 'active' },
        { value: 'khóa', state: 'undecided' },
        {
          value: 'nghỉ hưu',
          state: 'terminated',
          reason: 'retirement',
          document: '7/QĐ',
          decided: '2026-01-02',
        },
      ],
    },
    { attribute: 'pwdaccountlockedtime', values: [{ value: '*', state: 'undecided' }] },
  ];
  const decided: ImportMap['decided'] = [
    {
      account: 'AN@b',
      state: 'suspended',
      reason: 'violation',
      clause: '12.5',
      document: '8/QĐ',
      date: '2026-01-03',
    },
    { account: 'UID=c, ou=People,dc=b', state: 'active' },
  ];
  it.each([
    [{}, { state: 'active' }],
    [{ employeetype: 'Công chức' }, { state: 'active' }],
    [{ employeetype: 'khóa' }, { state: 'undecided', value: 'khóa' }],
    // What the map does not know is told, and ends nobody.
    [{ employeetype: 'tập sự' }, { state: 'undecided', value: 'tập sự' }],
    [{ pwdaccountlockedtime: '000001010000Z' }, { state: 'undecided', value: '000001010000Z' }],
    [
      { employeetype: 'NGHỈ HƯU' },
      { state: 'terminated', reason: 'retirement', document: '7/QĐ', decided: '2026-01-02' },
    ],
    [
      { employeetype: 'công chức', mail: 'an@b' },
      { state: 'suspended', reason: 'violation', clause: '12.5', document: '8/QĐ', date: '2026-01-03' },
    ],
  ])('of %j is %j', (values, told) => {
    expect(one(entryOf(values), { status, decided })?.status).toEqual(told);
  });

  it('of one account is by its DN too', () => {
    expect(
      one(entryOf({ employeetype: 'khóa' }, 'uid=c,ou=people,dc=b'), { status, decided })?.status.state,
    ).toBe('active');
  });
});

it('a star stands for anything, in time that grows with the text alone', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }), (pattern, text) => {
      const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
      expect(compileValues([pattern])(text)).toBe(expected);
    }),
  );
  expect(compileConditions([])(entryOf({}))).toBe(true);
});

describe('the text of a map', () => {
  const text = (extra = '', state = 'undecided') => `ids: { prefix: LC- }
fields: { name: [displayName], address: [MAIL] }
entries:
  - role: person
    when: [{ attribute: objectClass, values: [inetOrgPerson] }]
status:
  - attribute: employeeType
    values: [{ value: a, state: ${state} }]
organization: { from: ["dn:ou"] }
organizations:
  - { id: soyt, name: Sở Y tế, kind: provincial, parent: ubnd, code: soyt }
${extra}`;
  const problemsOf = (source: string) =>
    parseMap('map.yaml', source).problems.map(({ code, args, at }) => ({
      code,
      args,
      path: at.path.join('.'),
    }));

  it('gives attributes in lower case', () => {
    const { map, problems } = parseMap('map.yaml', text());
    expect(problems).toEqual([]);
    expect(map?.fields).toEqual({ name: ['displayname'], address: ['mail'] });
    expect(map?.status?.[0]?.attribute).toBe('employeetype');
  });

  it.each([
    ['unknown-key', 'sheets', text('sheets: A'), { suggestion: 'sheet' }],
    ['missing-key', 'status.0.values.0', text('', 'terminated'), { key: 'reason' }],
    ['value-not-allowed', 'status.0.values.0.state', text('', 'disabled'), { value: 'disabled' }],
    [
      'organization-duplicate',
      'organizations.1.id',
      text('  - { id: soyt, name: A, kind: town, code: a }'),
      { id: 'soyt' },
    ],
    ['missing-key', 'entries.0.when.0', text().replace(', values: [inetOrgPerson]', ''), {}],
  ])('%s at %s', (code, path, source, args) => {
    expect(problemsOf(source)).toContainEqual(
      expect.objectContaining({ code, path, args: expect.objectContaining(args) }),
    );
    expect(parseMap('map.yaml', source).map).toBeUndefined();
  });
});

describe('a list', () => {
  const row = (number: number, values: Readonly<Record<string, string>>): SourceEntry => ({
    place: `a.csv:${number}`,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
  });
  const rows = [
    row(2, { 'họ tên': 'Lò Văn An', thư: 'anlv.soyt@laichau.gov.vn' }),
    row(3, { 'họ tên': 'Tao Thị Chi', thư: 'chitt.soyt@laichau.gov.vn', 'ghi chú': 'a@b' }),
    row(4, { thư: 'ai.soyt@laichau.gov.vn' }),
  ];

  it('has a column of addresses, whatever it is called', () => {
    expect(findColumns(rows).fields).toEqual({ name: ['họ tên'], address: ['thư'] });
  });

  it('loses no row: one that no rule takes is told', () => {
    const map = {
      ...base,
      fields: { name: ['họ tên'], address: ['mail'] },
      entries: [{ role: 'person', when: [{ attribute: 'họ tên', values: ['*'] }] }],
    } satisfies ImportMap;
    const { entries } = applyMap({ kind: 'csv', entries: rows }, map);
    expect(entries.map(({ role }) => role)).toEqual(['person', 'person', 'unknown']);
  });

  it.each([
    [{ name: ['họ tên'], address: ['thư'] }, []],
    [{ name: ['họ tên'], address: ['mail'] }, ['address']],
    [{ name: ['tên'], address: ['mail', 'thư'], phone: ['sđt'] }, ['name', 'phone']],
  ] as const)('of which the map %j names what is not there: %j', (fields, missing) => {
    const { entries } = applyMap({ kind: 'csv', entries: rows }, { ...base, fields });
    expect(findMissingColumns({ entries }, { fields }).map(([field]) => field)).toEqual(missing);
  });
});
