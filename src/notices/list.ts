/** Every written notice: the missing ones, those that wait for a number, and those that are recorded (6.2, 8.1, 8.3). */

import { basisText } from '../model/account/basis.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { isInForce } from '../model/directory/in-force.ts';
import type { NoticeRecord } from '../model/directory/notice-record.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { NoticeKind, NoticePerson, NoticeStamp } from '../model/notice.ts';
import type { NoticeRow } from '../model/notice-row.ts';
import { daysBetween } from '../model/time/date.ts';
import { actText, draftNotices, type NoticeFacts } from './draft.ts';

export interface Draft {
  readonly file: string;
  readonly stamp: NoticeStamp;
}

export interface ListFacts extends NoticeFacts {
  readonly register: readonly NoticeRecord[];
  readonly drafts: readonly Draft[];
}

/**
 * What the rule book asks for in writing. 7.2 leaves a reset to a reply, which the sealed sheet is; of the end of a
 * mailbox by 8.2 the organization tells the operator; what is kept and then deleted after that is the province's policy.
 */
const isAsked = ({ kind, person }: Act): boolean =>
  kind === 'deletion' ? person.reason === 'term' : kind !== 'reset' && kind !== 'termination';

interface Act {
  readonly kind: NoticeKind;
  readonly organization: string;
  readonly person: NoticePerson;
}

/** What needs somebody first, the oldest of it on top. */
export function listNotices(facts: ListFacts): readonly NoticeRow[] {
  const { drafts, today } = facts;
  const acts = draftNotices(facts, new Set()).flatMap(({ kind, organization, people }) =>
    people.map((person): Act => ({ kind, organization, person })),
  );
  const waiting = drafts.flatMap((draft) => stateOf(draft, acts, facts));
  const told = new Set(
    waiting.flatMap(({ row, marks }) => (row.status === 'waiting' ? marks.map(markOf(row.kind)) : [])),
  );
  const open = acts.filter((act) => isAsked(act) && !told.has(markOf(act.kind)(act.person)));
  return [
    ...missingOf(open, today),
    ...waiting.map(({ row }) => row).toSorted(bySince),
    ...recordedOf(facts),
  ];
}

/** When a mailbox was deleted the run knows and no file: whose it was is enough. */
const markOf =
  (kind: NoticeKind) =>
  (mark: NoticeStamp['marks'][number]): string =>
    kind === 'deletion' ? `${kind} ${mark.key}` : actText(kind, mark);

function missingOf(acts: readonly Act[], today: CalendarDate): readonly NoticeRow[] {
  const groups = Map.groupBy(acts, ({ kind, organization }) => `${kind} ${organization}`);
  return [...groups.values()]
    .flatMap((group): readonly NoticeRow[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { kind, organization } = first;
      const since = group.map(({ person }) => person.day).reduce((a, b) => (a < b ? a : b));
      const people = group.map(({ person }) => person.key);
      return [{ status: 'missing', kind, organization, people, since, days: daysBetween(since, today) }];
    })
    .toSorted(bySince);
}

interface Waiting {
  readonly row: NoticeRow;
  readonly marks: NoticeStamp['marks'];
}

/** Nothing of a draft that is recorded: the record tells of it. */
function stateOf({ file, stamp }: Draft, acts: readonly Act[], facts: ListFacts): readonly Waiting[] {
  const { id, kind, organization, drafted, marks } = stamp;
  if (facts.register.some((record) => record.id === id)) return [];
  const open = new Set(acts.map((act) => actText(act.kind, act.person)));
  const records = new Map(facts.declared.map((one) => [one.key, one]));
  const states =
    kind === 'suspension'
      ? marks.map((mark) => {
          if (open.has(actText(kind, mark))) return 'open';
          return isRecorded(records.get(mark.key), mark.day) ? 'recorded' : 'changed';
        })
      : ['open'];
  if (states.every((state) => state === 'recorded')) return [];
  const status = states.includes('changed') ? 'changed' : 'waiting';
  const people = marks.map(({ key }) => key);
  const days = daysBetween(drafted, facts.today);
  return [{ row: { status, kind, organization, people, since: drafted, days, file, id }, marks }];
}

function isRecorded(record: Declared | undefined, day: CalendarDate): boolean {
  const { suspension } = record?.declaration ?? {};
  return suspension?.notice !== undefined && suspension.date === day;
}

function recordedOf({ declared, register }: ListFacts): readonly NoticeRow[] {
  const suspended = declared.flatMap(({ key, organization, declaration = {} }) => {
    const notice = declaration.suspension?.notice;
    return notice === undefined || !isInForce(declaration)
      ? []
      : [{ key, organization: organization.id, notice }];
  });
  const groups = Map.groupBy(suspended, ({ organization, notice }) => `${organization} ${basisText(notice)}`);
  const noticed = [...groups.values()].flatMap((group): readonly NoticeRow[] => {
    const [first] = group;
    const people: readonly Key[] = group.map(({ key }) => key);
    return first === undefined
      ? []
      : [
          {
            status: 'recorded',
            kind: 'suspension',
            organization: first.organization,
            people,
            ...first.notice,
          },
        ];
  });
  const sent = register.map(
    ({ copied, ...record }): NoticeRow => ({
      status: copied === undefined ? 'recorded' : 'copied',
      ...record,
      ...(copied !== undefined && { copied }),
    }),
  );
  return [...noticed, ...sent].toSorted((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : 1));
}

const bySince = (a: NoticeRow, b: NoticeRow): number => ((a.since ?? '') < (b.since ?? '') ? -1 : 1);
