/** An entry whose organization is missing, or is one that nobody knows: completed, never taken for a move. */
import type { Account, ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import { organizationKey } from '../model/key.ts';
import { type Comparison, nothing } from './comparison.ts';
import { heldOf, modification, whyOf } from './drafting.ts';
import { lockOf } from './lock.ts';
import type { Scene } from './scene.ts';
import { accountOf } from './undeclared.ts';
import type { Wanted } from './wanted.ts';

/**
 * The organization alone is set, or put into the spelling of the file that has it; everything else follows in the next
 * run, as it would for anybody of that organization. Where the record locks, the lock goes along. Undefined where the
 * entry has a home that is known.
 */
export function completed(
  declared: Declared,
  actual: ObservedAccount,
  wanted: Wanted,
  scene: Scene,
): Comparison | undefined {
  const { person } = declared;
  const { organization: written = '' } = actual;
  if (person === undefined || scene.organizationIds.has(written)) return undefined;
  if (scene.actualKeys.has(organizationKey(written))) {
    // The organization is on the server: it is its file that is gone, and says nothing of anybody.
    return { ...nothing, held: [heldOf(declared, 'organization-vanished', { organization: written })] };
  }
  const unreadable = scene.unreadable.anybodys;
  if (unreadable !== undefined) {
    // The home of the entry may be the one that cannot be read: another's record says nothing of it.
    const args = { organization: unreadable.id, file: unreadable.file };
    return { ...nothing, held: [heldOf(declared, 'organization-unreadable', args)] };
  }
  const spelled = spelledAs(written, scene);
  const other = spelled === undefined ? houseOf(actual, declared, scene) : undefined;
  if (other !== undefined) {
    // The entry does not say whose it is, but its address does: it takes that organization's word.
    return { ...nothing, held: [heldOf(declared, 'release-needed', { from: other }, 'update')] };
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
  return { ...nothing, drafts: [modification(actual, account, why, organization)] };
}

/** Another organization in whose space the first address lies; undefined where none is, or the declaring one. */
function houseOf(actual: Account, declared: Declared, scene: Scene): string | undefined {
  const local = actual.address?.split('@')[0] ?? '';
  const suffix = local.slice(local.indexOf('.') + 1);
  if (!local.includes('.')) return undefined;
  const houses = [...scene.suffixes].filter(([, one]) => one === suffix).map(([id]) => id);
  return houses.includes(declared.organization.id) ? undefined : houses[0];
}

/** An id of the files that the text differs from in case or spaces alone. */
function spelledAs(text: string, { directory }: Scene): string | undefined {
  const plain = plainOf(text);
  return directory.organizations.find(({ organization }) => plainOf(organization.id) === plain)?.organization
    .id;
}

const plainOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
