/** Decides the state an account is wanted in: Article 8 as a function of what is declared and what is so. */

import type { Account, AccountState, StateReason } from '../../model/account/account.ts';
import { basisText } from '../../model/account/basis.ts';
import type { lifecycleFields } from '../../model/account/fields.ts';
import { parseKey } from '../../model/account/key.ts';
import { hasEnded as isOver } from '../../model/directory/ending.ts';
import type {
  AccountDeclaration,
  CalendarDate,
  Decision,
  Suspension,
} from '../../model/directory/organization.ts';
import type { WhyCode } from '../../model/plan/why.ts';
import { dayOf } from '../../model/time/date.ts';
import { hasElapsed, type Inactivity } from './inactivity.ts';

/** The part of an account that the lifecycle decides. */
export type Lifecycle = Pick<Account, Exclude<(typeof lifecycleFields)[number], 'state'>> & {
  readonly state: AccountState;
};

export interface StateDecision {
  readonly lifecycle: Lifecycle;
  readonly why: WhyCode;
  readonly document?: string;
  /** Set where the file alone would wake the account but only a written request may (8.3). */
  readonly needsRestoration?: true;
  /** What the decision rests on in time. */
  readonly from?: CalendarDate;
}

export function decideState(
  declaration: AccountDeclaration,
  dissolved: Decision | undefined,
  actual: Account | undefined,
  today: CalendarDate,
  inactivity?: Inactivity,
): StateDecision {
  const { termination, suspension, restoration } = declaration;
  if (dissolved && dissolved.date <= today) {
    return {
      ...ended('dissolved', dissolved, actual, today),
      why: 'dissolved',
      document: dissolved.document,
    };
  }
  if (isOver(termination, today)) {
    const basis = { document: termination.document, date: termination.decided };
    const { lifecycle } = ended(termination.reason, basis, actual, today);
    return { lifecycle, why: 'termination-declared', document: termination.document };
  }
  const lifted = restoration !== undefined && restoration.date <= today ? restoration : undefined;
  const isSuspended = (one: Suspension) => one.date <= today && !(lifted && lifted.date >= one.date);
  // What has ended wakes by a written request, as what was suspended does (8.3): deleting the lines of a termination is
  // none. Nothing wakes only to be locked: the old password would survive.
  const isLifted = lifted !== undefined && lifted.date >= beginningOf(actual, today);
  const mayWake = isTakenBack(actual, dissolved) || isLifted;
  if (hasEnded(actual) && (!mayWake || (suspension && isSuspended(suspension)))) {
    return { lifecycle: lifecycleOf(actual, today), why: 'declared', needsRestoration: true };
  }
  if (suspension && isSuspended(suspension)) return suspendedBy(suspension, actual, today);
  const restored = lifted ? { restored: lifted.date } : kept(actual);
  if (isShut(actual) && !isLifted) {
    // 8.3: only a written request brings a suspended mailbox back; deleting lines from a file is none.
    return { lifecycle: lifecycleOf(actual, today), why: 'declared', needsRestoration: true };
  }
  if (actual?.state === 'active' && inactivity !== undefined && hasElapsed(inactivity, today)) {
    return {
      lifecycle: {
        state: 'suspended',
        since: today,
        reason: 'inactivity',
        ...kept(actual),
        lockedOn: today,
        locked: true,
      },
      why: 'inactive',
      from: inactivity.from,
    };
  }
  // Whoever comes back is active since that day: the time before counts against nobody (8.1).
  const before = actual?.since;
  const stays = actual?.state === 'active' && (before === undefined || dayOf(before) !== undefined);
  const since = stays ? before : actual?.state === undefined ? undefined : today;
  return {
    lifecycle: { state: 'active', ...(since && { since }), ...restored, ...operatorLockOf(actual) },
    why: lifted ? 'restoration-declared' : actual?.state === 'terminated' ? 'declared-again' : 'declared',
    ...(lifted && { document: lifted.document }),
  };
}

type Stated = Account & { readonly state: AccountState };

