/** One written notice as it is listed, whatever has become of it. */
import type { Key } from './account/key.ts';
import type { CalendarDate } from './directory/organization.ts';
import type { NoticeKind } from './notice.ts';

export const noticeStatuses = ['missing', 'waiting', 'changed', 'recorded', 'copied'] as const;

/**
 * `waiting`: drafted, and without a number; `changed`: a draft that is no longer right; `copied`: recorded, and its copy
 * went to the superior body (8.1).
 */
export type NoticeStatus = (typeof noticeStatuses)[number];

export interface NoticeRow {
  readonly status: NoticeStatus;
  readonly kind: NoticeKind;
  readonly organization: string;
  readonly people: readonly Key[];
  /** The oldest act nobody was told of; of a draft the day it was drafted. */
  readonly since?: CalendarDate;
  /** Whole days since then. */
  readonly days?: number;
  readonly file?: string;
  readonly id?: string;
  readonly document?: string;
  readonly date?: CalendarDate;
  readonly copied?: CalendarDate;
}

/** 8.1: the notice of a deletion goes to the superior body as well. */
export const lacksCopy = ({ status, kind }: NoticeRow): boolean =>
  kind === 'deletion' && status === 'recorded';

/** What somebody has to see to. */
export const isOpen = (row: NoticeRow): boolean => row.document === undefined || lacksCopy(row);
