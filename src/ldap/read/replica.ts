/** Reads one replica's record of who logged in there: all of it, or in words why not. */

import type { CalendarDate } from '../../model/directory/organization.ts';
import { ownKey } from '../../model/doctor/own-name.ts';
import { ExpectedError, remarkOf } from '../../model/problems/errors.ts';
import type { Remark } from '../../model/problems/remark.ts';
import { dateOfGeneralizedTime } from '../../model/time/date.ts';
import { isAhead, isFresh, isRecordedThere, type OwnLogin, readOwnLogin } from '../connect/access.ts';
import { type Connection, connect, explainOperation } from '../connect/connect.ts';
import type { LdapSettings } from '../connect/settings.ts';
import { readSentinel } from '../lease/sentinel.ts';
import { containerOf, type Tree } from '../profile.ts';
import { readContainer } from './read.ts';

/** Exactly one of the two. */
export interface ReplicaRead {
  readonly found?: FoundAccess;
  /** What is wrong with it. */
  readonly detail?: Remark;
  /** With a detail: it was asked, and does not record logins. */
  readonly hasStopped?: boolean;
}

export interface FoundAccess {
  /** Generalized time, by entryUUID; an entry nobody logged in to has none. */
  readonly lastAccess: ReadonlyMap<string, string>;
  /** The day of our own login there. */
  readonly listening: CalendarDate;
}

/**
 * `own` is our login on the main server, at least a second ago: a replica is believed only where it shows another of
 * its own, and as many entries as its copy of the sentinel counts. Never throws.
 */
export async function readReplica(
  settings: LdapSettings,
  tree: Tree,
  own: OwnLogin | undefined,
  now: Date,
): Promise<ReplicaRead> {
  let connection: Connection | undefined;
  try {
    // The run does not stand or fall with a replica: one that is lost is not waited for.
    connection = await connect({ ...settings, waitSeconds: 0 });
    const listening = await proveListening(connection, own, now);
    return { found: { lastAccess: await readAccesses(connection, tree), listening } };
  } catch (thrown) {
    const why = connection === undefined ? thrown : explainOperation(thrown, connection);
    const { says, facts } = remarkOf(why);
    // It stands beside its URL already; a container of it is told.
    const isUrl = 'at' in facts && facts.at === settings.url;
    const detail = { says, facts: isUrl ? { ...facts, at: '' } : facts } as Remark;
    return { detail, hasStopped: thrown instanceof ExpectedError && thrown.code === 'replica-silent' };
  } finally {
    await connection?.close();
  }
}

/** The day of our own login there; throws where the replica does not show one of its own. */
async function proveListening(
  connection: Connection,
  main: OwnLogin | undefined,
  now: Date,
): Promise<CalendarDate> {
  const there = await readOwnLogin(connection);
  if (there === undefined) throw new ExpectedError('replica-unread.hidden', {});
  if (!isFresh(there, now)) throw new ExpectedError('replica-silent.none', {});
  if (isAhead(there, now)) throw new ExpectedError('replica-unread.ahead', {});
  if (!isRecordedThere(there, main)) throw new ExpectedError('replica-silent.copied', {});
  return dateOfGeneralizedTime(there.time ?? '') ?? '';
}

async function readAccesses(connection: Connection, tree: Tree): Promise<ReadonlyMap<string, string>> {
  const { client, messages } = await connection.live();
  // Before the entries, as the main server's: what goes meanwhile is then no loss.
  const sentinel = await readSentinel(client, tree);
  if (sentinel === undefined) throw new ExpectedError('replica-unread.unmarked', {});
  const lastAccess = new Map<string, string>();
  let seen = 0;
  for (const container of [containerOf.organization(tree), containerOf.person(tree)]) {
    for await (const page of readContainer(messages, container, attributes)) {
      for (const { attributes: values } of page) {
        if (values.danhbaKey === undefined || values.danhbaKey[0] === ownKey) continue;
        seen++;
        const [uuid, time] = [values.entryUUID?.[0], values.authTimestamp?.[0]];
        if (uuid !== undefined && time !== undefined) lastAccess.set(uuid, time);
      }
    }
  }
  if (seen === 0) throw new ExpectedError('replica-unread.empty', {});
  const { count = 0 } = sentinel;
  if (seen < count) throw new ExpectedError('replica-unread.partial', { seen, count });
  // Own record or not: where nobody at all has logged in, the right to see others' is more likely lost.
  if (lastAccess.size === 0) throw new ExpectedError('replica-unread.unused', {});
  return lastAccess;
}

/** danhbaKey tells ours, which the sentinel counts. */
const attributes = ['entryUUID', 'authTimestamp', 'danhbaKey'] as const;
