/** What is told of an entry without our mark: where it stands, what it is called, which addresses it has. */
import type { Looks, UnmarkedEntry } from '../../model/account/account.ts';
import { splitDn } from '../../model/account/dn.ts';
import { kindAt } from '../../model/account/places.ts';
import { type Attributes, hasClass, keyAtDn, type Tree } from '../profile.ts';
import type { StreamedEntry } from './entry-stream.ts';

export function readUnmarked(tree: Tree, { dn, attributes }: StreamedEntry): UnmarkedEntry {
  const addresses = (attributes.mail ?? []).concat(attributes.danhbaAddress ?? []);
  const name = (attributes.displayName ?? attributes.cn ?? attributes.ou)?.[0];
  return {
    dn,
    uuid: attributes.entryUUID?.[0] ?? '',
    ...(name !== undefined && { name }),
    looks: looksOf(attributes),
    ...(kindAt(tree, splitDn(dn).parent) === undefined && { deeper: true as const }),
    addresses: [...new Set(addresses.map((address) => address.toLowerCase()))].sort(),
    occupies: keyAtDn(tree, dn),
  };
}

/** The first class that says so decides: one that only lets an entry log in says least. */
const classes: readonly (readonly [Looks, readonly string[]])[] = [
  ['person', ['inetOrgPerson', 'organizationalPerson', 'person']],
  ['agency', ['organizationalUnit', 'organization']],
  ['service', ['applicationProcess', 'account', 'device', 'simpleSecurityObject']],
];

const looksOf = (attributes: Attributes): Looks =>
  classes.find(([, names]) => names.some((name) => hasClass(attributes, name)))?.[0] ?? 'other';
