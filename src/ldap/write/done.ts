/** Tells whether the server is as a change would have made it, and where it is not, in what it differs from the plan. */
import { type Client, EqualityFilter, ResultCodeError } from 'ldapts';
import type {
  Creation,
  Deletion,
  DirectoryChange,
  Modification,
  PolicyCorrection,
} from '../../model/plan/plan.ts';
import {
  type Attributes,
  decodeAccount,
  dnOf,
  encodeAccount,
  passwordPolicyDn,
  type Tree,
} from '../profile.ts';
import { readAttributes } from '../read/attributes.ts';
import { decodeObstacles } from '../read/obstacles.ts';
import { decodePasswordPolicy } from '../read/password-policies.ts';
import { attributesOf } from '../read/read.ts';
import { changedAccountNames, factsOf, sameValues } from './request.ts';

/** True where the server already is as the change would have made it; throws where nothing can be learned. */
export async function isDone(client: Client, tree: Tree, change: DirectoryChange): Promise<boolean> {
  switch (change.kind) {
    case 'create':
      return await isCreated(client, tree, change);
    case 'delete':
      return await isDeleted(client, tree, change);
    case 'password-policy':
      return await isCorrected(client, tree, change);
    default:
      return await isModified(client, tree, change);
  }
}

/** An entry of the same look that nobody was given a password for is not the one that was wanted. */
export async function isCreated(client: Client, tree: Tree, change: Creation): Promise<boolean> {
  const there = await readOne(client, dnOf(tree, change.key, change.number), readAttributes);
  if (there === undefined || (change.credential && there.pwdChangedTime === undefined)) return false;
  return says(there, tree, change);
}

/** A password cannot be compared: what the same request wrote beside it tells (for a reset, danhbaReset). */
async function isModified(client: Client, tree: Tree, change: Modification): Promise<boolean> {
  const there = await readOne(client, change.base.dn, readAttributes);
  return there?.entryUUID?.[0] === change.base.uuid && says(there, tree, change);
}

/** Gone is what no entry's UUID says any more: it could have moved, and another could stand in its place. */
async function isDeleted(client: Client, tree: Tree, { base }: Deletion): Promise<boolean> {
  const filter = new EqualityFilter({ attribute: 'entryUUID', value: base.uuid });
  const { searchEntries } = await client.search(tree.baseDn, { scope: 'sub', filter, attributes: ['1.1'] });
  return searchEntries.length === 0;
}

async function isCorrected(client: Client, tree: Tree, change: PolicyCorrection): Promise<boolean> {
  const there = await readOne(client, passwordPolicyDn(tree, change.base.name), change.attributes);
  if (there === undefined) return false;
  const values = decodePasswordPolicy(there);
  return change.attributes.every((name) => values[name] === change.policy.values[name]);
}

/** True where the entry has every value the change would have set; a change that sets none leaves no trace. */
function says(there: Attributes, tree: Tree, change: Creation | Modification): boolean {
  const wanted = encodeAccount(tree, change.account, change.kind === 'create' ? undefined : change.base.dn);
  const names = changedAccountNames(tree, change);
  return names.length > 0 && names.every((name) => hasExactly(there[name], wanted[name], name));
}

function hasExactly(there: readonly string[] = [], wanted: readonly string[] = [], name: string): boolean {
  const present = new Set(there.map((value) => value.toLowerCase()));
  const all = wanted.every((value) => present.has(value.toLowerCase()));
  return all && (name === 'objectClass' || present.size === new Set(wanted).size);
}

/** Undefined where there is none, or none to be seen: an answer, though not a good one. */
async function readOne(
  client: Client,
  dn: string,
  attributes: readonly string[],
): Promise<Attributes | undefined> {
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...attributes] });
    return searchEntries[0] && attributesOf(searchEntries[0]);
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return undefined;
    throw thrown;
  }
}

/** The attributes in which the entry is not any more what the change was planned on; undefined where it cannot be seen. */
export async function findDifferences(
  client: Client,
  tree: Tree,
  { base }: Modification | Deletion,
): Promise<readonly string[] | undefined> {
  const there = await readOne(client, base.dn, readAttributes);
  if (there === undefined) return undefined;
  const planned = factsOf(tree, base);
  const now = factsOf(tree, { ...decodeAccount(tree, there, base.dn), uuid: there.entryUUID?.[0] ?? '' });
  if ('lastAccess' in base) {
    planned.authTimestamp = base.lastAccess == null ? [] : [base.lastAccess];
    now.authTimestamp = there.authTimestamp ?? [];
  }
  const names = new Set([...Object.keys(planned), ...Object.keys(now)]);
  const altered = [...names].filter((name) => !sameValues(planned[name], now[name]));
  const { options = [] } = decodeObstacles(tree, there, base.dn);
  return [...altered, ...options.filter((name) => base.options?.includes(name) !== true)].sort();
}
