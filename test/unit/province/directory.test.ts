/** The sample province is the province of 2024, passes every check, and shows every part of the format. */
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import type { Organization, OrganizationKind, Person } from '../../../src/model/directory/organization.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { avoidedNames } from '../../../tools/province/peoples.ts';
import { communeNames, districtRoomNames, provincialNames, provincialUnitNames } from './expected-names.ts';
import { isOrganization, organizationsOf, peopleOf, readSample, type SampleFile } from './read-sample.ts';

/** The last day the sample tells of. */
const today = '2026-11-23';

let files: readonly SampleFile[];
let organizations: readonly Organization[];
let people: readonly Person[];
let declared: readonly Declared[];

beforeAll(() => {
  files = readSample();
  organizations = organizationsOf(files);
  people = peopleOf(organizations);
  const sources = files.map(({ path, text }) => ({ file: `directory/${path}`, path, text }));
  const parsed = parseDirectory(sources, 'directory/policy.yaml');
  expect(parsed.problems).toEqual([]);
  declared = declareAccounts(parsed.directory!);
  expect(findProblems(parsed.directory!, declared, [], today)).toEqual([]);
});

const ofKind = (...kinds: OrganizationKind[]) => organizations.filter(({ kind }) => kinds.includes(kind));
const named = (list: readonly Organization[]) => list.map(({ name }) => name);
const below = (parent: string, ...kinds: OrganizationKind[]) =>
  ofKind(...kinds).filter((organization) => organization.parent === parent);
const idOf = (name: string) => organizations.find((organization) => organization.name === name)!.id;
const sorted = (list: readonly string[]) => [...list].sort();

describe('organizations', () => {
  test('are those of the province, by their names', () => {
    expect(sorted(named(ofKind('people-committee', 'provincial')))).toEqual(sorted(provincialNames));
    expect(ofKind('people-committee').map(({ id }) => id)).toEqual(['ubnd']);
    for (const [parent, units] of Object.entries(provincialUnitNames)) {
      expect(sorted(named(below(idOf(parent), 'provincial-unit')))).toEqual(sorted(units));
    }
  });

  test('are 7 districts, the city, and their 106 communes, wards and towns', () => {
    expect(ofKind('district')).toHaveLength(7);
    expect(ofKind('city').map(({ id, code }) => [id, code])).toEqual([['tplc', 'tplc']]);
    expect(ofKind('commune', 'ward', 'town')).toHaveLength(106);
    for (const [district, communes] of Object.entries(communeNames)) {
      expect(sorted(named(below(idOf(district), 'commune', 'ward', 'town')))).toEqual(sorted(communes));
    }
  });

  test('have every room in every district, under the name it bears there', () => {
    for (const district of ofKind('district', 'city')) {
      const inspectorate = district.kind === 'city' ? 'Thanh tra thành phố' : 'Thanh tra huyện';
      const expected = districtRoomNames.map((name) => (name === 'Thanh tra huyện' ? inspectorate : name));
      expect(sorted(named(below(district.id, 'district-room')))).toEqual(sorted(expected));
    }
  });

  test('have unique ids, their file for a name, a code and a representative', () => {
    expect(new Set(organizations.map(({ id }) => id)).size).toBe(organizations.length);
    const paths = files.filter(isOrganization).map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(organizations.map(({ id }) => `${id}.yaml`));
    for (const { id, code, representatives } of organizations) {
      expect(code, id).toMatch(/^[a-z0-9]+$/);
      expect(representatives, id).toHaveLength(1);
    }
  });

  test('tell Sở Nội vụ from Sở Ngoại vụ by codes with a recorded basis', () => {
    const pair = organizations.filter(({ name }) => name === 'Sở Nội vụ' || name === 'Sở Ngoại vụ');
    expect(sorted(pair.map(({ code }) => code))).toEqual(['songoaivu', 'sonoivu']);
    expect(pair.every(({ codeBasis }) => codeBasis !== undefined)).toBe(true);
  });

  test('keep their agency mailbox with one of their own; a handful have none', () => {
    const without = organizations.filter(({ mailbox }) => mailbox === 'none');
    expect(without.length).toBeGreaterThanOrEqual(4);
    expect(without.length).toBeLessThanOrEqual(8);
    for (const { id, mailbox, people: own = [] } of organizations) {
      if (mailbox === 'none') continue;
      const custodian = own.find((person) => person.id === mailbox?.custodian);
      expect(custodian, id).toBeDefined();
      expect(custodian?.termination ?? custodian?.suspension, id).toBeUndefined();
    }
  });

  test('are in folders by district', () => {
    for (const { path, text } of files.filter(isOrganization)) {
      const { id, kind, parent } = parse(text) as Organization;
      const folder = {
        'people-committee': '',
        provincial: 'provincial/',
        'provincial-unit': 'provincial/',
        district: `districts/${id}/`,
        city: `districts/${id}/`,
        'district-room': `districts/${parent}/`,
        commune: `districts/${parent}/`,
        ward: `districts/${parent}/`,
        town: `districts/${parent}/`,
      }[kind];
      expect(path).toBe(`organizations/${folder}${id}.yaml`);
    }
  });
});

