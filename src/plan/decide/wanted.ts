/** Turns a declared account into the entry that is wanted, given the entry that is there. */

import type { Account, AccountField, ObservedAccount } from '../../model/account/account.ts';
import { basisText, isNewReset } from '../../model/account/basis.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate, Decision, NameParts } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { present } from '../../model/text/present.ts';
import { remember } from '../../model/text/remember.ts';
import { tidy } from '../../model/text/tidy.ts';
import { dayOf } from '../../model/time/date.ts';
import type { Facts } from '../facts/facts.ts';
import { takenNameOf } from '../facts/identity.ts';
import { wantedAddresses } from './addresses.ts';
import { type Inactivity, inactivityOf } from './inactivity.ts';
import { decideState, ended, type Lifecycle, type StateDecision } from './state.ts';
import { withoutUnmanaged } from './unmanaged.ts';

export interface Wanted {
  readonly account: Account;
  /** Absent for an organization without a mailbox: it has no state. */
  readonly decision?: StateDecision;
  /** The term of 8.1, for an active account whose last access is known. */
  readonly inactivity?: Inactivity;
}

/** What a wanted entry rests on besides the record and the entry that is there. */
type WantedFacts = Pick<Facts, 'today' | 'policy' | 'calendar' | 'book' | 'accessDoubt' | 'loginsSince'>;

export function resolveWanted(
  declared: Declared,
  actual: ObservedAccount | undefined,
  facts: WantedFacts,
): Wanted {
  const { today, policy, calendar, book, accessDoubt, loginsSince } = facts;
  const described = describe(declared, actual, policy);
  const { declaration } = declared;
  if (declaration === undefined) {
    return actual?.mailbox
      ? withdrawn(described, actual, today)
      : { account: { ...described, mailbox: false, addresses: [], locked: false } };
  }
  // People of an organization that ends have to move or end themselves: nobody is swept away with it.
  const dissolved = declared.kind === 'organization' ? declared.organization.dissolved : undefined;
  // Whom an operator has locked cannot log in: no term runs against him.
  const mayLogIn = actual?.state === 'active' && actual.operatorLock === undefined;
  const inactivity =
    mayLogIn && accessDoubt === undefined
      ? inactivityOf(sinceRestored(actual, declaration.restoration, today), declaration.absence, {
          policy,
          calendar,
          today,
          loginsSince,
        })
      : undefined;
  const decision = decideState(declaration, dissolved, actual, today, inactivity);
  const issued = issuedOf(actual, today);
  const renamedOn = renamedOf(actual, declared.address, today);
  const ending = decision.lifecycle.state === 'terminated';
  const reset =
    !ending && isNewReset(declaration.passwordReset, actual?.reset, today)
      ? basisText(declaration.passwordReset)
      : actual?.reset;
  // An agency that was succeeded gives its addresses to the successor, for good; every other mailbox keeps its own.
  const gave = actual?.mailbox === true && actual.state === 'terminated' && actual.addresses.length === 0;
  const given = decision.why === 'dissolved' && (gave || book.succeeded.has(declared.key));
  const account: Account = {
    ...described,
    mailbox: true,
    ...(given
      ? { addresses: [] }
      : {
          ...(declared.address !== undefined && { address: declared.address }),
          ...wantedAddresses(declared, actual, book, policy, today),
        }),
    issued,
    ...(!given && renamedOn !== undefined && { renamedOn }),
    ...(reset !== undefined && { reset }),
    ...decision.lifecycle,
  };
  return { account, decision, ...(inactivity && { inactivity }) };
}

/** A mailbox without a day of issue was issued when danhba first saw it: what is missing speaks against nobody. */
const issuedOf = (actual: Account | undefined, today: CalendarDate): CalendarDate =>
  actual?.mailbox === true && dayOf(actual.issued) !== undefined ? (actual.issued as string) : today;

/** The day of the last change of the first address: the guard counts by it. */
function renamedOf(
  actual: Account | undefined,
  address: string | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  const isRenamed = actual?.address !== undefined && address !== undefined && actual.address !== address;
  return isRenamed ? today : actual?.renamedOn;
}

