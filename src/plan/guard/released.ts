/** Names by one digest all that an approval lets pass: what is above the limits, and what waits for that alone. */
import { addressesOf } from '../../model/account/account.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { digestOf } from '../digest.ts';
import { type Draft, freedBy } from '../draft.ts';
import { timelessAccount } from '../timeless.ts';

/** How long addresses are kept and rest is what the policy says, and no day is in it. */
export function approvalOf(
  over: readonly Draft[],
  drafts: readonly Draft[],
  { aliasMonths, tombstoneYears }: Policy['lifecycle'],
): string {
  const released = releasedWith(over, drafts).map((draft) => {
    const { id, account, credential } = draft;
    if (draft.kind === 'delete') return [id, draft.base];
    if (draft.kind === 'create') return [id, draft.number, timelessAccount(account, undefined), credential];
    // What else is to be done goes on without approval, and must not make it void.
    const { key, dn, uuid, lastAccess } = draft.base;
    const after = timelessAccount(account, draft.base, draft.kind === 'adopt');
    const changed = draft.fields.map((field) => [field, draft.base[field], after[field]]);
    return [id, { key, dn, uuid, lastAccess }, changed, credential];
  });
  return digestOf([{ aliasMonths, tombstoneYears }, ...released.sort(byId)]);
}

const byId = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);

/** Whoever approves a transfer approves the address it is issued under; of a dissolution, who receives from then on. */
function releasedWith(over: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] {
  const waiting = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { needs, leadsTo } = draft;
    for (const sign of [...needs, ...(leadsTo === undefined ? [] : [leadsTo]), ...takenBy(draft)]) {
      const those = waiting.get(sign);
      if (those === undefined) waiting.set(sign, [draft]);
      else those.push(draft);
    }
  }
  const released = new Map(over.map((draft) => [draft.id, draft]));
  // The map grows while it is walked: what waits for what waits is released too.
  for (const draft of released.values()) {
    for (const sign of [draft.id, ...freedBy(draft)]) {
      for (const one of waiting.get(sign) ?? []) released.set(one.id, one);
    }
  }
  return [...released.values()];
}

function takenBy(draft: Draft): readonly string[] {
  const own = new Set('base' in draft ? addressesOf(draft.base) : []);
  return draft.account.addresses.filter((address) => !own.has(address));
}
