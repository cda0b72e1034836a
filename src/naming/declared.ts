/** Lists every account a directory declares, each with the address Article 5 or a decision gives it. */
import type { Declared } from '../model/declared.ts';
import type { Directory } from '../model/directory.ts';
import { organizationKey, personKey } from '../model/key.ts';
import type { AccountDeclaration, Organization, OrganizationFile, Person } from '../model/organization.ts';
import type { Policy } from '../model/policy.ts';
import { derivePerson } from './person.ts';
import type { NamingPolicy } from './policy.ts';

/** The part of the province's policy that the naming engine works by. */
export function namingPolicyOf(policy: Policy): NamingPolicy {
  const { domain, province, reserved } = policy;
  const { forms, fixed } = policy.naming;
  return {
    domain,
    province,
    reserved,
    forms,
    fixed: { 'people-committee': fixed['people-committee'] ?? 'ubnd', city: fixed.city ?? 'tplc' },
  };
}

/** Accounts in file order: an organization first, then its people. Nothing is judged here but addresses. */
export function declareAccounts(directory: Directory): readonly Declared[] {
  const naming = namingPolicyOf(directory.policy);
  const byId = new Map(directory.organizations.map(({ organization }) => [organization.id, organization]));
  const localParts = new Map<string, string | null>();
  const declared: Declared[] = [];
  for (const source of directory.organizations) {
    const { organization } = source;
    const own = organizationLocalPart(organization, byId, naming, localParts);
    declared.push(declareOrganization(source, own, naming.domain));
    const suffix = organization.personSuffix ?? own;
    for (const [index, person] of (organization.people ?? []).entries()) {
      if (!source.unusable.has(index)) declared.push(declarePerson(source, index, person, suffix, naming));
    }
  }
  return declared;
}

/** 5.1: the registered code in the form of the kind, under the local part of the manager; null where none can be. */
function organizationLocalPart(
  organization: Organization,
  byId: ReadonlyMap<string, Organization>,
  policy: NamingPolicy,
  known: Map<string, string | null>,
): string | null {
  const { id, kind } = organization;
  const cached = known.get(id);
  if (cached !== undefined) return cached;
  // A circle of parents meets itself here and gets no address; the rules tell it.
  known.set(id, null);
  const parent = organization.parent === undefined ? undefined : byId.get(organization.parent);
  const ofProvince = parent?.kind === 'people-committee' ? policy.forms[`${kind}-of-province`] : undefined;
  const form =
    kind === 'people-committee' || kind === 'city' ? '{fixed}' : (ofProvince ?? policy.forms[kind]);
  const ambiguous = parent?.kind === 'people-committee' && isLocalUnit(kind) && ofProvince === undefined;
  let localPart: string | null = null;
  if (form !== undefined && !ambiguous) {
    const needsParent = form.includes('{parent}');
    const above = needsParent && parent ? organizationLocalPart(parent, byId, policy, known) : null;
    if (!needsParent || above !== null) {
      const fixed = kind === 'people-committee' || kind === 'city' ? (policy.fixed[kind] ?? '') : '';
      const parts: Readonly<Record<string, string>> = {
        code: organization.code,
        name: organization.code,
        parent: above ?? '',
        fixed,
      };
      localPart = form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '').toLowerCase();
    }
  }
  known.set(id, localPart);
  return localPart;
}

const isLocalUnit = (kind: Organization['kind']) => kind === 'commune' || kind === 'ward' || kind === 'town';

function declareOrganization(source: OrganizationFile, own: string | null, domain: string): Declared {
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
    derived: own,
    findings: [],
    ...addressesOf(declaration, own, domain),
  };
}

function declarePerson(
  source: OrganizationFile,
  index: number,
  person: Person,
  suffix: string | null,
  policy: NamingPolicy,
): Declared {
  const { organization, file } = source;
  const { name, nameParts } = person;
  const derivation =
    suffix === null ? undefined : derivePerson({ name, ...(nameParts && { nameParts }), suffix }, policy);
  const derived = derivation?.localPart ?? null;
  return {
    key: personKey(person.id),
    kind: 'person',
    file,
    path: ['people', index],
    line: source.personLines[index] ?? 1,
    name,
    organization,
    person,
    declaration: person,
    derived,
    findings: derivation?.findings ?? [],
    ...addressesOf(person, derived, policy.domain),
  };
}

function addressesOf(
  declaration: AccountDeclaration | undefined,
  derived: string | null,
  domain: string,
): Pick<Declared, 'address' | 'addresses'> {
  if (declaration === undefined) return { address: undefined, addresses: [] };
  const own = declaration.address ?? (derived === null ? undefined : `${derived}@${domain}`);
  const address = own?.toLowerCase();
  const aliases = (declaration.aliases ?? []).map((alias) => alias.toLowerCase());
  const all = new Set(address === undefined ? aliases : [address, ...aliases]);
  return { address, addresses: [...all].sort() };
}
