/** Lists every account a directory declares, each with the address Article 5 or a decision gives it. */

import { organizationKey, personKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type {
  AccountDeclaration,
  Organization,
  OrganizationFile,
  Person,
} from '../model/directory/organization.ts';
import { legacyDomainsOf, type Policy } from '../model/directory/policy.ts';
import { deriveOrganization } from './organization/derive.ts';
import { derivePerson } from './person/derive.ts';
import type { NamingPolicy } from './policy.ts';

/** The part of the province's policy that the naming engine works by. */
export function namingPolicyOf(policy: Policy): NamingPolicy {
  const { domain, province, reserved, naming } = policy;
  const legacyDomains = legacyDomainsOf(policy);
  const { forms, fixed } = naming;
  return { domain, province, reserved, forms, fixed, ...(legacyDomains.length > 0 && { legacyDomains }) };
}

/** Accounts in file order: an organization first, then its people. Nothing is judged here but addresses. */
export function declareAccounts(
  directory: Directory,
  derive: (organization: Organization) => Derived = deriveWithin(directory),
): readonly Declared[] {
  const { policy } = directory;
  const naming = namingPolicyOf(policy);
  return directory.organizations.flatMap((source) => {
    const own = derive(source.organization);
    return declareFile(source, own, policy, naming);
  });
}

function deriveWithin({ organizations, policy }: Directory): (organization: Organization) => Derived {
  const byId = new Map(organizations.map(({ organization }) => [organization.id, organization]));
  return makeDerive((id) => byId.get(id), namingPolicyOf(policy));
}

/** The accounts of one file. */
export function declareFile(
  source: OrganizationFile,
  own: Derived,
  policy: Policy,
  naming: NamingPolicy,
): readonly Declared[] {
  const { organization, unusable } = source;
  const suffix = organization.personSuffix ?? own.derived;
  const people = (organization.people ?? []).flatMap((person, index) =>
    unusable.has(index) ? [] : [declarePerson(source, index, person, suffix, policy, naming)],
  );
  return [declareOrganization(source, own, suffix, policy), ...people];
}

/** What the rules give an organization. */
export type Derived = Pick<Declared, 'derived' | 'findings' | 'accepted'>;

const underivable: Derived = { derived: null, findings: [], accepted: [] };

/**
 * People whose records have errors of form, by what is left of these: to be judged with the others, so that all mistakes
 * are told at once, and for nothing else. One without a name has none to be judged.
 */
export function declareRemains(directory: Directory, declared: readonly Declared[]): readonly Declared[] {
  const { policy } = directory;
  const naming = namingPolicyOf(policy);
  const suffixes = new Map(
    declared.flatMap(({ kind, file, suffix }) => (kind === 'organization' ? [[file, suffix] as const] : [])),
  );
  return directory.organizations.flatMap((source) =>
    [...(source.remains ?? [])].flatMap(([index, remains]): readonly Declared[] => {
      const { id = '', name } = remains;
      if (name === undefined) return [];
      return [
        declarePerson(
          source,
          index,
          { ...remains, id, name },
          suffixes.get(source.file) ?? null,
          policy,
          naming,
        ),
      ];
    }),
  );
}

/** Derives each organization once, its manager before it; `find` gives the one of an id. */
export function makeDerive(
  find: (id: string) => Organization | undefined,
  policy: NamingPolicy,
): (organization: Organization) => Derived {
  const known = new Map<Organization, Derived>();
  return function derive(organization): Derived {
    const cached = known.get(organization);
    if (cached !== undefined) return cached;
    // A circle of parents meets itself here and gets no address; the rules tell it.
    known.set(organization, underivable);
    const { kind, name, code, codeBasis, parent } = organization;
    const manager = parent === undefined ? undefined : find(parent);
    const above = manager && derive(manager).derived;
    const { registered, findings, localParts } = deriveOrganization(
      {
        kind,
        name,
        code,
        ...(typeof above === 'string' && { parent: above }),
        ...(codeBasis !== undefined && { decision: codeBasis }),
      },
      policy,
    );
    // A parent that is missing or without an address has a problem of its own.
    const isTold = parent === undefined || typeof above === 'string';
    const derived = { derived: registered, findings: isTold ? findings : [], accepted: localParts };
    known.set(organization, derived);
    return derived;
  };
}

function declareOrganization(
  source: OrganizationFile,
  own: Derived,
  suffix: string | null,
  policy: Policy,
): Declared {
  const { organization, file } = source;
  const declaration = organization.mailbox === 'none' ? undefined : (organization.mailbox ?? {});
  return {
    key: organizationKey(organization.id),
    kind: 'organization',
    file,
    path: [],
    line: 1,
    name: organization.name,
    organization,
    declaration,
    suffix,
    ...own,
    ...addressesOf(declaration, own.derived, policy),
  };
}

function declarePerson(
  source: OrganizationFile,
  index: number,
  person: Person,
  suffix: string | null,
  policy: Policy,
  naming: NamingPolicy,
): Declared {
  const { organization, file } = source;
  const { name, nameParts } = person;
  const derivation =
    suffix === null ? undefined : derivePerson({ name, ...(nameParts && { nameParts }), suffix }, naming);
  const derived = derivation?.localPart ?? null;
  return {
    key: personKey(person.id),
    kind: 'person',
    file,
    path: ['people', source.part?.indexes[index] ?? index],
    line: source.personLines[index] ?? 1,
    name,
    organization,
    person,
    declaration: person,
    suffix,
    derived,
    findings: derivation?.findings ?? [],
    accepted: [],
    ...addressesOf(person, derived, policy),
  };
}

function addressesOf(
  declaration: AccountDeclaration | undefined,
  derived: string | null,
  { domain, naming: { legacyUntil } }: Policy,
): Pick<Declared, 'address' | 'addresses' | 'legacy'> {
  if (declaration === undefined) return { address: undefined, addresses: [] };
  const byRule = derived === null ? null : `${derived}@${domain}`;
  const own = declaration.address ?? byRule ?? undefined;
  const address = own?.toLowerCase();
  const all = address === undefined ? [] : [address];
  for (const alias of declaration.aliases ?? []) all.push(alias.toLowerCase());
  const { legacy, document = '' } = declaration.addressDecision ?? {};
  const isKept = legacy === true && declaration.address !== undefined && address !== undefined;
  const until = legacyUntil === undefined ? {} : { until: legacyUntil };
  return {
    address,
    addresses: all.length < 2 ? all : [...new Set(all)].sort(),
    ...(isKept && { legacy: { address, byRule, document, ...until } }),
  };
}
