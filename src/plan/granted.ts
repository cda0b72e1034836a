/** Tells by which of the operator's grants an account gets an address: whoever reads the plan sees the document. */
import { type Grant, grantOf } from '../model/grant.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Waved } from './waves.ts';

export function tellGrants(
  waved: readonly Waved[],
  grants: readonly Grant[],
  today: CalendarDate,
): readonly Waved[] {
  if (grants.length === 0) return waved;
  return waved.map(({ draft, wave }) => {
    if (draft.kind === 'delete') return { draft, wave };
    const before = new Set('base' in draft ? draft.base.addresses : []);
    const asker = { key: draft.key, organization: draft.scope };
    const granted = draft.account.addresses
      .filter((address) => !before.has(address))
      .flatMap((address) => {
        const document = grantOf(grants, address, asker, today)?.document;
        return document === undefined ? [] : { address, document };
      });
    const why = { ...draft.why, grants: granted };
    return { draft: granted.length === 0 ? draft : { ...draft, why }, wave };
  });
}
