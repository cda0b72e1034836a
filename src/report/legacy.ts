/** 13.7: whose address is one from before danhba, which it is to be, by what document, and until when. */
import { addressesOf } from '../model/account/account.ts';
import { isLegacyOver } from '../model/directory/settle-legacy.ts';
import type { LegacyRow, LegacyStatus } from '../model/report.ts';
import { type Body, countBy, declaredSubject, type Situation, sortBy } from './situation.ts';

/** All of them: a list of what is not as the rules have it is what the report is for. */
export function reportLegacy({ declared, accounts, plan, today }: Situation): Body<'legacy'> {
  const there = new Map(accounts.map((account) => [account.key, account]));
  const holders = new Map(
    accounts.flatMap((account) => addressesOf(account).map((one) => [one, account.key] as const)),
  );
  for (const { key, addresses } of declared) {
    for (const address of addresses) if (!holders.has(address)) holders.set(address, key);
  }
  const planned = new Map(plan.changes.map((change) => [change.key, change.account?.address]));
  const rows = declared.flatMap((one): readonly LegacyRow[] => {
    const { legacy, key } = one;
    if (legacy === undefined) return [];
    const { address, byRule, document, until } = legacy;
    const account = there.get(key);
    const isThere = account !== undefined && addressesOf(account).includes(address);
    const isOver = isLegacyOver(one, today);
    // What was renamed is an old matter, once the account has the other address.
    if (isOver && account?.address === byRule) return [];
    const taker = byRule === null ? undefined : holders.get(byRule);
    const isFree = byRule !== null && (taker === undefined || taker === key);
    const status: LegacyStatus = !isThere ? 'absent' : !isFree ? 'stuck' : isOver ? 'over' : 'kept';
    return [
      {
        ...declaredSubject(one),
        status,
        address,
        ...(byRule !== null && { byRule }),
        document,
        ...(until !== undefined && { until }),
        ...(taker !== undefined && taker !== key && { holder: taker }),
        ...(isOver && planned.get(key) === byRule && { planned: 'rename' }),
      },
    ];
  });
  return {
    counts: countBy(rows, ({ status }) => status),
    rows: sortBy(
      rows,
      ({ organization }) => organization,
      ({ name }) => name,
      ({ key }) => key,
    ),
  };
}
