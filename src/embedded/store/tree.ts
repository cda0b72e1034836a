/** The directory information tree in memory, with the indexes that keep every question danhba asks from being a walk. */
import { type Dn, isKeyWithin, parentOf } from '../schema/dn.ts';
import { classKeys } from '../schema/object-classes.ts';
import type { Entry } from './entry.ts';

/** Equality-indexed types: those of the shipped slapd.conf. */
const indexedTypes = [
  'objectClass',
  'entryUUID',
  'uid',
  'ou',
  'mail',
  'danhbaKey',
  'danhbaAddress',
  'danhbaState',
  'danhbaOrganization',
] as const;

type Ids = ReadonlySet<number>;
const noIds: Ids = new Set();

export interface Tree {
  readonly suffix: Dn;
  readonly size: () => number;
  readonly find: (dnKey: string) => Entry | undefined;
  readonly byId: (id: number) => Entry | undefined;
  readonly childrenOf: (dnKey: string) => Ids;
  /** Entries that hold a value with this key; undefined where the type has no index. */
  readonly holdersOf: (typeName: string, valueKey: string) => Ids | undefined;
  /** The entry and everything below, parents before children. */
  readonly subtree: (dnKey: string) => readonly Entry[];
  readonly newId: () => number;
  /** Adds the entry, or takes it in place of the one with the same id (which may have another DN). */
  readonly put: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
}

type MutableIndex = Map<string, Set<number>>;

const addTo = (index: MutableIndex, key: string, id: number): void => {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
};

const takeFrom = (index: MutableIndex, key: string, id: number): void => {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
};

const parentKey = (dn: Dn): string => parentOf(dn)?.key ?? '';

/** An empty tree below `suffix`. */
export const makeTree = (suffix: Dn): Tree => {
  const entries = new Map<number, Entry>();
  const idByDn = new Map<string, number>();
  const children: MutableIndex = new Map();
  const indexes = new Map<string, MutableIndex>(indexedTypes.map((name) => [name, new Map()]));
  let lastId = 0;

  const eachKey = (entry: Entry, touch: (index: MutableIndex, key: string) => void): void => {
    for (const [name, index] of indexes) {
      const keys = entry.attributes.get(name)?.keys ?? [];
      // An entry is found by the superiors of its classes too.
      for (const key of name === 'objectClass' ? new Set(keys.flatMap(classKeys)) : keys) touch(index, key);
    }
  };

  const forget = (entry: Entry): void => {
    eachKey(entry, (index, key) => takeFrom(index, key, entry.id));
    takeFrom(children, parentKey(entry.dn), entry.id);
    idByDn.delete(entry.dn.key);
  };

  const childrenOf = (dnKey: string): Ids => children.get(dnKey) ?? noIds;

  const subtree = (dnKey: string): readonly Entry[] => {
    const top = entries.get(idByDn.get(dnKey) ?? -1);
    if (top === undefined) return [];
    if (dnKey === suffix.key) return [...entries.values()];
    const found = [top];
    // The list grows while it is walked, which makes the walk breadth first without recursion.
    for (const entry of found) {
      for (const id of childrenOf(entry.dn.key)) found.push(entries.get(id)!);
    }
    return found;
  };

  return {
    suffix,
    size: () => entries.size,
    find: (dnKey) => entries.get(idByDn.get(dnKey) ?? -1),
    byId: (id) => entries.get(id),
    childrenOf,
    holdersOf: (typeName, valueKey) => {
      const index = indexes.get(typeName);
      return index === undefined ? undefined : (index.get(valueKey) ?? noIds);
    },
    subtree,
    newId: () => ++lastId,
    put: (entry) => {
      const before = entries.get(entry.id);
      if (before !== undefined) forget(before);
      entries.set(entry.id, entry);
      idByDn.set(entry.dn.key, entry.id);
      addTo(children, parentKey(entry.dn), entry.id);
      eachKey(entry, (index, key) => addTo(index, key, entry.id));
    },
    remove: (entry) => {
      forget(entry);
      entries.delete(entry.id);
    },
  };
};

/** Whether an entry is in the scope of a search. */
export const isInScope = (entry: Entry, base: Dn, scope: 'base' | 'one' | 'sub' | 'children'): boolean => {
  switch (scope) {
    case 'base':
      return entry.dn.key === base.key;
    case 'one':
      return parentOf(entry.dn)?.key === base.key;
    case 'sub':
      return isKeyWithin(entry.dn.key, base.key);
    case 'children':
      return entry.dn.key !== base.key && isKeyWithin(entry.dn.key, base.key);
  }
};
