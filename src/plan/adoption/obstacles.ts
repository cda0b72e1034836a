/** What stands in the way of taking an entry over, found before anything of it is planned. */

import { type ObservedAccount, valueSeparator } from '../../model/account/account.ts';
import { comparedValue, sameDn, splitDn } from '../../model/account/dn.ts';
import { type AccountKind, parseKey } from '../../model/account/key.ts';
import { containerDn, homeKind } from '../../model/account/places.ts';
import type { AdoptionEntry, Candidate } from '../../model/adoption.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { legacyDomainsOf } from '../../model/directory/policy.ts';
import type { AdoptionDifference, AdoptionObstacle } from '../../model/plan/adoption.ts';
import type { Hold } from '../../model/plan/plan.ts';
import { isCorrection } from '../../naming/person/correction.ts';
import type { Facts } from '../facts/facts.ts';
import { storedUnder } from '../facts/identity.ts';

/** The entry is to be the one that was seen: the same place, the same addresses. */
export function changedSince(entry: AdoptionEntry, { account, addresses }: Candidate): Hold | undefined {
  const differs: AdoptionDifference[] = [];
  if (!sameDn(account.dn, entry.dn)) differs.push({ what: 'dn', seen: entry.dn, now: account.dn });
  const seen = entry.addresses.map((address) => address.toLowerCase()).sort();
  if (seen.join(' ') !== addresses.join(' ')) {
    differs.push({ what: 'addresses', seen: seen.join(', '), now: addresses.join(', ') });
  }
  if (differs.length === 0) return undefined;
  return { code: 'adoption-changed', args: { dn: account.dn, differs }, kind: 'adopt' };
}

/**
 * The name its mail is stored under: the one value of the naming attribute, or, where it has none, that of its DN;
 * undefined where several could be it.
 */
export function homeNameOf({ key, dn, homeNames, extraNames }: ObservedAccount): string | undefined {
  const { rdn } = splitDn(dn);
  const [name, another] = rdn;
  if (name === undefined || another !== undefined || parseKey(key) === undefined) return undefined;
  if (homeNames === undefined) return extraNames === undefined ? name.value : undefined;
  return homeNames.length > 1 ? undefined : (homeNames[0] ?? name.value);
}

/** The one place of its kind's entries, one name that nobody else's mail has, and no lock that nobody has decided. */
export function obstacleOf(
  { account, addresses }: Candidate,
  wanted: ObservedAccount,
  homes: Homes,
  facts: Facts,
): Hold | undefined {
  const { dn, lacksClass } = account;
  const refused = (because: AdoptionObstacle, values: readonly string[]): Hold => ({
    code: 'adoption-refused',
    args: { dn, because, values },
    kind: 'adopt',
  });
  if (lacksClass !== undefined)
    return { code: 'entry-class', args: { dn, lacks: lacksClass }, kind: 'adopt' };
  const container = containerDn(facts.policy, homeKind(wanted, dn, facts.policy));
  if (!sameDn(splitDn(dn).parent, container)) return refused('place', [container]);
  if (!isOwnHome(account, wanted, homes, facts)) return refused('names', namesOf(account));
  if (account.locked !== false && (account.locked !== true || wanted.locked !== true)) {
    return refused(
      'lock',
      [account.locked === true ? '' : account.locked].filter((one) => one !== ''),
    );
  }
  const lost = addresses.filter(
    (address) => !wanted.addresses.includes(address) || !isServed(address, facts),
  );
  return lost.length === 0 ? undefined : refused('addresses', lost);
}

/** What is looked up for each entry, worked out once for all of them. */
export interface Homes {
  /** The names under which mail is stored now, as `storedUnder` tells them. */
  readonly stored: ReadonlySet<string | undefined>;
  /** "kind id" of everybody declared: each may be issued a mailbox of that name. */
  readonly declared: ReadonlySet<string>;
}

export function homesOf({ accounts, declared, policy }: Facts): Homes {
  return {
    stored: new Set(accounts.map((account) => storedUnder(account, policy))),
    declared: new Set(
      declared.flatMap(({ key }) => {
        const parsed = parseKey(key);
        return parsed === undefined ? [] : [homeText(parsed.kind, comparedValue(parsed.id))];
      }),
    ),
  };
}

const homeText = (kind: AccountKind, id: string): string => `${kind} ${id}`;

/** What Dovecot can be asked for, and nobody else's, now or once somebody is issued. */
function isOwnHome(
  account: ObservedAccount,
  wanted: ObservedAccount,
  homes: Homes,
  { policy }: Facts,
): boolean {
  const name = homeNameOf(account);
  if (name === undefined) return false;
  const isStored = account.homeNames === undefined || account.homeNames.length > 0;
  if (isStored && !/^[a-z0-9._-]+$/i.test(name)) return false;
  if (homes.stored.has(storedUnder(wanted, policy))) return false;
  const { id } = parseKey(account.key) ?? { id: '' };
  const kind = homeKind(wanted, wanted.dn, policy);
  const ids = [name, name.replace(/-[1-9]\d*$/, '')].map(comparedValue);
  if (ids.includes(comparedValue(id))) return true;
  return !ids.some((one) => homes.declared.has(homeText(kind, one)));
}

const namesOf = ({ dn, homeNames, extraNames = [] }: ObservedAccount): readonly string[] => [
  ...new Set(homeNames ?? [...splitDn(dn).rdn.map(({ value }) => value), ...extraNames]),
];

/** Mail for other domains never came here: nobody could receive it. */
const isServed = (address: string, { policy }: Pick<Facts, 'policy'>): boolean =>
  [policy.domain, ...legacyDomainsOf(policy)].some((domain) => address.endsWith(`@${domain}`));

/**
 * Whoever writes the file writes key and entry alike: that they belong together is said by the entry's own name, or by
 * the address that the directory gives the person.
 */
export function isStranger(declared: Declared, { account, addresses }: Candidate): boolean {
  if (declared.person === undefined || declared.addresses.some((one) => addresses.includes(one)))
    return false;
  return !account.name.split(valueSeparator).some((name) => isCorrection(name, declared.name));
}
