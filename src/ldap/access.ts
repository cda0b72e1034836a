/** Whether last access (8.1) can be believed: whoever reads it has just logged in, and that must show. */
import { NoSuchObjectError } from 'ldapts';
import type { AccessDoubt } from '../model/account.ts';
import { dateOfGeneralizedTime, generalizedTimeOfInstant } from '../model/date.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Connection } from './connect.ts';
import { attributesOf } from './read.ts';

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
  const { client } = await connection.live();
  try {
    const { searchEntries } = await client.search(connection.bindDn, {
      scope: 'base',
      attributes: ['authTimestamp'],
    });
    const [entry] = searchEntries;
    if (entry === undefined) return { doubt: 'not-readable' };
    const time = attributesOf(entry).authTimestamp?.[0] ?? '';
    const oldest = generalizedTimeOfInstant(now.getTime() - freshMilliseconds);
    const day = form.test(time) && time >= oldest ? dateOfGeneralizedTime(time) : undefined;
    return day === undefined ? { doubt: 'not-recorded' } : { day };
  } catch (thrown) {
    // rootdn needs no entry, and another directory may hide an account from itself.
    if (thrown instanceof NoSuchObjectError) return { doubt: 'not-readable' };
    throw thrown;
  }
}
