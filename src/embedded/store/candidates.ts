/** Finds, by the indexes, the entries a search must look at, in the order of their ids. */
import { findType } from '../schema/attribute-types.ts';
import type { Dn } from '../schema/dn.ts';
import { normalizeValue } from '../schema/matching.ts';
import { parseUtf8 } from '../wire/ber.ts';
import type { Filter } from '../wire/filter.ts';
import type { Scope } from '../wire/request.ts';
import { isInScope, type Tree } from './tree.ts';

/** Ids that may match, a superset; undefined where no index narrows the filter. */
const indexed = (tree: Tree, filter: Filter): ReadonlySet<number> | undefined => {
  switch (filter.kind) {
    case 'equal': {
      const type = findType(filter.type);
      if (type === undefined) return undefined;
      const text = parseUtf8(filter.value);
      const key = text === undefined ? undefined : normalizeValue(type, text);
      return key === undefined ? undefined : tree.holdersOf(type.name, key);
    }
    case 'and': {
      let smallest: ReadonlySet<number> | undefined;
      for (const part of filter.filters) {
        const ids = indexed(tree, part);
        if (ids !== undefined && (smallest === undefined || ids.size < smallest.size)) smallest = ids;
      }
      return smallest;
    }
    case 'or': {
      const union = new Set<number>();
      for (const part of filter.filters) {
        const ids = indexed(tree, part);
        if (ids === undefined) return undefined;
        for (const id of ids) union.add(id);
      }
      return union;
    }
    default:
      return undefined;
  }
};

/** Ids of the entries in scope that may match the filter. */
export const findCandidates = (tree: Tree, base: Dn, scope: Scope, filter: Filter): readonly number[] => {
  const narrowed = scope === 'base' ? undefined : indexed(tree, filter);
  if (narrowed !== undefined) {
    const ids = [...narrowed].filter((id) => isInScope(tree.byId(id)!, base, scope));
    return ids.sort((a, b) => a - b);
  }
  if (scope === 'one') return [...tree.childrenOf(base.key)].sort((a, b) => a - b);
  const entries = scope === 'base' ? [tree.find(base.key)!] : tree.subtree(base.key);
  const ids = entries.map(({ id }) => id).sort((a, b) => a - b);
  return scope === 'children' ? ids.filter((id) => id !== tree.find(base.key)?.id) : ids;
};
