/** What the steps of comparing look up again and again, worked out once from the world. */
import type { ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import { type Key, parseKey, personKey } from '../model/key.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { PasswordPolicyName } from '../model/password-policy.ts';
import type { Policy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { settleDeclarations } from '../model/settle-declarations.ts';
import { type AddressBook, makeAddressBook } from './addresses.ts';
import type { Calendar } from './calendar.ts';
import { type CredentialJudge, makeCredentialJudge } from './credentials.ts';
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
  readonly actualByKey: ReadonlyMap<Key, ObservedAccount>;
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
  const blockedBy = ({ key, file }: Declared) => blocked.get(`${key} ${file}`);
  return {
    ...world,
    policy: directory.policy,
    calendar: directory.calendar,
    declared,
    blockedBy,
    actualByKey: new Map(accounts.map((account) => [account.key, account])),
    lastNumbers: findLastNumbers(accounts),
    book: makeAddressBook(declared, {
      policy: directory.policy,
      grants: directory.grants.grants,
      today,
      blockedBy,
      refused,
    }),
    credentialObstacle: makeCredentialJudge(directory, missingPolicies),
    unreadable: findUnreadable(directory),
  };
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

/** Which of the person's mailboxes stands at the DN, by `entryName`; undefined where the name is none of ours. */
export function entryNumberOf(id: string, dn: string): number | undefined {
  const name = dn.slice(dn.indexOf('=') + 1).split(',', 1)[0] ?? '';
  if (name.toLowerCase() === id.toLowerCase()) return 1;
  const [, number] = /-([1-9]\d*)$/.exec(name) ?? [];
  if (number === undefined || name.toLowerCase() !== `${id}-${number}`.toLowerCase()) return undefined;
  return Number(number);
}
