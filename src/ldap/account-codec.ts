/** The profile of OpenLDAP: the classes of an entry, what it is named by, and the attribute and codec of each field. */
import { type Account, type AccountField, valueSeparator } from '../model/account/account.ts';
import { comparedValue, sameDn, splitDn } from '../model/account/dn.ts';
import { type AccountKind, toldKey } from '../model/account/key.ts';
import { type CalendarDate, organizationKinds } from '../model/directory/organization.ts';
import { dateOfGeneralizedTime, generalizedTimeOfDate, isCalendarDate } from '../model/time/date.ts';

/** The entry a field is read from, or written to. */
interface EntryPlace {
  readonly kind: AccountKind;
  /** In whose container it is at home: that says what it is named by. */
  readonly home: AccountKind;
  readonly dn: string;
  /** The pointer to the password policy of administrators. */
  readonly administrators: string;
  /** The name it was taken over with, by which the mail of an entry that is named by another attribute is stored. */
  readonly takenName?: string | undefined;
}

interface Codec<T> {
  /** By the kind of account; a kind that has no such field is left out. */
  readonly attribute: Readonly<Partial<Record<AccountKind, string>>>;
  /** None where the attribute is to be absent. */
  readonly encode: (value: NonNullable<T>, place: Omit<EntryPlace, 'dn' | 'takenName'>) => readonly string[];
  /** Two values where one belongs are joined: the entry differs from what is wanted, and is put right. */
  readonly decode: (values: readonly string[], place: EntryPlace) => T;
}

/** What entries are named by. */
export const namingAttribute = { person: 'uid', organization: 'ou' } as const satisfies Record<
  AccountKind,
  string
>;

export const structuralClass = {
  person: 'inetOrgPerson',
  organization: 'organizationalUnit',
} as const satisfies Record<AccountKind, string>;

const accountClass = 'danhbaAccount';
const entryClass = 'danhbaEntry';

/** The lock: before any login there will be. Survives a password reset, unlike pwdAccountLockedTime. */
export const lockedSince = '19700101000000Z';

const both = (name: string) => ({ person: name, organization: name });
const split = (text: string): readonly string[] =>
  // By far the most have one value.
  text === '' ? [] : text.includes(valueSeparator) ? text.split(valueSeparator) : [text];
const join = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join(valueSeparator);

/** A text as it is; what is none of the words of `T` is kept, for it differs from whatever is wanted. */
const text = <T extends string = string>(attribute: Codec<T>['attribute']): Codec<T | undefined> => ({
  attribute,
  encode: split,
  decode: (values) => join(values) as T | undefined,
});

const needed = <T extends string>(attribute: Codec<T>['attribute'], told: (text: string) => T): Codec<T> => ({
  attribute,
  encode: split,
  decode: (values) => told(join(values) ?? ''),
});

const day = (name: string): Codec<string | undefined> => ({
  attribute: both(name),
  encode: (date) => split(encodeDate(date)),
  decode: (values) => (values.length === 0 ? undefined : decodeDate(values.join(valueSeparator))),
});

const lowerCaseSet = (values: readonly string[]): readonly string[] =>
  [...new Set(values.map((value) => value.toLowerCase()))].sort();

