/** Finds the people a pull request takes out of the files without a word on why (8.2). */

import { usablePeople } from '../forms/find-person.ts';
import { type Key, personKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { PlanDelta, RemovedPerson } from '../model/github/review.ts';

/** Those whose mailbox would end by it; without a plan, those whose end no file recorded. */
export function removedPeople(base: Directory, head: Directory, plan?: PlanDelta): readonly RemovedPerson[] {
  // Whoever stands in lines that are wrong is no less there.
  const faulty = head.organizations.filter(({ unusable }) => unusable.size > 0);
  const unread = new Set([...head.unreadable, ...faulty].map(({ file }) => file.split('/').at(-1)));
  const left = new Set(head.organizations.flatMap((file) => usablePeople(file).map(({ id }) => id)));
  const dues = plan === undefined ? undefined : missingIn(plan);
  return base.organizations.flatMap((file) => {
    if (unread.has(file.file.split('/').at(-1))) return [];
    return usablePeople(file).flatMap((person): readonly RemovedPerson[] => {
      const { id, name, termination } = person;
      if (left.has(id) || (dues === undefined ? termination !== undefined : !dues.has(personKey(id))))
        return [];
      const due = dues?.get(personKey(id));
      return [{ id, name, organization: file.organization.id, ...(due !== undefined && { due }) }];
    });
  });
}

/** Whom the plan says of that nobody declares them any more, with the day their mailbox ends. */
function missingIn({ added, altered, held }: PlanDelta): ReadonlyMap<Key, CalendarDate | undefined> {
  const found = new Map<Key, CalendarDate | undefined>();
  for (const { key, why } of [...added, ...altered]) if (isMissing({ why })) found.set(key, why.due);
  for (const one of held) {
    if (one.code === 'removal-waits') found.set(one.key, one.args.due);
    if (one.code === 'organization-emptied') found.set(one.key, undefined);
  }
  return found;
}

const isMissing = ({ why }: Pick<PlanDelta['added'][number], 'why'>): boolean =>
  why.code === 'missing' || why.code === 'removed';
