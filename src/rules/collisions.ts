/** One namespace: an address belongs to one account; a collision stops the newcomer, never the incumbent. */
import type { Declared } from '../model/declared.ts';
import type { Key } from '../model/key.ts';
import { personCandidates } from '../naming/candidates.ts';
import { namingPolicyOf } from '../naming/declared.ts';
import { derivePerson } from '../naming/person.ts';
import { mailboxPath, problemAt, type Rule, type RuleContext } from './rule.ts';

export const collisions: Rule = function* (context) {
  const claimants = new Map<string, Declared[]>();
  for (const account of context.declared) {
    for (const address of account.addresses) {
      const others = claimants.get(address);
      if (others === undefined) claimants.set(address, [account]);
      else others.push(account);
    }
  }
  const taken = (address: string) => claimants.has(address) || context.holders.has(address);
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

/** Who has the address on the server; else an organization before people, else who was issued an id first. */
function incumbentOf(address: string, accounts: readonly Declared[], { holders }: RuleContext): Declared {
  const holder = accounts.find(({ key }) => key === holders.get(address));
  if (holder) return holder;
  const [first] = accounts.toSorted(
    (a, b) => Number(a.kind === 'person') - Number(b.kind === 'person') || byIssue(a.key, b.key),
  );
  return first as Declared;
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
  { person, derived }: Declared,
  { directory }: RuleContext,
  taken: (address: string) => boolean,
): readonly string[] {
  const suffix = derived?.slice(derived.indexOf('.') + 1);
  if (person === undefined || suffix === undefined) return [];
  const policy = namingPolicyOf(directory.policy);
  const { name, nameParts } = person;
  const derivation = derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, policy);
  return personCandidates(derivation, suffix, (localPart) => taken(`${localPart}@${policy.domain}`), policy);
}
