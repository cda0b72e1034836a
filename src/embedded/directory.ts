/** What the operations work on: the tree, the clock, the service accounts, and whoever is bound. */
import { randomUUID } from 'node:crypto';
import type { ContainerNames } from '../model/account/places.ts';
import type { Dn } from './schema/dn.ts';
import { renderPreciseTime, renderTime } from './schema/time.ts';
import { type Attributes, withValues } from './store/entry.ts';
import type { Tree } from './store/tree.ts';

export type Role = 'planner' | 'reconciler';

export interface Directory {
  readonly tree: Tree;
  /** What the containers of accounts are called, where that is not ou=people and ou=organizations. */
  readonly containers: ContainerNames;
  readonly now: () => Date;
  /** By DN key; whoever is not here is the holder of a mailbox. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Values danhbaAddress may have: the constraint overlay of the shipped slapd.conf. */
  readonly addressPattern: RegExp;
  /** Passes every rule, policy and constraint, as slapd's rootdn does; it needs no entry. */
  readonly root?: { readonly dn: Dn; readonly passwordHash: string };
}

export type Identity =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'service'; readonly role: Role; readonly dn: Dn }
  | { readonly kind: 'root'; readonly dn: Dn }
  | { readonly kind: 'holder'; readonly dn: Dn };

export const anonymous: Identity = { kind: 'anonymous' };

const identityDn = (identity: Identity): string => (identity.kind === 'anonymous' ? '' : identity.dn.text);

let csnCount = 0;

/** A change sequence number: later ones sort after earlier ones. */
const makeCsn = (now: Date): string => {
  csnCount = (csnCount + 1) % 0x1000000;
  return `${renderPreciseTime(now)}#${csnCount.toString(16).padStart(6, '0')}#000#000000`;
};

/** The operational attributes of a changed entry. */
export const stampModified = (attributes: Attributes, identity: Identity, now: Date): Attributes =>
  Object.entries({
    entryCSN: makeCsn(now),
    modifiersName: identityDn(identity),
    modifyTimestamp: renderTime(now),
  }).reduce<Attributes>((all, [name, value]) => withValues(all, name, [value]), attributes);

/** The operational attributes of a new entry; those root has given under Relax stay as they are. */
export const stampCreated = (
  attributes: Attributes,
  structuralClass: string,
  identity: Identity,
  now: Date,
): Attributes => {
  const created = Object.entries({
    structuralObjectClass: structuralClass,
    entryUUID: randomUUID(),
    creatorsName: identityDn(identity),
    createTimestamp: renderTime(now),
  }).reduce<Attributes>(
    (all, [name, value]) => (all.has(name) ? all : withValues(all, name, [value])),
    attributes,
  );
  return stampModified(created, identity, now);
};
