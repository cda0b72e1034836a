/** What becomes of the mailbox of somebody whom another organization declares: it stays, travels along, or is left. */
import type { ObservedAccount } from '../../model/account/account.ts';
import { organizationKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { hasEnded } from '../../model/directory/ending.ts';
import type { Termination } from '../../model/directory/organization.ts';
import type { Facts } from '../facts/facts.ts';

export type Move =
  | { readonly kind: 'none' }
  /**
   * The mailbox goes along: by succession, within one suffix where the old organization let go, or back to where it
   * once travelled from, as its former address tells.
   */
  | { readonly kind: 'travels'; readonly by: 'release' | 'succession' | 'return' }
  /** 8.2 and 6.1: the old mailbox ends, a new one is issued. */
  | { readonly kind: 'left' }
  /** The old organization has not let go, or to somebody else. */
  | { readonly kind: 'unreleased'; readonly from: string; readonly to?: string };

/**
 * A mailbox never travels because two addresses happen to be equal. An entry without an organization says of nobody
 * that he moved: what is missing is no evidence.
 */
export function moveOf(
  { person, organization, address }: Declared,
  actual: ObservedAccount,
  facts: Facts,
): Move {
  const from = actual.organization;
  if (person === undefined || from === undefined || from === organization.id) return { kind: 'none' };
  const release = releaseIn(from, person.id, facts);
  const isSent = release?.to !== undefined && release.to !== organization.id;
  if (actual.state === 'terminated') {
    // What has ended stays as it is, for whatever reason it ended: who is hired again gets a new one.
    return isSent ? { kind: 'unreleased', from, to: release.to as string } : { kind: 'left' };
  }
  if (isSuccessor(organization.id, from, facts)) return { kind: 'travels', by: 'succession' };
  if (isSent) return { kind: 'unreleased', from, to: release.to as string };
  if (release !== undefined && haveOneSuffix(from, organization.id, facts)) {
    return { kind: 'travels', by: 'release' };
  }
  // A merger that is taken back: the address was this mailbox's, and the agency's own rest since it was dissolved.
  const isBack = address !== undefined && isFormerOf(actual, address);
  if (isBack && facts.resting.has(organizationKey(organization.id))) return { kind: 'travels', by: 'return' };
  return actual.address === address ? { kind: 'unreleased', from } : { kind: 'left' };
}

/** True for an address this very mailbox was known by. */
const isFormerOf = ({ former = [], addresses }: ObservedAccount, address: string): boolean =>
  addresses.includes(address) && former.some((line) => line.startsWith(`${address} `));

/** The record in the file that a person leaves that it lets go (8.2), once its day has come. */
function releaseIn(organization: string, id: string, facts: Facts): Termination | undefined {
  const termination = terminationIn(organization, id, facts);
  return termination?.reason === 'transfer' ? termination : undefined;
}

/** The record of the end in the file that a person leaves, where it stands there still. */
export function terminationIn(organization: string, id: string, facts: Facts): Termination | undefined {
  const file = facts.files.get(organization);
  const record = file?.organization.people?.find(
    (person, index) => !file.unusable.has(index) && person.id === id,
  );
  const termination = record?.termination;
  return hasEnded(termination, facts.today) ? termination : undefined;
}

/** True where the one goes on with the work of the other, or of who went on with it. */
function isSuccessor(id: string, dissolved: string, { files, today }: Facts): boolean {
  const passed = new Set<string>();
  for (let one = dissolved; !passed.has(one); ) {
    passed.add(one);
    const ending = files.get(one)?.organization.dissolved;
    if (ending === undefined || ending.date > today || ending.successor === undefined) return false;
    if (ending.successor === id) return true;
    one = ending.successor;
  }
  return false;
}

function haveOneSuffix(a: string, b: string, { suffixes }: Facts): boolean {
  const suffix = suffixes.get(a);
  return suffix !== undefined && suffix === suffixes.get(b);
}
