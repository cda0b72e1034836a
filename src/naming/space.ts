/** Which addresses lie in whose house: what an organization's file may name without asking anybody (Article 5). */
import type { Declared } from '../model/directory/declared.ts';
import type { Organization } from '../model/directory/organization.ts';

export interface Spaces {
  /** The organizations whose house the local part lies in: the nearest one above it; more where two have one name. */
  readonly ownersOf: (localPart: string) => ReadonlySet<string>;
  /** The organizations whose own name yields this local part as an accepted one, whether they have it or not. */
  readonly namedSo: (localPart: string) => ReadonlySet<string>;
  /** The local part of the organization, as declared; undefined where it has none. */
  readonly localPartOf: (id: string) => string | undefined;
  /** The suffixes its people may have without a grant (5.2.a): its own, and for units and rooms their manager's. */
  readonly suffixesOf: (organization: Organization) => readonly string[];
}

const nobody: ReadonlySet<string> = new Set();

export function makeSpaces(declared: readonly Declared[]): Spaces {
  const organizations = declared.filter(({ kind }) => kind === 'organization');
  const localParts = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  for (const { organization, derived, accepted } of organizations) {
    for (const localPart of accepted) add(named, localPart, organization.id);
    if (derived === null) continue;
    localParts.set(organization.id, derived);
    add(owners, derived, organization.id);
  }
  const kinds = new Map(organizations.map(({ organization }) => [organization.id, organization.kind]));
  return {
    ownersOf: (localPart) => {
      for (let rest = localPart; ; rest = rest.slice(rest.indexOf('.') + 1)) {
        const found = owners.get(rest);
        if (found !== undefined) return found;
        if (!rest.includes('.')) return nobody;
      }
    },
    namedSo: (localPart) => named.get(localPart) ?? nobody,
    localPartOf: (id) => localParts.get(id),
    suffixesOf: ({ id, kind, parent }) => {
      const own = localParts.get(id);
      const managed = kind === 'provincial-unit' || kind === 'district-room';
      const above =
        managed && parent !== undefined && kinds.get(parent) !== 'people-committee'
          ? localParts.get(parent)
          : undefined;
      return [own, above].filter((suffix) => suffix !== undefined);
    },
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
