/** What a source holds, and what its map says of it → who arrives, and which organizations. */
import { comparedValue } from '../model/account/dn.ts';
import { parseKey } from '../model/account/key.ts';
import type { Arrival, ArrivalRole, Arrivals } from '../model/import/arrival.ts';
import type { ImportMap } from '../model/import/import-map.ts';
import type { Source, SourceEntry } from '../model/import/source-entry.ts';
import { compileConditions } from './match.ts';
import { compileStatus } from './status.ts';
import { addressesIn, allValues, firstValues, organizationValues, phonesIn, valuesOf } from './values.ts';

export function applyMap({ kind, entries }: Source, map: ImportMap): Arrivals {
  const { fields } = map;
  const isTable = kind === 'csv' || kind === 'xlsx';
  const roleOf = compileRoles(map);
  const statusOf = compileStatus(map);
  const isPrivileged = map.privileged && compileConditions(map.privileged);
  const organizationOf = compileOrganizations(map);
  const unknown = new Map<string, number>();
  let restoredZeros = 0;
  const arrivals = entries.flatMap((source): Arrival[] => {
    const addresses = addressesIn(allValues(source, fields.address));
    // A row of a list is somebody, whatever of him is missing.
    const role = roleOf(source, isTable || addresses.length > 0);
    if (role === undefined) return [];
    const names = allValues(source, fields.name);
    const own = ownOf(source);
    const { numbers, restored } = phonesIn(allValues(source, fields.phone), isTable);
    const told = organizationOf(source, addresses, role === 'agency' ? names : []);
    const isAccount = role === 'person' || role === 'agency';
    if (isAccount && own === undefined && told.organizationValue !== undefined) {
      const value = told.organizationValue;
      unknown.set(value, (unknown.get(value) ?? 0) + 1);
    }
    if (isAccount) restoredZeros += restored;
    const [family] = firstValues(source, fields.family);
    const [given] = firstValues(source, fields.given);
    const id = idOf(source, map);
    const known = new Set(addresses);
    const arrival: Arrival = {
      source,
      role,
      ...(role === 'person' && id !== undefined && { id }),
      names,
      ...(family !== undefined && { family }),
      ...(given !== undefined && { given }),
      titles: firstValues(source, fields.title),
      units: firstValues(source, fields.unit),
      phones: numbers,
      addresses,
      aliases: addressesIn(allValues(source, fields.aliases)).filter((one) => !known.has(one)),
      ...told,
      status: statusOf(source, addresses),
      ...(isPrivileged?.(source) === true && { privileged: true }),
      ...(own && { own }),
    };
    return [arrival];
  });
  const organizations = map.organizations.map(({ values: _, signed = true, ...one }) => ({ ...one, signed }));
  return { entries: arrivals, organizations, unknownOrganizations: unknown, restoredZeros };
}

/** Undefined for what is left out: what a rule calls `none`, and what no rule takes and is nobody. */
function compileRoles(map: ImportMap) {
  const rules = map.entries.map(({ role, when }) => ({ role, fits: compileConditions(when) }));
  return (entry: SourceEntry, isSomebody: boolean): ArrivalRole | undefined => {
    const own = ownRole(entry);
    if (own !== undefined) return own === 'none' ? undefined : own;
    const role = rules.find(({ fits }) => fits(entry))?.role ?? (isSomebody ? 'unknown' : 'none');
    return role === 'none' ? undefined : role;
  };
}

/** danhba's own: accounts by their key; what it keeps beside them is no account. */
function ownRole({ values }: SourceEntry): 'person' | 'agency' | 'none' | undefined {
  const [key] = values.danhbakey ?? [];
  const classes = (values.objectclass ?? []).map(comparedValue);
  const parsed = key === undefined ? undefined : parseKey(key);
  if (classes.includes('danhbatombstone')) return 'none';
  if (parsed === undefined) return undefined;
  return parsed.kind === 'organization' ? 'agency' : 'person';
}

const ownOf = (source: SourceEntry): Arrival['own'] =>
  ownRole(source) === undefined ? undefined : source.values;

/** The number somebody has there, with the prefix; none where it is no number. */
function idOf(
  source: SourceEntry,
  { ids: { prefix, from = [], digits = 6 } }: ImportMap,
): string | undefined {
  const number = from.flatMap((one) => valuesOf(source, one)).find((one) => /^\d{1,12}$/.test(one));
  return number === undefined ? undefined : `${prefix}${number.padStart(digits, '0')}`;
}

/** The first value that the map knows; else the first there is, as unknown. A value of two organizations is nobody's. */
function compileOrganizations(map: ImportMap) {
  const byValue = new Map<string, string | undefined>();
  // An agency is called what its organization is called.
  const byName = new Map<string, string | undefined>();
  const add = (known: Map<string, string | undefined>, value: string, id: string) => {
    const compared = comparedValue(value);
    known.set(compared, known.has(compared) && known.get(compared) !== id ? undefined : id);
  };
  for (const { id, name, values = [] } of map.organizations) {
    add(byName, name, id);
    for (const value of values) add(byValue, value, id);
  }
  return (
    source: SourceEntry,
    addresses: readonly string[],
    names: readonly string[],
  ): Pick<Arrival, 'organization' | 'organizationValue'> => {
    const values = organizationValues(source, map.organization.from, addresses);
    for (const value of values) {
      const organization = byValue.get(comparedValue(value));
      if (organization !== undefined) return { organization };
    }
    for (const name of names) {
      const organization = byValue.get(comparedValue(name)) ?? byName.get(comparedValue(name));
      if (organization !== undefined) return { organization };
    }
    const [organizationValue] = values;
    return organizationValue === undefined ? {} : { organizationValue };
  };
}
