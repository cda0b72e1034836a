/** When a change comes with a new password, and when a reset that is asked for is not made (6.3, 7.3, 8.3, 9.1). */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { isNewReset } from '../../model/account/basis.ts';
import { type Key, organizationKey, parseKey, personKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { ChangeKind, Hold } from '../../model/plan/plan.ts';
import type { Facts } from '../facts/facts.ts';

/** A mailbox that had ended comes back: the password its holder once had never opens it again. */
const wakes = (actual: Account, account: Account): boolean =>
  actual.state === 'terminated' && account.state === 'active';

const gains = (actual: Account, account: Account): boolean => account.mailbox && !actual.mailbox;

/** 9.1: who kept the agency's mailbox has left and knows its password, and somebody else keeps it now. */
function isLeftByCustodian(actual: Account, account: Account, facts: Facts): boolean {
  const { custodian: before } = actual;
  if (before === undefined || account.custodian === undefined || before === account.custodian) return false;
  if (account.state !== 'active' || actual.state !== 'active') return false;
  if (facts.policy.passwords.onCustodianChange === 'remind') return false;
  return hasLeft(before, account.key, facts);
}

/**
 * True where nobody of the organization declares the person any more, or only with a decision on leaving: who works on
 * until a later day takes the password along then, when nobody else takes over.
 */
function hasLeft(id: string, agency: Key, { declared, quiet, today }: Facts): boolean {
  const key = personKey(id);
  if (quiet?.isIn(key, parseKey(agency)?.id ?? '')) return false;
  return !declared.some(
    (one) =>
      one.key === key &&
      agency === organizationKey(one.organization.id) &&
      (one.declaration?.termination?.decided ?? '9999') > today,
  );
}

/** True where the change sets another password, which is sealed for the organization that has the account. */
export function needsNewPassword(actual: ObservedAccount, account: Account, facts: Facts): boolean {
  return (
    account.reset !== actual.reset ||
    gains(actual, account) ||
    wakes(actual, account) ||
    isLeftByCustodian(actual, account, facts)
  );
}

/**
 * The account without what is refused: a password nobody could open is not made, one of somebody who moves or has
 * ended is not reset. Whatever else there is to do goes on, but nothing wakes without its new password.
 */
export function withoutRefused(
  declared: Declared,
  actual: ObservedAccount,
  wanted: Account,
  moves: boolean,
  facts: Facts,
): { readonly account: Account; readonly holds: readonly Hold[] } {
  const refused = withoutRefusedReset(declared, actual, wanted, moves, facts);
  const { account } = refused;
  const fresh = needsNewPassword(actual, account, facts);
  const repoints = account.mailbox && account.privileged !== actual.privileged;
  const obstacle = fresh || repoints ? facts.credentialObstacle(declared, account) : undefined;
  if (obstacle === undefined || (obstacle.code === 'recipient-missing' && !fresh)) return refused;
  const kind = kindOfRefused(actual, account, fresh);
  const holds = [...refused.holds, { ...obstacle, kind }];
  const { reset: _reset, ...rest } = account;
  const kept = {
    ...rest,
    ...(actual.reset !== undefined && { reset: actual.reset }),
    ...(isLeftByCustodian(actual, account, facts) && { custodian: actual.custodian as string }),
  };
  // Under a policy that is not there any password passes: whoever has another keeps it.
  const leaves = obstacle.code === 'password-policy-missing' && actual.privileged !== undefined;
  return { account: { ...kept, ...(leaves && { privileged: actual.privileged }) }, holds };
}

function kindOfRefused(actual: Account, account: Account, fresh: boolean): ChangeKind {
  if (gains(actual, account)) return 'create';
  if (wakes(actual, account)) return 'restore';
  return fresh ? 'reset' : 'update';
}

/** No password is set along with a change of organization, nor for a mailbox that stays ended. */
function withoutRefusedReset(
  declared: Declared,
  actual: ObservedAccount,
  account: Account,
  moves: boolean,
  { today }: Facts,
): { readonly account: Account; readonly holds: readonly Hold[] } {
  const request = declared.declaration?.passwordReset;
  const ended = account.state === 'terminated' && actual.state === 'terminated';
  const isRefused = (date: CalendarDate) => moves || (ended && date >= (actual.since ?? ''));
  if (!isNewReset(request, actual.reset, today) || !isRefused(request.date)) return { account, holds: [] };
  const refusal: Hold = {
    code: 'reset-refused',
    args: { because: moves ? 'moved' : 'ended' },
    kind: 'reset',
  };
  const { reset: _reset, ...rest } = account;
  return {
    account: { ...rest, ...(actual.reset !== undefined && { reset: actual.reset }) },
    holds: [refusal],
  };
}