/** An entry taken over keeps its name, and danhba keeps it in mind: another one is then a renaming by hand. */
function nameKept(actual: ObservedAccount | undefined): Pick<Account, 'takenName'> {
  const takenName = actual && takenNameOf(actual);
  return takenName === undefined ? {} : { takenName };
}

/** A restoration on record counts before it is on the entry: nobody is suspended on the day of one. */
function sinceRestored(
  actual: ObservedAccount,
  restoration: Decision | undefined,
  today: CalendarDate,
): ObservedAccount {
  if (restoration === undefined || restoration.date > today) return actual;
  return restoration.date <= (actual.restored ?? '') ? actual : { ...actual, restored: restoration.date };
}

/** `mailbox: none` where there was one ends that mailbox (8.2); it never wipes it off the entry. */
function withdrawn(described: Pick<Account, 'key' | 'name'>, actual: Account, today: CalendarDate): Wanted {
  const { address, addresses, former, reset, renamedOn } = actual;
  const { lifecycle } = ended('removed', undefined, actual, today);
  const account: Account = {
    ...described,
    mailbox: true,
    ...(address !== undefined && { address }),
    addresses,
    ...(former !== undefined && { former }),
    issued: issuedOf(actual, today),
    ...(renamedOn !== undefined && { renamedOn }),
    ...(reset !== undefined && { reset }),
    ...lifecycle,
  };
  return { account, decision: { lifecycle, why: 'removed' } };
}

type Described = Pick<Account, 'key' | 'name'> & Partial<Account>;

function describe(declared: Declared, actual: ObservedAccount | undefined, policy: Policy): Described {
  return { ...withoutUnmanaged(present(recordOf(declared)), actual, policy), ...nameKept(actual) };
}

/** What is not told by the record alone: the state, the addresses, what danhba keeps on the entry. */
type Decided = keyof Lifecycle | 'mailbox' | 'address' | 'addresses' | 'former' | Kept;
type Kept = 'issued' | 'renamedOn' | 'reset' | 'missing' | 'takenName' | 'extraNames';

/** Every other field of an account: a new one does not compile before the record says what it is. */
type Recorded = { readonly [F in Exclude<AccountField, Decided>]: Account[F] | undefined } & Pick<
  Account,
  'key' | 'name'
>;

function recordOf({ key, organization, person }: Declared): Recorded {
  if (person === undefined) {
    const { mailbox, parent } = organization;
    return {
      key,
      name: tidyWords(organization.name),
      organizationKind: organization.kind,
      organization: parent,
      custodian: mailbox === 'none' ? undefined : mailbox?.custodian,
      family: undefined,
      given: undefined,
      title: undefined,
      unit: undefined,
      phone: undefined,
      privileged: undefined,
      organizationName: undefined,
    };
  }
  const { family, given } = person.nameParts === undefined ? namesOf(person.name) : tidied(person.nameParts);
  return {
    key,
    organization: organization.id,
    organizationName: tidyWords(organization.name),
    name: tidy(person.name),
    family,
    given,
    privileged: person.privileged === true,
    title: written(person.title),
    unit: written(person.unit),
    phone: written(person.phone),
    organizationKind: undefined,
    custodian: undefined,
  };
}

/** A text of blanks says nothing. */
function written(text: string | undefined): string | undefined {
  const value = text === undefined ? '' : tidyWords(text);
  return value === '' ? undefined : value;
}

/** Of what many have in common: titles, units, surnames. */
const tidyWords = remember(tidy);

const tidied = ({ family, given }: NameParts): { family: string; given: string } => ({
  family: tidyWords(family),
  given: tidyWords(given),
});

/** 5.2.a: the surname stands first, the given name last. */
function namesOf(name: string): { family: string; given: string } {
  const words = tidy(name).split(' ');
  return { family: words[0] ?? name, given: words.at(-1) ?? name };
}
