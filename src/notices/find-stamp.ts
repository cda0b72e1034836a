/** Finds by its id which suspensions a notice is about: the files have the acts, and an id is made of exactly its own. */
import { basisText } from '../model/account/basis.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { NoticeMark, NoticeStamp } from '../model/notice.ts';
import { noticeId } from './id.ts';

/** Every choice among more people would take too long: of those the ones of successive days are tried. */
const mostChosen = 12;

/**
 * `id` may be the beginning of one. Whoever invents an id gets nothing by it that the people named in the pull request
 * do not show: which of them it is written for is the operator's to agree to. The day it was drafted is not known.
 */
export function findStamp(
  id: string,
  organization: string,
  declared: readonly Declared[],
): NoticeStamp | undefined {
  const kind = 'suspension';
  const suspended = declared.flatMap((one) => {
    const suspension = one.organization.id === organization ? one.declaration?.suspension : undefined;
    if (suspension === undefined) return [];
    const { date: day, reason, notice } = suspension;
    return [{ mark: { key: one.key, day, reason }, told: notice === undefined ? '' : basisText(notice) }];
  });
  for (const marks of possibleNotices(suspended)) {
    const found = noticeId({ kind, organization }, marks);
    if (!found.startsWith(id)) continue;
    const drafted = marks.map(({ day }) => day).reduce((a, b) => (a > b ? a : b));
    return { id: found, kind, organization, drafted, marks };
  }
  return undefined;
}

interface Suspended {
  readonly mark: NoticeMark;
  readonly told: string;
}

/** The likely ones first: those whose notice is not recorded, then those who share one, then all. */
function* possibleNotices(suspended: readonly Suspended[]): Iterable<readonly NoticeMark[]> {
  const groups = Map.groupBy(suspended, ({ told }) => told);
  for (const [, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield* ofSuccessiveDays(group.map(({ mark }) => mark));
  }
  const all = suspended.map(({ mark }) => mark);
  yield* ofSuccessiveDays(all);
  if (all.length <= mostChosen) yield* everyChoice(all);
}

/** A draft is of those suspended since the one before it. */
function* ofSuccessiveDays(marks: readonly NoticeMark[]): Iterable<readonly NoticeMark[]> {
  const days = [...Map.groupBy(marks, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (let first = 0; first < days.length; first += 1) {
    for (let end = days.length; end > first; end -= 1) {
      yield days.slice(first, end).flatMap(([, ofDay]) => ofDay);
    }
  }
}

function* everyChoice(marks: readonly NoticeMark[]): Iterable<readonly NoticeMark[]> {
  for (let choice = 1; choice < 2 ** marks.length; choice += 1) {
    yield marks.filter((_, index) => Math.floor(choice / 2 ** index) % 2 === 1);
  }
}
