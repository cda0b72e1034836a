/** Tells which entries are known for sure: key, place and naming attribute agree, and no other entry has the key. */
import type { ObservedAccount } from '../../model/account/account.ts';
import { comparedValue, rdnText, sameDn, splitDn } from '../../model/account/dn.ts';
import { formerKey, type Key, organizationKey, parseKey, personKey } from '../../model/account/key.ts';
import { latestAccess } from '../../model/account/last-access.ts';
import { containerDn, homeKind, type Places } from '../../model/account/places.ts';
import type { HeldArgs } from '../../model/plan/plan.ts';
import { ldifLine } from '../../model/text/ldif-line.ts';

type FindingCode = 'entry-misplaced' | 'entry-misnamed' | 'entry-duplicate' | 'entry-class';

type Finding = { [C in FindingCode]: { readonly code: C; readonly args: HeldArgs[C] } }[FindingCode];

/** What is wrong with the entries of one key. */
export interface Fault {
  readonly entries: readonly ObservedAccount[];
  readonly findings: readonly Finding[];
}

const places = {
  person: { type: 'uid' },
  organization: { type: 'ou' },
} as const;

/** The keys whose entries cannot be told for sure; everybody else's can. */
export function findFaults(
  accounts: readonly ObservedAccount[],
  declaredKeys: ReadonlySet<Key>,
  tree: Places,
): ReadonlyMap<Key, Fault> {
  const byKey = new Map<Key, ObservedAccount[]>();
  for (const account of accounts) {
    const others = byKey.get(account.key);
    if (others === undefined) byKey.set(account.key, [account]);
    else others.push(account);
  }
  const faults = new Map<Key, Fault>();
  const spelled = new Map([...declaredKeys].map((key) => [key.toLowerCase(), key]));
  const homes = countHomes(accounts, tree);
  for (const [key, entries] of byKey) {
    const meant = declaredKeys.has(key) ? undefined : spelled.get(key.toLowerCase());
    if (meant !== undefined || parseKey(key) === undefined) {
      faults.set(key, { entries, findings: entries.map((entry) => oddKey(entry, meant)) });
      continue;
    }
    const isKnown = (one: Key) => one !== key && (declaredKeys.has(one) || byKey.has(one));
    const findings = entries.flatMap((entry) => [
      ...(misfitOf(entry, tree, isKnown, homes) ?? []),
      ...classlessOf(entry),
    ]);
    if (entries.length > 1) {
      const isTaken = (one: Key) => byKey.has(one);
      faults.set(key, { entries, findings: duplicates(entries, findings, isTaken) });
    }
    if (entries.length === 1 && findings.length > 0) faults.set(key, { entries, findings });
  }
  return faults;
}

/** No server lets the structural class be changed: whatever else such an entry is, it cannot be made an account. */
const classlessOf = ({ dn, lacksClass }: ObservedAccount): readonly Finding[] =>
  lacksClass === undefined ? [] : [{ code: 'entry-class', args: { dn, lacks: lacksClass } }];

/** A key that is none of ours, or another's but for its capitals: nobody was removed because of it. */
function oddKey({ dn }: ObservedAccount, meant: Key | undefined): Finding {
  const { rdn } = splitDn(dn);
  const [name] = rdn;
  const kind = (['person', 'organization'] as const).find((one) => places[one].type === name?.type);
  // The id of a person ends in a number itself: only one behind it is that of a later mailbox.
  const id = kind === 'person' ? name?.value.replace(/(-\d+)-[1-9]\d*$/, '$1') : name?.value;
  const key = meant ?? (kind && `${kind}:${id}`) ?? '';
  const ldif = [ldifLine('dn', dn), 'changetype: modify', 'replace: danhbaKey', ldifLine('danhbaKey', key)];
  return { code: 'entry-misnamed', args: { dn, belongs: key, ldif: ldif.join('\n') } };
}

/** Nothing in it means anything to a DN. */
const plainId = /^[\w.-]+$/;

/** The name of the entry where it is the id, or one of a person's later numbers; undefined where it is another. */
export function entryNumberOf(id: string, dn: string): number | undefined {
  // By far the most: nothing need be taken apart.
  const start = dn.indexOf('=') + 1;
  if (plainId.test(id) && dn.startsWith(id, start) && dn[start + id.length] === ',') return 1;
  const value = splitDn(dn).rdn[0]?.value.toLowerCase() ?? '';
  if (value === id.toLowerCase()) return 1;
  const number = /-([1-9]\d*)$/.exec(value);
  if (number === null || value.slice(0, number.index) !== id.toLowerCase()) return undefined;
  return Number(number[1]);
}

/** The name an entry was taken over with, to be kept in mind; undefined where it is the id, and nobody has written it down. */
export function takenNameOf({ key, dn, takenName }: ObservedAccount): string | undefined {
  return takenName ?? (isNamedById(key, dn) ? undefined : splitDn(dn).rdn[0]?.value);
}

