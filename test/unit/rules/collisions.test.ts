/** One namespace (5.2.b): who is the incumbent, what the newcomer is told and offered. */
import { describe, expect, it } from 'vitest';
import { holder, organization, problemsOf, told } from './told.ts';

const an = 'id: LC-1, name: Nguyễn Văn An';
const anToo = 'id: LC-2, name: Ngô Văn An';
const decided = 'addressDecision: {document: 1/QĐ, date: 2026-01-02}';
const first = problemsOf;

describe('the incumbent', () => {
  it.each([
    ['has the lower id', [an, anToo], [], 'people.1.name'],
    ['has the lower id, whatever the order of the lines', [anToo, an], [], 'people.0.name'],
    [
      'has the lower number, not the lower text',
      [an.replace('LC-1', 'LC-9'), anToo.replace('LC-2', 'LC-10')],
      [],
      'people.1.name',
    ],
    [
      'has the lower number, zeros aside',
      [an.replace('LC-1', 'LC-10'), anToo.replace('LC-2', 'LC-0009')],
      [],
      'people.0.name',
    ],
    [
      'holds the address on the server',
      [an, anToo],
      [holder('person:LC-2', 'annv.soa@laichau.gov.vn')],
      'people.0.name',
    ],
    [
      'is not somebody else on the server',
      [an, anToo],
      [holder('person:LC-7', 'annv.soa@laichau.gov.vn')],
      'people.1.name',
    ],
  ])('%s', (_what, people, accounts, newcomer) => {
    expect(told({ soa: organization('soa', '', people) }, { accounts })).toEqual([
      `address-collision soa.yaml ${newcomer}`,
    ]);
  });

  it('is an organization before a person: Mùa A Nam at sinho is xã Nậm Mạ', () => {
    const files = {
      sinho:
        'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\nmailbox: none\npeople:\n  - {id: LC-1, name: Mùa A Nam}\n',
      namma:
        'id: namma\nname: Xã Nậm Mạ\nkind: commune\nparent: sinho\ncode: namma\nmailbox: {custodian: LC-2}\npeople:\n  - {id: LC-2, name: Lò Văn Chi}\n',
    };
    expect(told(files)).toEqual(['address-collision sinho.yaml people.0.name']);
    const [problem] = first(files);
    expect(problem?.args).toMatchObject({
      address: 'namma.sinho@laichau.gov.vn',
      holder: 'Xã Nậm Mạ',
      place: 'directory/organizations/namma.yaml:1',
    });
    // Who has it on the server keeps it all the same.
    const accounts = [holder('person:LC-1', 'namma.sinho@laichau.gov.vn')];
    expect(told(files, { accounts })).toEqual(['address-collision namma.yaml code']);
  });

  it('is never told anything, nor held', () => {
    expect(first({ soa: organization('soa', '', [an, anToo]) }).map(({ subject }) => subject)).toEqual([
      'person:LC-2',
    ]);
  });

  it('may have been suspended or have left: the address is still taken', () => {
    const left = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-01-02}`;
    expect(told({ soa: organization('soa', '', [left, anToo]) })).toHaveLength(1);
  });
});

describe('the claim', () => {
  it.each([
    ['a derived address', [an, anToo], 'people.1.name'],
    ['equal full names', [an, an.replace('LC-1', 'LC-2')], 'people.1.name'],
    [
      'a decided address',
      [an, `id: LC-2, name: Ngô Vĩnh An, address: annv.soa@laichau.gov.vn, ${decided}`],
      'people.1.address',
    ],
    [
      'an alias against an address',
      [an, 'id: LC-2, name: Lò Thị Chi, aliases: [xx.soa@laichau.gov.vn, annv.soa@laichau.gov.vn]'],
      'people.1.aliases.1',
    ],
    [
      'an alias against an alias',
      [
        `${an}, aliases: [a.soa@laichau.gov.vn]`,
        'id: LC-2, name: Lò Thị Chi, aliases: [a.soa@laichau.gov.vn]',
      ],
      'people.1.aliases.0',
    ],
    [
      'in another case',
      [an, 'id: LC-2, name: Lò Thị Chi, aliases: [ANNV.soa@laichau.gov.vn]'],
      'people.1.aliases.0',
    ],
  ])('%s is told where it is written', (_what, people, path) => {
    expect(told({ soa: organization('soa', '', people) })).toEqual([`address-collision soa.yaml ${path}`]);
  });

  it('of an agency is its code', () => {
    const files = {
      soa: organization('soa', 'code: so\nmailbox: {custodian: LC-1}\n', [an]),
      sob: organization('sob', 'code: so\nmailbox: {custodian: LC-3}\n', ['id: LC-3, name: Lò Văn Chi']),
    };
    expect(told(files)).toEqual(['address-collision sob.yaml code']);
  });

  it('to the same address twice by one account is none', () => {
    expect(told({ soa: organization('soa', '', [`${an}, aliases: [annv.soa@laichau.gov.vn]`]) })).toEqual([]);
  });

  it('by NFD and NFC is one', () => {
    expect(
      told({ soa: organization('soa', '', [an, `id: LC-2, name: ${'Nguyễn Văn An'.normalize('NFD')}`]) }),
    ).toHaveLength(1);
  });

  it('of a house that is another organization’s is one, though neither has the address', () => {
    const files = { soa: organization('soa', 'code: so\n'), sob: organization('sob', 'code: so\n') };
    expect(told(files)).toEqual(['address-collision sob.yaml code']);
    const decided =
      'code: so\nmailbox: {custodian: LC-3, address: van.so@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-02}}\n';
    const sob = organization('sob', decided, ['id: LC-3, name: Lò Văn Chi']);
    expect(told({ ...files, sob })).toEqual(['address-collision sob.yaml code']);
    const gone = 'code: so\ndissolved: {document: 1/NQ, date: 2026-01-02}\n';
    expect(told({ ...files, sob: organization('sob', gone) })).toEqual([]);
  });

  it.each([
    ['an alias in another house', 'aliases: [annv.soa@laichau.gov.vn]'],
    [
      'a decided address out of its form',
      'address: annv.soa@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-02}',
    ],
  ])('that is refused, %s, stops nobody else', (_what, more) => {
    const soa = organization('soa', '', ['id: LC-9, name: Nguyễn Văn An']);
    const sob = organization('sob', '', [`id: LC-1, name: Lò Văn Chi, ${more}`]);
    expect(told({ soa, sob }).filter((one) => one.includes('soa.yaml'))).toEqual([]);
    expect(told({ soa, sob })).toHaveLength(1);
  });

  it('under a refused suffix stops nobody else', () => {
    const soa = organization('soa', '', ['id: LC-9, name: Nguyễn Văn An']);
    const sob = organization('sob', 'personSuffix: soa\n', ['id: LC-1, name: Nguyễn Văn An']);
    expect(told({ soa, sob })).toEqual(['suffix-foreign sob.yaml personSuffix']);
  });
});

describe('candidates', () => {
  const offered = (people: readonly string[], accounts: Parameters<typeof holder>[] = []) => {
    const problem = first(
      { soa: organization('soa', '', people) },
      { accounts: accounts.map((one) => holder(...one)) },
    ).find(({ code }) => code === 'address-collision');
    return problem?.code === 'address-collision' ? problem.args.candidates : undefined;
  };

  it('keep the form: the given name first, the suffix last', () => {
    const candidates = offered([an, anToo]);
    expect(candidates?.length).toBeGreaterThan(2);
    for (const candidate of candidates ?? [])
      expect(candidate).toMatch(/^an[a-z0-9]+\.soa@laichau\.gov\.vn$/);
  });

  it('are free here and on the server', () => {
    const [best = ''] = offered([an, anToo]) ?? [];
    expect(offered([an, anToo, `id: LC-3, name: Lò Thị Chi, aliases: [${best}]`])).not.toContain(best);
    expect(offered([an, anToo], [['person:LC-7', best]])).not.toContain(best);
  });

  it('cure the collision when one is decided', () => {
    const [best = ''] = offered([an, anToo]) ?? [];
    expect(told({ soa: organization('soa', '', [an, `${anToo}, address: ${best}, ${decided}`]) })).toEqual(
      [],
    );
  });

  it('are of the organization of the newcomer', () => {
    const unit = (id: string, people: readonly string[]) =>
      organization(id, 'kind: provincial-unit\nparent: sox\npersonSuffix: sox\n', people);
    const files = { sox: organization('sox'), soa: unit('soa', [an]), sob: unit('sob', [anToo]) };
    const problem = first(files).find(({ code }) => code === 'address-collision');
    expect(problem?.code === 'address-collision' && problem.args.candidates[0]).toMatch(/\.sox@/);
  });
});
