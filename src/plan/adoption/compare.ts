/** Sets an adoption's file against the server: what is taken over now, and what is not and why. */
import type { Account, ObservedAccount, Tombstone } from '../../model/account/account.ts';
import { isSameHolder } from '../../model/account/key.ts';
import type { AdoptionEntry, Candidate, OpenAdoption } from '../../model/adoption.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Held, Hold } from '../../model/plan/plan.ts';
import { changeId, type ModificationDraft, modification, whyOf } from '../draft.ts';
import { makeDoubt } from '../facts/doubt.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { changedSince, type Homes, homesOf, isStranger, obstacleOf } from './obstacles.ts';
import { baseOfCandidate, wantedOf } from './wanted.ts';

export interface ComparedAdoption {
  readonly drafts: readonly ModificationDraft[];
  readonly held: readonly Held[];
}

export function compareAdoption(
  { adoption, candidates = new Map() }: OpenAdoption,
  facts: Facts,
): ComparedAdoption {
  const drafts: ModificationDraft[] = [];
  const held: Held[] = [];
  const declaredByKey = new Map(facts.declared.map((one) => [one.key, one]));
  const book = bookOf(facts);
  const doubt = makeDoubt(facts);
  for (const entry of adoption.entries) {
    const declared = declaredByKey.get(entry.key);
    const of = declared ?? nameless(entry);
    const candidate = candidates.get(entry.uuid);
    if (candidate === undefined) {
      const reason = whyAbsent(entry, book);
      if (reason !== undefined) held.push(hold(of, reason));
      continue;
    }
    const problem = declared && (facts.blockedBy(declared) ?? doubt(declared, true));
    if (declared !== undefined && problem !== undefined) {
      const place = `${problem.at.file}:${declared.line}`;
      held.push(hold(declared, { code: 'problem', args: { problem: problem.code, place }, kind: 'adopt' }));
      continue;
    }
    const judged = judge(entry, candidate, declared, book, facts);
    if ('code' in judged) held.push(hold(of, judged));
    else drafts.push(judged);
  }
  return { drafts, held };
}

/** The file alone speaks of it: no record says what it is called. */
const nameless = ({ key, dn }: AdoptionEntry): Account => ({
  key,
  name: dn,
  mailbox: false,
  addresses: [],
  locked: false,
});

/** It has the mark, and all is done; or it has another's; or nobody sees it any more. */
function whyAbsent({ key, uuid, dn }: AdoptionEntry, { byUuid }: Book): Hold | undefined {
  const there = byUuid.get(uuid);
  if (there === undefined) return { code: 'adoption-changed', args: { dn, differs: [] }, kind: 'adopt' };
  if (isSameHolder(there.key, key)) return undefined;
  return { code: 'adoption-taken', args: { dn: there.dn, other: there.key }, kind: 'adopt' };
}

function judge(
  entry: AdoptionEntry,
  candidate: Candidate,
  declared: Declared | undefined,
  book: Book,
  facts: Facts,
): ModificationDraft | Hold {
  const { dn } = candidate.account;
  if (facts.doubt !== undefined) return { code: 'read-doubtful', args: facts.doubt, kind: 'adopt' };
  if (facts.actualKeys.has(entry.key)) {
    const other = facts.accounts.find(({ key }) => key === entry.key)?.dn ?? entry.key;
    return { code: 'adoption-taken', args: { dn, other }, kind: 'adopt' };
  }
  if (declared === undefined) return { code: 'adoption-undeclared', args: { dn }, kind: 'adopt' };
  const changed = changedSince(entry, candidate);
  if (changed !== undefined) return changed;
  if (isStranger(declared, candidate)) {
    const values = [candidate.account.name, declared.name];
    return { code: 'adoption-refused', args: { dn, because: 'stranger', values }, kind: 'adopt' };
  }
  const account = wantedOf(declared, candidate, facts);
  const base = baseOfCandidate(candidate);
  const obstacle =
    obstacleOf(candidate, { ...base, ...account }, book.homes, facts) ?? takenFrom(account, candidate, book);
  if (obstacle !== undefined) return obstacle;
  const draft = modification(base, account, whyOf('adopted', declared), declared.organization.id);
  return { ...draft, id: changeId('adopt', entry.key), kind: 'adopt' };
}

/** What is looked up for each entry, worked out once for all of them. */
interface Book {
  readonly byUuid: ReadonlyMap<string, ObservedAccount>;
  readonly homes: Homes;
  readonly holders: Holders;
  /** Addresses at rest today. */
  readonly resting: ReadonlyMap<string, Tombstone>;
}

function bookOf(facts: Facts): Book {
  const { accounts, tombstones, today } = facts;
  return {
    byUuid: new Map(accounts.map((account) => [account.uuid, account])),
    homes: homesOf(facts),
    holders: holdersOf(facts),
    resting: new Map(tombstones.filter(({ until }) => until >= today).map((one) => [one.address, one])),
  };
}

/** Who has each address now, whatever they are: by the DN. */
type Holders = ReadonlyMap<string, readonly { readonly dn: string; readonly holder: string }[]>;

function holdersOf({ accounts, unmarked }: Facts): Holders {
  const holders = new Map<string, { dn: string; holder: string }[]>();
  const add = (address: string, dn: string, holder: string) => {
    const known = holders.get(address);
    if (known === undefined) holders.set(address, [{ dn, holder }]);
    else known.push({ dn, holder });
  };
  for (const { dn, addresses } of unmarked) for (const address of addresses) add(address, dn, dn);
  for (const account of accounts)
    for (const address of everyAddressOf(account)) add(address, account.dn, account.key);
  return holders;
}

const everyAddressOf = ({
  address,
  addresses,
  optionAddresses = [],
  namedAddress,
}: ObservedAccount): ReadonlySet<string> =>
  new Set([...addresses, ...optionAddresses, ...[address, namedAddress].filter((one) => one !== undefined)]);

/** No address of the account is, or rests, with somebody else. */
function takenFrom(
  { key, addresses }: Account,
  { account: { dn }, addresses: old }: Candidate,
  { holders, resting }: Book,
): Hold | undefined {
  for (const address of addresses) {
    const other = holders.get(address)?.find((one) => one.dn !== dn);
    if (other !== undefined) {
      return { code: 'address-held', args: { address, holder: other.holder }, kind: 'adopt' };
    }
    const rest = resting.get(address);
    if (rest !== undefined && !old.includes(address) && !isSameHolder(rest.holder, key)) {
      const { holder, until } = rest;
      return { code: 'address-retired', args: { address, holder, until }, kind: 'adopt' };
    }
  }
  return undefined;
}
