/** A file speaks for its own house: an address outside of it needs the operator's word in grants.yaml. */
import type { Declared } from '../model/directory/declared.ts';
import { askerOf, type Grant, grantOf, suffixGrantOf } from '../model/directory/grant.ts';
import type { Problem } from '../model/problems/problem.ts';
import { namingPolicyOf } from '../naming/declared.ts';
import { isLocalPart, isOldLocalPart } from '../naming/form.ts';
import { makeSpaces, type Spaces } from '../naming/space.ts';
import { mailboxPath, problemAt, type Rule, type RuleContext } from './rule.ts';

export const spaces: Rule = function* (context) {
  const { directory, declared } = context;
  const policy = namingPolicyOf(directory.policy);
  const houses = makeSpaces(declared);
  const suffix = `@${policy.domain}`;
  const reserved = new Set(policy.reserved);
  const used = new Set<Grant>();
  for (const account of declared) {
    if (account.kind === 'organization') yield* foreignSuffix(account, houses, used, context);
    if (!isNaming(account)) continue;
    for (const { address, path } of namedAddresses(account)) {
      const localPart = address.slice(0, -suffix.length);
      // One of another form, or kept for the mail system, or of a domain of strangers has a problem of its own; one of a
      // domain of old is in nobody's house, and given to nobody (plan/order/unkept.ts).
      if (!address.endsWith(suffix) || !isOldLocalPart(localPart) || reserved.has(localPart)) continue;
      if (isOwn(account, address, localPart, houses, context)) continue;
      const asker = askerOf(account);
      const grant = grantOf(directory.grants.grants, address, asker, context.today);
      if (grant !== undefined) used.add(grant);
      else yield problemAt(account, path, 'address-foreign', argsOf(account, address, localPart, houses));
    }
  }
  yield* unusedGrants(used, context);
};

const isNaming = ({ declaration }: Declared): boolean =>
  declaration?.address !== undefined || (declaration?.aliases ?? []).length > 0;

/**
 * The addresses a file writes out that no other rule keeps within the house, each with the way to it: the address of
 * a person keeps the suffix by its form, and the suffix is looked at by itself; one from before danhba is kept by the
 * operator's decision where the account has it, and nowhere else (plan/order/unkept.ts).
 */
function* namedAddresses(account: Declared) {
  const { address, aliases = [] } = account.declaration ?? {};
  const path = mailboxPath(account);
  const isJudged = account.person !== undefined || account.legacy !== undefined;
  if (address !== undefined && !isJudged && isLocalPart(address.split('@', 1)[0] ?? '')) {
    yield { address: address.toLowerCase(), path: [...path, 'address'] };
  }
  for (const [index, alias] of aliases.entries()) {
    yield { address: alias.toLowerCase(), path: [...path, 'aliases', index] };
  }
}

function isOwn(
  { key, organization, person }: Declared,
  address: string,
  localPart: string,
  houses: Spaces,
  { holders }: RuleContext,
): boolean {
  const owners = houses.ownersOf(localPart);
  if (owners.has(organization.id)) return true;
  if (person !== undefined) return false;
  // 5.1: another accepted abbreviation of its own name, which no other organization has, nor is called by.
  if ([...owners].some((id) => houses.localPartOf(id) === localPart)) return false;
  const named = houses.namedSo(localPart);
  return named.has(organization.id) && (named.size === 1 || holders.get(address) === key);
}

function* foreignSuffix(
  account: Declared,
  houses: Spaces,
  used: Set<Grant>,
  { directory, today }: RuleContext,
): Iterable<Problem> {
  const { id, personSuffix: suffix } = account.organization;
  if (suffix === undefined) return;
  const own = houses.suffixesOf(account.organization);
  // Without a local part of its own nothing can be told: that has a problem already.
  if (own.includes(suffix) || account.derived === null) return;
  const grant = suffixGrantOf(directory.grants.grants, suffix, id, today);
  if (grant !== undefined) used.add(grant);
  else yield problemAt(account, ['personSuffix'], 'suffix-foreign', { suffix, allowed: own });
}

function argsOf({ organization }: Declared, address: string, localPart: string, houses: Spaces) {
  const [owner] = houses.ownersOf(localPart);
  return {
    address,
    organization: organization.id,
    space: houses.localPartOf(organization.id) ?? '',
    ...(owner !== undefined && { owner }),
  };
}

/** What lets nothing pass is a slip, or left over; one for a day to come is neither. */
function* unusedGrants(
  used: ReadonlySet<Grant>,
  { directory, declared, today }: RuleContext,
): Iterable<Problem> {
  const { file, grants } = directory.grants;
  if (grants.length === 0) return;
  // In the own house, too, an address may need one: where it rests, or somebody else receives under it.
  const bearers = new Map(declared.flatMap((account) => account.addresses.map((one) => [one, account])));
  for (const [index, grant] of grants.entries()) {
    if (used.has(grant) || grant.date > today) continue;
    const bearer = bearers.get(grant.address?.toLowerCase() ?? '');
    if (bearer && (bearer.key === grant.holder || bearer.organization.id === grant.organization)) continue;
    const args = { what: grant.address ?? grant.suffix ?? '', who: grant.holder ?? grant.organization ?? '' };
    yield { code: 'grant-unused', args, severity: 'warning', at: { file, path: [index] } };
  }
}
