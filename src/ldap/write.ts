/** Makes one change on the server, each as one request that asserts what it was planned on. */
import { Attribute, type Client, Change as LdapChange, ResultCodeError } from 'ldapts';
import type { Result } from '../model/outcome.ts';
import type { Change, Creation, Modification } from '../model/plan.ts';
import { AssertionControl, factsFilter } from './assertion.ts';
import {
  type Attributes,
  dnOf,
  encodeAccount,
  fixedAttributes,
  readAttributes,
  type Tree,
} from './profile.ts';
import { attributesOf } from './read.ts';

/** Result codes of RFC 4511 that passing time may cure: busy, unavailable, and a time limit. */
const passing = new Set([3, 51, 52]);
const entryAlreadyExists = 68;
const noSuchObject = 32;
/** Another value was found than was planned on: noSuchAttribute, attributeOrValueExists, assertionFailed. */
const moved = new Set([16, 20, 122]);

/** What identifies an account whatever else of it changes: asserted in every modification. */
const identity = ['danhbaKey', 'danhbaState', 'mail', 'danhbaAddress'];

/** The attributes the shipped configuration keeps unique over the whole tree. */
const uniqueAttributes = new Set(['danhbaKey', 'danhbaAddress']);

export async function performChange(client: Client, tree: Tree, change: Change): Promise<Result> {
  try {
    if (change.kind === 'create') await create(client, tree, change);
    else await modify(client, tree, change);
    return { result: 'applied' };
  } catch (thrown) {
    return await judgeFailure(client, tree, change, thrown);
  }
}

async function create(client: Client, tree: Tree, change: Creation): Promise<void> {
  const attributes = {
    ...fixedAttributes(change.key, change.number),
    ...encodeAccount(tree, change.account),
  };
  // A person's room and an organization's id share the attribute "ou" in different entries, never in one.
  const list = Object.entries(attributes).map(
    ([type, values]) => new Attribute({ type, values: [...values] }),
  );
  await client.add(dnOf(tree, change.key, change.number), list);
}

/**
 * The modification names every old value it takes away, so that it fails where one is no longer there; what it
 * leaves alone is asserted by the control (RFC 4528). slapd hands that control on to the search by which its
 * unique overlay looks for other holders, and fails there (2.5.13): such a change carries its facts in the
 * modification itself, which takes the identity away and puts it back in one step.
 */
async function modify(client: Client, tree: Tree, change: Modification): Promise<void> {
  const before = encodeAccount(tree, change.base);
  const after = encodeAccount(tree, change.account);
  const changed = changedNames(before, after);
  const searched = changed.some((name) => uniqueAttributes.has(name));
  const touched = searched ? new Set([...changed, ...identity]) : new Set(changed);
  const modifications = [...touched].flatMap((name) => valueChanges(name, before[name], after[name]));
  const facts = factsFilter(change.base.uuid, before, new Set([...identity, ...changed]));
  await client.modify(change.base.dn, modifications, searched ? [] : new AssertionControl(facts));
}

function valueChanges(
  type: string,
  old: readonly string[] = [],
  wanted: readonly string[] = [],
): LdapChange[] {
  const change = (operation: 'add' | 'delete', values: readonly string[]) =>
    values.length === 0
      ? []
      : [new LdapChange({ operation, modification: new Attribute({ type, values: [...values] }) })];
  // An entry may carry classes of others: ours are added to them.
  if (type === 'objectClass')
    return change(
      'add',
      wanted.filter((value) => !old.includes(value)),
    );
  return [...change('delete', old), ...change('add', wanted)];
}

function changedNames(before: Attributes, after: Attributes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValues(before[name], after[name])).sort();
}

function sameValues(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

async function judgeFailure(client: Client, tree: Tree, change: Change, thrown: unknown): Promise<Result> {
  if (!(thrown instanceof ResultCodeError)) {
    return { result: 'retry', detail: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const { code } = thrown;
  const detail = `${thrown.name} (${code})${thrown.message ? `: ${thrown.message}` : ''}`;
  if (passing.has(code)) return { result: 'retry', detail };
  const mayBeDone = change.kind === 'create' ? code === entryAlreadyExists : moved.has(code);
  if (mayBeDone) {
    return (await isDone(client, tree, change))
      ? { result: 'already' }
      : { result: 'failed', detail: change.kind === 'create' ? detail : 'changed since it was planned' };
  }
  return { result: 'failed', detail: code === noSuchObject ? 'the entry is gone' : detail };
}

/** True where the entry already says what the change would have made it say. */
async function isDone(client: Client, tree: Tree, change: Change): Promise<boolean> {
  const dn = change.kind === 'create' ? dnOf(tree, change.key, change.number) : change.base.dn;
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...readAttributes] });
    const entry = searchEntries[0];
    if (entry === undefined) return false;
    const there = attributesOf(entry);
    const wanted = encodeAccount(tree, change.account);
    const before = change.kind === 'create' ? {} : encodeAccount(tree, change.base);
    return changedNames(before, wanted).every((name) => hasExactly(there[name], wanted[name], name));
  } catch {
    return false;
  }
}

function hasExactly(there: readonly string[] = [], wanted: readonly string[] = [], name: string): boolean {
  const present = new Set(there.map((value) => value.toLowerCase()));
  const all = wanted.every((value) => present.has(value.toLowerCase()));
  return all && (name === 'objectClass' || present.size === new Set(wanted).size);
}
