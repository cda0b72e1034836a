/** Lays the organizations out as a tree: who is above whom, who took over from whom, in the order of their names. */
import type { Organization } from '../model/directory/organization.ts';

export interface Tree {
  /** A parent before those below it, each in the order of its name. */
  readonly order: readonly string[];
  readonly above: (id: string) => readonly string[];
  readonly below: (id: string) => readonly string[];
  readonly predecessors: (id: string) => readonly string[];
}

export function treeOf(organizations: readonly Organization[]): Tree {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const byName = organizations.toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const below = new Map<string, string[]>();
  const predecessors = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string) => {
    if (to.get(key)?.push(id) === undefined) to.set(key, [id]);
  };
  const roots: string[] = [];
  for (const { id, parent, dissolved } of byName) {
    if (dissolved?.successor !== undefined) add(predecessors, dissolved.successor, id);
    if (parent !== undefined && byId.has(parent) && parent !== id) add(below, parent, id);
    else roots.push(id);
  }
  const order: string[] = [];
  const seen = new Set<string>();
  const walk = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    order.push(id);
    for (const one of below.get(id) ?? []) walk(one);
  };
  for (const id of roots) walk(id);
  // A ring of parents hangs from nowhere: it is shown all the same.
  for (const { id } of byName) walk(id);
  const above = (id: string): readonly string[] => {
    const line: string[] = [];
    for (let one = byId.get(id)?.parent; one !== undefined && byId.has(one) && !line.includes(one); ) {
      line.unshift(one);
      one = byId.get(one)?.parent;
    }
    return line;
  };
  return {
    order,
    above,
    below: (id) => below.get(id) ?? [],
    predecessors: (id) => predecessors.get(id) ?? [],
  };
}

const vietnamese = new Intl.Collator('vi');

function compareNames(a: string, b: string): number {
  return vietnamese.compare(a, b);
}
