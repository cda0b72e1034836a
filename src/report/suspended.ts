/** 8.1, 8.2: mailboxes that are suspended or have ended, and what is missing before each may be deleted. */
import type { ObservedAccount } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { Change, HeldCode } from '../model/plan/plan.ts';
import type { DeletionNeed, SuspendedRow } from '../model/report.ts';
import { deletabilityOf, type Kept, type Terms } from '../plan/decide/deletion.ts';
import { type Body, countBy, type Situation, sortBy, subjectOf } from './situation.ts';

/** Held codes a row tells in words of its own. */
const told: ReadonlySet<HeldCode> = new Set([
  'notice-missing',
  'notice-early',
  'deletion-not-due',
  'calendar-missing',
  'suspension-unrecorded',
]);

export function reportSuspended(situation: Situation): Body<'suspended'> {
  const { plan, accounts } = situation;
  const held = Map.groupBy(plan.held, ({ key }) => key);
  const changes = new Map(plan.changes.flatMap((one) => ('base' in one ? [[one.key, one] as const] : [])));
  const rows = accounts.flatMap((account) => {
    const codes = (held.get(account.key) ?? []).map(({ code }) => code);
    return rowOf(account, codes, changes, situation);
  });
  return {
    counts: countBy(rows, ({ state }) => state),
    rows: sortBy(
      rows,
      ({ state }) => state,
      ({ since }) => since,
      ({ key }) => key,
    ),
  };
}

function rowOf(
  account: ObservedAccount,
  codes: readonly HeldCode[],
  changes: ReadonlyMap<Key, Change>,
  situation: Situation,
): readonly SuspendedRow[] {
  const { state, address, since, reason, basis, mailbox } = account;
  if (!mailbox || state === undefined || state === 'active') return [];
  const change = changes.get(account.key);
  // A notice that is in the file counts from its own date, before a run has written it to the server.
  const settled = change?.account?.state === state ? { ...account, notice: change.account.notice } : account;
  const { notice } = settled;
  const { after, earliest, missing } = deletionTermOf({ ...account, notice }, situation);
  const needs: DeletionNeed[] = missing === undefined ? [] : [missing];
  if (codes.includes('suspension-unrecorded')) needs.push('record');
  return [
    {
      ...subjectOf(account),
      state,
      ...(address !== undefined && { address }),
      ...(since !== undefined && { since }),
      ...(reason !== undefined && { reason }),
      ...(basis !== undefined && { basis }),
      ...(notice !== undefined && { notice }),
      ...(after !== undefined && { deletableAfter: after }),
      ...(earliest !== undefined && { earliest }),
      missing: needs,
      held: codes.filter((code) => !told.has(code)),
      ...(change !== undefined && { planned: change.kind }),
    },
  ];
}

interface DeletionTerm {
  readonly after?: CalendarDate;
  readonly earliest?: CalendarDate;
  readonly missing?: DeletionNeed;
}

/** When a mailbox that is suspended or ended may be deleted, or what is missing before that. */
function deletionTermOf(account: Kept, terms: Terms): DeletionTerm {
  const judged = deletabilityOf(account, terms);
  if (judged === undefined) return { missing: 'since' };
  if ('due' in judged) return { after: judged.due };
  switch (judged.code) {
    case 'deletion-not-due':
      return { after: judged.args.due };
    case 'notice-missing':
    case 'notice-early':
      return { earliest: judged.args.earliest, missing: 'notice' };
    case 'calendar-missing':
      return { missing: 'calendar' };
  }
}
