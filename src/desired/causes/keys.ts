/** The keys of an organization's file by where they may stand, so that a line out of its place is known by its key. */
import type { AgencyMailbox, Organization, Person } from '../../model/directory/organization.ts';

type Flags<T> = { readonly [K in keyof T]-?: true };

const flagsOf = <T>(flags: Flags<T>): ReadonlySet<string> => new Set(Object.keys(flags));

const organizationKeys = flagsOf<Organization>({
  id: true,
  name: true,
  kind: true,
  parent: true,
  code: true,
  codeBasis: true,
  personSuffix: true,
  representatives: true,
  credentialRecipients: true,
  mailbox: true,
  people: true,
  dissolved: true,
});

export const personKeys = flagsOf<Person>({
  id: true,
  name: true,
  nameParts: true,
  title: true,
  unit: true,
  phone: true,
  privileged: true,
  listed: true,
  nameChange: true,
  address: true,
  addressDecision: true,
  aliases: true,
  absence: true,
  suspension: true,
  restoration: true,
  termination: true,
  passwordReset: true,
});

const mailboxKeys = flagsOf<Pick<AgencyMailbox, 'custodian'>>({ custodian: true });

/** Inside of what is said of a mailbox. */
const innerKeys: readonly string[] = [
  'document',
  'date',
  'reason',
  'until',
  'clause',
  'notice',
  'decided',
  'effective',
  'to',
  'successor',
  'legacy',
  'family',
  'middle',
  'given',
];

export const knownKeys: ReadonlySet<string> = new Set([
  ...organizationKeys,
  ...personKeys,
  ...mailboxKeys,
  ...innerKeys,
]);

/** Keys that stand in what is said of a mailbox, and nowhere else. */
export const isInner = (key: string): boolean => innerKeys.includes(key);

/** Keys that stand at the left edge of the file and nowhere else. */
export const isOutermost = (key: string): boolean => organizationKeys.has(key) && !personKeys.has(key);
