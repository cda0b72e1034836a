/** The facts of a change without what the day alone decides: what was shown in the evening still stands in the morning. */
import type { Account } from '../model/account/account.ts';
import type { Change, Retirement } from '../model/plan/plan.ts';

/** Set to the day a change is made, and to nothing else. */
const dayFields = ['issued', 'lockedOn', 'noticedOn', 'renamedOn', 'missing'] as const;

const theDay = 'today';

/** A change as its digest sees it: without its reasons, and with "today" where it says the day it is made on. */
export function factsOf({ why: _why, ...change }: Change): unknown {
  if (change.account === undefined) return change;
  const base = 'base' in change ? change.base : undefined;
  return {
    ...change,
    account: timelessAccount(change.account, base, change.kind === 'adopt'),
    ...(change.retires && { retires: change.retires.map(({ address }: Retirement) => address) }),
  };
}

/** `adopts`: every address that it was known by is kept for months from the day. */
export function timelessAccount(account: Account, base: Account | undefined, adopts = false): Account {
  const timeless: { -readonly [F in keyof Account]: Account[F] } = { ...account };
  for (const field of dayFields) {
    if (account[field] !== undefined && account[field] !== base?.[field]) timeless[field] = theDay;
  }
  const { since } = account;
  if (since !== undefined && since !== base?.since && beganToday(account)) timeless.since = theDay;
  const known = new Set(base?.former ?? []);
  // An address that is given up is kept for months from the day; one that a predecessor had, until a day of its own.
  const former = account.former?.map((line) => {
    const [address = ''] = line.split(' ');
    return (adopts || address === base?.address) && !known.has(line) ? `${address} ${theDay}` : line;
  });
  return { ...timeless, ...(former && { former }) };
}

/** A recorded suspension begins on the day its record says; everything else on the day it is done. */
const beganToday = ({ state, reason, basis, since, lockedOn }: Account): boolean =>
  state === 'suspended' ? reason === 'inactivity' && basis === undefined && since === lockedOn : true;
