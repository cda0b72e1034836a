/** Finds the steps of the main line that asked for changes: whoever merged them is told what was done. */
import type { AskedBy } from '../model/plan/outcome.ts';
import type { Change } from '../model/plan/plan.ts';
import { askedOf } from '../review/carried.ts';
import { isAskedFor } from '../review/term.ts';
import type { LastChanges } from './record.ts';

/** By the change's id; what nobody asked for, and what Git does not know, is missing. */
export async function findAskers(
  changes: readonly Change[],
  lastChanges: LastChanges,
): Promise<ReadonlyMap<string, readonly AskedBy[]>> {
  const asked = changes
    .filter(isAskedFor)
    .flatMap((change) => askedOf(change).map((one) => ({ ...one, id: change.id, key: change.key })));
  const commits = await lastChanges(asked);
  const found = new Map<string, AskedBy[]>();
  for (const [index, { id, kind }] of asked.entries()) {
    const commit = commits[index];
    if (commit === undefined) continue;
    const known = found.get(id) ?? [];
    found.set(id, known);
    if (!known.some((one) => one.commit === commit && one.kind === kind)) known.push({ commit, kind });
  }
  return found;
}
