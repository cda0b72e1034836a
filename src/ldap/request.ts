/** Turns a planned change into the one LDAP request that makes it, and asserts what it was planned on. */
import type { Filter } from 'ldapts';
import type { Change, Creation, Modification } from '../model/plan.ts';
import { factsFilter } from './assertion.ts';
import { type Attributes, dnOf, encodeAccount, fixedAttributes, type Tree } from './profile.ts';

export interface ValueChange {
  readonly operation: 'add' | 'delete';
  readonly type: string;
  readonly values: readonly string[];
}

export type Request =
  | { readonly kind: 'add'; readonly dn: string; readonly attributes: Attributes }
  | {
      readonly kind: 'modify';
      readonly dn: string;
      readonly modifications: readonly ValueChange[];
      readonly assertion: Filter;
    };

/** What identifies an account whatever else of it changes: asserted in every modification. */
const identity = ['danhbaKey', 'danhbaState', 'mail', 'danhbaAddress'];

export function makeRequest(tree: Tree, change: Change): Request {
  return change.kind === 'create' ? makeAdd(tree, change) : makeModify(tree, change);
}

function makeAdd(tree: Tree, change: Creation): Request {
  const attributes = {
    ...fixedAttributes(change.key, change.number),
    ...encodeAccount(tree, change.account),
  };
  return { kind: 'add', dn: dnOf(tree, change.key, change.number), attributes };
}

/** The modification names every old value it takes away, and the control (RFC 4528) asserts what it rests on. */
function makeModify(tree: Tree, change: Modification): Request {
  const before = encodeAccount(tree, change.base);
  const after = encodeAccount(tree, change.account);
  const changed = changedNames(before, after);
  const modifications = changed.flatMap((name) => valueChanges(name, before[name], after[name]));
  const { dn, uuid } = change.base;
  const assertion = factsFilter(tree, uuid, before, new Set([...identity, ...changed]));
  return { kind: 'modify', dn, modifications, assertion };
}

function valueChanges(
  type: string,
  old: readonly string[] = [],
  wanted: readonly string[] = [],
): ValueChange[] {
  const change = (operation: ValueChange['operation'], values: readonly string[]) =>
    values.length === 0 ? [] : [{ operation, type, values }];
  if (type === 'objectClass') {
    // An entry may carry classes of others: ours are added to them.
    const added = wanted.filter((value) => !old.includes(value));
    return change('add', added);
  }
  return [...change('delete', old), ...change('add', wanted)];
}

/** The attributes in which two encodings differ, in a fixed order. */
export function changedNames(before: Attributes, after: Attributes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValues(before[name], after[name])).sort();
}

function sameValues(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
