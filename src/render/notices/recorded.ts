/** Tells what became of the number of a written notice: whose record has it, and from when the twelve months run. */
import type { Key } from '../../model/account/key.ts';
import type { CalendarDate, Decision } from '../../model/directory/organization.ts';
import type { NoticeStamp } from '../../model/notice.ts';
import { type Calendar, deadlineOf } from '../../model/time/deadline.ts';
import { dateText } from '../text/dates.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { noticeKindWords } from './words/kinds.ts';

export interface RecordedFacts {
  readonly decision: Decision;
  readonly copied?: CalendarDate;
  readonly notices: readonly {
    readonly file: string;
    readonly stamp: NoticeStamp;
    readonly written: readonly Key[];
    readonly left: readonly Key[];
  }[];
  /** The files that were changed. */
  readonly files: readonly string[];
  readonly names: ReadonlyMap<Key, string>;
  readonly terms: { readonly months: number; readonly calendar: Calendar };
}

const words = {
  vi: {
    recorded: 'đã ghi',
    left: 'đã ghi từ trước',
    deletable: (day: string) => `không xóa trước khi hết ngày ${day}`,
    copied: (day: string) => `đã gửi cơ quan cấp trên ngày ${day}`,
    notCopied: 'chưa ghi ngày gửi cơ quan cấp trên: ghi lại với --copied',
    term: (months: number, day: string) =>
      `Thời hạn ${months} tháng tính từ ${day}, khi thay đổi này được đơn vị vận hành duyệt và một lần chạy đã ghi vào máy chủ; chưa có thì không hộp thư nào bị xóa (8.1).`,
    written: 'Đã sửa',
    next: 'Tiếp theo: danhba check, rồi git commit và mở pull request',
    nothing: 'Không có gì phải sửa.',
  },
  en: {
    recorded: 'recorded',
    left: 'was recorded before',
    deletable: (day: string) => `not deleted before ${day} is over`,
    copied: (day: string) => `its copy went to the superior body on ${day}`,
    notCopied: 'no day on which its copy went to the superior body: record it again with --copied',
    term: (months: number, day: string) =>
      `The ${months} months run from ${day}, once an operator has agreed to this change and a run has written it to the server; until then no mailbox is deleted (8.1).`,
    written: 'Edited',
    next: 'Next: danhba check, then git commit and a pull request',
    nothing: 'There was nothing to edit.',
  },
} as const satisfies Record<Language, object>;

export function renderRecorded(facts: RecordedFacts, language: Language): string {
  const told = words[language];
  const { decision, copied, notices, files, names, terms } = facts;
  const day = dateText(decision.date, language);
  const lines = notices.flatMap(({ file, stamp, written, left }) => [
    `${visible(file)}: ${noticeKindWords[stamp.kind][language]} · ${visible(stamp.organization)} · ${visible(decision.document)} · ${day}`,
    ...[...written, ...left].map((key) => {
      const name = names.get(key);
      const whose = name === undefined ? key : `${name} ${key}`;
      return `  ${visible(whose)}: ${written.includes(key) ? told.recorded : told.left}${termText(stamp, facts, language)}`;
    }),
    ...(stamp.kind !== 'deletion'
      ? []
      : [`  ${copied === undefined ? told.notCopied : told.copied(dateText(copied, language))}`]),
  ]);
  if (notices.some(({ stamp }) => stamp.kind === 'suspension')) lines.push(told.term(terms.months, day));
  for (const file of files) lines.push(`${told.written}: ${visible(file)}`);
  lines.push(files.length === 0 ? told.nothing : told.next);
  return `${lines.join('\n')}\n`;
}

function termText({ kind }: NoticeStamp, { decision, terms }: RecordedFacts, language: Language): string {
  if (kind !== 'suspension') return '';
  const term = deadlineOf(decision.date, { unit: 'months', count: terms.months }, terms.calendar);
  const last = 'due' in term ? term.due : term.unadjusted;
  return `, ${words[language].deletable(dateText(last, language))}`;
}
