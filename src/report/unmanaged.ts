/** What is on the server and in no file: entries of others, with whose their addresses are by the files. */
import type { UnmarkedEntry } from '../model/account/account.ts';
import { rdnText, splitDn } from '../model/account/dn.ts';
import { containerDn, type Places } from '../model/account/places.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { UnmanagedRow, UnmanagedStatus } from '../model/report.ts';
import { ldifLine } from '../model/text/ldif-line.ts';
import { type Body, countBy, type Situation, sortBy } from './situation.ts';

export function reportUnmanaged({ plan, declared }: Situation): Body<'unmanaged'> {
  const holders = new Map<string, Declared>();
  for (const one of declared)
    for (const address of addressesIn(one)) if (!holders.has(address)) holders.set(address, one);
  const rows = plan.unmarked.map((entry) => rowOf(entry, holders, plan));
  return {
    counts: countBy(rows, ({ status }) => status),
    rows: sortBy(
      rows,
      ({ status }) => String(order.indexOf(status)),
      ({ organization }) => organization,
      ({ dn }) => dn,
    ),
  };
}

/** What can be acted on first. */
const order: readonly UnmanagedStatus[] = ['declared', 'deeper', 'other'];

const addressesIn = ({ address, declaration }: Declared): readonly string[] => [
  ...(address === undefined ? [] : [address]),
  ...(declaration?.aliases ?? []),
];

function rowOf(entry: UnmarkedEntry, holders: ReadonlyMap<string, Declared>, places: Places): UnmanagedRow {
  const { dn, uuid, name = '', looks, addresses, deeper } = entry;
  const holder = addresses.flatMap((address) => holders.get(address) ?? [])[0];
  const ldif = deeper === true ? raised(entry, places) : undefined;
  return {
    // Deeper entries are told with what brings them up, whoever declares their address.
    status: ldif === undefined ? (holder === undefined ? 'other' : 'declared') : 'deeper',
    name,
    ...(holder && { organization: holder.organization.id, declaredBy: holder.key }),
    dn,
    uuid,
    looks,
    addresses,
    ...(ldif !== undefined && { ldif }),
  };
}

/** One level below its container, under the name it has; undefined of what is no account: a folder, a group. */
function raised({ dn, looks, addresses }: UnmarkedEntry, places: Places): string | undefined {
  if (looks === 'other' || (looks === 'agency' && addresses.length === 0)) return undefined;
  const { rdn } = splitDn(dn);
  const lines = [
    ldifLine('dn', dn),
    'changetype: modrdn',
    ldifLine('newrdn', rdn.map(({ type, value }) => rdnText(type, value)).join('+')),
    'deleteoldrdn: 0',
    ldifLine('newsuperior', containerDn(places, looks === 'agency' ? 'organization' : 'person')),
  ];
  return lines.join('\n');
}
