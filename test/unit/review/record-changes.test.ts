/** Whose word each key needs: the table of docs/security.md, held against what the comparison does with each key. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Organization, Person } from '../../../src/model/directory/organization.ts';
import { accountVoices, compareRecords, organizationVoices } from '../../../src/review/record-changes.ts';

const decision = { document: '1/QĐ', date: '2026-05-04' };
const breach = { reason: 'violation', clause: '12.5', ...decision } as const;
const inactivity = { reason: 'inactivity', date: '2026-05-04' } as const;

const organization = (more: Partial<Organization> = {}): { organization: Organization } => ({
  organization: { id: 'soa', name: 'Sở A', kind: 'provincial', code: 'soa', ...more },
});
const withPerson = (more: Partial<Person> = {}) =>
  organization({ people: [{ id: 'LC-1', name: 'Nguyễn Văn An', ...more }] });
/** An address without a decision can only be the derived one: it is nobody's to decide. */
const beside = (key: string) => (key === 'address' ? { addressDecision: decision } : {});

/** Another value for each key. */
const other: Readonly<Record<string, unknown>> = {
  id: 'LC-2',
  name: 'Sở B',
  kind: 'district',
  parent: 'ubnd',
  code: 'sob',
  codeBasis: '1/QĐ',
  personSuffix: 'sob',
  representatives: ['ann'],
  credentialRecipients: ['age1x'],
  dissolved: decision,
  nameParts: { family: 'Nguyễn', given: 'An' },
  title: 'Phó',
  unit: 'Phòng A',
  phone: '0213',
  custodian: 'LC-1',
  aliases: ['x.soa@laichau.gov.vn'],
  absence: { until: '2027-01-01', reason: 'x' },
  termination: { reason: 'retirement', document: '1/QĐ', decided: '2026-05-04' },
  passwordReset: decision,
  suspension: inactivity,
  restoration: decision,
  privileged: true,
  listed: false,
  nameChange: decision,
  address: 'x.soa@laichau.gov.vn',
  addressDecision: decision,
};

it('that an address is one from before, kept against the form, is the operator’s word (13.7)', () => {
  const address = 'an@laichau.gov.vn';
  const [change] = compareRecords(
    withPerson({ address, addressDecision: decision }),
    withPerson({ address, addressDecision: { ...decision, legacy: true } }),
  );
  expect(change).toMatchObject({ fields: ['addressDecision'], operators: ['addressDecision'] });
});

describe('every key', () => {
  it('the id of an organization is the operator’s', () => {
    const [change] = compareRecords(organization(), organization({ id: 'sob' }));
    expect(change).toMatchObject({ key: 'organization:sob', operators: ['id'] });
  });

  it.each(Object.entries(organizationVoices).filter(([key]) => key !== 'id'))(
    "%s of an organization is the operator's (%s)",
    (key) => {
      const [change] = compareRecords(organization(), organization({ [key]: other[key] }));
      expect(change).toMatchObject({ key: 'organization:soa', fields: [key], operators: [key] });
    },
  );

  it.each(Object.entries(accountVoices).filter(([key]) => key !== 'id' && key !== 'custodian'))(
    '%s of a person needs %s',
    (key, voice) => {
      const [change] = compareRecords(
        withPerson(beside(key)),
        withPerson({ ...beside(key), [key]: other[key] }),
      );
      expect(change).toMatchObject({ key: 'person:LC-1', fields: [key] });
      expect(change?.operators).toEqual(voice === 'operator' ? [key] : []);
      // The same when it goes, and when it comes with a new item.
      const [gone] = compareRecords(
        withPerson({ ...beside(key), [key]: other[key] }),
        withPerson(beside(key)),
      );
      expect(gone?.operators).toEqual(voice === 'operator' ? [key] : []);
      const [added] = compareRecords(organization(), withPerson({ ...beside(key), [key]: other[key] }));
      expect(added?.operators.includes(key)).toBe(voice === 'operator');
    },
  );

  it.each(
    Object.entries(accountVoices).filter(
      ([key]) =>
        !['id', 'name', 'nameParts', 'title', 'unit', 'phone', 'privileged', 'listed', 'nameChange'].includes(
          key,
        ),
    ),
  )('%s of an agency mailbox needs %s', (key, voice) => {
    const [change] = compareRecords(
      organization({ mailbox: beside(key) }),
      organization({ mailbox: { ...beside(key), [key]: other[key] } }),
    );
    expect(change).toMatchObject({ key: 'organization:soa', fields: [`mailbox.${key}`] });
    expect(change?.operators).toEqual(voice === 'operator' ? [`mailbox.${key}`] : []);
  });
});