const hasEnded = (actual: Account | undefined): actual is Stated => actual?.state === 'terminated';

/** Any state but the one in which people work: one that nobody knows opens nothing. */
const isShut = (actual: Account | undefined): actual is Stated =>
  actual?.state !== undefined && actual.state !== 'active' && !hasEnded(actual);

/** A day to come was written by a clock that was wrong: nobody waits for it. */
function beginningOf(actual: Account | undefined, today: CalendarDate): CalendarDate {
  const since = actual?.since ?? '';
  return since > today ? today : since;
}

/** The mailbox a person left by a transfer, to which he comes back; an agency whose dissolution was taken back. */
function isTakenBack(actual: Account | undefined, dissolved: Decision | undefined): boolean {
  if (actual === undefined) return false;
  const key = parseKey(actual.key);
  if (actual.reason === 'transfer') return key?.former !== undefined;
  return actual.reason === 'dissolved' && key?.kind === 'organization' && dissolved === undefined;
}

function suspendedBy(
  { date, reason, document, notice }: Suspension,
  actual: Account | undefined,
  today: CalendarDate,
): StateDecision {
  return {
    lifecycle: {
      state: 'suspended',
      since: date,
      reason,
      ...(document !== undefined && { basis: basisText({ document, date }) }),
      ...(notice && noticeOf(basisText(notice), actual, today)),
      ...kept(actual),
      lockedOn: lockDay('suspended', actual, today),
      locked: true,
    },
    why: 'suspension-declared',
    ...(document !== undefined && { document }),
  };
}

/** The lifecycle of an account that ends; one that ended already keeps the day it did. */
export function ended(
  reason: StateReason,
  basis: Decision | undefined,
  actual: Account | undefined,
  today: CalendarDate,
): { lifecycle: Lifecycle } {
  const since = (actual?.state === 'terminated' ? dayOf(actual.since) : undefined) ?? today;
  return {
    lifecycle: {
      state: 'terminated',
      since,
      reason,
      ...(basis && { basis: basisText(basis) }),
      ...kept(actual),
      lockedOn: lockDay('terminated', actual, today),
      locked: true,
    },
  };
}

/** A notice keeps the day danhba first heard of it; another one begins anew. */
function noticeOf(
  notice: string,
  actual: Account | undefined,
  today: CalendarDate,
): Pick<Account, 'notice' | 'noticedOn'> {
  const known = actual?.notice === notice ? dayOf(actual.noticedOn) : undefined;
  return { notice, noticedOn: known ?? today };
}

/**
 * The day danhba did it, or first saw it done. A lock that a hand has lifted, or whose day is lost, is a new one: no term
 * runs from what nobody recorded.
 */
function lockDay(state: AccountState, actual: Account | undefined, today: CalendarDate): CalendarDate {
  const isKept = actual?.state === state && actual.locked === true;
  return (isKept ? dayOf(actual.lockedOn) : undefined) ?? today;
}

/** 17.2: what an operator has locked upon a call, nothing but an operator opens; what lacks the lock itself gets it. */
const operatorLockOf = (actual: Account | undefined): Pick<Account, 'operatorLock' | 'locked'> =>
  actual?.operatorLock === undefined
    ? { locked: false }
    : { operatorLock: actual.operatorLock, locked: true };

/** What a change of state must not forget: the last restoration, from which inactivity is counted (8.1). */
function kept(actual: Account | undefined): { restored?: CalendarDate } {
  return actual?.restored === undefined ? {} : { restored: actual.restored };
}

/** Of what stays shut. */
function lifecycleOf(account: Stated, today: CalendarDate): Lifecycle {
  const { state, since, reason, basis, notice, restored } = account;
  return {
    state,
    ...(since !== undefined && { since }),
    ...(reason !== undefined && { reason }),
    ...(basis !== undefined && { basis }),
    ...(notice !== undefined && noticeOf(notice, account, today)),
    ...(restored !== undefined && { restored }),
    lockedOn: lockDay(state, account, today),
    locked: true,
  };
}
