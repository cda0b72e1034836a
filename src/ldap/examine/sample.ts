/** Everything danhba writes on a mailbox, once: the values the doctor tries on its own entry. */
import type { Account } from '../../model/account/account.ts';
import { ownKey, ownName } from '../../model/doctor/own-name.ts';
import { type Attributes, encodeAccount, type Tree } from '../profile.ts';
import { ownAddress } from './own-entry.ts';

const day = '2026-01-01';

/** Fields that people have none of, or that only take away: nothing of them is written on a new entry. */
type Elsewhere = 'organizationKind' | 'custodian' | 'extraNames';

/** `basis` holds who made the entry, as a lease does. */
export function encodeSample(tree: Tree, domain: string, maker: string): Attributes {
  const address = ownAddress(domain);
  const sample: Required<Omit<Account, Elsewhere>> = {
    key: ownKey,
    organization: ownName,
    name: ownName,
    family: ownName,
    given: ownName,
    title: ownName,
    unit: ownName,
    phone: '0',
    organizationName: ownName,
    privileged: true,
    mailbox: true,
    address,
    addresses: [address],
    former: [`${address} ${day}`],
    state: 'active',
    since: day,
    reason: 'removed',
    basis: maker,
    notice: `0; ${day}`,
    issued: day,
    lockedOn: day,
    noticedOn: day,
    renamedOn: day,
    restored: day,
    reset: `0; ${day}`,
    missing: day,
    takenName: ownName,
    operatorLock: `${day} ${ownName}`,
    locked: true,
  };
  return encodeAccount(tree, sample);
}

/** What the entry is made with: locked from its first moment, and nothing mail could reach it by. */
export const firstAttributes = [
  'objectClass',
  'danhbaKey',
  'danhbaOrganization',
  'danhbaBasis',
  'danhbaState',
  'cn',
  'sn',
  'pwdEndTime',
] as const;
