/** Keeps the one namespace of the sample: who has which local part, by the project's own naming engine. */
import type { Organization } from '../../src/model/directory/organization.ts';
import { deriveOrganization } from '../../src/naming/organization/derive.ts';
import { personSpares } from '../../src/naming/person/candidates.ts';
import { derivePerson, type PersonDerivation } from '../../src/naming/person/derive.ts';
import { defaultNamingPolicy as policy } from '../../src/naming/policy.ts';

/** Local parts by person and organization. */
export interface AddressBook {
  /** The local part 5.2.a gives a name in an organization; undefined where the engine asks a human ("Tiến Sỹ"). */
  readonly derive: (name: string, organizationId: string) => string | undefined;
  /** Another free one that keeps the form, as the operator would set it (5.2.b). */
  readonly candidate: (name: string, organizationId: string) => string;
  readonly isFree: (localPart: string) => boolean;
  readonly take: (localPart: string) => void;
  readonly addressOf: (localPart: string) => string;
}

/** A book in which the organizations have their local parts already; parents come before children. */
export function makeAddressBook(organizations: readonly Organization[]): AddressBook {
  const own = new Map<string, string>();
  const suffixes = new Map<string, string>();
  const taken = new Set<string>(policy.reserved);
  for (const organization of organizations) {
    const localPart = localPartOf(organization, own);
    if (taken.has(localPart)) throw new Error(`${organization.id}: ${localPart} is taken`);
    own.set(organization.id, localPart);
    suffixes.set(organization.id, organization.personSuffix ?? localPart);
    taken.add(localPart);
  }
  const read = (name: string, id: string): { person: PersonDerivation; suffix: string } => {
    const suffix = suffixes.get(id)!;
    return { person: derivePerson({ name, suffix }, policy), suffix };
  };
  return {
    derive: (name, id) => {
      const { localPart, findings } = read(name, id).person;
      return localPart === null || findings.length > 0 ? undefined : localPart;
    },
    candidate: (name, id) => {
      const { person, suffix } = read(name, id);
      for (const spare of personSpares(person.parts!, suffix, policy)) if (!taken.has(spare)) return spare;
      throw new Error(`${name} at ${id}: no address is left`);
    },
    isFree: (localPart) => !taken.has(localPart),
    take: (localPart) => {
      if (taken.has(localPart)) throw new Error(`${localPart} is taken`);
      taken.add(localPart);
    },
    addressOf: (localPart) => `${localPart}@${policy.domain}`,
  };
}

function localPartOf(
  { id, name, kind, parent, code, codeBasis }: Organization,
  own: ReadonlyMap<string, string>,
): string {
  const above = parent === undefined ? undefined : own.get(parent);
  const { localPart, findings } = deriveOrganization(
    {
      kind,
      name,
      code,
      ...(above !== undefined && { parent: above }),
      ...(codeBasis !== undefined && { decision: codeBasis }),
    },
    policy,
  );
  if (localPart === null || findings.length > 0) throw new Error(`${id}: ${JSON.stringify(findings[0])}`);
  return localPart;
}
