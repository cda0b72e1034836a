/** Lays every address that is let go, and that nobody takes over in the same plan, to rest on a tombstone. */
import { addMonths } from '../model/date.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Waved } from './waves.ts';

export function retireAddresses(
  waved: readonly Waved[],
  years: number,
  today: CalendarDate,
): readonly Waved[] {
  const taken = new Set<string>();
  for (const { draft } of waved) {
    if (draft.kind === 'delete') continue;
    for (const address of draft.account.addresses) taken.add(address);
  }
  const until = addMonths(today, 12 * years);
  return waved.map(({ draft, wave }) => {
    if (!('base' in draft)) return { draft, wave };
    const retires = draft.base.addresses
      .filter((address) => draft.kind === 'delete' || !draft.account.addresses.includes(address))
      .filter((address) => !taken.has(address))
      .map((address) => ({ address, until }));
    return { draft: retires.length === 0 ? draft : { ...draft, retires }, wave };
  });
}
