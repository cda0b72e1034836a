/** Settles by the day which record counts where a person stands in two files (8.2), and which address of an old one. */

import type { Key } from '../account/key.ts';
import type { Declared } from './declared.ts';
import { hasEnded, lastDayOf } from './ending.ts';
import type { CalendarDate } from './organization.ts';
import { settleLegacy } from './settle-legacy.ts';

/**
 * Two files may change in either order: while the file a person leaves records the termination, the other's record
 * is the person's; until the end takes effect it is the other way round. Where every record has ended, the last
 * end counts: somebody moved, and left from there. Anything else stays as declared, and the rules refuse it.
 */
export function settleDeclarations(all: readonly Declared[], today: CalendarDate): readonly Declared[] {
  const declared = settleLegacy(all, today);
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
    const live = records.filter(({ declaration }) => !hasEnded(declaration?.termination, today));
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

/** The record whose end came last; undefined where two came on one day. */
function lastOf(records: readonly Declared[]): Declared | undefined {
  const dayOf = ({ declaration }: Declared) =>
    declaration?.termination === undefined ? '' : lastDayOf(declaration.termination);
  const [first, second] = records.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  return first !== undefined && second !== undefined && dayOf(first) !== dayOf(second) ? first : undefined;
}
