/** A first map for a source, from what is in it: good enough to import by, and for people to read, correct and sign. */
import type { ImportMap, SuggestedMap } from '../../model/import/import-map.ts';
import type { Source, SourceEntry } from '../../model/import/source-entry.ts';
import type { NamingPolicy } from '../../naming/policy.ts';
import { addressesIn, allValues, organizationValues } from '../values.ts';
import { findColumns } from './fields.ts';
import { type ExistingOrganization, type SeenValue, suggestOrganizations } from './organizations.ts';
import { type JudgedEntry, judgeEntries, roleRules } from './roles.ts';
import { suggestStatus } from './status.ts';

export function suggestMap(
  source: Source,
  {
    policy,
    prefix,
    existing,
  }: {
    readonly policy: NamingPolicy;
    readonly prefix: string;
    readonly existing: readonly ExistingOrganization[];
  },
): SuggestedMap {
  const isTable = source.kind === 'csv' || source.kind === 'xlsx';
  const foreign = source.entries.filter(({ values }) => values.danhbakey === undefined && !isOwn(values));
  // What containers and groups have tells nothing of people.
  const { address } = findColumns(foreign).fields;
  const withAddress = foreign.filter((entry) => addressesIn(allValues(entry, address)).length > 0);
  const columns = findColumns(withAddress.length > 0 ? withAddress : foreign);
  const judged = judgeEntries(foreign, columns.fields, isTable);
  const accounts = judged.filter(({ role }) => role === 'person' || role === 'agency');
  const from = organizationFrom(accounts, columns.organization);
  const seen = seenValues(accounts, from);
  const organizations = suggestOrganizations(
    [...seen.values()],
    existing,
    policy,
    source.entries.some(isOwnRoot),
  );
  const status = suggestStatus(accounts.map(({ entry }) => entry));
  const { sheets = [] } = source;
  const map: ImportMap = {
    ...(sheets.length > 1 && sheets[0] !== undefined && { sheet: sheets[0] }),
    ids: { prefix, ...(columns.employeeNumber.length > 0 && { from: columns.employeeNumber }) },
    fields: withoutOrganization(columns.fields, from),
    entries: roleRules(judged, columns.fields, isTable),
    ...(status.length > 0 && { status }),
    organization: { from },
    organizations,
  };
  const counts = organizations.map(
    ({ id, values = [] }) =>
      [id, values.reduce((sum, value) => sum + (seen.get(value)?.count ?? 0), 0)] as const,
  );
  return { map, counts: new Map(counts), sheets: sheets.length > 1 ? sheets : [] };
}

const isOwnRoot = ({ values }: SourceEntry): boolean =>
  values.danhbakey !== undefined && values.businesscategory?.[0] === 'people-committee';

/** What danhba keeps beside accounts: its sentinel, its tombstones. */
const isOwn = (values: SourceEntry['values']): boolean =>
  (values.objectclass ?? []).some((one) => /^danhba/i.test(one));

/** A unit that tells the organization is not a unit of it. */
function withoutOrganization(fields: ImportMap['fields'], from: readonly string[]): ImportMap['fields'] {
  const { unit, ...others } = fields;
  const left = unit?.filter((one) => !from.includes(one)) ?? [];
  return left.length === 0 ? others : { ...others, unit: left };
}

/** The attribute that most of them have; else where they stand in the tree; else what their addresses end in. */
function organizationFrom(
  accounts: readonly JudgedEntry[],
  attributes: readonly string[],
): readonly string[] {
  const tells = (candidate: string) => {
    const values = accounts.map(
      ({ entry, addresses }) => organizationValues(entry, [candidate], addresses)[0],
    );
    const told = values.filter((one) => one !== undefined);
    return { told: told.length, different: new Set(told).size };
  };
  const found = attributes.filter((one) => tells(one).told > 0);
  if (found.length > 0) return found;
  // One container for all tells nothing.
  const candidates = ['ou', 'dn:ou', 'address:suffix'].filter((one) => tells(one).different > 1);
  const most = candidates.toSorted((a, b) => tells(b).told - tells(a).told);
  return most.length > 0 ? most.slice(0, 1) : ['o'];
}

function seenValues(
  accounts: readonly JudgedEntry[],
  from: readonly string[],
): ReadonlyMap<string, SeenValue> {
  const seen = new Map<string, { value: string; count: number; suffixes: Map<string, number> }>();
  for (const { entry, addresses } of accounts) {
    const [value] = organizationValues(entry, from, addresses);
    if (value === undefined) continue;
    const one = seen.get(value) ?? { value, count: 0, suffixes: new Map<string, number>() };
    seen.set(value, one);
    one.count++;
    const suffix = /^[^.@]+\.([^@]+)@/.exec(addresses[0] ?? '')?.[1];
    if (suffix !== undefined) one.suffixes.set(suffix, (one.suffixes.get(suffix) ?? 0) + 1);
  }
  return seen;
}
