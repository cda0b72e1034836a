/** Settles which record counts where a person stands in two files: the one left and the one moved to (8.2). */

import type { Key } from '../account/key.ts';
import type { Declared } from './declared.ts';
import type { CalendarDate } from './organization.ts';

/**
 * Two files may change in either order: while the file a person leaves records the termination, the other's record
 * is the person's; before the day of the decision it is the other way round. Where every record has ended, the last
 * end counts: somebody moved, and left from there. Anything else stays as declared, and the rules refuse it.
 */
export function settleDeclarations(declared: readonly Declared[], today: CalendarDate): readonly Declared[] {
  const byKey = new Map<Key, Declared[]>();
  for (const one of declared) {
    if (one.kind !== 'person') continue;
    const others = byKey.get(one.key);
    if (others === undefined) byKey.set(one.key, [one]);
    else others.push(one);
  }
  const dropped = new Set<Declared>();
  for (const records of byKey.values()) {
    if (records.length < 2) continue;
    const live = records.filter((record) => !hasEnded(record, today));
    const leaving = live.filter(({ declaration }) => declaration?.termination !== undefined);
    const kept =
      live.length === 1
        ? live[0]
        : leaving.length === 1
          ? leaving[0]
          : live.length === 0
            ? lastOf(records)
            : undefined;
    if (kept === undefined) continue;
    for (const record of records) if (record !== kept) dropped.add(record);
  }
  return dropped.size === 0 ? declared : declared.filter((one) => !dropped.has(one));
}

/** The record whose end was decided last; undefined where two were on one day. */
function lastOf(records: readonly Declared[]): Declared | undefined {
  const decided = ({ declaration }: Declared) => declaration?.termination?.decided ?? '';
  const last = records.toSorted((a, b) => (decided(a) < decided(b) ? 1 : -1));
  const [first, second] = last;
  return first !== undefined && second !== undefined && decided(first) !== decided(second)
    ? first
    : undefined;
}

function hasEnded({ declaration }: Declared, today: CalendarDate): boolean {
  const decided = declaration?.termination?.decided;
  return decided !== undefined && decided <= today;
}
