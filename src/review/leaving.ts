/** Finds the people of whom a pull request records, moves or takes back a last day of work that is still to come (8.2). */

import { usablePeople } from '../forms/find-person.ts';
import type { Account } from '../model/account/account.ts';
import { type Key, parseKey, personKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import { hasEnded, isLeaving, lastDayOf } from '../model/directory/ending.ts';
import type { CalendarDate, OrganizationFile, Person } from '../model/directory/organization.ts';
import type { LeavingPerson } from '../model/github/review.ts';
import { latestOf } from '../model/time/date.ts';

/** Nothing happens to their mailboxes yet, so that no plan tells of them. Whose mailbox has ended is none of them. */
export function leavingPeople(
  base: Directory,
  head: Directory,
  today: CalendarDate,
  accounts: readonly Pick<Account, 'key' | 'state'>[] = [],
): readonly LeavingPerson[] {
  const ended = new Set<Key>(accounts.flatMap(({ key, state }) => (state === 'terminated' ? [key] : [])));
  const before = new Map(
    base.organizations.flatMap((file) => usablePeople(file).map((one) => [placeOf(file, one), one])),
  );
  return head.organizations.flatMap((file) =>
    usablePeople(file).flatMap((person): readonly LeavingPerson[] => {
      const { id, name, termination } = person;
      const old = before.get(placeOf(file, person))?.termination;
      if (ended.has(personKey(id)) || hasEnded(old, today)) return [];
      const was = isLeaving(old, today) ? lastDayOf(old) : undefined;
      const until = isLeaving(termination, today) ? lastDayOf(termination) : undefined;
      const decision = until === undefined ? old : termination;
      const isBack = until === undefined && termination === undefined && was !== undefined;
      if (decision === undefined || (until === was && isSame(old, termination))) return [];
      if (until === undefined && !isBack) return [];
      return [
        {
          id,
          name,
          organization: file.organization.id,
          line: file.personLines[file.organization.people?.indexOf(person) ?? -1],
          reason: decision.reason,
          decided: decision.decided,
          ...(until !== undefined && { until }),
          ...(was !== undefined && was !== until && { was }),
        },
      ];
    }),
  );
}

/** Whoever has left several organizations has a record in each of their files: the latest counts. */
export function lastDayAtWork(key: Key, organizations: Directory['organizations']): CalendarDate | undefined {
  const id = parseKey(key)?.id;
  const records = organizations.flatMap(usablePeople).filter((person) => person.id === id);
  return latestOf(records.map(({ termination }) => termination?.effective));
}

const placeOf = ({ organization }: OrganizationFile, { id }: Person): string => `${organization.id} ${id}`;

const isSame = (one: Person['termination'], other: Person['termination']): boolean =>
  one?.reason === other?.reason && one?.decided === other?.decided;
