/** Who holds the lease, as the sentinel tells it: whether that run is dead, and what to say to whoever must wait. */
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Client } from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { ldifLine } from '../../model/text/ldif-line.ts';
import { instantOfGeneralizedTime } from '../../model/time/date.ts';
import type { Tree } from '../profile.ts';
import { attributesOf } from '../read/read.ts';
import { sentinelDn } from './sentinel.ts';

export interface Holder {
  /** Host, process namespace, process id, and what tells two runs of one process apart. */
  readonly holder: string;
  /** Generalized times; one may be missing where a hand has been at work. */
  readonly since?: string;
  readonly until?: string;
}

export async function readHolder(client: Client, tree: Tree): Promise<Holder | undefined> {
  const { searchEntries } = await client.search(sentinelDn(tree), {
    scope: 'base',
    attributes: ['danhbaHolder', 'danhbaSince', 'danhbaUntil'],
  });
  const [entry] = searchEntries;
  const { danhbaHolder, danhbaSince, danhbaUntil } = entry === undefined ? {} : attributesOf(entry);
  const [holder, since, until] = [danhbaHolder?.[0], danhbaSince?.[0], danhbaUntil?.[0]];
  if (holder === undefined) return undefined;
  return { holder, ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

/** Where a process number means something: the host and, in containers, the process namespace. */
export function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return `${hostname()} -`;
  }
}

/** True for a holder of this very place whose process is gone. */
export function isDead({ holder }: Holder): boolean {
  const parts = holder.split(' ');
  if (parts.slice(0, 2).join(' ') !== place()) return false;
  try {
    process.kill(Number(parts[2]), 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** `latest`: what no run could have written by this machine's clock; to wait for it would be to wait for ever. */
export function refusalOf(other: Holder | undefined, tree: Tree, now: Date, latest: number): ExpectedError {
  const [host = '?', , process = '?'] = other?.holder.split(' ') ?? [];
  const [since, until] = [shown(other?.since), shown(other?.until)];
  const end = other?.until === undefined ? undefined : instantOfGeneralizedTime(other.until);
  if (other === undefined || (end !== undefined && end <= latest)) {
    return new ExpectedError('lease-held', { who: host, process, since });
  }
  return new ExpectedError('lease-future', {
    who: host,
    process,
    since,
    until,
    now: shownInstant(now.getTime()),
    ldif: clearing(other, tree),
  });
}

/** Names whom it takes the lease from: another run that has it by then keeps it. */
function clearing({ holder, since, until }: Holder, tree: Tree): string {
  return [
    ldifLine('dn', sentinelDn(tree)),
    'changetype: modify',
    ...['delete: danhbaHolder', ldifLine('danhbaHolder', holder)],
    ...(since === undefined ? [] : ['-', 'delete: danhbaSince']),
    ...(until === undefined ? [] : ['-', 'delete: danhbaUntil']),
  ].join('\n');
}

function shown(time: string | undefined): string {
  const instant = time === undefined ? undefined : instantOfGeneralizedTime(time);
  return instant === undefined ? (time ?? '?') : shownInstant(instant);
}

const shownInstant = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
