/** Where accounts stand in the tree: directly below one of two containers, which the policy may name otherwise. */
import type { Account } from './account.ts';
import { comparedValue, sameDn, splitDn } from './dn.ts';
import { type AccountKind, parseKey } from './key.ts';

/** Each the RDN of a container directly below the base. */
export interface ContainerNames {
  readonly people?: string;
  readonly organizations?: string;
}

export interface Places {
  readonly baseDn: string;
  readonly containers?: ContainerNames | undefined;
}

/** Containers of danhba's own, which are called so everywhere. */
export const ownContainers = ['ou=tombstones', 'ou=policies', 'ou=danhba', 'ou=services'] as const;

const listOf = { person: 'people', organization: 'organizations' } as const satisfies Record<
  AccountKind,
  keyof ContainerNames
>;

export const containerName = ({ containers }: Pick<Places, 'containers'>, kind: AccountKind): string =>
  containers?.[listOf[kind]] ?? `ou=${listOf[kind]}`;

/** The DN of the container of all accounts of a kind. */
export const containerDn = (places: Places, kind: AccountKind): string =>
  `${containerName(places, kind)},${places.baseDn}`;

/** The kind of account whose container this is; undefined for any other entry. */
export const kindAt = (places: Places, container: string): AccountKind | undefined =>
  (['person', 'organization'] as const).find((kind) => sameDn(container, containerDn(places, kind)));

/**
 * In whose container the entry is at home. An agency that stood among people before danhba stays there, under the very
 * name that adoption has written down; without that, or under another name, a hand has put it there.
 */
export function homeKind(
  { key, takenName }: Pick<Account, 'key' | 'takenName'>,
  dn: string,
  places: Places,
): AccountKind {
  const kind = parseKey(key)?.kind ?? 'person';
  if (kind === 'person' || takenName === undefined) return kind;
  const { rdn, parent } = splitDn(dn);
  const [name, another] = rdn;
  if (name === undefined || another !== undefined || kindAt(places, parent) !== 'person') return kind;
  // Where it is named by something else its login is what adoption has written down; an organization's own name is neither.
  const isNamed =
    name.type === 'uid' ? comparedValue(name.value) === comparedValue(takenName) : name.type !== 'ou';
  return isNamed ? 'person' : kind;
}

/** Where one is named otherwise: a fact that plans stand on. */
export function otherNames(places: Places): { readonly containers?: Required<ContainerNames> } {
  const containers = {
    people: containerName(places, 'person'),
    organizations: containerName(places, 'organization'),
  };
  const isUsual = containers.people === 'ou=people' && containers.organizations === 'ou=organizations';
  return isUsual ? {} : { containers };
}
