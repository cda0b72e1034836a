/** Reads the whole server into memory, or refuses: entries, tombstones, password policies, and whether access shows. */
import { readAccessDoubt } from '../ldap/access.ts';
import type { Connection } from '../ldap/connect.ts';
import { readPasswordPolicies } from '../ldap/password-policies.ts';
import { readEntries } from '../ldap/read.ts';
import { type Judged, readSentinel, refuseOtherProvince, type Sentinel } from '../ldap/sentinel.ts';
import { readTombstones } from '../ldap/tombstones.ts';
import { readMailState } from '../mail/state.ts';
import type { AccessDoubt, ObservedAccount, Tombstone, UnmarkedEntry } from '../model/account.ts';
import { ExpectedError, explained } from '../model/errors.ts';
import type { MailObservation } from '../model/mail.ts';
import type { PasswordPolicy } from '../model/password-policy.ts';
import type { ReadDoubt } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Servers } from './servers.ts';

export interface Observed {
  /** Set where fewer entries were seen than the last run left. */
  readonly doubt?: ReadDoubt;
  /** Set where last access says nothing (8.1). */
  readonly accessDoubt?: AccessDoubt;
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
  for await (const page of readEntries(connection, policy)) {
    for (const read of page) {
      if (read.marked) accounts.push(read.account);
      else unmarked.push(read.entry);
    }
  }
  // One after another: a connection may have one paged search under way.
  const tombstones = await readTombstones(connection, policy);
  const passwordPolicies = await readPasswordPolicies(connection, policy);
  const accessDoubt = await accessDoubtOf(connection, accounts, now);
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
    ...(accessDoubt && { accessDoubt }),
  };
}

/** Where nobody at all has logged in, the rights to see it are more likely lost than the mailboxes unused. */
async function accessDoubtOf(
  connection: Connection,
  accounts: readonly ObservedAccount[],
  now: Date,
): Promise<AccessDoubt | undefined> {
  if (accounts.length === 0) return undefined;
  const doubt = await readAccessDoubt(connection, now);
  if (doubt !== undefined) return doubt;
  return accounts.some(({ lastAccess }) => lastAccess !== undefined) ? undefined : 'not-readable';
}

/** Entries of ours under a tree no run has marked could be part of any number. */
function doubtOf(sentinel: Sentinel | undefined, seen: number): { doubt?: ReadDoubt } {
  const expected = sentinel?.count;
  if (expected === undefined) return seen > 0 ? { doubt: { seen, expected: null } } : {};
  return seen < expected ? { doubt: { seen, expected } } : {};
}
