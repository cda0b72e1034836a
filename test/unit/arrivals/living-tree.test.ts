/** The map that is suggested for a living server, and for the list beside it, imports both unedited: everybody is who he is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMap } from '../../../src/arrivals/apply-map.ts';
import { parseMap } from '../../../src/arrivals/parse-map.ts';
import { suggestMap } from '../../../src/arrivals/suggest/suggest-map.ts';
import type { Arrival } from '../../../src/model/import/arrival.ts';
import type { Source } from '../../../src/model/import/source-entry.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { renderMap } from '../../../src/render/import/map.ts';
import { parseCsv } from '../../../src/sources/csv.ts';
import { parseLdif } from '../../../src/sources/ldif.ts';
import { entriesOfTable } from '../../../src/sources/table.ts';
import {
  livingAgencies,
  livingCsv,
  livingLdif,
  livingNumbers,
  livingOrganizations,
  livingPeople,
  livingServices,
} from '../../support/living-tree.ts';

const ldif: Source = { kind: 'ldif', entries: parseLdif(Buffer.from(livingLdif()), 'cay.ldif') };
const csv: Source = {
  kind: 'csv',
  entries: entriesOfTable(parseCsv(Buffer.from(livingCsv()), 'a.csv'), 'a.csv'),
};
const settings = { policy: defaultNamingPolicy, prefix: 'LC-', existing: [] };

function importUnedited(source: Source) {
  const suggested = suggestMap(source, settings);
  const text = renderMap(suggested, 'schemas/import-map.schema.json');
  const { map, problems } = parseMap('map.yaml', text);
  expect(problems).toEqual([]);
  if (map === undefined) throw new Error(text);
  return { text, map, suggested, arrivals: applyMap(source, map) };
}

const rolesOf = (entries: readonly Arrival[]) =>
  Object.fromEntries([...Map.groupBy(entries, ({ role }) => role)].map(([role, all]) => [role, all.length]));

it('is what such servers are', () => {
  const { people, agencies, services, disabled, twoMails, severalPhones, otherAddresses } = livingNumbers;
  const count = (holds: (one: (typeof livingPeople)[number]) => boolean) => livingPeople.filter(holds).length;
  expect(ldif.entries).toHaveLength(500);
  expect(livingPeople).toHaveLength(people);
  expect([livingAgencies.length, livingServices.length]).toEqual([agencies, services]);
  expect(count((one) => one.disabled !== undefined)).toBe(disabled);
  expect(count((one) => one.mails.length > 1)).toBe(twoMails);
  expect(count((one) => one.phones.length > 1)).toBe(severalPhones);
  expect(count((one) => one.hasOtherAddress)).toBe(otherAddresses);
  const odd = count((one) => one.oddity !== 'none') / people;
  expect(odd).toBeGreaterThan(0.24);
  expect(odd).toBeLessThan(0.34);
  expect(new Set(ldif.entries.map(({ dn }) => dn?.normalize('NFC').toLowerCase())).size).toBe(500);
});

describe.each([
  ['LDIF', ldif],
  ['CSV', csv],
])('from %s', (_name, source) => {
  const { arrivals, map, text } = importUnedited(source);
  const byAddress = new Map(arrivals.entries.map((one) => [one.addresses[0], one]));

  it('everybody comes as what he is', () => {
    expect(rolesOf(arrivals.entries)).toEqual({
      person: livingNumbers.people,
      agency: livingNumbers.agencies,
      service: livingNumbers.services,
    });
    expect(livingServices.map(({ mail }) => byAddress.get(mail)?.role)).toEqual(
      livingServices.map(() => 'service'),
    );
    expect(livingAgencies.map(({ mail }) => byAddress.get(mail)?.role)).toEqual(
      livingAgencies.map(() => 'agency'),
    );
  });

  it('with what is said of him, all of it', () => {
    for (const person of livingPeople) {
      const { mails, phones, title, cn, displayName } = person;
      const arrival = byAddress.get(mails[0]);
      expect(arrival).toMatchObject({ addresses: mails, phones, titles: [title] });
      expect(arrival?.names[0]?.normalize('NFC')).toBe((displayName ?? cn[0])?.trim().normalize('NFC'));
      expect(arrival?.status.state).toBe(person.disabled === undefined ? 'active' : 'undecided');
    }
  });

  it('at the organization that is meant, whatever its spelling', () => {
    expect(arrivals.unknownOrganizations.size).toBe(0);
    const codes = new Map(map.organizations.map(({ id, code, kind }) => [id, { code, kind }]));
    for (const { mails, organization } of livingPeople) {
      const { organization: id = '' } = byAddress.get(mails[0]) ?? {};
      expect(codes.get(id)).toEqual({ code: organization.code, kind: 'provincial' });
    }
    for (const { mail } of livingAgencies) expect(byAddress.get(mail)?.organization).toBeDefined();
  });

  it('every organization is to be signed, and none is there twice', () => {
    expect(map.organizations.map(({ name }) => name).sort()).toEqual(
      ['Ủy ban nhân dân tỉnh Lai Châu', ...livingOrganizations.map(({ name }) => name)].sort(),
    );
    expect(map.organizations.every(({ signed }) => signed === false)).toBe(true);
  });

  it('suspends and ends nobody', () => {
    const states = new Set(arrivals.entries.map(({ status }) => status.state));
    expect(states).toEqual(new Set(['active', 'undecided']));
    expect(text).not.toMatch(/^ *(?:- )?state: (?:suspended|terminated)/m);
  });
});

it('ids are those of the employee number, where there is one', () => {
  const { arrivals } = importUnedited(ldif);
  expect(arrivals.entries.find(({ addresses }) => addresses[0] === livingPeople[0]?.mails[0])?.id).toBe(
    'LC-090000',
  );
  expect(importUnedited(csv).arrivals.entries.every(({ id }) => id === undefined)).toBe(true);
});

it('whatever stands in a source, the suggestion is a map, and its values are those of the source', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((one) => one.toWellFormed());
  const entry = fc.record({ cn: text, o: text, mail: text, employeeType: text }).map((values) => ({
    place: 'x',
    dn: 'uid=x,dc=b',
    values: {
      objectclass: ['inetOrgPerson'],
      cn: [values.cn],
      o: [values.o],
      mail: [`${values.mail}@b`, 'scan@b'],
      employeetype: [values.employeeType, 'khóa'],
    },
  }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), (entries) => {
      const { map } = suggestMap({ kind: 'ldif', entries }, settings);
      const parsed = parseMap('map.yaml', renderMap({ map, counts: new Map(), sheets: [] }, 's'));
      // A name as long, or as hidden, as no schema lets it be is told, and never lost.
      if (parsed.map === undefined) return parsed.problems.every(({ code }) => code !== 'yaml-syntax');
      expect(parsed.map.entries).toEqual(map.entries);
      expect(parsed.map.organizations.flatMap(({ values = [] }) => values)).toEqual(
        map.organizations.flatMap(({ values = [] }) => values),
      );
      return true;
    }),
  );
});
