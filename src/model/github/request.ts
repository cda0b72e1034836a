/** What a unit asks for by a form: the request as it was understood, or what has to be asked back. */

import type { Key } from '../account/key.ts';
import type { Edit } from '../directory/edit.ts';
import type { CalendarDate, Decision, Person, Suspension, Termination } from '../directory/organization.ts';
import type { Remark } from '../problems/remark.ts';

export const requestKinds = [
  'issue',
  'change',
  'suspend',
  'terminate',
  'restore',
  'reset',
  'custodian',
  'notice',
] as const;

export type RequestKind = (typeof requestKinds)[number];

/** What a form asks, by the id of its element. */
export type RequestField =
  | 'organization'
  | 'mailbox'
  | 'person'
  | 'person-id'
  | 'name'
  | 'title'
  | 'unit'
  | 'phone'
  | 'address'
  | 'address-document'
  | 'address-date'
  | 'namesake'
  | 'clause'
  | 'reason'
  | 'effective'
  | 'destination'
  | 'successor'
  | 'custodian'
  | 'table'
  | 'document'
  | 'date'
  | 'notice-id'
  | 'notice-document'
  | 'notice-date'
  | 'confirmed';

/** Whose mailbox: the organization's own, or a person's, by id or by name as it was written. */
export type RequestedAccount = 'mailbox' | RequestedPerson;

export interface RequestedPerson {
  readonly person: string;
  /** What the bearer of the id is called, where a list has both: a slip in an id is another person. */
  readonly called?: string;
}

interface RequestBase {
  /** An id or a name, as it was written. */
  readonly organization: string;
  /** The written request, or decision, behind the form. */
  readonly basis: Decision;
}

export interface IssueRequest extends RequestBase {
  readonly kind: 'issue';
  readonly person: Pick<Person, 'name' | 'title' | 'unit' | 'phone' | 'address' | 'addressDecision'> & {
    readonly id?: string;
  };
  /** Somebody of that name is there, and is another person. */
  readonly namesake?: true;
}

export interface ChangeRequest extends RequestBase {
  readonly kind: 'change';
  readonly account: RequestedPerson;
  readonly fields: Partial<Pick<Person, 'name' | 'title' | 'unit' | 'phone' | 'address'>>;
}

export interface SuspendRequest extends RequestBase {
  readonly kind: 'suspend';
  readonly account: RequestedAccount;
  readonly suspension: Suspension;
}

export interface TerminateRequest extends RequestBase {
  readonly kind: 'terminate';
  readonly account: RequestedPerson;
  /** `to` is an id or a name, as it was written. */
  readonly termination: Termination;
  /** Who keeps the agency mailbox from then on, by id or name; needed where the leaver is its custodian (9.1). */
  readonly successor?: string;
}

export interface RestoreRequest extends RequestBase {
  readonly kind: 'restore';
  readonly account: RequestedAccount;
}

export interface ResetRequest extends RequestBase {
  readonly kind: 'reset';
  readonly account: RequestedAccount;
}

/** 9.1: somebody else of the organization is assigned to its mailbox. */
export interface CustodianRequest extends RequestBase {
  readonly kind: 'custodian';
  /** By id or name, as it was written. */
  readonly custodian: string;
}

/** 8.1: the number and day the records office gave the written notice of suspensions; the basis is that notice. */
export interface NoticeRequest extends RequestBase {
  readonly kind: 'notice';
  /** The first signs of its id, or all of them. */
  readonly id: string;
  /** Where the name of the document was given, which tells it. */
  readonly drafted?: CalendarDate;
}

export type Request =
  | CustodianRequest
  | NoticeRequest
  | IssueRequest
  | ChangeRequest
  | SuspendRequest
  | TerminateRequest
  | RestoreRequest
  | ResetRequest;

/** Somebody, or some organization, the words of a form may mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** What tells it from another of that name: title and room, or the managing organization. */
  readonly detail: string;
}

