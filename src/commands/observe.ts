/** Reads the whole server into memory, or refuses: entries, tombstones, password policies, and whether access shows. */
import { type Listening, readListening } from '../ldap/access.ts';
import { readPasswordPolicies } from '../ldap/password-policies.ts';
import { type ReadEntry, readEntries } from '../ldap/read.ts';
import { type Judged, readSentinel, refuseOtherProvince, type Sentinel } from '../ldap/sentinel.ts';
import { readStrays } from '../ldap/strays.ts';
import { readTombstones } from '../ldap/tombstones.ts';
import { readMailState } from '../mail/state.ts';
import type { AccessDoubt, ObservedAccount, Tombstone, UnmarkedEntry } from '../model/account.ts';
import { ExpectedError, explained } from '../model/errors.ts';
import type { MailObservation } from '../model/mail.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { PasswordPolicy } from '../model/password-policy.ts';
import type { ReadDoubt } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Servers } from './servers.ts';

export interface Observed {
  /** Set where fewer entries were seen than the last run left. */
  readonly doubt?: ReadDoubt;
  /** Set where last access says nothing (8.1). */
  readonly accessDoubt?: AccessDoubt;
  /** Since when logins are seen on every server, as the sentinel has it or is to have it. */
  readonly loginsSince: CalendarDate | undefined;
  /** What the sentinel is to hold of it from now on; absent where that is what it holds. */
  readonly logins?: ReadonlyMap<string, CalendarDate>;
  /** How far an earlier run has judged what was merged. */
  readonly judged?: Judged;
  readonly accounts: readonly ObservedAccount[];
  readonly unmarked: readonly UnmarkedEntry[];
  /** Those whose day is over too. */
  readonly tombstones: readonly Tombstone[];
  /** Those that are on the server. */
  readonly passwordPolicies: readonly PasswordPolicy[];
  /** Absent where no mail server is set. */
  readonly mail?: MailObservation;
}

/**
 * What the mail server holds. One that does not answer keeps nobody from being locked in the directory: it is told,
 * and what needs it is tried and fails by itself.
 */
async function observeMail({ doveadm }: Servers): Promise<MailObservation | undefined> {
  if (doveadm === undefined) return undefined;
  try {
    return await readMailState(doveadm);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return { unreachable: explained(thrown) };
    throw thrown;
  }
}

/** `now` is the real time, by which the server's own record of this login is judged, not the day of the plan. */
export async function observe(servers: Servers, policy: Policy, now: Date): Promise<Observed> {
  const { connection } = servers;
  const { client } = await connection.live();
  const sentinel = await readSentinel(client, policy);
  refuseOtherProvince(sentinel, policy.domain);
  const accounts: ObservedAccount[] = [];
  const unmarked: UnmarkedEntry[] = [];
  const take = (read: ReadEntry) => {
    if (read.marked) accounts.push(read.account);
    else unmarked.push(read.entry);
  };
  for await (const page of readEntries(connection, policy)) for (const read of page) take(read);
  // Entries that are missing may only have been moved: they are told then, and not made again.
  if (accounts.length < (sentinel?.count ?? 0))
    for (const read of await readStrays(connection, policy)) take(read);
  // One after another: a connection may have one paged search under way.
  const tombstones = await readTombstones(connection, policy);
  const passwordPolicies = await readPasswordPolicies(connection, policy);
  const access = judgeAccess(await readListening(connection, now), sentinel?.logins ?? new Map(), accounts);
  // After the entries: a mailbox that is new by then is no orphan, and no entry is missing to it.
  const mail = await observeMail(servers);
  return {
    accounts,
    unmarked,
    tombstones,
    passwordPolicies,
    ...(mail && { mail }),
    ...(sentinel?.judged && { judged: sentinel.judged }),
    ...doubtOf(sentinel, accounts.length),
    ...access,
  };
}

/**
 * Nobody has been silent for longer than somebody has listened: that is since the first run that saw its own login, and
 * anew once recording has stopped. Where nobody at all has logged in, the rights to see it are more likely lost than the
 * mailboxes unused.
 */
function judgeAccess(
  listening: Listening,
  recorded: ReadonlyMap<string, CalendarDate>,
  accounts: readonly ObservedAccount[],
): Pick<Observed, 'accessDoubt' | 'loginsSince' | 'logins'> {
  const since = recorded.get('');
  if ('doubt' in listening) {
    const stopped = listening.doubt === 'not-recorded' && since !== undefined;
    return {
      ...(accounts.length > 0 && { accessDoubt: listening.doubt }),
      loginsSince: undefined,
      ...(stopped && { logins: new Map() }),
    };
  }
  const isSeen = accounts.length === 0 || accounts.some(({ lastAccess }) => lastAccess !== undefined);
  return {
    ...(!isSeen && { accessDoubt: 'not-readable' }),
    loginsSince: since ?? listening.day,
    ...(since === undefined && { logins: new Map([['', listening.day]]) }),
  };
}

/** Entries of ours under a tree no run has marked could be part of any number. */
function doubtOf(sentinel: Sentinel | undefined, seen: number): { doubt?: ReadDoubt } {
  const expected = sentinel?.count;
  if (expected === undefined) return seen > 0 ? { doubt: { seen, expected: null } } : {};
  return seen < expected ? { doubt: { seen, expected } } : {};
}
