/** What is known when a plan is made, with what the steps of planning look up again and again worked out once. */
import type {
  AccessDoubt,
  ObservedAccount,
  Tombstone,
  UnmarkedEntry,
  UnreadReplica,
} from '../../model/account/account.ts';
import { type Key, parseKey, personKey } from '../../model/account/key.ts';
import type { PasswordPolicy, PasswordPolicyName } from '../../model/account/password-policy.ts';
import type { OpenAdoption } from '../../model/adoption.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Directory } from '../../model/directory/directory.ts';
import { type CalendarDate, lineFrom, type OrganizationFile } from '../../model/directory/organization.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { settleDeclarations } from '../../model/directory/settle-declarations.ts';
import type { MailObservation } from '../../model/mail/state.ts';
import type { ReadDoubt } from '../../model/plan/plan.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { QuietPeople } from '../../model/quiet/quiet.ts';
import { addDays } from '../../model/time/date.ts';
import type { Calendar } from '../../model/time/deadline.ts';
import { type AddressBook, makeAddressBook } from './address-book.ts';
import { type CredentialJudge, makeCredentialJudge } from './credential-judge.ts';
import { entryNumberOf, type Fault, findFaults } from './identity.ts';
import { findUnreadable, type Unreadable } from './unreadable.ts';

/** What a plan is made from: what is declared, what is there, what is wrong with the files, and the day. */
export interface PlanInput {
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly accounts: readonly ObservedAccount[];
  /** People who are among neither the declared nor the accounts, because their record and their entry are known to agree. */
  readonly quiet?: QuietPeople;
  readonly tombstones: readonly Tombstone[];
  readonly passwordPolicies: readonly PasswordPolicy[];
  /** Set where last access says nothing: then nobody is inactive. */
  readonly accessDoubt?: AccessDoubt;
  readonly unreadReplicas?: readonly UnreadReplica[];
  /** The day since which every server has been seen to record logins; undefined where none has yet. */
  readonly loginsSince: CalendarDate | undefined;
  /** What the mail server holds; absent where none is asked. */
  readonly mail?: MailObservation;
  readonly problems: readonly Problem[];
  /** Whom to ask, for each account whose merged record lacks somebody's word; absent where nobody looked. */
  readonly unconsented?: ReadonlyMap<Key, readonly string[]>;
  /** Entries of our containers without our mark. */
  readonly unmarked: readonly UnmarkedEntry[];
  readonly doubt?: ReadDoubt;
  /** The adoption beside the directory, or the one that is to be carried out; absent where there is none. */
  readonly adoption?: OpenAdoption;
  /** The approval of the changes the guard held, given once by a person. */
  readonly approved?: string;
  readonly today: CalendarDate;
}

/** The same, and what the steps of planning look up again and again. */
export interface Facts extends PlanInput {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The last day of what is told beforehand. */
  readonly warnUntil: CalendarDate;
  /** The records that count, one for each key but where the rules refuse them. */
  readonly declared: readonly Declared[];
  /** What is wrong with the record: nothing is done about it, and another record of the same key goes on. */
  readonly blockedBy: (record: Declared) => Problem | undefined;
  /** Those whose entries cannot be told for sure: nothing is planned for them but what locks every one of them. */
  readonly faults: ReadonlyMap<Key, Fault>;
  /** The one entry of each key that is known for sure. */
  readonly actualByKey: ReadonlyMap<Key, ObservedAccount>;
  /** Each person's former mailboxes that are known for sure: all of them have ended. */
  readonly formers: ReadonlyMap<Key, readonly ObservedAccount[]>;
  /** Whose addresses rest: agencies that gave theirs up, among others. */
  readonly resting: ReadonlySet<Key>;
  /** Every key an entry has, those that cannot be told for sure too. */
  readonly actualKeys: ReadonlySet<Key>;
  /** The readable files, by the organization's id. */
  readonly files: ReadonlyMap<string, OrganizationFile>;
  /** An organization and those above it, from below. */
  readonly lineOf: (organization: string) => readonly string[];
  /** Labels that people's addresses end in, by the organization's id. */
  readonly suffixes: ReadonlyMap<string, string>;
  /** Every organization that has a file, readable or not. */
  readonly organizationIds: ReadonlySet<string>;
  /** The highest number among the mailboxes each person has, or has left: the next one comes after it. */
  readonly lastNumbers: ReadonlyMap<Key, number>;
  readonly book: AddressBook;
  readonly credentialObstacle: CredentialJudge;
  readonly unreadable: Unreadable;
}