describe('people', () => {
  test('are 2,500 with ids in order', () => {
    const ids = Array.from({ length: 2500 }, (_, index) => `LC-${String(index + 1).padStart(6, '0')}`);
    expect(sorted(people.map(({ id }) => id))).toEqual(ids);
  });

  test('are as many in an organization as would really work there', () => {
    const bounds: Readonly<Record<OrganizationKind, readonly [number, number]>> = {
      'people-committee': [5, 10],
      provincial: [14, 60],
      'provincial-unit': [5, 30],
      district: [8, 12],
      city: [8, 12],
      'district-room': [4, 8],
      commune: [8, 14],
      ward: [8, 14],
      town: [8, 14],
    };
    for (const { id, kind, people: own = [] } of organizations) {
      const [least, most] = bounds[kind];
      expect(own.length, id).toBeGreaterThanOrEqual(least);
      expect(own.length, id).toBeLessThanOrEqual(most);
    }
  });

  test('are invented, and every file says so', () => {
    expect(people.filter(({ name }) => avoidedNames.has(name))).toEqual([]);
    for (const { path, text } of files.filter(isOrganization)) {
      const up = '../'.repeat(path.split('/').length);
      const [schema, comment] = text.split('\n');
      expect(schema).toBe(`# yaml-language-server: $schema=${up}schemas/organization.schema.json`);
      expect(comment).toContain('# Dữ liệu mẫu: tên người là hư cấu');
    }
  });

  test('have names shaped by the people of the place', () => {
    const families = (district: string) => {
      const here = below(district, 'commune', 'ward', 'town').flatMap(({ people: own = [] }) => own);
      const count = (pattern: RegExp) => here.filter(({ name }) => pattern.test(name)).length / here.length;
      return {
        hanhi: count(/^(Pờ|Lỳ|Khoàng|Sừng|Chang) /),
        dao: count(/^(Tẩn|Phàn|Chẻo) /),
        thai: count(/^(Lò|Hoàng|Lường|Điêu|Tòng|Quàng) /),
      };
    };
    expect(families('muongte').hanhi).toBeGreaterThan(2 * families('thanuyen').hanhi);
    expect(families('phongtho').dao).toBeGreaterThan(2 * families('thanuyen').dao);
    expect(families('thanuyen').thai).toBeGreaterThan(2 * families('phongtho').thai);
  });

  test('have telephone numbers as quoted text', () => {
    const lines = files.flatMap(({ text }) => text.split('\n')).filter((line) => line.includes('phone:'));
    expect(lines.length).toBeGreaterThan(1500);
    expect(lines.filter((line) => !/^ {4}phone: "0213 3 8\d\d \d{3}"$/.test(line))).toEqual([]);
  });
});