/** The name the mail of an entry is stored under, in the form in which two of them are one; undefined where that cannot be told. */
export function storedUnder(account: ObservedAccount, tree: Places): string | undefined {
  const { key, dn, takenName, homeNames } = account;
  if (parseKey(key) === undefined) return undefined;
  const name = homeNames === undefined ? splitDn(dn).rdn[0]?.value : takenName;
  return name === undefined ? undefined : `${homeKind(account, dn, tree)} ${comparedValue(name)}`;
}

/** How many entries have their mail under each name: what is named by another attribute can have that of somebody else. */
function countHomes(accounts: readonly ObservedAccount[], tree: Places): ReadonlyMap<string, number> {
  const homes = new Map<string, number>();
  if (accounts.every(({ homeNames }) => homeNames === undefined)) return homes;
  for (const account of accounts) {
    const home = storedUnder(account, tree);
    if (home !== undefined) homes.set(home, (homes.get(home) ?? 0) + 1);
  }
  return homes;
}

/** A person's later mailboxes carry their number; an organization has one. */
function isNamedById(key: Key, dn: string): boolean {
  const parsed = parseKey(key);
  if (parsed === undefined) return true;
  const number = entryNumberOf(parsed.id, dn);
  return parsed.kind === 'person' ? number !== undefined : number === 1;
}

function misfitOf(
  entry: ObservedAccount,
  tree: Places,
  isKnown: (key: Key) => boolean,
  homes: ReadonlyMap<string, number>,
): readonly Finding[] | undefined {
  const { key, dn } = entry;
  const parsed = parseKey(key);
  if (parsed === undefined) return undefined;
  const kind = homeKind(entry, dn, tree);
  const { type } = places[kind];
  const home = containerDn(tree, kind);
  // By far the most: nothing need be taken apart.
  if (entry.takenName === undefined && dn === `${type}=${parsed.id},${home}`) return undefined;
  const { rdn, parent } = splitDn(dn);
  const [name, another] = rdn;
  const isNamed =
    name !== undefined &&
    another === undefined &&
    (name.type === type
      ? isOwnName(entry, name.value, isKnown)
      : isTakenOver(entry, name.value, homes, tree));
  if (isNamed && sameDn(parent, home)) return undefined;
  const right = isNamed ? rdnText(name.type, name.value) : rdnText(type, entry.takenName ?? parsed.id);
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
  return [{ code, args: { dn, belongs, ldif: ldif.join('\n') } }];
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
  if (takenName !== undefined) return comparedValue(takenName) === comparedValue(value);
  if (isNamedById(key, dn)) return true;
  const ids = [value, value.replace(/-[1-9]\d*$/, '')];
  const isAnothers = ids.some((id) => isKnown(personKey(id)) || isKnown(organizationKey(id)));
  return !isAnothers && (issued === undefined || !mailbox);
}

/**
 * An entry that adoption left under a name of another attribute: what it was taken over with is still the one name its
 * mail is found by, or, where it has none, that of its DN, and nobody else's mail is.
 */
function isTakenOver(
  entry: ObservedAccount,
  value: string,
  homes: ReadonlyMap<string, number>,
  tree: Places,
): boolean {
  const { takenName, homeNames = [] } = entry;
  const [name = value, another] = homeNames;
  if (takenName === undefined || another !== undefined) return false;
  return comparedValue(name) === comparedValue(takenName) && homes.get(storedUnder(entry, tree) ?? '') === 1;
}

/** Every entry beside the one most likely in use: logged in to last, in place, named by the id. */
function duplicates(
  entries: readonly ObservedAccount[],
  misfits: readonly Finding[],
  isTaken: (key: Key) => boolean,
): readonly Finding[] {
  const fits = new Map(misfits.map(({ code, args }) => [args.dn, code]));
  const accessOf = ({ lastAccess, replicaAccess }: ObservedAccount) =>
    latestAccess(lastAccess, replicaAccess) ?? '-';
  const rank = (entry: ObservedAccount) =>
    `${accessOf(entry)} ${fits.has(entry.dn) ? 0 : 1} ${isNamedById(entry.key, entry.dn) ? 1 : 0} ${entry.dn}`;
  const [kept, ...copies] = entries.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
  if (kept === undefined) return misfits;
  return copies.map((copy) => {
    // Mail is stored by the name: only a copy under the very same name, that nobody has used, has none of its own.
    const isBare = fits.get(copy.dn) === 'entry-misplaced' && accessOf(copy) === '-';
    const ldif = [ldifLine('dn', copy.dn), ...without(copy.key, isBare, isTaken)];
    return { code: 'entry-duplicate', args: { dn: kept.dn, other: copy.dn, ldif: ldif.join('\n') } };
  });
}

/** Another mailbox of the person's becomes a former one, locked and kept for its term: its mail is not lost. */
function without(key: Key, isBare: boolean, isTaken: (key: Key) => boolean): readonly string[] {
  const parsed = parseKey(key);
  if (isBare || parsed?.kind !== 'person') return ['changetype: delete'];
  let number = 1;
  while (isTaken(formerKey(parsed.id, number))) number++;
  return ['changetype: modify', 'replace: danhbaKey', ldifLine('danhbaKey', formerKey(parsed.id, number))];
}
