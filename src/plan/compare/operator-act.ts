/** An operator's lock upon a call, and its lifting, held against the entry: the plan of that one act, or why it is refused. */
import {
  type Account,
  addressesOf,
  type ObservedAccount,
  scopeOf,
  type UnmarkedEntry,
} from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { type Key, parseKey } from '../../model/account/key.ts';
import { type OperatorAct, operatorLockText, parseOperatorLock } from '../../model/account/operator-lock.ts';
import { otherNames } from '../../model/account/places.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { type ErrorFacts, type Remark, remark } from '../../model/problems/remark.ts';
import { digestOf } from '../digest.ts';
import { modification, whyOf } from '../draft.ts';
import { findFaults } from '../facts/identity.ts';
import { factsOf } from '../timeless.ts';

/** What is known when an operator acts: the entries, the records, the policy and the day. */
export interface OperatorActInput {
  readonly accounts: readonly ObservedAccount[];
  readonly unmarked: readonly UnmarkedEntry[];
  readonly declared: readonly Declared[];
  readonly policy: Policy;
  readonly today: CalendarDate;
}

type RefusalCode = Extract<keyof ErrorFacts, `lock-refused.${string}`>;

export type Refusal = Extract<Remark, { readonly says: RefusalCode }>;

/** What is to be done about one entry; a plan without a change where it is so already. */
export interface PlannedAct {
  readonly plan: Plan;
  readonly account: ObservedAccount;
}

/**
 * By the key and nothing else: an address may be another's by tomorrow. What `lock` takes away rests on the call alone,
 * so that it is undone by one word of the same desk; what more it would undo, it refuses.
 */
export function planOperatorAct(
  key: string,
  act: OperatorAct,
  input: OperatorActInput,
): PlannedAct | Refusal {
  const found = accountAt(key, input);
  if ('says' in found) return found;
  const refusal = refusalOf(found, act, input);
  if (refusal !== undefined) return refusal;
  const wanted = act.kind === 'lock' ? locked(found, act.reason, input.today) : lifted(found, input.today);
  const {
    scope: _scope,
    needs: _needs,
    ...draft
  } = modification(found, wanted, whyOf('operator', undefined), scopeOf(found));
  const change = { ...draft, id: `${act.kind} ${found.key}`, kind: act.kind, wave: 1, after: [] };
  const { domain, baseDn } = input.policy;
  const changes = change.fields.length === 0 ? [] : [change];
  return {
    account: found,
    plan: {
      format: 'danhba-plan/1',
      domain,
      baseDn,
      ...otherNames(input.policy),
      today: input.today,
      digest: digestOf({ domain, baseDn, ...otherNames(input.policy), changes: changes.map(factsOf) }),
      counts: { wanted: input.declared.length, actual: input.accounts.length },
      changes,
      held: [],
      upcoming: [],
      unmarked: [],
    },
  };
}

/** Key, place and naming attribute agree, and no other entry has the key. */
function accountAt(
  at: string,
  { accounts, unmarked, declared, policy }: OperatorActInput,
): ObservedAccount | Refusal {
  if (at.includes('@')) return addressed(at.toLowerCase(), accounts, unmarked);
  const found = accounts.find(({ key }) => key === at);
  if (found === undefined) return unknown(at, accounts);
  const fault = findFaults(accounts, new Set(declared.map(({ key }) => key)), policy).get(found.key);
  if (fault === undefined) return found;
  const codes = [...new Set(fault.findings.map(({ code }) => code))].join(', ');
  return remark('lock-refused.identity', { at, codes, dns: fault.entries.map(({ dn }) => dn).join(' | ') });
}

function addressed(
  at: string,
  accounts: readonly ObservedAccount[],
  unmarked: readonly UnmarkedEntry[],
): Refusal {
  const holder = accounts.find((account) => addressesOf(account).includes(at));
  if (holder !== undefined) return remark('lock-refused.address', { at, holder: holder.key });
  const other = unmarked.find(({ addresses }) => addresses.includes(at));
  if (other !== undefined) return remark('lock-refused.unmarked', { at, dn: other.dn });
  return remark('lock-refused.unknown', { at });
}

/** The bare id of an entry, or its key in other capitals, is a slip of the hand. */
function unknown(at: string, accounts: readonly ObservedAccount[]): Refusal {
  const typed = at.toLowerCase();
  const near = accounts.find(({ key }) =>
    [key, parseKey(key)?.id].some((one) => one?.toLowerCase() === typed),
  );
  return near === undefined
    ? remark('lock-refused.unknown', { at })
    : remark('lock-refused.near', { at, near: near.key });
}

function refusalOf(
  account: ObservedAccount,
  act: OperatorAct,
  { policy }: OperatorActInput,
): Refusal | undefined {
  const { key: at, mailbox, state, since = '?', operatorLock } = account;
  if (!mailbox) return remark('lock-refused.mailbox', { at });
  if (state === 'suspended') return remark('lock-refused.suspended', { at, since });
  if (state === 'terminated') return remark('lock-refused.terminated', { at, since });
  if (state !== 'active') return remark('lock-refused.state', { at, state: state ?? '' });
  if (act.kind === 'lock') {
    return isProtected(at, policy) ? remark('lock-refused.protected', { at }) : undefined;
  }
  const isForeign = operatorLock === undefined && account.locked !== false;
  return isForeign ? remark('lock-refused.foreign', { at }) : undefined;
}

const isProtected = (key: Key, { guard }: Policy): boolean => guard.protected.includes(key);

/** A lock that stands keeps its day and its reason: nobody gains days by locking once more. */
function locked(account: ObservedAccount, reason: string, today: CalendarDate): Account {
  const standing = account.operatorLock === undefined ? undefined : parseOperatorLock(account.operatorLock);
  const operatorLock = operatorLockText(standing ?? { since: today, reason });
  return { ...accountOf(account), operatorLock, locked: true };
}

/** 8.1: whoever could not log in is active from this day on, as after a restoration; the time before counts against nobody. */
function lifted(account: ObservedAccount, today: CalendarDate): Account {
  const { operatorLock, ...rest } = accountOf(account);
  return operatorLock === undefined ? rest : { ...rest, since: today, locked: false };
}
