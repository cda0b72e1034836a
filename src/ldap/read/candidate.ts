/** An entry of others as the account it is to become: what danhba would manage of it, and where its addresses stand. */
import { type Client, ResultCodeError } from 'ldapts';
import { splitDn } from '../../model/account/dn.ts';
import { type Key, parseKey } from '../../model/account/key.ts';
import { kindAt } from '../../model/account/places.ts';
import type { AdoptionEntry, Candidate } from '../../model/adoption.ts';
import { type Attributes, decodeAccount, type Tree } from '../profile.ts';
import { decodeObstacles } from './obstacles.ts';
import { attributesOf } from './read.ts';

/** It has no key yet: by the one it is to have we know what kind of account it is. */
export function decodeCandidate(tree: Tree, attributes: Attributes, dn: string, key: Key) {
  const keyed = { ...attributes, danhbaKey: [key], ...nameToBe(tree, attributes, dn, key) };
  const uuid = attributes.entryUUID?.[0] ?? '';
  const { takenName, ...account } = decodeAccount(tree, keyed, dn);
  const known = attributes.danhbaName === undefined || takenName === undefined ? {} : { takenName };
  return { ...account, ...known, dn, uuid, ...decodeObstacles(tree, keyed, dn) };
}

/** An agency among people is at home there by the name adoption writes down: it is judged as it will be. */
function nameToBe(
  tree: Tree,
  { uid = [] }: Attributes,
  dn: string,
  key: Key,
): Pick<Attributes, 'danhbaName'> | undefined {
  const { rdn, parent } = splitDn(dn);
  if (parseKey(key)?.kind !== 'organization' || kindAt(tree, parent) !== 'person') return undefined;
  const named = rdn.find(({ type }) => type === 'uid')?.value ?? uid[0] ?? rdn[0]?.value;
  return named === undefined ? undefined : { danhbaName: [named] };
}

export async function readCandidate(
  client: Client,
  tree: Tree,
  { key, addresses: seen }: AdoptionEntry,
  { dn, attributes }: { readonly dn: string; readonly attributes: Attributes },
): Promise<Candidate> {
  const account = decodeCandidate(tree, attributes, dn, key);
  const there = new Set((attributes.mail ?? []).map((address) => address.toLowerCase()));
  const elsewhere = seen.filter((address) => !there.has(address));
  // An alias may stand in any attribute: which one, the map of the import knew.
  const aliases = elsewhere.length === 0 ? [] : await findIn(client, dn, elsewhere);
  return { account, addresses: [...new Set([...there, ...aliases])].sort() };
}

/** Those of the addresses that some value of the entry is, whatever it begins with ("smtp:"). */
async function findIn(client: Client, dn: string, addresses: readonly string[]): Promise<readonly string[]> {
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['*'] });
    const values = Object.values(attributesOf(searchEntries[0] ?? { dn }))
      .flat()
      .map((value) => value.toLowerCase().replace(/^smtp:/, ''));
    const there = new Set(values);
    return addresses.filter((address) => there.has(address));
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return [];
    throw thrown;
  }
}
