/** Compares what a file says of each record, key by key, and tells which keys are the operator's to change. */

import { type Key, organizationKey, personKey } from '../model/account/key.ts';
import type {
  AccountDeclaration,
  AgencyMailbox,
  Organization,
  OrganizationFile,
  Person,
} from '../model/directory/organization.ts';
import { canonicalJson } from '../model/text/json.ts';

/** Whose word a key needs: the organization's representatives', or an operator's. */
export type Voice = 'representatives' | 'operator';

/** Of the organization itself; its people and its mailbox are looked into. */
export const organizationVoices = {
  id: 'operator',
  name: 'operator',
  kind: 'operator',
  parent: 'operator',
  code: 'operator',
  codeBasis: 'operator',
  personSuffix: 'operator',
  representatives: 'operator',
  credentialRecipients: 'operator',
  dissolved: 'operator',
} as const satisfies Record<Exclude<keyof Organization, 'people' | 'mailbox'>, Voice>;

/**
 * Of a person, or an agency's mailbox. By 5.2.b the operator decides an address, and by 8.1 gives the notice from which
 * the term of deletion runs; a recorded violation is lifted by the operator alone, however it is lifted.
 */
export const accountVoices = {
  id: 'representatives',
  name: 'representatives',
  nameParts: 'representatives',
  title: 'representatives',
  unit: 'representatives',
  phone: 'representatives',
  custodian: 'representatives',
  aliases: 'representatives',
  absence: 'representatives',
  termination: 'representatives',
  passwordReset: 'representatives',
  suspension: 'representatives',
  restoration: 'representatives',
  listed: 'representatives',
  privileged: 'operator',
  nameChange: 'operator',
  address: 'operator',
  addressDecision: 'operator',
} as const satisfies Record<keyof Person | keyof AgencyMailbox, Voice>;

export interface RecordChange {
  readonly key: Key;
  readonly line: number;
  /** The keys that differ: `code`, `suspension.notice`. */
  readonly fields: readonly string[];
  /** Those of them that are the operator's. */
  readonly operators: readonly string[];
}

type Side = Pick<OrganizationFile, 'organization'> & Partial<Pick<OrganizationFile, 'personLines'>>;

/** Every record that differs, the organization's first; undefined sides are files that are not there. */
export function compareRecords(before: Side | undefined, after: Side | undefined): readonly RecordChange[] {
  const id = (after ?? before)?.organization.id;
  if (id === undefined) return [];
  const changes = [compareOrganizations(id, before?.organization, after?.organization)];
  const [old, now] = [peopleById(before), peopleById(after)];
  for (const one of new Set([...old.keys(), ...now.keys()])) {
    changes.push(comparePeople(one, old.get(one) ?? [], now.get(one) ?? []));
  }
  return changes.filter(({ fields }) => fields.length > 0);
}

function compareOrganizations(
  id: string,
  before: Organization | undefined,
  after: Organization | undefined,
): RecordChange {
  const fields = Object.keys(organizationVoices).filter(
    (key) => !isSame(before?.[key as keyof Organization], after?.[key as keyof Organization]),
  );
  const [old, now] = [before?.mailbox, after?.mailbox];
  const turned = (old === 'none') !== (now === 'none') && before !== undefined && after !== undefined;
  const mailbox = compareAccounts(accountOf(old), accountOf(now));
  const own = turned ? { fields: ['mailbox'], operators: ['mailbox'] } : under('mailbox', mailbox);
  return {
    key: organizationKey(id),
    line: 1,
    fields: [...fields, ...own.fields],
    operators: [...fields, ...own.operators],
  };
}

const accountOf = (mailbox: Organization['mailbox']): AgencyMailbox =>
  mailbox === undefined || mailbox === 'none' ? {} : mailbox;

interface Differing {
  readonly fields: readonly string[];
  readonly operators: readonly string[];
}

const under = (key: string, { fields, operators }: Differing): Differing => ({
  fields: fields.map((field) => `${key}.${field}`),
  operators: operators.map((field) => `${key}.${field}`),
});

interface Item {
  readonly person: Partial<Person>;
  readonly line: number;
}

/** An id that stands twice is compared as a whole: which of the two stays nobody can tell, and it may bring any key. */
function comparePeople(id: string, before: readonly Item[], after: readonly Item[]): RecordChange {
  const line = (after[0] ?? before[0])?.line ?? 1;
  const key = personKey(id);
  if (before.length > 1 || after.length > 1) {
    const same = isSame(
      before.map(({ person }) => person),
      after.map(({ person }) => person),
    );
    const fields = same ? [] : ['id'];
    return { key, line, fields, operators: fields };
  }
  // Who is taken out of the file ends (8.2), by the organization's word; a violation that stood there goes with it.
  if (after.length === 0) {
    const isViolation = before[0]?.person.suspension?.reason === 'violation';
    return { key, line, fields: ['id'], operators: isViolation ? ['suspension'] : [] };
  }
  return { key, line, ...compareAccounts(before[0]?.person ?? {}, after[0]?.person ?? {}) };
}

type Declaration = AccountDeclaration & Partial<Person> & AgencyMailbox;

function compareAccounts(before: Declaration, after: Declaration): Differing {
  const fields = new Set<string>();
  const operators = new Set<string>();
  for (const [key, voice] of Object.entries(accountVoices)) {
    const [old, now] = [before[key as keyof Declaration], after[key as keyof Declaration]];
    if (isSame(plain(key, old), plain(key, now))) continue;
    fields.add(key);
    // Without a decision it can only be the derived one: the rules see to that.
    const decided = before.addressDecision ?? after.addressDecision;
    if (voice === 'operator' && (key !== 'address' || decided !== undefined)) operators.add(key);
  }
  const { suspension: old, restoration } = before;
  const { suspension: now } = after;
  if (!isSame(old?.notice, now?.notice)) {
    fields.add('suspension.notice');
    operators.add('suspension.notice');
  }
  const { notice: _old, ...was } = old ?? {};
  const { notice: _now, ...is } = now ?? {};
  if (isSame(was, is)) fields.delete('suspension');
  // Removing or altering a recorded violation lifts it, as a restoration does.
  if (old?.reason === 'violation' && !isSame(was, is)) operators.add('suspension');
  const violated = old?.reason === 'violation' || now?.reason === 'violation';
  if (violated && !isSame(restoration, after.restoration)) operators.add('restoration');
  return { fields: [...fields], operators: [...operators] };
}

/** `privileged: false` and `listed: true` say what saying nothing says; so does an empty list. */
const plain = (key: string, value: unknown): unknown =>
  value === (key === 'listed') || (Array.isArray(value) && value.length === 0) ? undefined : value;

/** People the schema refused have no type: an item may be anything. */
function peopleById(side: Side | undefined): ReadonlyMap<string, Item[]> {
  const items = new Map<string, Item[]>();
  const people: readonly unknown[] = side?.organization.people ?? [];
  for (const [index, person] of people.entries()) {
    if (typeof person !== 'object' || person === null) continue;
    const { id } = person as { readonly id?: unknown };
    const item = { person: person as Partial<Person>, line: side?.personLines?.[index] ?? 1 };
    const known = items.get(String(id));
    if (known === undefined) items.set(String(id), [item]);
    else known.push(item);
  }
  return items;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);
