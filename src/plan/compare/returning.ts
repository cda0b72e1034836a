/** Whoever comes back gets the mailbox that is there already, or at least the addresses it still has. */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { parseKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { deletionDueOf } from '../decide/deletion.ts';
import { resolveWanted } from '../decide/wanted.ts';
import { changeId, type ModificationDraft, modification, whyOf } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';

/**
 * Woken with a new password: the mailbox the person left this organization's by a transfer, the last one where there
 * are several. Undefined where there is none, or where the record locks it at once.
 */
export function wakingOf(
  declared: Declared,
  formers: readonly ObservedAccount[],
  facts: Facts,
): ModificationDraft | undefined {
  const former = formers
    .filter(({ organization, reason }) => organization === declared.organization.id && reason === 'transfer')
    .toSorted((a, b) => numberOf(b) - numberOf(a))[0];
  if (former === undefined) return undefined;
  const { account, decision } = resolveWanted(declared, former, facts);
  if (decision?.lifecycle.state !== 'active') return undefined;
  const draft = modification(former, account, whyOf('returned', declared), declared.organization.id, true);
  return { ...draft, id: changeId('restore', declared.key), key: declared.key };
}

/** Former mailboxes without what the present one is to have: an address is the person's, whichever mailbox has it. */
export function passedOn(
  formers: readonly ObservedAccount[],
  wanted: Account,
  declared: Declared,
  facts: Facts,
): readonly ModificationDraft[] {
  return formers.flatMap((former) => {
    // Its deletion lets them go by itself.
    if (deletionDueOf(former, facts) !== undefined) return [];
    const account = withoutAddresses(accountOf(former), wanted.addresses);
    if (account.addresses.length === former.addresses.length) return [];
    const why = whyOf('returned', declared);
    const draft = modification(former, account, why, former.organization ?? '');
    // It has ended: nobody is called otherwise by it.
    return [{ ...draft, kind: 'update', id: changeId('update', former.key) }];
  });
}

/** The account without these addresses, wherever it has them. */
export function withoutAddresses(account: Account, taken: readonly string[]): Account {
  const { address, former, ...rest } = account;
  const isKept = (one: string) => !taken.includes(one);
  const left = former?.filter((line) => isKept(line.split(' ')[0] ?? ''));
  return {
    ...rest,
    ...(address !== undefined && isKept(address) && { address }),
    addresses: rest.addresses.filter(isKept),
    ...(left !== undefined && left.length > 0 && { former: left }),
  };
}

const numberOf = ({ key }: ObservedAccount): number => parseKey(key)?.former ?? 0;
