/** Records whose date lies so far back that somebody may have typed last year's number. */
import type { Key } from '../account/key.ts';
import type { CalendarDate } from '../directory/organization.ts';

/** How old a record may be, in days, when it is new and nobody need be asked about its year. */
export const daysBelieved = 60;

/** A date of a record the server does not know yet that lies so far back that its year may be mistyped. */
export interface LongAgo {
  readonly key: Key;
  readonly name: string;
  readonly organization: string;
  readonly field: 'suspension' | 'notice' | 'termination';
  readonly date: CalendarDate;
  /** After which day the mailbox could be deleted, were it done today; at the earliest. */
  readonly deletable: CalendarDate;
}
