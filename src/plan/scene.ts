/** What the steps of comparing look up again and again, worked out once from the world. */
import type { ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import { type Key, parseKey, personKey } from '../model/key.ts';
import type { CalendarDate, OrganizationFile } from '../model/organization.ts';
import type { PasswordPolicyName } from '../model/password-policy.ts';
import type { Policy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { settleDeclarations } from '../model/settle-declarations.ts';
import { type AddressBook, makeAddressBook } from './addresses.ts';
import type { Calendar } from './calendar.ts';
import { type CredentialJudge, makeCredentialJudge } from './credentials.ts';
import { entryNumberOf, type Fault, findFaults } from './identity.ts';
import { findUnreadable, type Unreadable } from './unreadable.ts';
import type { World } from './world.ts';

export interface Scene extends World {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CalendarDate;
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
export function makeScene(
  world: World,
  missingPolicies: ReadonlySet<PasswordPolicyName>,
  refused: ReadonlySet<string> = new Set(),
): Scene {
  const { directory, accounts, today } = world;
  const declared = settleDeclarations(world.declared, today);
  const errors = world.problems.filter(
    ({ severity, subject }) => severity === 'error' && subject !== undefined,
  );
  const blocked = new Map(errors.map((problem) => [`${problem.subject} ${problem.at.file}`, problem]));
  const declaredKeys = new Set(declared.map(({ key }) => key));
  const faults = findFaults(accounts, declaredKeys, directory.policy.baseDn);
  const actualByKey = new Map(
    accounts.filter(({ key }) => !faults.has(key)).map((account) => [account.key, account]),
  );
  const blockedBy = ({ key, file }: Declared) => blocked.get(`${key} ${file}`);
  return {
    ...world,
    policy: directory.policy,
    calendar: directory.calendar,
    declared,
    blockedBy,
    faults,
    actualByKey,
    resting: new Set(world.tombstones.map(({ holder }) => holder)),
    actualKeys: new Set(accounts.map(({ key }) => key)),
    formers: findFormers(accounts, faults),
    files: new Map(directory.organizations.map((file) => [file.organization.id, file])),
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
      tombstones: world.tombstones,
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
