/** The lock alone, of whoever an entry is: what a record demands that nothing else may wait for. */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { WhyCode } from '../../model/plan/why.ts';
import type { Wanted } from './wanted.ts';

export interface Lock {
  /** The entry as it is, but locked. */
  readonly account: Account;
  readonly why: WhyCode;
  readonly document?: string;
  readonly due?: CalendarDate;
}

/** Undefined where the record does not lock, or the entry is locked already. Not having logged in locks nobody here. */
export function lockOf(actual: ObservedAccount, { decision }: Wanted): Lock | undefined {
  if (decision === undefined || decision.why === 'inactive') return undefined;
  const { lifecycle, why, document } = decision;
  if (lifecycle.state === 'active' || (actual.state !== 'active' && actual.locked === true)) return undefined;
  const {
    restored: _restored,
    notice: _notice,
    noticedOn: _noticed,
    operatorLock: _upon,
    ...rest
  } = accountOf(actual);
  return { account: { ...rest, ...lifecycle }, why, ...(document !== undefined && { document }) };
}
