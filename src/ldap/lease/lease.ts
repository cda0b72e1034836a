/** One run at a time: a lease on the sentinel entry, taken by one asserted modification, lost by silence. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AndFilter,
  Attribute,
  Change,
  EqualityFilter,
  type Filter,
  LessThanEqualsFilter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  ResultCodeError,
} from 'ldapts';
import { generalizedTimeOfInstant } from '../../model/time/date.ts';
import type { Connection } from '../connect/connect.ts';
import type { Tree } from '../profile.ts';
import { AssertionControl } from '../write/assertion.ts';
import { isDead, place, readHolder, refusalOf } from './holder.ts';
import { ensureSentinel, readSentinel, refuseOtherProvince, sentinelDn } from './sentinel.ts';

export interface Lease {
  /** True once somebody else may be at work: nothing more must be written. */
  readonly isLost: () => boolean;
  /** Gives the lease back, as far as that can be done in seconds; somebody else's is left alone. Never throws. */
  readonly release: () => Promise<void>;
}

const leaseMilliseconds = 120_000;
const renewalMilliseconds = 30_000;
/**
 * A run that has asked the server for nothing so long is stuck: its lease is renewed no more. Longer than the mail server
 * may be silent while it copies a mailbox.
 */
const stuckMilliseconds = 3_600_000;
/** How far two machines' clocks may be apart before a living run could be taken for dead. */
const clockSkewMilliseconds = 60_000;
const assertionFailed = 122;

/**
 * Waits for nobody: where another run holds the lease it throws `lease-held`, with who and since when; `lease-future`
 * where it is dated so that it would be held for ever.
 */
export async function acquireLease(
  connection: Connection,
  tree: Tree,
  domain: string,
  now: () => Date,
): Promise<Lease> {
  const { live } = connection;
  await ensureSentinel((await live()).client, tree, domain);
  const holder = `${place()} ${process.pid} ${randomUUID()}`;
  const vacant = new OrFilter({
    filters: [
      new NotFilter({ filter: new PresenceFilter({ attribute: 'danhbaHolder' }) }),
      new LessThanEqualsFilter({
        attribute: 'danhbaUntil',
        value: generalizedTimeOfInstant(now().getTime() - clockSkewMilliseconds),
      }),
    ],
  });
  // Nothing is written on another province's sentinel, not even a lease.
  const ours = new EqualityFilter({ attribute: 'danhbaProvince', value: domain });
  const free = new AndFilter({ filters: [ours, vacant] });
  const start = now().getTime();
  const take = (condition: Filter) =>
    write(live, tree, condition, {
      danhbaHolder: holder,
      danhbaSince: generalizedTimeOfInstant(start),
      danhbaUntil: generalizedTimeOfInstant(start + leaseMilliseconds),
    });
  try {
    if (!(await take(free))) {
      refuseOtherProvince(await readSentinel((await live()).client, tree), domain);
      const other = await readHolder((await live()).client, tree);
      // A run killed on this machine leaves its lease behind; nobody need wait for it.
      const dead = other !== undefined && isDead(other);
      const latest = now().getTime() + leaseMilliseconds + clockSkewMilliseconds;
      if (!dead || !(await take(holds(other.holder)))) throw refusalOf(other, tree, now(), latest);
    }
  } catch (thrown) {
    // Where the answer was lost the lease may be ours all the same.
    if (connection.wasLost()) await giveBack(connection, tree, holder);
    throw thrown;
  }
  return keepAlive(connection, tree, holder, now);
}

/** Tried twice, and not for long: a lease that stays ends by itself. Never throws. */
async function giveBack(connection: Connection, tree: Tree, holder: string): Promise<void> {
  const nothing = { danhbaHolder: undefined, danhbaSince: undefined, danhbaUntil: undefined };
  const give = () => write(connection.parting, tree, holds(holder), nothing);
  const given = new AbortController();
  const { signal } = given;
  const late = sleep(connection.partingMilliseconds, undefined, { signal }).catch(() => undefined);
  await Promise.race([
    late,
    give()
      .catch(give)
      .catch(() => undefined),
  ]);
  given.abort();
}

function keepAlive(connection: Connection, tree: Tree, holder: string, now: () => Date): Lease {
  let validUntil = now().getTime() + leaseMilliseconds;
  let taken = false;
  let own = 0;
  let asked = connection.asked();
  let askedAt = now().getTime();
  const renew = async () => {
    if (connection.asked() - own !== asked) askedAt = now().getTime();
    asked = connection.asked() - own;
    if (now().getTime() - askedAt > stuckMilliseconds) return;
    own++;
    const until = now().getTime() + leaseMilliseconds;
    const mine = await write(connection.live, tree, holds(holder), {
      danhbaUntil: generalizedTimeOfInstant(until),
    });
    if (mine) validUntil = until;
    else taken = true;
  };
  // A failed renewal is tried again next time; the lease counts as lost only when its time is up.
  const timer = setInterval(() => void renew().catch(() => undefined), renewalMilliseconds);
  timer.unref();
  return {
    isLost: () => taken || now().getTime() >= validUntil,
    release: async () => {
      clearInterval(timer);
      await giveBack(connection, tree, holder);
    },
  };
}

const holds = (holder: string): Filter => new EqualityFilter({ attribute: 'danhbaHolder', value: holder });

/** Writes the lease where the condition holds on the server; false where it does not. */
async function write(
  link: Connection['live'],
  tree: Tree,
  condition: Filter,
  values: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const changes = Object.entries(values).map(
    ([type, value]) =>
      new Change({
        operation: 'replace',
        modification: new Attribute({ type, values: value === undefined ? [] : [value] }),
      }),
  );
  try {
    const { client } = await link();
    await client.modify(
      sentinelDn(tree),
      changes,
      new AssertionControl(new AndFilter({ filters: [condition] })),
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof ResultCodeError && thrown.code === assertionFailed) return false;
    throw thrown;
  }
}
