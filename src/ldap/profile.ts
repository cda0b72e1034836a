/** How an account stands in an OpenLDAP entry: the attribute of each field, and the codec of its values. */
import {
  type Account,
  type AccountState,
  type Evidence,
  type StateReason,
  valueSeparator,
} from '../model/account.ts';
import { dateOfGeneralizedTime, generalizedTimeOfDate, isCalendarDate } from '../model/date.ts';
import { comparedValue, rdnText, sameDn, splitDn } from '../model/dn.ts';
import { type AccountKind, parseKey } from '../model/key.ts';
import { type OrganizationKind, organizationKinds } from '../model/organization.ts';
import type { PasswordPolicyName } from '../model/password-policy.ts';

/** Attribute values as they go over the wire; an attribute that is absent is not a key. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

export interface Tree {
  readonly baseDn: string;
}

export const policiesDn = (tree: Tree): string => `ou=policies,${tree.baseDn}`;

export const passwordPolicyDn = (tree: Tree, name: PasswordPolicyName): string =>
  `cn=${name},${policiesDn(tree)}`;

export const tombstonesDn = (tree: Tree): string => `ou=tombstones,${tree.baseDn}`;

/** The tombstone of an address: its name is the address itself. */
export const tombstoneDn = (tree: Tree, address: string): string =>
  `${rdnText('cn', address)},${tombstonesDn(tree)}`;

export const containerOf = {
  person: (tree: Tree) => `ou=people,${tree.baseDn}`,
  organization: (tree: Tree) => `ou=organizations,${tree.baseDn}`,
} as const satisfies Record<AccountKind, (tree: Tree) => string>;

const administratorPolicy = (tree: Tree) => passwordPolicyDn(tree, 'administrators');

/** The lock: before any login there will be. Survives a password reset, unlike pwdAccountLockedTime. */
const lockedSince = '19700101000000Z';

/** The DN of a new entry. Its RDN never changes, so that nothing that points to it ever breaks. */
export function dnOf(tree: Tree, key: string, number: number): string {
  const parsed = parseKey(key);
  const kind = parsed?.kind ?? 'person';
  const id = parsed?.id ?? key;
  const name = kind === 'organization' ? id : rdnId(id, number);
  return `${rdnText(namingAttribute[kind], name)},${containerOf[kind](tree)}`;
}

/** What entries are named by. */
const namingAttribute = { person: 'uid', organization: 'ou' } as const satisfies Record<AccountKind, string>;

/** A person's later mailboxes, after transfers, stand beside the first: LC-000017, LC-000017-2, … */
const rdnId = (id: string, number: number) => (number === 1 ? id : `${id}-${number}`);

/** The name (`entryName`) of the account that belongs at this DN; undefined where none of ours would stand. */
export function keyAtDn(tree: Tree, dn: string): string | undefined {
  const { rdn, parent } = splitDn(dn);
  const [name, another] = rdn;
  if (name === undefined || another !== undefined) return undefined;
  const kind = (['person', 'organization'] as const).find((one) => sameDn(parent, containerOf[one](tree)));
  return kind !== undefined && namingAttribute[kind] === name.type ? `${kind}:${name.value}` : undefined;
}

/** Every managed attribute of an account; both sides of a change are encoded so and then compared. */
export function encodeAccount(tree: Tree, account: Account): Attributes {
  const attributes: Record<string, readonly string[]> = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') attributes[name] = value.split(valueSeparator);
  };
  const putDate = (name: string, date: string | undefined) =>
    put(name, date === undefined ? undefined : encodeDate(date));
  const person = parseKey(account.key)?.kind === 'person';
  const ours = account.mailbox ? 'danhbaAccount' : 'danhbaEntry';
  attributes.objectClass = [person ? 'inetOrgPerson' : 'organizationalUnit', ours];
  put('danhbaKey', account.key);
  put('danhbaOrganization', account.organization);
  if (person) {
    put('cn', account.name);
    put('sn', account.family);
    put('givenName', account.given);
    put('title', account.title);
    put('ou', account.unit);
    put('o', account.organizationName);
    put('telephoneNumber', account.phone);
  } else {
    put('displayName', account.name);
    put('businessCategory', account.organizationKind);
    put('danhbaCustodian', account.custodian);
  }
  put(
    'pwdPolicySubentry',
    account.privileged === true ? administratorPolicy(tree) : account.privileged || undefined,
  );
  put('mail', account.address);
  if (account.addresses.length > 0) attributes.danhbaAddress = account.addresses;
  if (account.former !== undefined && account.former.length > 0) {
    attributes.danhbaFormerAddress = account.former;
  }
  put('danhbaState', account.state);
  putDate('danhbaSince', account.since);
  put('danhbaReason', account.reason);
  put('danhbaBasis', account.basis);
  put('danhbaNotice', account.notice);
  putDate('danhbaIssued', account.issued);
  putDate('danhbaLocked', account.lockedOn);
  putDate('danhbaNoticed', account.noticedOn);
  putDate('danhbaRenamed', account.renamedOn);
  putDate('danhbaRestored', account.restored);
  put('danhbaReset', account.reset);
  putDate('danhbaMissing', account.missing);
  put('danhbaName', account.takenName);
  // Only what is too much of it: the value in the DN never changes.
  if (account.extraNames !== undefined) {
    attributes[namingAttribute[person ? 'person' : 'organization']] = account.extraNames;
  }
  put('pwdEndTime', account.locked === true ? lockedSince : account.locked || undefined);
  return attributes;
}

