/** Makes, writes and removes the doctor's own entry: each request asserts that it is the doctor's, or names no other. */
import {
  Attribute,
  Change,
  type Client,
  type Entry,
  type Filter,
  NoSuchObjectError,
  ResultCodeError,
} from 'ldapts';
import type { Remark } from '../../model/problems/remark.ts';
import { explainRefusal } from '../connect/explain.ts';
import type { Attributes, Tree } from '../profile.ts';
import { attributesOf } from '../read/read.ts';
import { AssertionControl } from '../write/assertion.ts';
import { ownDn, provenFilter } from './own-entry.ts';

/** The doctor's entry, while it is there. */
export interface Own {
  readonly client: Client;
  readonly tree: Tree;
  /** The account that made it. */
  readonly maker: string;
  readonly uuid: string;
}

/** What the server said to a request it did not carry out; undefined where it did. */
export async function refusalOf(request: () => Promise<unknown>): Promise<ResultCodeError | undefined> {
  try {
    await request();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return thrown;
    throw thrown;
  }
}

/** Undefined where there is none, or none to be seen. */
export async function readEntry(
  client: Client,
  tree: Tree,
  attributes: readonly string[],
): Promise<Attributes | undefined> {
  const entry = await search(client, tree, attributes);
  return entry && attributesOf(entry);
}

/** The names of all attributes that are shown, whatever is in them: a hash may hold what is no text. */
export async function readNames(client: Client, tree: Tree): Promise<ReadonlySet<string>> {
  const entry = (await search(client, tree, ['*', '+'])) ?? {};
  return new Set(
    Object.entries(entry).flatMap(([name, value]) =>
      (value as string | Buffer | readonly unknown[]).length > 0 ? [name] : [],
    ),
  );
}

async function search(client: Client, tree: Tree, attributes: readonly string[]): Promise<Entry | undefined> {
  try {
    const { searchEntries } = await client.search(ownDn(tree), {
      scope: 'base',
      attributes: [...attributes],
    });
    return searchEntries[0];
  } catch (thrown) {
    if (thrown instanceof NoSuchObjectError) return undefined;
    throw thrown;
  }
}

export async function replaceOn(
  { client, tree, maker, uuid }: Own,
  values: Attributes,
  assertion: Filter = provenFilter(tree, uuid, maker),
): Promise<void> {
  const changes = Object.entries(values).map(
    ([type, some]) =>
      new Change({ operation: 'replace', modification: new Attribute({ type, values: [...some] }) }),
  );
  await client.modify(ownDn(tree), changes, new AssertionControl(assertion));
}

export async function deleteOwn({ client, tree, maker, uuid }: Own): Promise<void> {
  await client.del(ownDn(tree), new AssertionControl(provenFilter(tree, uuid, maker)));
}

/** Why it is still there; undefined where it is gone. acl.conf lets only what is suspended be deleted. */
export async function removeOwn(own: Own): Promise<Remark | undefined> {
  await refusalOf(() => replaceOn(own, { danhbaState: ['suspended'] }));
  const refusal = await refusalOf(() => deleteOwn(own));
  if (refusal === undefined) return undefined;
  const there = await readEntry(own.client, own.tree, ['entryUUID']);
  // Gone, or another doctor's by now.
  return there?.entryUUID?.[0] === own.uuid ? explainRefusal(refusal).remark : undefined;
}

export const pick = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));

/** As ldapts takes the attributes of a new entry. */
export const valuesOf = (attributes: Attributes): Record<string, string[]> =>
  Object.fromEntries(Object.entries(attributes).map(([type, values]) => [type, [...values]]));
