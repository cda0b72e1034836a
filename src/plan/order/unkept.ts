/** Holds an address from before danhba that the account does not have on the server: they are kept, and never given (13.7). */
import { addressesOf } from '../../model/account/account.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Held } from '../../model/plan/plan.ts';
import type { Draft, Sifted } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';

/** What an account is to have, what it may take of others, and which of its addresses is an old one. */
export interface Asked extends Pick<Declared, 'legacy'> {
  readonly addresses: readonly string[];
  readonly reuses?: readonly string[];
}

/**
 * The first old address among those asked for that is not among `there`, those the account has on the server: of its
 * marked entry, or of the unmarked one that is to become it. A file alone gives nobody one. What goes to a successor, or
 * by a grant that names it, has another word behind it.
 */
export function unkeptAddress(
  { addresses, legacy, reuses = [] }: Asked,
  there: readonly string[],
  domain: string,
): string | undefined {
  return addresses.find((address) => {
    if (there.includes(address)) return false;
    return address === legacy?.address || !(address.endsWith(`@${domain}`) || reuses.includes(address));
  });
}

/** Everything else of a change goes on: a lock never waits for an address. */
export function holdUnkept(drafts: readonly Draft[], { declared, policy }: Facts): Sifted {
  const olds = new Map(declared.flatMap(({ key, legacy }) => (legacy ? [[key, legacy] as const] : [])));
  const kept: Draft[] = [];
  const held: Held[] = [];
  for (const draft of drafts) {
    const there = 'base' in draft ? addressesOf(draft.base) : [];
    const legacy = olds.get(draft.key);
    const asked = {
      addresses: draft.account.addresses,
      ...(legacy && { legacy }),
      ...(draft.kind !== 'delete' && draft.reuses && { reuses: draft.reuses }),
    };
    const address = draft.kind === 'delete' ? undefined : unkeptAddress(asked, there, policy.domain);
    if (address === undefined) {
      kept.push(draft);
      continue;
    }
    const rest = withoutPart(draft, 'address');
    const kind = rest === undefined ? draft.kind : 'rename';
    held.push(hold(draft, { code: 'legacy-new', args: { address }, kind }));
    if (rest !== undefined) kept.push(rest);
  }
  return { kept, held };
}
