/** Tells whether a draft is still about what the files say, and what its number is to be written into. */
import { basisText } from '../model/account/basis.ts';
import { type Key, parseKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { hasEnded } from '../model/directory/ending.ts';
import type { NoticeRecord } from '../model/directory/notice-record.ts';
import type { CalendarDate, Decision } from '../model/directory/organization.ts';
import type { NoticeMark, NoticeStamp } from '../model/notice.ts';
import { type Remark, remark } from '../model/problems/remark.ts';
import { judgeNumber } from './number.ts';

export interface RecordQuestion {
  readonly declared: readonly Declared[];
  readonly register: readonly NoticeRecord[];
  readonly decision: Decision;
  readonly today: CalendarDate;
}

/** `left` are those whose record says so already. */
export type RecordVerdict =
  | { readonly refusals: readonly Remark[] }
  | { readonly write: readonly Key[]; readonly left: readonly Key[] };

export function judgeRecord(stamp: NoticeStamp, question: RecordQuestion): RecordVerdict {
  const wrong = judgeNumber(question.decision, stamp, question.today) ?? otherDay(question);
  if (wrong !== undefined) return { refusals: [wrong] };
  return stamp.kind === 'suspension' ? judgeSuspensions(stamp, question) : judgeRegistered(stamp, question);
}

/** A number is given once a year: with another day it is another document's, or one of the two days is wrong. */
function otherDay({ declared, register, decision }: RecordQuestion): Remark | undefined {
  const suspended = declared.flatMap(({ key, declaration }) => {
    const notice = declaration?.suspension?.notice;
    return notice === undefined ? [] : [{ ...notice, whose: key }];
  });
  const sent = register.map(({ document, date, people }) => ({ document, date, whose: people.join(', ') }));
  const used = [...suspended, ...sent].find(
    ({ document, date }) =>
      document === decision.document &&
      date !== decision.date &&
      date.slice(0, 4) === decision.date.slice(0, 4),
  );
  return (
    used && remark('notice-number.used', { document: used.document, date: used.date, whose: used.whose })
  );
}

/** 8.1: each person's own suspension has to be the one the notice tells. */
function judgeSuspensions(stamp: NoticeStamp, { declared, decision, today }: RecordQuestion): RecordVerdict {
  const byKey = Map.groupBy(declared, ({ key }) => key);
  const refusals: Remark[] = [];
  const write: Key[] = [];
  const left: Key[] = [];
  for (const mark of stamp.marks) {
    const changed = changeSince(mark, stamp.organization, byKey.get(mark.key) ?? [], today);
    const notice = byKey.get(mark.key)?.[0]?.declaration?.suspension?.notice;
    if (changed !== undefined) refusals.push(changed);
    else if (notice === undefined) write.push(mark.key);
    else if (basisText(notice) === basisText(decision)) left.push(mark.key);
    else refusals.push(remark('notice-recorded', { at: mark.key, ...notice }));
  }
  return refusals.length > 0 ? { refusals } : { write, left };
}

/** Why the notice tells of something else than the files do; undefined where it is still so. */
function changeSince(
  { key, day, reason }: NoticeMark,
  organization: string,
  records: readonly Declared[],
  today: CalendarDate,
): Remark | undefined {
  const [record, another] = records;
  if (record === undefined || another !== undefined) return remark('notice-changed.gone', { at: key });
  const { declaration = {} } = record;
  if (record.organization.id !== organization) {
    return remark('notice-changed.moved', { at: key, organization: record.organization.id });
  }
  const { suspension, restoration, termination } = declaration;
  if (hasEnded(termination, today)) {
    return remark('notice-changed.ended', { at: key, date: termination.decided });
  }
  if (suspension === undefined) return remark('notice-changed.unrecorded', { at: key, day });
  if (restoration !== undefined && restoration.date >= suspension.date) {
    return remark('notice-changed.restored', { at: key, date: restoration.date });
  }
  const isSame = suspension.date === day && suspension.reason === reason;
  return isSame ? undefined : remark('notice-changed.other', { at: key, date: suspension.date, day });
}

/** What starts no term goes into the register, as a whole. */
function judgeRegistered(
  stamp: NoticeStamp,
  { declared, register, decision }: RecordQuestion,
): RecordVerdict {
  const keys = stamp.marks.map(({ key }) => key);
  const known = register.find(({ id }) => id === stamp.id);
  if (known === undefined) {
    const homes = new Set(declared.map(({ organization }) => organization.id));
    return homes.has(stamp.organization)
      ? { write: keys, left: [] }
      : { refusals: [remark('notice-changed.organization', { at: stamp.organization })] };
  }
  const isSame = basisText(known) === basisText(decision);
  const { document, date } = known;
  const at = known.people.filter((key) => parseKey(key) !== undefined).join(', ');
  return isSame
    ? { write: [], left: keys }
    : { refusals: [remark('notice-recorded', { at, document, date })] };
}
