/** What summaries of files are made by: as data, and made ready. */
import { type EntryDigest, makeEntryDigest } from '../../ldap/read/entry-digest.ts';
import type { Directory } from '../../model/directory/directory.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { type HashKey, makeKeyedHash } from '../../model/quiet/keyed-hash.ts';
import { namingPolicyOf } from '../../naming/declared.ts';
import { freshSince } from '../../quiet/at-rest.ts';
import { namedBy } from '../../quiet/loud.ts';
import type { SummaryTerms } from '../../quiet/summary.ts';

export interface Terms {
  readonly directory: Pick<Directory, 'policy' | 'calendar' | 'grants'>;
  readonly today: CalendarDate;
  readonly hashKey: HashKey;
  readonly isForEntries: boolean;
}

export function makeTerms({
  directory,
  today,
  hashKey,
  isForEntries,
}: Terms): SummaryTerms & { readonly digest: EntryDigest } {
  const { policy, calendar } = directory;
  const hash = makeKeyedHash(hashKey);
  const rest = { policy, calendar, today };
  const ignored = policy.unmanaged ?? [];
  return {
    ...rest,
    isForEntries,
    naming: namingPolicyOf(policy),
    named: namedBy(directory),
    hash,
    digest: makeEntryDigest(hash, policy, { ignored, freshSince: freshSince(rest) }),
  };
}