/** What has to be asked back; `field` says where in the form. */
export interface RequestProblemArgs {
  'form-too-long': { length: number; limit: number };
  /** An HTML comment: nobody who reads the issue sees what is in it. */
  'form-hidden-text': Record<never, never>;
  'field-missing': { field: RequestField };
  'field-repeated': { field: RequestField };
  'field-several-lines': { field: RequestField };
  'field-too-long': { field: RequestField; limit: number };
  'field-character': { field: RequestField; codePoint: string };
  'field-form': { field: RequestField };
  /** A telephone that lacks digits, or has too many: nobody can tell which is meant. */
  'field-telephone': { field: RequestField };
  'field-choice': { field: RequestField; value: string };
  /** Asked for the agency mailbox, and yet a person is named. */
  'field-unneeded': { field: RequestField };
  /** Says where somebody goes who does not go to another organization. */
  'destination-unneeded': { field: RequestField };
  'field-together': { field: RequestField; other: RequestField };
  'date-invalid': { field: RequestField; value: string };
  'date-in-future': { field: RequestField; date: CalendarDate };
  'date-order': { field: RequestField; date: CalendarDate; earliest: CalendarDate };
  'not-confirmed': { field: RequestField };
  'nothing-asked': Record<never, never>;
  /** A list, and beside it a person in the single fields. */
  'table-and-field': { field: RequestField };
  /** No row of the list says which column is which. */
  'table-heading-missing': Record<never, never>;
  'table-heading-repeated': { field: RequestField };
  /** A column with values and without a heading: half of a name may stand there. Counts from 1. */
  'table-column-unnamed': { column: number };
  'table-empty': Record<never, never>;
  'table-too-long': { rows: number; limit: number };
  'row-repeated': { name: string; row: number };
  /** The list names another organization than the form. */
  'row-elsewhere': { organization: string };
  'organization-unknown': { name: string; candidates: readonly Candidate[] };
  'organization-ambiguous': { name: string; candidates: readonly Candidate[] };
  /** `former`: what it left behind may be meant, and is by its id. The candidate is its successor. */
  'organization-dissolved': { id: string; name: string; former: boolean; candidates: readonly Candidate[] };
  'organization-unreadable': { id: string };
  'destination-same': { organization: string };
  'mailbox-none': { organization: string };
  'person-unknown': { name: string; organization: string; candidates: readonly Candidate[] };
  'person-ambiguous': { name: string; candidates: readonly Candidate[] };
  'person-elsewhere': { id: string; organization: string };
  /** The lines of this person are wrong, and must be put right first. */
  'person-unusable': { id: string };
  /** The id and the name of one row are two people's. */
  'person-mismatch': { id: string; name: string; written: string };
  'person-exists': { id: string; name: string; organization: string };
  /** 8.2: the organization somebody comes from has to let go first. */
  'release-missing': { id: string; name: string; organization: string; to: string };
  'released-elsewhere': { id: string; name: string; organization: string; to: string };
  /** An id without a bearer, where nothing asks for one: most likely a slip in that of somebody who comes. */
  'id-unborne': { id: string };
  /** Somebody of that name is there: a namesake gets an id of his own from whoever asks. */
  /** `taken`: the address the newcomer would have too, where no other one is decided. */
  'person-namesake': { name: string; candidates: readonly Candidate[]; taken?: string };
  'id-missing': Record<never, never>;
  /** 9.1: the agency mailbox would be left without anybody. */
  'successor-missing': { name: string };
  'successor-unneeded': { name: string };
  /** Who is to keep the mailbox leaves too. */
  'successor-leaves': { name: string };
  'already-suspended': { since: CalendarDate };
  'already-terminated': { decided: CalendarDate };
  'already-requested': Record<never, never>;
  'not-suspended': Record<never, never>;
  'nothing-changes': Record<never, never>;
  /** No suspensions of the files make a notice of this id. */
  'notice-unknown': { id: string; organization: string };
  /** What `danhba notices record` would say of it. */
  'notice-refused': { parts: readonly Remark[] };
}

export type RequestProblemCode = keyof RequestProblemArgs;

export type RequestProblem = {
  [C in RequestProblemCode]: { readonly code: C; readonly args: RequestProblemArgs[C] };
}[RequestProblemCode];

/** What a request comes to: edits of one file, made one after another. */
export interface RequestedEdits {
  readonly file: string;
  readonly organization: string;
  readonly key: Key;
  readonly name: string;
  readonly edits: readonly Edit[];
}
