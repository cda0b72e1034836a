/** A written notice: what was done to whose mailboxes, told to the organization that manages them (6.2, 7.2, 8.1–8.3). */
import type { StateReason } from './account/account.ts';
import type { Key } from './account/key.ts';
import type { CalendarDate, Decision } from './directory/organization.ts';
import type { NoticePolicy } from './directory/policy.ts';

export const noticeKinds = [
  'suspension',
  'deletion',
  'issue',
  'change',
  'reset',
  'termination',
  'restoration',
] as const;

/**
 * 8.1 has the operator give notice by itself of a suspension, together with the deletion that follows, and of a
 * deletion; the others answer what an organization asked for (6.2, 7.2) or announced (8.2, 8.3).
 */
export type NoticeKind = (typeof noticeKinds)[number];

/** Why an act was done: of a state its reason, of an answer the request, of a deletion the term that was over. */
export type NoticeReason = StateReason | 'request' | 'term' | 'retention';

/** Whom an act was done to, and the act: what makes two notices about the same thing the same. */
export interface NoticeMark {
  readonly key: Key;
  /** The day of the act, as the entry or the audit has it. */
  readonly day: CalendarDate;
  readonly reason: NoticeReason;
}

/** One mailbox a notice is about. Never a password: nothing here could hold one. */
export interface NoticePerson extends NoticeMark {
  readonly name: string;
  readonly title?: string;
  readonly unit?: string;
  readonly address: string;
  /** The clause of Article 12 that was broken. */
  readonly clause?: string;
  /** The decision or the request behind the act. */
  readonly document?: Decision;
  /** The last login the server has seen; absent where it has seen none. */
  readonly lastAccess?: CalendarDate;
  /** Of another address: the one before it, and the last day mail to it still arrives. */
  readonly before?: string;
  readonly receivesUntil?: CalendarDate;
  /** Of a deletion by 8.1: the notice its twelve months ran from. */
  readonly notice?: Decision;
}

/** A mailbox that is no more: nothing on the server tells of it, so the run or the audit that deleted it does. */
export interface DeletedMailbox {
  readonly key: Key;
  readonly organization: string;
  readonly name: string;
  readonly title?: string;
  readonly unit?: string;
  readonly address: string;
  readonly day: CalendarDate;
  /** The notice its twelve months ran from (8.1); absent of one that had ended (8.2). */
  readonly notice?: Decision;
}

/** One for each managing organization and kind of act. */
export interface Notice {
  /** SHA-256, its first 32 hexadecimal digits, over the kind, the organization and the marks of its people. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly organization: string;
  /** By key. */
  readonly people: readonly NoticePerson[];
  readonly drafted: CalendarDate;
}

/** What a document says it is, in its custom properties. */
export interface NoticeStamp extends Pick<Notice, 'id' | 'kind' | 'organization' | 'drafted'> {
  readonly marks: readonly NoticeMark[];
}

/** The policy of notices with everything that nothing stands in for. */
export interface NoticeOffice extends NoticePolicy {
  readonly regulation: string;
  readonly code: string;
  readonly department: string;
  readonly place: string;
  readonly contact: string;
  readonly signer: NoticePolicy['signer'] & { readonly title: string; readonly name: string };
}
