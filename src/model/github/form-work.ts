/** What became of the work a form asked for, once its pull request was merged. */
import type { CalendarDate } from '../directory/organization.ts';
import type { Result } from '../plan/outcome.ts';
import type { Held } from '../plan/plan.ts';
import { type RequestKind, requestKinds } from './request.ts';

/** What keeps one record from being as the form asked. */
export type Wait =
  | { readonly by: 'held'; readonly held: Held }
  /** A change of this run did not succeed; without a result it was not tried. */
  | { readonly by: 'change'; readonly result?: Result['result'] }
  /** He still works: the mailbox lives to the end of this day (8.2). */
  | { readonly by: 'last-day'; readonly day: CalendarDate }
  /** Nothing is to be done and nothing is held, and yet the server is not so. */
  | { readonly by: 'state' };

export interface WaitingRecord {
  readonly name: string;
  readonly waits: Wait;
}

export interface DoneRecord {
  readonly name: string;
  /** Where it is not what the form is called by: the agency mailbox of somebody who leaves (9.1). */
  readonly deed?: RequestKind;
  readonly address?: string;
  /** Who keeps the agency mailbox now (9.1). */
  readonly custodian?: string;
  /** Addresses it was known by, with the last day they receive. */
  readonly former?: readonly string[];
  /** A later change of the files has changed the record again: what it is now is that one's doing. */
  readonly superseded?: true;
}

/** Where a sealed password lies, and who has the key. */
export interface SealedPassword {
  /** Never the folder: that is the machine's. `*` stands for what only the run that sealed it knew. */
  readonly file: string;
  /** The name of the organization it was sealed for. */
  readonly organization: string;
  /** Whose key opens it. */
  readonly holder: 'organization' | 'operator';
}

/** What both the answer that it is done and the one that it waits tell. */
export interface FormFacts {
  readonly kind: RequestKind;
  readonly pullRequest: number;
  /** The last day by which the rule book wants it done; absent where it sets no term. */
  readonly due?: CalendarDate;
}

export interface FormDone extends FormFacts {
  /** Who sent the form. */
  readonly author: string;
  /** The day this is told. */
  readonly today: CalendarDate;
  /** The day it was done; absent where no record tells it. */
  readonly on?: CalendarDate;
  readonly records: readonly DoneRecord[];
  readonly passwords: readonly SealedPassword[];
  /** Where a password is changed. */
  readonly page?: string;
  readonly keepMonths: number;
  /** Rows of the form's list that the pull request did not take along. */
  readonly left?: number;
}

export interface FormWaiting extends FormFacts {
  readonly waiting: readonly WaitingRecord[];
  /** How many of the records are done. */
  readonly done: number;
}

/** Which form an issue is, by the one label of that sort; undefined for an issue that is none, or two. */
export function formKindOf(labels: readonly string[]): RequestKind | undefined {
  const kinds = requestKinds.filter((kind) => labels.includes(`danhba:${kind}`));
  return kinds.length === 1 ? kinds[0] : undefined;
}
