/** Why the number of a written notice is not recorded; `at` is the file that was given, or whom it is about. */
import type { EditRefusal } from '../directory/edit.ts';
import type { Remark } from './remark.ts';

interface At {
  readonly at: string;
}

export interface NoticeRecordErrorFacts {
  'notice-changed.ended': At & { readonly date: string };
  'notice-changed.gone': At;
  'notice-changed.moved': At & { readonly organization: string };
  'notice-changed.organization': At;
  /** Suspended again, or otherwise, since it was drafted. */
  'notice-changed.other': At & { readonly date: string; readonly day: string };
  'notice-changed.restored': At & { readonly date: string };
  /** The job has suspended, and no file says so yet; or somebody has taken the lines out. */
  'notice-changed.unrecorded': At & { readonly day: string };
  'notice-copied.date': { readonly copied: string; readonly date: string };
  /** 8.1 has the notice of a deletion alone go to the superior body as well. */
  'notice-copied.kind': At;
  'notice-date.act': { readonly date: string; readonly act: string };
  'notice-date.draft': { readonly date: string; readonly drafted: string };
  'notice-date.form': { readonly option: string; readonly value: string };
  'notice-date.future': { readonly date: string; readonly today: string };
  'notice-file.altered': At;
  'notice-file.foreign': At;
  'notice-file.same': At & { readonly other: string };
  'notice-file.unreadable': At & { readonly cause: string };
  'notice-number.form': { readonly document: string };
  'notice-number.symbol': { readonly document: string };
  'notice-number.used': { readonly document: string; readonly date: string; readonly whose: string };
  'notice-number.year': { readonly document: string; readonly date: string };
  'notice-recorded': At & { readonly document: string; readonly date: string };
  /** One file of several, with everything that keeps its number from being written. */
  'notice-refused': At & { readonly parts: readonly Remark[] };
  'notice-unwritten.changed': At;
  'notice-unwritten.problems': { readonly problems: string };
  'notice-unwritten.refusal': At & { readonly code: EditRefusal['code'] };
}
