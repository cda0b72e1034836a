/** The one entry `danhba doctor` makes: what it is called, what no run takes for an account, and what proves it the doctor's. */
import { AndFilter, EqualityFilter, type Filter, OrFilter } from 'ldapts';
import { sameDn } from '../../model/account/dn.ts';
import { ownKey, ownName } from '../../model/doctor/own-name.ts';
import { lockedSince } from '../account-codec.ts';
import { type Attributes, dnOf, type Tree } from '../profile.ts';

export const ownDn = (tree: Tree): string => dnOf(tree, ownKey, 1);
export const secondDn = (tree: Tree): string => dnOf(tree, ownKey, 2);
export const ownAddress = (domain: string): string => `${ownName}@${domain}`;

/**
 * True for the doctor's entry as the doctor makes it: for every read of accounts it is not there. It is locked, has no name
 * and no address but its own, and no attribute with an option, which the mail server would take for one without: nothing
 * that somebody could log in to or get mail by is hidden so.
 */
export function isOwnEntry(tree: Tree, dn: string, attributes: Attributes): boolean {
  const { danhbaKey, pwdEndTime, uid = [], mail = [], danhbaAddress = [] } = attributes;
  if (danhbaKey?.[0] !== ownKey || pwdEndTime?.[0] !== lockedSince || !sameDn(dn, ownDn(tree))) return false;
  return (
    uid.every((value) => value === ownName) &&
    [...mail, ...danhbaAddress].every((address) => address.startsWith(`${ownName}@`)) &&
    !Object.keys(attributes).some((name) => name.includes(';'))
  );
}

/** What is asked of an entry of that name before it is touched. */
export const provingAttributes = [
  'entryUUID',
  'danhbaKey',
  'danhbaOrganization',
  'danhbaBasis',
  'danhbaState',
  'creatorsName',
  'createTimestamp',
] as const;

/** The place alone proves nothing: the mark, and whom the server has recorded as its maker, do. */
export function isProven(
  { danhbaKey, danhbaOrganization, creatorsName }: Attributes,
  maker: string,
): boolean {
  return danhbaKey?.[0] === ownKey && danhbaOrganization?.[0] === ownName && sameDn(creatorsName?.[0], maker);
}

/**
 * Asserted in every change of it, for the server to look once more. slapd holds an assertion against the suffix, too
 * (`factsFilter`).
 */
export const provenFilter = (tree: Tree, uuid: string, maker: string): Filter =>
  new OrFilter({
    filters: [
      never(tree),
      new AndFilter({
        filters: [
          new EqualityFilter({ attribute: 'entryUUID', value: uuid }),
          new EqualityFilter({ attribute: 'danhbaKey', value: ownKey }),
          new EqualityFilter({ attribute: 'creatorsName', value: maker }),
        ],
      }),
    ],
  });

/**
 * Holds of the suffix alone, so that a request that asserts it is never carried out; the overlays see it first, and say
 * whether they would have let it pass.
 */
export const never = (tree: Tree): Filter => new EqualityFilter({ attribute: 'entryDN', value: tree.baseDn });
