/** One namespace: an address belongs to one account; a collision stops the newcomer, never the incumbent. */

import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Problem } from '../model/problems/problem.ts';
import { namingPolicyOf } from '../naming/declared.ts';
import { personCandidates } from '../naming/person/candidates.ts';
import { derivePerson } from '../naming/person/derive.ts';
import { isDissolved, mailboxPath, problemAt, type Rule, type RuleContext } from './rule.ts';

export const collisions: Rule = function* (context, found) {
  const claimants = new Map<string, Declared[]>();
  const isRefused = findRefused(found);
  for (const account of context.declared) {
    for (const address of account.addresses) {
      if (isRefused(account, address)) continue;
      const others = claimants.get(address);
      if (others === undefined) claimants.set(address, [account]);
      else others.push(account);
    }
  }
  const taken = (address: string) =>
    claimants.has(address) || context.holders.has(address) || context.quiet?.hasAddress(address) === true;
  for (const [address, accounts] of claimants) {
    if (accounts.length < 2) continue;
    const incumbent = incumbentOf(address, accounts, context);
    for (const newcomer of accounts) {
      if (newcomer.key === incumbent.key) continue;
      yield problemAt(newcomer, pathOf(newcomer, address), 'address-collision', {
        address,
        holder: incumbent.name,
        place: `${incumbent.file}:${incumbent.line}`,
        candidates: newcomer.kind === 'person' ? freeCandidates(newcomer, context, taken) : [],
      });
    }
  }
};

/**
 * Two organizations of one local part would be one house: what ends in it would be either's to name. Where both have
 * the address that is a collision already; one without a mailbox, or with another address, is told here.
 */
export const sharedHouses: Rule = function* (context) {
  const { declared, directory, today } = context;
  const houses = declared.filter(
    ({ kind, derived, organization }) =>
      kind === 'organization' && derived !== null && !isDissolved(organization, today),
  );
  const bearers = Map.groupBy(houses, ({ derived }) => `${derived}@${directory.policy.domain}`);
  for (const [address, accounts] of bearers) {
    const [first, ...more] = inOrder(address, accounts, context);
    for (const newcomer of more) {
      if (first === undefined || newcomer.key === first.key) continue;
      if ([first, newcomer].every(({ addresses }) => addresses.includes(address))) continue;
      const place = `${first.file}:${first.line}`;
      const args = { address, holder: first.name, place, candidates: [] };
      yield problemAt(newcomer, ['code'], 'address-collision', args);
    }
  }
};

/** What is refused takes nothing from anybody: a claim with an error of its own stops nobody else's. */
function findRefused(found: readonly Problem[]): (account: Declared, address: string) => boolean {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return () => false;
  const places = new Set(errors.map(({ at }) => placeOf(at.file, at.path)));
  const suffixes = new Set(errors.flatMap(({ code, at }) => (code === 'suffix-foreign' ? at.file : [])));
  return (account, address) => {
    const { file, path, kind } = account;
    if (kind === 'person' && address === account.address && suffixes.has(file)) return true;
    return places.has(placeOf(file, [...path, ...pathOf(account, address)]));
  };
}

const placeOf = (file: string, path: readonly (string | number)[]): string => `${file} ${path.join('/')}`;

/** Who has the address on the server; else an organization, one that is there first; else by when ids were issued. */
function incumbentOf(address: string, accounts: readonly Declared[], context: RuleContext): Declared {
  return inOrder(address, accounts, context)[0] as Declared;
}

function inOrder(
  address: string,
  found: readonly Declared[],
  { holders, accounts }: RuleContext,
): readonly Declared[] {
  const rank = ({ key, kind }: Declared) => {
    if (key === holders.get(address)) return 0;
    if (kind === 'person') return 3;
    return accounts.has(key) ? 1 : 2;
  };
  return found.toSorted((a, b) => rank(a) - rank(b) || byIssue(a.key, b.key));
}

/** Ids are numbered as they are issued: LC-9 is before LC-10. */
function byIssue(a: Key, b: Key): number {
  const [, wordA = a, digitsA = ''] = /^(.*?)0*(\d*)$/.exec(a) ?? [];
  const [, wordB = b, digitsB = ''] = /^(.*?)0*(\d*)$/.exec(b) ?? [];
  if (wordA !== wordB) return wordA < wordB ? -1 : 1;
  return digitsA.length - digitsB.length || (digitsA < digitsB ? -1 : digitsA > digitsB ? 1 : 0);
}

/** Where the newcomer's claim is written: its alias, its decided address, or the name it is derived from. */
function pathOf(account: Declared, address: string): readonly (string | number)[] {
  const path = mailboxPath(account);
  if (account.address !== address) {
    const index = (account.declaration?.aliases ?? []).findIndex((alias) => alias.toLowerCase() === address);
    return [...path, 'aliases', index];
  }
  if (account.declaration?.address !== undefined) return [...path, 'address'];
  return account.kind === 'person' ? ['name'] : ['code'];
}

/** Addresses in the person's form that nobody has, here or on the server. */
function freeCandidates(
  { person, suffix }: Declared,
  { directory }: RuleContext,
  taken: (address: string) => boolean,
): readonly string[] {
  if (person === undefined || suffix === null) return [];
  const policy = namingPolicyOf(directory.policy);
  const { name, nameParts } = person;
  const derivation = derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, policy);
  return personCandidates(derivation, suffix, (localPart) => taken(`${localPart}@${policy.domain}`), policy);
}
