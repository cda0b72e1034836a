/** The account an entry of others is to become: as the record says, and every address it had goes on receiving. */
import { type Account, addressesOf, type ObservedAccount } from '../../model/account/account.ts';
import type { Candidate } from '../../model/adoption.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { aliasMonthsOf } from '../../model/directory/policy.ts';
import { addMonths } from '../../model/time/date.ts';
import { resolveWanted } from '../decide/wanted.ts';
import type { Facts } from '../facts/facts.ts';
import { homeNameOf } from './obstacles.ts';

/** The entry without what takes no part in comparing: the one name its mail has is none too many. */
export function baseOfCandidate({ account }: Candidate): ObservedAccount {
  const { extraNames, ...rest } = account;
  return account.homeNames === undefined && extraNames !== undefined ? account : rest;
}

export function wantedOf(declared: Declared, candidate: Candidate, facts: Facts): Account {
  const { addresses: old } = candidate;
  const base = baseOfCandidate(candidate);
  // Of several addresses none is the first: the one that stays is no other than it was.
  const first = declared.address !== undefined && old.includes(declared.address) ? declared.address : old[0];
  const { address: _address, ...rest } = base;
  const seen = { ...rest, ...(first !== undefined && { address: first }) };
  const { account } = resolveWanted(declared, seen, facts);
  // A password that is asked for is the reconciler's to set, and to remember.
  const { reset: _reset, ...plain } = account;
  const takenName = homeNameOf(candidate.account);
  const named = { ...plain, ...(takenName !== undefined && { takenName }) };
  // An agency that gives its addresses to a successor, or has no mailbox, keeps none.
  if (!account.mailbox || account.address === undefined) return named;
  const own = new Set(declared.addresses);
  const until = addMonths(facts.today, aliasMonthsOf(facts.policy));
  const dated = new Map((account.former ?? []).map((line) => [line.split(' ')[0] ?? '', line]));
  for (const address of old) if (!own.has(address)) dated.set(address, `${address} ${until}`);
  return {
    ...named,
    addresses: [...new Set([...addressesOf(account), ...old])].sort(),
    ...(dated.size > 0 && { former: [...dated.values()].sort() }),
  };
}
