/** Tells which entries are known for sure: key, place and naming attribute agree, and no other entry has the key. */
import type { ObservedAccount } from '../model/account.ts';
import { comparedValue, rdnText, sameDn, splitDn } from '../model/dn.ts';
import { formerKey, type Key, organizationKey, parseKey, personKey } from '../model/key.ts';
import { ldifLine } from '../model/ldif-line.ts';
import type { HeldArgs } from '../model/plan.ts';

type Finding = {
  [C in 'entry-misplaced' | 'entry-misnamed' | 'entry-duplicate']: {
    readonly code: C;
    readonly args: HeldArgs[C];
  };
}['entry-misplaced' | 'entry-misnamed' | 'entry-duplicate'];

/** What is wrong with the entries of one key. */
export interface Fault {
  readonly entries: readonly ObservedAccount[];
  readonly findings: readonly Finding[];
}

const places = {
  person: { type: 'uid', container: 'ou=people' },
  organization: { type: 'ou', container: 'ou=organizations' },
} as const;

/** The keys whose entries cannot be told for sure; everybody else's can. */
export function findFaults(
  accounts: readonly ObservedAccount[],
  declaredKeys: ReadonlySet<Key>,
  baseDn: string,
): ReadonlyMap<Key, Fault> {
  const byKey = new Map<Key, ObservedAccount[]>();
  for (const account of accounts) {
    const others = byKey.get(account.key);
    if (others === undefined) byKey.set(account.key, [account]);
    else others.push(account);
  }
  const faults = new Map<Key, Fault>();
  for (const [key, entries] of byKey) {
    const isKnown = (one: Key) => one !== key && (declaredKeys.has(one) || byKey.has(one));
    const findings = entries.flatMap((entry) => misfitOf(entry, baseDn, isKnown) ?? []);
    if (entries.length > 1) {
      const isTaken = (one: Key) => byKey.has(one);
      faults.set(key, { entries, findings: duplicates(entries, findings, isTaken) });
    }
    if (entries.length === 1 && findings.length > 0) faults.set(key, { entries, findings });
  }
  return faults;
}

/** The name of the entry where it is the id, or one of a person's later numbers; undefined where it is another. */
export function entryNumberOf(id: string, dn: string): number | undefined {
  const value = splitDn(dn).rdn[0]?.value.toLowerCase() ?? '';
  if (value === id.toLowerCase()) return 1;
  const [whole, number] = /-([1-9]\d*)$/.exec(value) ?? [];
  if (whole === undefined || value.slice(0, -whole.length) !== id.toLowerCase()) return undefined;
  return Number(number);
}

/** The name an entry was taken over with, to be kept in mind; undefined where it is the id. */
export function takenNameOf({ key, dn }: ObservedAccount): string | undefined {
  const parsed = parseKey(key);
  if (parsed === undefined || entryNumberOf(parsed.id, dn) !== undefined) return undefined;
  return splitDn(dn).rdn[0]?.value;
}

function misfitOf(
  entry: ObservedAccount,
  baseDn: string,
  isKnown: (key: Key) => boolean,
): Finding | undefined {
  const { key, dn } = entry;
  const parsed = parseKey(key);
  if (parsed === undefined) return undefined;
  const { type, container } = places[parsed.kind];
  const home = `${container},${baseDn}`;
  // By far the most: nothing need be taken apart.
  if (dn === `${type}=${parsed.id},${home}`) return undefined;
  const { rdn, parent } = splitDn(dn);
  const [name, another] = rdn;
  const isNamed =
    name !== undefined &&
    another === undefined &&
    name.type === type &&
    isOwnName(entry, name.value, isKnown);
  if (isNamed && sameDn(parent, home)) return undefined;
  const right = isNamed ? rdnText(type, name.value) : rdnText(type, parsed.id);
  const belongs = `${right},${home}`;
  const code = isNamed ? 'entry-misplaced' : 'entry-misnamed';
  const moves = sameDn(parent, home) ? [] : [ldifLine('newsuperior', home)];
  const ldif = [
    ldifLine('dn', dn),
    'changetype: modrdn',
    ldifLine('newrdn', right),
    // A value of another attribute stays: inetOrgPerson cannot do without cn, and what is too much of it the next run takes.
    `deleteoldrdn: ${rdn.every((one) => one.type === type) ? 1 : 0}`,
    ...moves,
  ];
  return { code, args: { dn, belongs, ldif: ldif.join('\n') } };
}

/**
 * The id, or the name it was taken over with. An entry danhba has not stamped yet may have any name but another
 * account's; one that it issued has lost the name its mail is stored under.
 */
function isOwnName(
  { key, dn, takenName, issued, mailbox }: ObservedAccount,
  value: string,
  isKnown: (key: Key) => boolean,
): boolean {
  const parsed = parseKey(key);
  if (parsed === undefined || entryNumberOf(parsed.id, dn) !== undefined) return true;
  if (takenName !== undefined) return comparedValue(takenName) === comparedValue(value);
  const ids = [value, value.replace(/-[1-9]\d*$/, '')];
  const isAnothers = ids.some((id) => isKnown(personKey(id)) || isKnown(organizationKey(id)));
  return !isAnothers && (issued === undefined || !mailbox);
}

/** Every entry beside the one most likely in use, with what takes its key away and loses nothing. */
function duplicates(
  entries: readonly ObservedAccount[],
  misfits: readonly Finding[],
  isTaken: (key: Key) => boolean,
): readonly Finding[] {
  const unfit = new Set(misfits.map(({ args }) => args.dn));
  const isNamedById = ({ key, dn }: ObservedAccount) =>
    entryNumberOf(parseKey(key)?.id ?? '', dn) !== undefined;
  const rank = (entry: ObservedAccount) =>
    `${unfit.has(entry.dn) ? 0 : 1} ${entry.lastAccess ?? '-'} ${isNamedById(entry) ? 1 : 0} ${entry.dn}`;
  const [kept, ...copies] = entries.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
  if (kept === undefined) return misfits;
  return copies.map(({ key, dn }) => ({
    code: 'entry-duplicate',
    args: {
      dn: kept.dn,
      other: dn,
      ldif: [ldifLine('dn', dn), ...without(key, unfit.has(dn), isTaken)].join('\n'),
    },
  }));
}

/** A copy in the wrong place goes; another mailbox of the person's becomes a former one, locked and kept for its term. */
function without(key: Key, isUnfit: boolean, isTaken: (key: Key) => boolean): readonly string[] {
  const parsed = parseKey(key);
  if (isUnfit || parsed?.kind !== 'person' || parsed.former !== undefined) return ['changetype: delete'];
  let number = 1;
  while (isTaken(formerKey(parsed.id, number))) number++;
  return ['changetype: modify', 'replace: danhbaKey', ldifLine('danhbaKey', formerKey(parsed.id, number))];
}