/**
 * The account an entry tells of. Two values where one belongs are joined, so that the entry differs from
 * what is wanted and is put right, instead of hiding behind its first value.
 */
export function decodeAccount(tree: Tree, attributes: Attributes, dn: string): Account {
  const text = (name: string): string | undefined => {
    const values = attributes[name];
    return values === undefined || values.length === 0
      ? undefined
      : values.length === 1
        ? values[0]
        : values.join(valueSeparator);
  };
  const date = (name: string): string | undefined => {
    const value = text(name);
    return value === undefined ? undefined : decodeDate(value);
  };
  const person = kindOf(attributes) === 'person';
  const address = text('mail')?.toLowerCase();
  const former = attributes.danhbaFormerAddress;
  const pointer = text('pwdPolicySubentry');
  const policy = sameDn(pointer, administratorPolicy(tree)) || pointer;
  const endTime = text('pwdEndTime');
  const fields = {
    key: text('danhbaKey') ?? '',
    organization: text('danhbaOrganization'),
    ...(person
      ? {
          name: text('cn') ?? '',
          family: text('sn'),
          given: text('givenName'),
          title: text('title'),
          unit: text('ou'),
          organizationName: text('o'),
          phone: text('telephoneNumber'),
          privileged: policy ?? false,
        }
      : {
          name: text('displayName') ?? '',
          organizationKind: organizationKinds.find((kind) => kind === text('businessCategory')) as
            | OrganizationKind
            | undefined,
          custodian: text('danhbaCustodian'),
          privileged: policy,
        }),
    mailbox: hasClass(attributes, 'danhbaAccount'),
    address,
    addresses: lowerCaseSet(attributes.danhbaAddress ?? []),
    former: former && lowerCaseSet(former),
    state: text('danhbaState') as AccountState | undefined,
    since: date('danhbaSince'),
    reason: text('danhbaReason') as StateReason | undefined,
    basis: text('danhbaBasis'),
    notice: text('danhbaNotice'),
    issued: date('danhbaIssued'),
    lockedOn: date('danhbaLocked'),
    noticedOn: date('danhbaNoticed'),
    renamedOn: date('danhbaRenamed'),
    restored: date('danhbaRestored'),
    reset: text('danhbaReset'),
    missing: date('danhbaMissing'),
    takenName: text('danhbaName'),
    extraNames: extraNames(attributes, dn),
    locked: endTime === undefined ? false : endTime === lockedSince || endTime,
  };
  return withoutUndefined(fields) as unknown as Account;
}

/** Values of the naming attribute that the DN does not tell; an entry named by another attribute has nothing but these. */
function extraNames(attributes: Attributes, dn: string): readonly string[] | undefined {
  const type = namingAttribute[kindOf(attributes)];
  const values = attributes[type] ?? [];
  if (values.length === 1 && dn.toLowerCase().startsWith(`${type}=${values[0]?.toLowerCase()},`))
    return undefined;
  const named = new Set(
    splitDn(dn).rdn.flatMap((one) => (one.type === type ? comparedValue(one.value) : [])),
  );
  const extra = values.filter((value) => !named.has(comparedValue(value)));
  return extra.length === 0 ? undefined : [...extra].sort();
}

/** By the key alone: an entry of another class is a fault to be told, and no reason to take it for another kind. */
const kindOf = (attributes: Attributes): AccountKind =>
  parseKey(attributes.danhbaKey?.[0] ?? '')?.kind ?? 'person';

/** What the server recorded by itself: it takes no part in comparing, and nothing of it is ever encoded. */
export function decodeEvidence({ authTimestamp, pwdChangedTime, pwdReset }: Attributes): Evidence {
  return withoutUndefined({
    lastAccess: authTimestamp?.[0],
    passwordChanged: pwdChangedTime?.[0],
    mustChange: pwdReset?.[0] === 'TRUE' || undefined,
  });
}

const lowerCaseSet = (values: readonly string[]): readonly string[] =>
  [...new Set(values.map((value) => value.toLowerCase()))].sort();

/** A directory of many entries repeats few days. */
const knownDates = new Map<string, string>();
const knownDatesLimit = 10_000;

/**
 * The day of a time of ours, which is the start of that day. Any other time keeps its text, after the day where it
 * has one: a change asserts and deletes the value that is there, not the one that should be.
 */
function decodeDate(value: string): string {
  const known = knownDates.get(value);
  if (known !== undefined) return known;
  const day = dateOfGeneralizedTime(value);
  const date =
    day === undefined || !isCalendarDate(day)
      ? value
      : generalizedTimeOfDate(day) === value
        ? day
        : `${day} ${value}`;
  if (knownDates.size < knownDatesLimit) knownDates.set(value, date);
  return date;
}

function encodeDate(date: string): string {
  return isCalendarDate(date) ? generalizedTimeOfDate(date) : date.slice(date.indexOf(' ') + 1);
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== undefined) present[name] = fields[name];
  return present;
}

export function hasClass(attributes: Attributes, name: string): boolean {
  const wanted = name.toLowerCase();
  return attributes.objectClass?.some((value) => value.toLowerCase() === wanted) ?? false;
}
