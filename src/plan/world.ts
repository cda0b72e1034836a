/** What a plan is made from: what is declared, what is there, what is wrong with the files, and the day. */
import type { AccessDoubt, ObservedAccount, Tombstone, UnreadReplica } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { Directory } from '../model/directory.ts';
import type { Key } from '../model/key.ts';
import type { MailObservation } from '../model/mail.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { PasswordPolicy } from '../model/password-policy.ts';
import type { Problem } from '../model/problem.ts';

export interface World {
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly accounts: readonly ObservedAccount[];
  readonly tombstones: readonly Tombstone[];
  readonly passwordPolicies: readonly PasswordPolicy[];
  /** Set where last access says nothing: then nobody is inactive. */
  readonly accessDoubt?: AccessDoubt;
  readonly unreadReplicas?: readonly UnreadReplica[];
  /** The day since which every server has been seen to record logins; undefined where none has yet. */
  readonly loginsSince: CalendarDate | undefined;
  /** What the mail server holds; absent where none is asked. */
  readonly mail?: MailObservation;
  readonly problems: readonly Problem[];
  /** Whom to ask, for each account whose merged record lacks somebody's word; absent where nobody looked. */
  readonly unconsented?: ReadonlyMap<Key, readonly string[]>;
  readonly today: CalendarDate;
}
