/** Turns a declared account into the entry that is wanted, given the entry that is there. */
import type { Account } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { CalendarDate } from '../model/organization.ts';
import { decideState, ended, type StateDecision } from './state.ts';

export interface Wanted {
  readonly account: Account;
  /** Absent for an organization without a mailbox: it has no state. */
  readonly decision?: StateDecision;
}

export function resolveWanted(declared: Declared, actual: Account | undefined, today: CalendarDate): Wanted {
  const described = describe(declared);
  if (declared.declaration === undefined) {
    return actual?.mailbox
      ? withdrawn(described, actual, today)
      : { account: { ...described, mailbox: false, addresses: [], locked: false } };
  }
  const decision = decideState(declared.declaration, declared.organization.dissolved, actual, today);
  const issued = actual?.mailbox ? actual.issued : today;
  const account: Account = {
    ...described,
    mailbox: true,
    ...(declared.address !== undefined && { address: declared.address }),
    addresses: declared.addresses,
    ...(issued !== undefined && { issued }),
    ...(actual?.reset !== undefined && { reset: actual.reset }),
    ...decision.lifecycle,
  };
  return { account, decision };
}

/** `mailbox: none` where there was one ends that mailbox (8.2); it never wipes it off the entry. */
function withdrawn(described: Pick<Account, 'key' | 'name'>, actual: Account, today: CalendarDate): Wanted {
  const { address, addresses, issued, reset } = actual;
  const { lifecycle } = ended('removed', undefined, actual, today);
  const account: Account = {
    ...described,
    mailbox: true,
    ...(address !== undefined && { address }),
    addresses,
    ...(issued !== undefined && { issued }),
    ...(reset !== undefined && { reset }),
    ...lifecycle,
  };
  return { account, decision: { lifecycle, why: 'removed' } };
}

function describe(declared: Declared): Pick<Account, 'key' | 'name'> & Partial<Account> {
  const { key, organization, person } = declared;
  if (person === undefined) {
    const custodian = organization.mailbox !== 'none' ? organization.mailbox?.custodian : undefined;
    return {
      key,
      name: tidy(organization.name),
      organizationKind: organization.kind,
      ...(organization.parent !== undefined && { organization: organization.parent }),
      ...(custodian !== undefined && { custodian }),
    };
  }
  const { family, given } = person.nameParts ?? namesOf(person.name);
  return {
    key,
    organization: organization.id,
    organizationName: tidy(organization.name),
    name: tidy(person.name),
    family: tidy(family),
    given: tidy(given),
    privileged: person.privileged === true,
    ...optional('title', person.title),
    ...optional('unit', person.unit),
    ...optional('phone', person.phone),
  };
}

function optional(field: 'title' | 'unit' | 'phone', text: string | undefined): Partial<Account> {
  const value = text === undefined ? '' : tidy(text);
  return value === '' ? {} : { [field]: value };
}

/** Combining marks, or any white space but single ones between words. */
const untidy = /\p{M}|\s\s|[^\S ]|^\s|\s$/u;

/** One form for one text, so that NFD or doubled spaces never make an entry differ from itself. */
function tidy(text: string): string {
  if (!untidy.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** 5.2.a: the surname stands first, the given name last. */
function namesOf(name: string): { family: string; given: string } {
  const words = tidy(name).split(' ');
  return { family: words[0] ?? name, given: words.at(-1) ?? name };
}