describe('addresses', () => {
  test('are unique over organizations, people and aliases', () => {
    const all = declared.flatMap(({ addresses }) => addresses);
    expect(all.length).toBeGreaterThan(2740);
    expect(new Set(all).size).toBe(all.length);
  });

  test('differ from the derived one only by decision, and keep its form', () => {
    const decided = declared.filter(({ person }) => person?.address !== undefined);
    expect(decided.length).toBeGreaterThanOrEqual(15);
    const derivedByOthers = new Set(
      declared.flatMap(({ address, person }) => (person?.address ? [] : [address])),
    );
    for (const { person, address, derived } of decided) {
      expect(person!.addressDecision, address).toBeDefined();
      expect(derivedByOthers.has(`${derived}@laichau.gov.vn`), `${derived} is somebody's`).toBe(true);
      const [local = '', ...suffix] = address!.split('@')[0]!.split('.');
      expect(derived!.split('.').slice(1)).toEqual(suffix);
      expect(local.slice(0, 2)).toBe(derived!.slice(0, 2));
    }
  });

  test('show namesakes (5.2.b) and other names of one address', () => {
    const pairs = organizations.flatMap(({ people: own = [] }) =>
      own
        .filter(({ address }) => address !== undefined)
        .map(({ name }) => own.filter((other) => other.name === name).length),
    );
    expect(pairs.filter((count) => count === 2).length).toBeGreaterThanOrEqual(3);
    expect(pairs.filter((count) => count === 1).length).toBeGreaterThanOrEqual(3);
  });

  test('tell Mùa A Nam at Sìn Hồ from xã Nậm Mạ', () => {
    const commune = declared.find(({ key }) => key === 'organization:sinho-namma')!;
    const person = declared.find(
      ({ name, organization }) => name === 'Mùa A Nam' && organization.id === 'sinho',
    )!;
    expect(person.derived).toBe('namma.sinho');
    expect(commune.address).toBe('namma.sinho@laichau.gov.vn');
    expect(person.address).toBe('nammua.sinho@laichau.gov.vn');
  });
});

describe('histories', () => {
  const count = (has: (person: Person) => unknown) => people.filter((person) => has(person)).length;

  test('are told of enough people to see every part of the format', () => {
    expect(count(({ absence }) => absence)).toBe(20);
    expect(count(({ suspension }) => suspension)).toBe(12);
    expect(count(({ suspension }) => suspension?.reason === 'inactivity')).toBeGreaterThanOrEqual(3);
    expect(count(({ suspension }) => suspension && !suspension.notice)).toBeGreaterThanOrEqual(2);
    expect(count(({ restoration }) => restoration)).toBeGreaterThanOrEqual(2);
    expect(count(({ aliases }) => aliases)).toBe(8);
    expect(count(({ privileged }) => privileged)).toBe(4);
    expect(count(({ passwordReset }) => passwordReset)).toBe(2);
    for (const reason of ['retirement', 'resignation', 'transfer']) {
      expect(count(({ termination }) => termination?.reason === reason)).toBe(5);
    }
  });

  test('have their dates in order, on working days, none in the future but an absence', () => {
    for (const {
      id,
      suspension,
      restoration,
      termination,
      addressDecision,
      passwordReset,
      absence,
    } of people) {
      const dates = [suspension?.date, suspension?.notice?.date, restoration?.date].filter(
        (date) => date !== undefined,
      );
      expect(sorted(dates), id).toEqual(dates);
      const signed = [...dates, termination?.decided, addressDecision?.date, passwordReset?.date];
      for (const date of signed.filter((one) => one !== undefined)) {
        expect(date <= today, id).toBe(true);
        expect([0, 6], `${id} ${date}`).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      }
      if (absence) expect(absence.until > today, id).toBe(true);
    }
  });
});
