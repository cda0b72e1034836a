/** Tells by which of the operator's grants an account gets an address: whoever reads the plan sees the document. */
import { grantOf } from '../../model/directory/grant.ts';
import type { Draft } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';

export function tellGrants(
  drafts: readonly Draft[],
  { directory, today }: Pick<Facts, 'directory' | 'today'>,
): readonly Draft[] {
  const { grants } = directory.grants;
  if (grants.length === 0) return drafts;
  return drafts.map((draft) => {
    if (draft.kind === 'delete') return draft;
    const before = new Set('base' in draft ? draft.base.addresses : []);
    const asker = { key: draft.key, organization: draft.scope };
    const granted = draft.account.addresses
      .filter((address) => !before.has(address))
      .flatMap((address) => {
        const document = grantOf(grants, address, asker, today)?.document;
        return document === undefined ? [] : { address, document };
      });
    const why = { ...draft.why, grants: granted };
    return granted.length === 0 ? draft : { ...draft, why };
  });
}
