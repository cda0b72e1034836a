/** What the operator's register says of written notices that were sent: directory/notices.yaml. */
import type { Key } from '../account/key.ts';
import type { NoticeKind } from '../notice.ts';
import type { CalendarDate } from './organization.ts';

/** 8.1: from the notice of a suspension a term runs, so that it stands with the suspension itself and nowhere else. */
export type RegisteredKind = Exclude<NoticeKind, 'suspension'>;

export interface NoticeRecord {
  readonly kind: RegisteredKind;
  /** The managing organization it went to. */
  readonly organization: string;
  readonly people: readonly Key[];
  readonly document: string;
  readonly date: CalendarDate;
  /** 8.1: the day a copy of the notice of a deletion went to the superior body. */
  readonly copied?: CalendarDate;
  /** Of the draft it was; absent where it was written without danhba. */
  readonly id?: string;
}

export interface NoticesFile {
  readonly file: string;
  readonly notices: readonly NoticeRecord[];
}