/** `refused` are granted addresses whose takers were held when the plan was tried: their holders keep them. */
export function makeFacts(
  input: PlanInput,
  missingPolicies: ReadonlySet<PasswordPolicyName>,
  refused: ReadonlySet<string> = new Set(),
): Facts {
  const { directory, accounts, today } = input;
  const declared = settleDeclarations(input.declared, today);
  const errors = input.problems.filter(
    ({ severity, subject }) => severity === 'error' && subject !== undefined,
  );
  const blocked = new Map(errors.map((problem) => [`${problem.subject} ${problem.at.file}`, problem]));
  const declaredKeys = new Set(declared.map(({ key }) => key));
  const faults = findFaults(accounts, declaredKeys, directory.policy);
  const actualByKey = new Map(
    accounts.filter(({ key }) => !faults.has(key)).map((account) => [account.key, account]),
  );
  const files = new Map(directory.organizations.map((file) => [file.organization.id, file]));
  const blockedBy = ({ key, file }: Declared) => blocked.get(`${key} ${file}`);
  return {
    ...input,
    policy: directory.policy,
    calendar: directory.calendar,
    warnUntil: addDays(today, directory.policy.lifecycle.warnDays),
    declared,
    blockedBy,
    faults,
    actualByKey,
    resting: new Set(input.tombstones.map(({ holder }) => holder)),
    actualKeys: new Set(accounts.map(({ key }) => key)),
    formers: findFormers(accounts, faults),
    files,
    lineOf: (id) => lineFrom(id, (one) => files.get(one)?.organization.parent),
    suffixes: findSuffixes(declared),
    organizationIds: new Set([
      ...directory.organizations.map(({ organization }) => organization.id),
      ...directory.unreadable.map(({ id }) => id),
    ]),
    lastNumbers: findLastNumbers(accounts),
    book: makeAddressBook(declared, {
      policy: directory.policy,
      grants: directory.grants.grants,
      today,
      blockedBy,
      refused,
      tombstones: input.tombstones,
      actualByKey,
    }),
    credentialObstacle: makeCredentialJudge(directory, missingPolicies),
    unreadable: findUnreadable(directory),
  };
}

function findSuffixes(declared: readonly Declared[]): ReadonlyMap<string, string> {
  return new Map(
    declared.flatMap(({ kind, organization, derived }) => {
      const suffix = kind === 'organization' ? (organization.personSuffix ?? derived) : undefined;
      return suffix === undefined || suffix === null ? [] : [[organization.id, suffix] as const];
    }),
  );
}

function findFormers(
  accounts: readonly ObservedAccount[],
  faults: ReadonlyMap<Key, Fault>,
): ReadonlyMap<Key, readonly ObservedAccount[]> {
  const formers = new Map<Key, ObservedAccount[]>();
  for (const account of accounts) {
    const parsed = parseKey(account.key);
    if (parsed?.former === undefined || !account.mailbox || faults.has(account.key)) continue;
    const own = personKey(parsed.id);
    formers.set(own, [...(formers.get(own) ?? []), account]);
  }
  return formers;
}

/** Numbers of former mailboxes stand in their keys, that of the present one in its entry's name. */
function findLastNumbers(accounts: readonly ObservedAccount[]): ReadonlyMap<Key, number> {
  const numbers = new Map<Key, number>();
  for (const { key, dn } of accounts) {
    const parsed = parseKey(key);
    if (parsed?.kind !== 'person') continue;
    const own = personKey(parsed.id);
    const number = Math.max(parsed.former ?? 0, entryNumberOf(parsed.id, dn) ?? 0);
    numbers.set(own, Math.max(numbers.get(own) ?? 0, number));
  }
  return numbers;
}
