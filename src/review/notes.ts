/** What a reviewer should look at although nothing is wrong: limits that change, and who still knows a password. */

import { usablePeople } from '../forms/find-person.ts';
import { type Key, organizationKey, personKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import { lastDayOf } from '../model/directory/ending.ts';
import type {
  AccountDeclaration,
  AgencyMailbox,
  CalendarDate,
  Organization,
  OrganizationFile,
  Person,
  Termination,
} from '../model/directory/organization.ts';
import type { ReviewNote } from '../model/github/review.ts';
import { daysBelieved } from '../model/plan/long-ago.ts';
import { isRecord } from '../model/text/json.ts';
import { addDays, addMonths } from '../model/time/date.ts';

export function notesOf(base: Directory, head: Directory, today: CalendarDate): readonly ReviewNote[] {
  return [
    ...changedSettings(base.policy, head.policy),
    ...keptPasswords(base, head, today),
    ...oldDates(base, head, today),
  ];
}

function* changedSettings(before: object, after: object): Iterable<ReviewNote> {
  const [old, now] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  for (const setting of new Set([...old.keys(), ...now.keys()])) {
    const [from = '∅', to = '∅'] = [old.get(setting), now.get(setting)];
    if (from !== to) yield { code: 'policy-changed', setting, before: from, after: to };
  }
}

/** Every value of the policy with the way to it; a list is one value. */
function* leavesOf(value: object, way: readonly string[] = []): Iterable<readonly [string, string]> {
  for (const [key, one] of Object.entries(value)) {
    const path = [...way, key];
    if (isRecord(one)) yield* leavesOf(one, path);
    else yield [path.join('.'), JSON.stringify(one)];
  }
}

/** 9.1: a custodian who stays in the organization takes the agency's password along; so does one under `remind`. */
function* keptPasswords(base: Directory, head: Directory, today: CalendarDate): Iterable<ReviewNote> {
  const before = new Map(base.organizations.map((one) => [one.organization.id, one]));
  const isReminded = head.policy.passwords.onCustodianChange === 'remind';
  for (const file of head.organizations) {
    const { organization } = file;
    const old = before.get(organization.id);
    const [had, has] = [mailboxOf(old?.organization), mailboxOf(organization)];
    if (old === undefined || had?.custodian === undefined || has?.custodian === undefined) continue;
    if (had.custodian === has.custodian) continue;
    if (JSON.stringify(had.passwordReset) !== JSON.stringify(has.passwordReset)) continue;
    const isFormer = ({ id }: Person) => id === had.custodian;
    const now = usablePeople(file).find(isFormer);
    const stays = now !== undefined && !((now.termination?.decided ?? '9999') <= today);
    if (!stays && !isReminded) continue;
    const name = (now ?? usablePeople(old).find(isFormer))?.name ?? had.custodian;
    yield { code: 'password-known', organization: organization.name, custodian: name };
  }
}

/** Records that are new in the pull request and dated far back: last year's number, typed in January. */
function* oldDates(base: Directory, head: Directory, today: CalendarDate): Iterable<ReviewNote> {
  const before = new Map(base.organizations.flatMap(recordsOf).map((one) => [one.key, one.declaration]));
  const oldest = addDays(today, -daysBelieved);
  for (const { key, name, declaration } of head.organizations.flatMap(recordsOf)) {
    const [old, { lifecycle }] = [before.get(key), head.policy];
    const { suspension, termination } = declaration;
    const dates = [
      ['suspension', suspension?.date, old?.suspension?.date, lifecycle.deleteAfterNoticeMonths],
      ['notice', suspension?.notice?.date, old?.suspension?.notice?.date, lifecycle.deleteAfterNoticeMonths],
      ['termination', lastDay(termination), lastDay(old?.termination), lifecycle.keepTerminatedMonths],
    ] as const;
    for (const [field, date, known, months] of dates) {
      if (date === undefined || date === known || date >= oldest) continue;
      // What is dated so far back counts from the day danhba hears of it.
      yield { code: 'long-ago', name, field, date, deletable: addMonths(today, months) };
    }
  }
}

/** A decision comes months before its day: that is what may be of last year. */
const lastDay = (termination: Termination | undefined): CalendarDate | undefined =>
  termination && lastDayOf(termination);

interface NamedRecord {
  readonly key: Key;
  readonly name: string;
  readonly declaration: AccountDeclaration;
}

function recordsOf(file: OrganizationFile): readonly NamedRecord[] {
  const { organization } = file;
  const mailbox = mailboxOf(organization);
  return [
    ...(mailbox
      ? [{ key: organizationKey(organization.id), name: organization.name, declaration: mailbox }]
      : []),
    ...usablePeople(file).map((person) => ({
      key: personKey(person.id),
      name: person.name,
      declaration: person,
    })),
  ];
}

const mailboxOf = (organization: Organization | undefined): AgencyMailbox | undefined =>
  organization?.mailbox === 'none' ? undefined : organization?.mailbox;
