/** An entry whose organization is missing, or is one that nobody knows: completed, never taken for a move. */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { organizationKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { lockOf } from '../decide/lock.ts';
import type { Wanted } from '../decide/wanted.ts';
import { modification, whyOf } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { drafted, heldBack, type Verdict } from './verdict.ts';

/**
 * The organization alone is set, or put into the spelling of the file that has it; everything else follows in the next
 * run, as it would for anybody of that organization. Where the record locks, the lock goes along. Undefined where the
 * entry has a home that is known.
 */
export function completed(
  declared: Declared,
  actual: ObservedAccount,
  wanted: Wanted,
  facts: Facts,
): Verdict | undefined {
  const { person } = declared;
  const { organization: written = '' } = actual;
  if (person === undefined || facts.organizationIds.has(written)) return undefined;
  if (facts.actualKeys.has(organizationKey(written))) {
    // The organization is on the server: it is its file that is gone, and says nothing of anybody.
    return heldBack({ code: 'organization-vanished', args: { organization: written } });
  }
  const unreadable = facts.unreadable.anybodys;
  if (unreadable !== undefined) {
    // The home of the entry may be the one that cannot be read: another's record says nothing of it.
    const args = { organization: unreadable.id, file: unreadable.file };
    return heldBack({ code: 'organization-unreadable', args });
  }
  const spelled = spelledAs(written, facts);
  const other = spelled === undefined ? houseOf(actual, declared, facts) : undefined;
  if (other !== undefined) {
    // The entry does not say whose it is, but its address does: it takes that organization's word.
    return heldBack({ code: 'release-needed', args: { from: other }, kind: 'update' });
  }
  const organization = spelled ?? declared.organization.id;
  const lock = lockOf(actual, wanted);
  const { issued, takenName } = wanted.account;
  const account: Account = {
    ...accountOf(actual),
    ...lock?.account,
    organization,
    ...(issued !== undefined && { issued }),
    ...(takenName !== undefined && { takenName }),
  };
  const why = lock === undefined ? whyOf('completed', declared) : whyOf(lock.why, declared, lock);
  return drafted(modification(actual, account, why, organization));
}

/** Another organization in whose space the first address lies; undefined where none is, or the declaring one. */
function houseOf(actual: Account, declared: Declared, facts: Facts): string | undefined {
  const [local = '', domain] = actual.address?.split('@') ?? [];
  // An old address says nothing of houses: one of another domain, or one that the operator let this person keep.
  if (domain !== facts.policy.domain || actual.address === declared.legacy?.address) return undefined;
  const suffix = local.slice(local.indexOf('.') + 1);
  if (!local.includes('.')) return undefined;
  const houses = [...facts.suffixes].filter(([, one]) => one === suffix).map(([id]) => id);
  return houses.includes(declared.organization.id) ? undefined : houses[0];
}

/** An id of the files that the text differs from in case or spaces alone. */
function spelledAs(text: string, { directory }: Facts): string | undefined {
  const plain = plainOf(text);
  return directory.organizations.find(({ organization }) => plainOf(organization.id) === plain)?.organization
    .id;
}

const plainOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
