/** Finds where mail reaches a mailbox now, and how it stands with it: as the server says, else as its file does. */
import { addressesOf, type ObservedAccount, scopeOf } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { hasEnded, isLeaving, lastDayOf } from '../model/directory/ending.ts';
import { isInForce } from '../model/directory/in-force.ts';
import type { AccountDeclaration, CalendarDate } from '../model/directory/organization.ts';
import type { Standing } from '../model/publish/standing.ts';
import { present } from '../model/text/present.ts';

export interface Reach {
  readonly address: string;
  readonly others: readonly string[];
  readonly standing: Standing;
}

export interface Server {
  readonly accounts: ReadonlyMap<Key, ObservedAccount>;
  /** Every address an account has. */
  readonly held: ReadonlySet<string>;
}

export const serverOf = (accounts: ReadonlyMap<Key, ObservedAccount>): Server => ({
  accounts,
  held: new Set([...accounts.values()].flatMap(addressesOf)),
});

/**
 * `isSound`: nothing is wrong with its record, so that its address is its own. Undefined for whoever has no mailbox and
 * is to get none, or an address that may be another's.
 */
export function reachOf(
  { key, declaration, address, addresses, organization, kind }: Declared,
  isSound: boolean,
  server: Server | undefined,
  today: CalendarDate,
): Reach | undefined {
  if (declaration === undefined) return undefined;
  const recorded = standingIn(declaration, today);
  const account = server?.accounts.get(key);
  if (account !== undefined) {
    // Of a record with an error only what the server says of the same house is known.
    if (
      account.address === undefined ||
      (!isSound && kind === 'person' && scopeOf(account) !== organization.id)
    )
      return undefined;
    const others = account.addresses.filter((one) => one !== account.address);
    return { address: account.address, others, standing: standingOn(account, recorded.until) };
  }
  if (address === undefined || !isSound) return undefined;
  if (server === undefined)
    return { address, others: addresses.filter((one) => one !== address), standing: recorded };
  // Nothing is issued to who has left; and what another has now is not to be written to.
  if (recorded.state !== 'active' || server.held.has(address)) return undefined;
  return { address, others: [], standing: present({ state: 'waiting' as const, until: recorded.until }) };
}

/** True where its file says that it is suspended, or has ended: the server may not have followed yet. */
export const isAway = (declaration: AccountDeclaration, today: CalendarDate): boolean =>
  standingIn(declaration, today).state !== 'active';

function standingIn(declaration: AccountDeclaration, today: CalendarDate): Standing {
  const { suspension, restoration, termination } = declaration;
  if (hasEnded(termination, today))
    return { state: 'ended', since: lastDayOf(termination), reason: termination.reason };
  const until = isLeaving(termination, today) ? lastDayOf(termination) : undefined;
  const counts = { suspension, ...(restoration && restoration.date <= today && { restoration }) };
  if (suspension === undefined || suspension.date > today || !isInForce(present(counts)))
    return present({ state: 'active' as const, until });
  return present({ state: 'suspended' as const, since: suspension.date, reason: suspension.reason, until });
}

function standingOn({ state, locked, since, reason }: ObservedAccount, until: string | undefined): Standing {
  if (state === 'active') return present({ state: locked === false ? state : ('locked' as const), until });
  return present({
    // A state danhba does not know opens nothing.
    state: state === 'suspended' ? state : state === 'terminated' ? ('ended' as const) : ('locked' as const),
    since,
    reason,
    until: state === 'suspended' ? until : undefined,
  });
}
