/** Whether last access (8.1) can be believed: whoever reads it has just logged in, and that must show. */
import { NoSuchObjectError } from 'ldapts';
import type { AccessDoubt } from '../../model/account/account.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { dateOfGeneralizedTime, generalizedTimeOfInstant } from '../../model/time/date.ts';
import { attributesOf } from '../read/read.ts';
import type { Connection } from './connect.ts';

/** What the bound account's own entry tells of its logins. */
export interface OwnLogin {
  /** authTimestamp, in slapd's form; undefined where none is shown. */
  readonly time?: string;
  /** entryCSN: which state of the entry a server has, the same text on every server that has it. */
  readonly csn?: string;
}

/** The server writes it once an hour at most (lastbind-precision), and clocks differ: two days are ample. */
const freshMilliseconds = 2 * 86_400_000;

/** As slapd writes it: times of this form have the order of their texts. */
const form = /^\d{14}Z$/;

/** Whether a server records logins: the day of ours as it has it, or why it cannot be told. */
export type Listening =
  | { readonly day: CalendarDate }
  | { readonly doubt: Exclude<AccessDoubt, 'replica-unread'> };

/**
 * Looks at the bound account's own last access; `now` is the real time, whatever day is planned for. A day where it is
 * there and fresh: the server records logins, and lets this account read them.
 */
export async function readListening(connection: Connection, now: Date): Promise<Listening> {
  const own = await readOwnLogin(connection);
  if (own === undefined) return { doubt: 'not-readable' };
  const day = isFresh(own, now) ? dateOfGeneralizedTime(own.time ?? '') : undefined;
  return day === undefined ? { doubt: 'not-recorded' } : { day };
}

/** Undefined where the bound account may not see its own entry, or has none. */
export async function readOwnLogin(connection: Connection): Promise<OwnLogin | undefined> {
  const { client } = await connection.live();
  try {
    const { searchEntries } = await client.search(connection.bindDn, {
      scope: 'base',
      attributes: ['authTimestamp', 'entryCSN'],
    });
    const [entry] = searchEntries;
    if (entry === undefined) return undefined;
    const { authTimestamp, entryCSN } = attributesOf(entry);
    const [time, csn] = [authTimestamp?.[0], entryCSN?.[0]];
    return { ...(time !== undefined && { time }), ...(csn !== undefined && { csn }) };
  } catch (thrown) {
    // rootdn needs no entry, and another directory may hide an account from itself.
    if (thrown instanceof NoSuchObjectError) return undefined;
    throw thrown;
  }
}

export function isFresh({ time = '' }: OwnLogin, now: Date): boolean {
  return form.test(time) && time >= generalizedTimeOfInstant(now.getTime() - freshMilliseconds);
}

/** True for a clock that would keep unused mailboxes from ever being found. */
export function isAhead({ time = '' }: OwnLogin, now: Date): boolean {
  return time > generalizedTimeOfInstant(now.getTime() + freshMilliseconds);
}

/**
 * True where the login a replica shows was recorded by the replica itself, not copied from the `main` server.
 * slapd records it there without moving entryCSN, so that it may be later than the state of the entry it stands in;
 * or the same state has another time on the main server.
 */
export function isRecordedThere(there: OwnLogin, main: OwnLogin | undefined): boolean {
  const { time, csn } = there;
  if (time === undefined || csn === undefined) return false;
  return time > `${csn.slice(0, 14)}Z` || (csn === main?.csn && time !== main.time);
}
