/** Points at dates of records that lie so far back that somebody may have typed last year's number. */
import { basisText } from '../../model/account/basis.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { lastDayOf } from '../../model/directory/ending.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { daysBelieved, type LongAgo } from '../../model/plan/long-ago.ts';
import { addDays, dayOf } from '../../model/time/date.ts';
import { deletabilityOf } from '../decide/deletion.ts';
import { resolveWanted } from '../decide/wanted.ts';
import type { Facts } from '../facts/facts.ts';

/** Only mailboxes that are there: nobody loses one that is not. */
export function findLongAgo(facts: Facts): readonly LongAgo[] {
  const before = addDays(facts.today, -daysBelieved);
  return facts.declared.flatMap((declared) => {
    const dates = newDatesOf(declared, facts).filter(({ date }) => date < before);
    if (dates.length === 0) return [];
    const { key, name, organization } = declared;
    const deletable = deletableAfter(declared, facts);
    if (deletable === undefined) return [];
    return dates.map((one) => ({ key, name, organization: organization.id, ...one, deletable }));
  });
}

function newDatesOf(
  { key, declaration }: Declared,
  { actualByKey }: Facts,
): readonly Pick<LongAgo, 'field' | 'date'>[] {
  const { suspension, termination } = declaration ?? {};
  const actual = actualByKey.get(key);
  if (actual?.mailbox !== true || actual.state === 'terminated') return [];
  const isSuspendedSince = (date: CalendarDate) =>
    actual.state === 'suspended' && dayOf(actual.since) === date;
  const notice = suspension?.notice;
  return [
    ...(suspension && !isSuspendedSince(suspension.date)
      ? [{ field: 'suspension', date: suspension.date } as const]
      : []),
    ...(notice && basisText(notice) !== actual.notice
      ? [{ field: 'notice', date: notice.date } as const]
      : []),
    ...(termination ? [{ field: 'termination', date: lastDayOf(termination) } as const] : []),
  ];
}

/** As of today; undefined where the record does not lead to a deletion at all. */
function deletableAfter(declared: Declared, facts: Facts): CalendarDate | undefined {
  const { account } = resolveWanted(declared, facts.actualByKey.get(declared.key), facts);
  const judged = deletabilityOf(account, facts);
  if (judged === undefined) return undefined;
  if ('due' in judged) return judged.due;
  switch (judged.code) {
    case 'deletion-not-due':
      return judged.args.due;
    case 'notice-missing':
    case 'notice-early':
      return judged.args.earliest;
    case 'calendar-missing':
      return facts.today;
  }
}
