/** Reads the last accesses (8.1) that replicas have recorded; a replica that does not tell all of them is told as unread. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { UnreadReplica } from '../../model/account/account.ts';
import { latestAccess } from '../../model/account/last-access.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { remark } from '../../model/problems/remark.ts';
import { type OwnLogin, readOwnLogin } from '../connect/access.ts';
import type { Connection } from '../connect/connect.ts';
import type { LdapSettings } from '../connect/settings.ts';
import type { Tree } from '../profile.ts';
import { readReplica } from './replica.ts';

export interface ReplicaAccess {
  /** The latest access any replica has seen, as generalized time, by entryUUID. */
  readonly lastAccess: ReadonlyMap<string, string>;
  /** By URL: the day of our own login seen there, for each replica that was read. */
  readonly listening: ReadonlyMap<string, CalendarDate>;
  /** Each with what is wrong. Their logins are not known: nobody is inactive. */
  readonly unread: readonly (UnreadReplica & {
    /** True where it was asked and records nothing: what it saw before is no silence from now on. */
    readonly hasStopped: boolean;
  })[];
}

export interface ReplicaReading {
  /** Open already, on the main server. */
  readonly main: Connection;
  /** The replicas this machine may send its password to (DANHBA_LDAP_REPLICAS). */
  readonly allowed: readonly string[];
  /** Those of the main server: its account, password and way of encrypting are used at each replica. */
  readonly settings: LdapSettings;
  readonly tree: Tree;
  /** The real time, by which the servers' own records of our logins are judged. */
  readonly now: Date;
}

/**
 * A main server that copies its record of our login to the replica would look like a replica that records logins.
 * Times have no parts of a second, so a login of a later second is needed to tell the two apart.
 */
const apartMilliseconds = 1_500;

/**
 * Reads every replica `named` (`policy.yaml`), side by side and without writing; none that `allowed` does not name is
 * contacted, whatever a file says. Nothing that is wrong with a replica is thrown. Takes two seconds more than the
 * servers need: start it beside the reading of the main server.
 */
export async function readReplicas(
  named: readonly string[],
  reading: ReplicaReading,
): Promise<ReplicaAccess> {
  const allowed = new Set(reading.allowed.map(sameUrl));
  const urls = [...new Map(named.map((url) => [sameUrl(url), url])).values()];
  const refused = urls.filter((url) => !allowed.has(sameUrl(url)));
  const agreed = urls.filter((url) => allowed.has(sameUrl(url)));
  const reads = agreed.length === 0 ? [] : await readAgreed(agreed, reading);
  const lastAccess = new Map<string, string>();
  for (const { found } of reads) {
    for (const [uuid, time] of found?.lastAccess ?? []) {
      lastAccess.set(uuid, latestAccess(lastAccess.get(uuid), time) ?? time);
    }
  }
  return {
    lastAccess,
    listening: new Map(reads.flatMap(({ url, found }) => (found ? [[url, found.listening] as const] : []))),
    unread: [
      ...refused.map((url) => ({ url, detail: remark('replica-refused'), hasStopped: false })),
      ...reads.flatMap(({ url, detail, hasStopped = false }) =>
        detail === undefined ? [] : [{ url, detail, hasStopped }],
      ),
    ],
  };
}

async function readAgreed(urls: readonly string[], { main, settings, tree, now }: ReplicaReading) {
  const [own] = await Promise.all([ownLoginOf(main), sleep(apartMilliseconds)]);
  return await Promise.all(
    urls.map(async (url) => ({ url, ...(await readReplica({ ...settings, url }, tree, own, now)) })),
  );
}

/** Where the main server hides it, a replica has less to be told apart by, and is not read for it. */
async function ownLoginOf(main: Connection): Promise<OwnLogin | undefined> {
  return await readOwnLogin(main).catch(() => undefined);
}

const sameUrl = (url: string): string => url.toLowerCase().replace(/\/$/, '');