describe('what the operator gives alone', () => {
  const operatorsOf = (before: Partial<Person>, after: Partial<Person>) =>
    compareRecords(withPerson(before), withPerson(after))[0]?.operators ?? [];

  it.each([
    [
      'a notice',
      { suspension: inactivity },
      { suspension: { ...inactivity, notice: decision } },
      ['suspension.notice'],
    ],
    [
      'another notice',
      { suspension: { ...inactivity, notice: decision } },
      { suspension: { ...inactivity, notice: { ...decision, date: '2025-05-04' } } },
      ['suspension.notice'],
    ],
    ['the end of a breach', { suspension: breach }, {}, ['suspension']],
    [
      'another breach in its place',
      { suspension: breach },
      { suspension: { ...breach, date: '2026-05-05' } },
      ['suspension'],
    ],
    ['no breach any more', { suspension: breach }, { suspension: inactivity }, ['suspension']],
    [
      'the restoration of a breach',
      { suspension: breach },
      { suspension: breach, restoration: decision },
      ['restoration'],
    ],
    [
      'a breach and its restoration at once',
      {},
      { suspension: breach, restoration: decision },
      ['restoration'],
    ],
    [
      'the restoration without the breach',
      { suspension: breach },
      { restoration: decision },
      ['suspension', 'restoration'],
    ],
  ])('%s', (_what, before, after, operators) => {
    expect(operatorsOf(before as Partial<Person>, after as Partial<Person>)).toEqual(operators);
  });

  it.each([
    ['a breach', {}, { suspension: breach }],
    [
      'a suspension for inactivity lifted',
      { suspension: inactivity },
      { suspension: inactivity, restoration: decision },
    ],
    ['its lines deleted', { suspension: inactivity }, {}],
    ['privileged said to be what it is', {}, { privileged: false }],
    ['listed said to be what it is', {}, { listed: true }],
  ])('is not %s', (_what, before, after) => {
    expect(operatorsOf(before as Partial<Person>, after as Partial<Person>)).toEqual([]);
  });

  it('is a mailbox given up or begun', () => {
    const operators = (before: Organization['mailbox'], after: Organization['mailbox']) =>
      compareRecords(organization({ mailbox: before ?? {} }), organization({ mailbox: after ?? {} }))[0]
        ?.operators;
    expect(operators({}, 'none')).toEqual(['mailbox']);
    expect(operators('none', {})).toEqual(['mailbox']);
    expect(operators('none', 'none')).toBeUndefined();
  });
});

it('an address without a decision is the representatives’: the rules let nothing but the derived one stand', () => {
  const [change] = compareRecords(withPerson(), withPerson({ address: 'x.soa@laichau.gov.vn' }));
  expect(change).toMatchObject({ fields: ['address'], operators: [] });
});

describe('what is the same', () => {
  it('is no change, whatever the order of keys and people', () => {
    const [an, binh] = [
      { id: 'LC-1', name: 'An' },
      { id: 'LC-2', name: 'Bình' },
    ];
    const one = organization({ people: [an, { ...binh, title: 'x' }] });
    const same = organization({ people: [{ title: 'x', ...binh }, an] });
    expect(compareRecords(one, same)).toEqual([]);
    expect(compareRecords(undefined, undefined)).toEqual([]);
  });

  it('is not an id that stands twice, nor an item that is no person', () => {
    const twice = organization({
      people: [
        { id: 'LC-1', name: 'An' },
        { id: 'LC-1', name: 'Bình' },
      ],
    });
    expect(compareRecords(organization({ people: [{ id: 'LC-1', name: 'An' }] }), twice)).toMatchObject([
      { key: 'person:LC-1', fields: ['id'] },
    ]);
    const broken = organization({ people: [null, 'x', { id: 7 }] as unknown as readonly Person[] });
    expect(() => compareRecords(organization(), broken)).not.toThrow();
  });
});

describe('the table of docs/security.md', () => {
  const page = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- voices -->([\s\S]*?)<!-- \/voices -->/.exec(page) ?? [];
  const rows = [...table.matchAll(/^\| (\w[^|]*?) \| ([^|]*) \| ([^|]*) \|$/gm)];
  const cell = (of: string, column: 2 | 3) =>
    [...(rows.find(([, first]) => first === of)?.[column] ?? '').matchAll(/`([\w.]+)`/g)]
      .map(([, key]) => key ?? '')
      .sort();

  it('names every key of an organization and of an account where the code has it', () => {
    const keys = (voices: Readonly<Record<string, string>>, voice: string) =>
      Object.entries(voices)
        .filter(([, of]) => of === voice)
        .map(([key]) => key);
    expect(cell('organization', 3)).toEqual([...keys(organizationVoices, 'operator'), 'mailbox'].sort());
    expect(cell('organization', 2)).toEqual([]);
    expect(cell('account', 2)).toEqual(keys(accountVoices, 'representatives').sort());
    expect(cell('account', 3)).toEqual(
      [...keys(accountVoices, 'operator'), 'restoration', 'suspension', 'suspension.notice'].sort(),
    );
  });
});
