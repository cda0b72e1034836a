/** Tells which addresses an account is to have: its own, those it was known by for a while, and a predecessor's. */
import type { Account } from '../../model/account/account.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { aliasMonthsOf, type Policy } from '../../model/directory/policy.ts';
import { addMonths } from '../../model/time/date.ts';
import type { AddressBook } from '../facts/address-book.ts';

export interface Addresses {
  readonly addresses: readonly string[];
  readonly former?: readonly string[];
}

/**
 * The declared addresses, those given up lately (a rename must not lose mail on its way), and those inherited, which
 * are dated too: they stay where the predecessor's file cannot be read. An address somebody typed into the entry by
 * hand was never ours to keep: ours stands in `addresses` too.
 */
export function wantedAddresses(
  declared: Declared,
  actual: Account | undefined,
  { grantedTo, inherited }: AddressBook,
  policy: Policy,
  today: CalendarDate,
): Addresses {
  const own = new Set(declared.addresses);
  const former = new Map<string, CalendarDate>();
  const keep = (address: string, until: CalendarDate) => {
    const taker = grantedTo.get(address);
    if (own.has(address) || until < today || (taker !== undefined && taker !== declared.key)) return;
    former.set(address, until);
  };
  for (const line of actual?.former ?? []) {
    const [address = '', until = ''] = line.split(' ');
    if (actual?.addresses.includes(address)) keep(address, until);
  }
  const before = actual?.address;
  // An entry that was there before danhba has `mail` and no list of all of them.
  const wasOurs =
    before !== undefined && (actual?.addresses.includes(before) || actual?.addresses.length === 0);
  if (wasOurs && before !== declared.address) {
    keep(before, addMonths(today, aliasMonthsOf(policy)));
  }
  for (const [address, until] of inherited.get(declared.key) ?? []) keep(address, until);
  const all = new Set([...own, ...former.keys()]);
  return {
    addresses: [...all].sort(),
    ...(former.size > 0 && { former: [...former].map(([address, until]) => `${address} ${until}`).sort() }),
  };
}
