/** Since when silence counts (8.1): the servers' records of our own logins, held against what the sentinel remembers. */
import type { Listening } from '../ldap/connect/access.ts';
import type { ReplicaAccess } from '../ldap/read/replicas.ts';
import type { AccessDoubt, ObservedAccount, UnreadReplica } from '../model/account/account.ts';
import { latestAccess } from '../model/account/last-access.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { latestOf } from '../model/time/date.ts';

export interface AccessJudgement {
  /** Set where last access says nothing. */
  readonly accessDoubt?: AccessDoubt;
  readonly unreadReplicas?: readonly UnreadReplica[];
  /** Since when logins are seen on every server; undefined where that cannot be told today. */
  readonly loginsSince: CalendarDate | undefined;
  /** What the sentinel is to hold of it from now on; absent where it holds that and not nothing. */
  readonly logins?: ReadonlyMap<string, CalendarDate>;
}

export interface AccessFacts {
  /** On the main server. */
  readonly listening: Listening;
  readonly replicas: ReplicaAccess;
  /** By the URL of a replica, or by '' of the main server. */
  readonly recorded: ReadonlyMap<string, CalendarDate>;
  /** True where anybody has ever logged in, or nobody could have. */
  readonly isSeen: boolean;
}

/**
 * Nobody has been silent for longer than somebody has listened: on each server since the first run that saw its own
 * login there, and anew once recording has stopped. A server that could not be asked keeps its day, and nobody is
 * suspended meanwhile.
 */
export function judgeAccess({ listening, replicas, recorded, isSeen }: AccessFacts): AccessJudgement {
  const logins = new Map<string, CalendarDate>();
  const note = (server: string, seen: CalendarDate | undefined, hasStopped: boolean) => {
    const since = hasStopped ? undefined : (recorded.get(server) ?? seen);
    if (since !== undefined) logins.set(server, since);
  };
  const doubt = 'doubt' in listening ? listening.doubt : undefined;
  // Who logged in at a replica that is asked no more has been silent since today at the earliest.
  const asked = new Set(['', ...replicas.listening.keys(), ...replicas.unread.map(({ url }) => url)]);
  const isOneLess = [...recorded.keys()].some((server) => !asked.has(server));
  const today = 'day' in listening ? listening.day : undefined;
  if (isOneLess && today !== undefined) logins.set('', today);
  else note('', today, doubt === 'not-recorded' || isOneLess);
  for (const [url, day] of replicas.listening) note(url, day, false);
  for (const { url, hasStopped } of replicas.unread) note(url, undefined, hasStopped);
  const unread = replicas.unread.map(({ url, detail }) => ({ url, detail }));
  const accessDoubt = doubt ?? (unread.length > 0 ? 'replica-unread' : isSeen ? undefined : 'not-readable');
  return {
    ...(accessDoubt !== undefined && { accessDoubt }),
    ...(unread.length > 0 && { unreadReplicas: unread }),
    loginsSince: doubt === undefined && unread.length === 0 ? latestOf([...logins.values()]) : undefined,
    // Nothing is written over nothing too: a schema without a place for it is found out before the first change.
    ...((recorded.size === 0 || !isSame(logins, recorded)) && { logins }),
  };
}

/** The account with the last login at a replica, where that is later than the main server's. */
export function withReplicaAccess(account: ObservedAccount, { lastAccess }: ReplicaAccess): ObservedAccount {
  const there = lastAccess.get(account.uuid);
  if (there === undefined || latestAccess(account.lastAccess, there) === account.lastAccess) return account;
  return { ...account, replicaAccess: there };
}

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
