/** Judges the number a records office has given, and its day: what a slip of the hand would look like. */
import type { CalendarDate, Decision } from '../model/directory/organization.ts';
import type { NoticeKind, NoticeStamp } from '../model/notice.ts';
import { type Remark, remark } from '../model/problems/remark.ts';

/** `45/TB-SKHCN`, `1234/SKHCN-CNTT`; some offices write the year between. */
const numberForm = /^\d{1,6}\/(?:(\d{4})\/)?(\p{Lu}[\p{Lu}\p{N}.&]*(?:-[\p{Lu}\p{N}.&]+)+)$/u;

/** 8.1 asks for a notice (Thông báo); everything else answers by letter. */
const inNoticeForm: ReadonlySet<NoticeKind> = new Set(['suspension', 'deletion']);

/** Undefined where the number may be this document's, dated that day. */
export function judgeNumber(
  { document, date }: Decision,
  { kind, drafted, marks }: Pick<NoticeStamp, 'kind' | 'drafted' | 'marks'>,
  today: CalendarDate,
): Remark | undefined {
  const [, year, symbol = ''] = numberForm.exec(document) ?? [];
  if (symbol === '') return remark('notice-number.form', { document });
  if (inNoticeForm.has(kind) && !symbol.startsWith('TB-')) {
    return remark('notice-number.symbol', { document });
  }
  // In January the hand still writes last year's.
  if (year !== undefined && year !== date.slice(0, 4))
    return remark('notice-number.year', { document, date });
  if (date > today) return remark('notice-date.future', { date, today });
  const act = marks.map(({ day }) => day).reduce((latest, day) => (day > latest ? day : latest), '');
  if (date < act) return remark('notice-date.act', { date, act });
  return date < drafted ? remark('notice-date.draft', { date, drafted }) : undefined;
}