export const fieldCodecs: { readonly [F in AccountField]: Codec<Account[F]> } = {
  key: needed(both('danhbaKey'), toldKey),
  organization: text(both('danhbaOrganization')),
  name: needed({ person: 'cn', organization: 'displayName' }, (name) => name),
  family: text({ person: 'sn' }),
  given: text({ person: 'givenName' }),
  title: text({ person: 'title' }),
  unit: text({ person: 'ou' }),
  organizationName: text({ person: 'o' }),
  phone: text({ person: 'telephoneNumber' }),
  organizationKind: {
    attribute: { organization: 'businessCategory' },
    encode: (kind) => [kind],
    decode: (values) => organizationKinds.find((kind) => kind === join(values)),
  },
  custodian: text({ organization: 'danhbaCustodian' }),
  privileged: {
    attribute: both('pwdPolicySubentry'),
    encode: (value, { administrators }) => (value === true ? [administrators] : split(value || '')),
    decode: (values, { kind, administrators }) => {
      const pointer = join(values);
      return sameDn(pointer, administrators) || (pointer ?? (kind === 'person' ? false : undefined));
    },
  },
  mailbox: {
    attribute: both('objectClass'),
    encode: (mailbox, { home }) => [structuralClass[home], mailbox ? accountClass : entryClass],
    decode: (values) => hasValue(values, accountClass),
  },
  address: {
    ...text(both('mail')),
    decode: (values) => join(values)?.toLowerCase(),
  },
  addresses: { attribute: both('danhbaAddress'), encode: (values) => values, decode: lowerCaseSet },
  former: {
    attribute: both('danhbaFormerAddress'),
    encode: (values) => values,
    decode: (values) => (values.length === 0 ? undefined : lowerCaseSet(values)),
  },
  state: text(both('danhbaState')),
  since: day('danhbaSince'),
  reason: text(both('danhbaReason')),
  basis: text(both('danhbaBasis')),
  notice: text(both('danhbaNotice')),
  issued: day('danhbaIssued'),
  lockedOn: day('danhbaLocked'),
  noticedOn: day('danhbaNoticed'),
  renamedOn: day('danhbaRenamed'),
  restored: day('danhbaRestored'),
  reset: text(both('danhbaReset')),
  missing: day('danhbaMissing'),
  takenName: text(both('danhbaName')),
  // Only what is too much of it: the value in the DN never changes.
  extraNames: { attribute: namingAttribute, encode: (values) => values, decode: decodeExtraNames },
  operatorLock: text(both('danhbaOperatorLock')),
  locked: {
    attribute: both('pwdEndTime'),
    encode: (value) => (value === true ? [lockedSince] : split(value || '')),
    decode: (values) => (join(values) === lockedSince ? true : (join(values) ?? false)),
  },
};

/** Values of the naming attribute that the DN does not tell; an entry named by another attribute has nothing but these. */
function decodeExtraNames(
  values: readonly string[],
  { home, dn, takenName }: EntryPlace,
): Account['extraNames'] {
  const type = namingAttribute[home];
  if (values.length === 1 && dn.toLowerCase().startsWith(`${type}=${values[0]?.toLowerCase()},`))
    return undefined;
  const named = new Set(
    splitDn(dn).rdn.flatMap((one) => (one.type === type ? comparedValue(one.value) : [])),
  );
  if (named.size === 0 && takenName !== undefined) named.add(comparedValue(takenName));
  const extra = values.filter((value) => !named.has(comparedValue(value)));
  return extra.length === 0 ? undefined : [...extra].sort();
}

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
  const date = writtenDay(value) ?? withDay(value);
  if (knownDates.size < knownDatesLimit) knownDates.set(value, date);
  return date;
}

/** The day whose start this time is: one that danhba writes. Undefined for any other time. */
export function writtenDay(time: string): CalendarDate | undefined {
  const day = calendarDayOf(time);
  return day !== undefined && generalizedTimeOfDate(day) === time ? day : undefined;
}

function withDay(time: string): string {
  const day = calendarDayOf(time);
  return day === undefined ? time : `${day} ${time}`;
}

function calendarDayOf(time: string): CalendarDate | undefined {
  const day = dateOfGeneralizedTime(time);
  return day !== undefined && isCalendarDate(day) ? day : undefined;
}

function encodeDate(date: string): string {
  return isCalendarDate(date) ? generalizedTimeOfDate(date) : date.slice(date.indexOf(' ') + 1);
}

/** Names of classes are the same in any case of their letters. */
export function hasValue(values: readonly string[], name: string): boolean {
  const wanted = name.toLowerCase();
  return values.some((value) => value.toLowerCase() === wanted);
}

/**
 * The values that can be others: one that is part of the entry's name stays there whatever is wanted, and is no drift
 * beside the one that is.
 */
export function beyondName(values: readonly string[], attribute: string, dn: string): readonly string[] {
  if (values.length < 2) return values;
  const type = attribute.toLowerCase();
  // By far the most: the name has one part, and it is another attribute's.
  if (!dn.includes('+') && dn.slice(0, dn.indexOf('=')).trim().toLowerCase() !== type) return values;
  const named = new Set(
    splitDn(dn).rdn.flatMap((one) => (one.type === type ? comparedValue(one.value) : [])),
  );
  const others = values.filter((value) => !named.has(comparedValue(value)));
  return others.length === 0 ? values : others;
}
