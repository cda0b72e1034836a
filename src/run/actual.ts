/** Reads the whole server into memory, or refuses: entries, tombstones, password policies, and whether access shows. */
import { readListening } from '../ldap/connect/access.ts';
import type { Connection } from '../ldap/connect/connect.ts';
import { type Judged, readSentinel, refuseOtherProvince, type Sentinel } from '../ldap/lease/sentinel.ts';
import type { LeavesOut } from '../ldap/read/entry-stream.ts';
import { readPasswordPolicies } from '../ldap/read/password-policies.ts';
import { type Found, type ReadEntry, readEntries } from '../ldap/read/read.ts';
import type { ReplicaAccess } from '../ldap/read/replicas.ts';
import { readStrays } from '../ldap/read/strays.ts';
import { readTombstones } from '../ldap/read/tombstones.ts';
import type { ObservedAccount, Tombstone, UnmarkedEntry } from '../model/account/account.ts';
import { parseKey } from '../model/account/key.ts';
import type { PasswordPolicy } from '../model/account/password-policy.ts';
import type { OpenAdoption } from '../model/adoption.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { MailObservation } from '../model/mail/state.ts';
import type { ReadDoubt } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { quoted } from '../model/problems/remark.ts';
import type { QuietPeople } from '../model/quiet/quiet.ts';
import type { Preparation } from '../render/run/progress.ts';
import { type AccessJudgement, judgeAccess, withReplicaAccess } from './access.ts';
import type { Servers } from './servers.ts';

export interface Observed extends AccessJudgement {
  /** Set where fewer entries were seen than the last run left. */
  readonly doubt?: ReadDoubt;
  /** How far an earlier run has judged what was merged. */
  readonly judged?: Judged;
  /** Approvals of held changes that were used. */
  readonly approvals?: readonly string[];
  readonly accounts: readonly ObservedAccount[];
  /** Those that were left out of `accounts`; absent where none could be. */
  readonly quiet?: QuietPeople;
  readonly unmarked: readonly UnmarkedEntry[];
  /** Those whose day is over too. */
  readonly tombstones: readonly Tombstone[];
  /** Those that are on the server. */
  readonly passwordPolicies: readonly PasswordPolicy[];
  /** Absent where no mail server is set. */
  readonly mail?: MailObservation;
  /** The adoption's file beside the directory, or the one that is to be carried out. */
  readonly adoption?: OpenAdoption;
}

/** Given each entry with what was read of it, for whoever has to know more of some. */
export type Keep = (entry: Found) => void;

/** Entries that need not be looked at: which they are, and, once all are read, how many of them there were. */
export interface Known {
  readonly leavesOut: LeavesOut;
  readonly count: () => number;
  readonly left: () => QuietPeople & { readonly isUsed: boolean };
}

/** Told what is being read, and how far. */
type Told = (step: Preparation) => void;

/**
 * What the mail server holds. One that does not answer keeps nobody from being locked in the directory: it is told,
 * and what needs it is tried and fails by itself.
 */
async function observeMail({ mail }: Servers, told: Told): Promise<MailObservation | undefined> {
  if (mail === undefined) return undefined;
  told({ what: 'mail' });
  try {
    return await mail.readState();
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return { unreachable: thrown.remark };
    throw thrown;
  }
}

/** Those the policy names; where nothing is known of how to reach them, all of them are unread. */
async function readReplicasOf(
  { connection, readReplicas }: Servers,
  policy: Policy,
  now: Date,
): Promise<ReplicaAccess> {
  const { replicas = [] } = policy;
  if (replicas.length > 0 && readReplicas !== undefined) {
    return await readReplicas(replicas, connection, policy, now);
  }
  const unread = replicas.map((url) => ({ url, detail: quoted('DANHBA_LDAP_REPLICAS'), hasStopped: false }));
  return { lastAccess: new Map(), listening: new Map(), unread };
}

/** `now` is the real time, by which the server's own record of this login is judged, not the day of the plan. */
export async function observe(
  servers: Servers,
  policy: Policy,
  now: Date,
  told: Told = () => {},
  keep: Keep = () => {},
  known?: Known,
): Promise<Observed> {
  const { connection } = servers;
  const { client } = await connection.live();
  // Beside all the rest: a replica takes its time to tell its own record from a copy of the main server's.
  const replicas = readReplicasOf(servers, policy, now);
  const sentinel = await readSentinel(client, policy);
  refuseOtherProvince(sentinel, policy.domain);
  const { accounts, unmarked } = await readAccounts(connection, policy, sentinel, told, keep, known);
  const quiet = known?.left();
  const count = accounts.length + (quiet?.count ?? 0);
  // One after another: a connection may have one paged search under way.
  const tombstones = await readTombstones(connection, policy);
  const passwordPolicies = await readPasswordPolicies(connection, policy);
  const listening = await readListening(connection, now);
  // After the entries: a mailbox that is new by then is no orphan, and no entry is missing to it.
  const mail = await observeMail(servers, told);
  const read = await replicas;
  const access = judgeAccess({
    listening,
    replicas: read,
    recorded: sentinel?.logins ?? new Map(),
    isSeen:
      quiet?.isUsed === true || count === 0 || accounts.some(({ lastAccess }) => lastAccess !== undefined),
  });
  return {
    accounts: accounts.map((account) => withReplicaAccess(account, read)),
    unmarked,
    tombstones,
    passwordPolicies,
    ...(mail && { mail }),
    ...(sentinel?.judged && { judged: sentinel.judged }),
    ...(sentinel && { approvals: sentinel.approvals }),
    ...(quiet && { quiet }),
    ...doubtOf(sentinel, count),
    ...access,
  };
}

/** The entries alone, ours and others'. */
export async function readAccounts(
  connection: Connection,
  policy: Policy,
  sentinel: Sentinel | undefined,
  told: Told = () => {},
  keep: Keep = () => {},
  known?: Known,
): Promise<Pick<Observed, 'accounts' | 'unmarked'>> {
  const accounts: ObservedAccount[] = [];
  const unmarked: UnmarkedEntry[] = [];
  const take = (read: ReadEntry) => {
    if (read.marked) accounts.push(read.account);
    else unmarked.push(read.entry);
  };
  const seen = () => accounts.length + (known?.count() ?? 0);
  for await (const page of readEntries(connection, policy, known?.leavesOut)) {
    for (const read of page) {
      take(read);
      keep(read);
    }
    told({ what: 'entries', seen: seen(), of: sentinel?.count });
  }
  // Entries that are missing may only have been moved: they are told then, and not made again.
  // Where no run has counted, nothing but the tree tells whether there are some.
  if (seen() < (sentinel?.count ?? Number.POSITIVE_INFINITY)) {
    const kinds = new Set(accounts.map(({ key }) => parseKey(key)?.kind));
    if (seen() > accounts.length) kinds.add('person');
    for (const read of await readStrays(connection, policy, kinds)) take(read);
  }
  return { accounts, unmarked };
}

/** Entries of ours under a tree no run has marked could be part of any number. */
function doubtOf(sentinel: Sentinel | undefined, seen: number): { doubt?: ReadDoubt } {
  const expected = sentinel?.count;
  if (expected === undefined) return seen > 0 ? { doubt: { seen, expected: null } } : {};
  return seen < expected ? { doubt: { seen, expected } } : {};
}
