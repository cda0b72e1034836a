/** An entry of others as the account it is to become: what danhba would manage of it, and where its addresses stand. */
import { type Client, ResultCodeError } from 'ldapts';
import type { Key } from '../../model/account/key.ts';
import type { AdoptionEntry, Candidate } from '../../model/adoption.ts';
import { type Attributes, decodeAccount, type Tree } from '../profile.ts';
import { decodeObstacles } from './obstacles.ts';
import { attributesOf } from './read.ts';

/** It has no key yet: by the one it is to have we know what kind of account it is. */
export function decodeCandidate(tree: Tree, attributes: Attributes, dn: string, key: Key) {
  const keyed = { ...attributes, danhbaKey: [key] };
  const uuid = attributes.entryUUID?.[0] ?? '';
  return { ...decodeAccount(tree, keyed, dn), dn, uuid, ...decodeObstacles(tree, keyed, dn) };
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
