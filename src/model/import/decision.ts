/** What only a person can decide of what arrives: one row each, signed in decisions.csv, and read back from there. */

/** In the order of what matters most: what keeps people out of the files, what takes an address, what is only spelled. */
export const decisionKinds = [
  'organization-unknown',
  'organization',
  'duplicate',
  'address',
  'alias',
  'status',
  'name',
  'phone',
] as const;

export type DecisionKind = (typeof decisionKinds)[number];

/** Why it is asked. */
export type DecisionReason =
  /** No value of the map. */
  | 'unknown-value'
  /** It names no organization at all. */
  | 'no-organization'
  /** The map only proposes it. */
  | 'proposed'
  | 'same-id'
  | 'same-person'
  | 'same-address'
  /** A decision can keep it as it is (5.2.b). */
  | 'differs'
  /** Only a legacy decision can (13.7). */
  | 'legacy'
  /** No decision can. */
  | 'outside'
  /** The one by rule is somebody else's. */
  | 'taken'
  /** Nothing can be derived from the name as it stands. */
  | 'underivable'
  /** The rules do not let it stay an alias. */
  | 'alias-refused'
  | 'disabled'
  | 'capitals'
  | 'unmarked'
  | 'given-first'
  | 'title'
  | 'two-names'
  | 'broken'
  /** Nothing reads it but parts of the name that are told apart. */
  | 'unreadable'
  | 'no-name'
  | 'several-phones';

/** Why an answer that is there is none: the row goes on waiting. */
export type AnswerRefusal =
  | 'word'
  | 'document'
  | 'date'
  | 'organization'
  | 'address'
  | 'taken'
  | 'outside'
  /** The name is to be signed first: another one gives another address. */
  | 'name'
  | 'in-map'
  | 'file';

/** What somebody has written into the columns that are theirs. */
export interface Answered {
  readonly answer: string;
  readonly document: string;
  readonly date: string;
}

export interface Answer extends Answered {
  readonly decision: string;
  readonly subject: string;
  /** As it was when it was asked. */
  readonly there: string;
}

export interface DecisionRow extends Answered {
  readonly decision: DecisionKind;
  /** The same from run to run: a key, the DN or the address of what is not imported, or the value itself. */
  readonly subject: string;
  readonly name: string;
  readonly organization: string;
  readonly there: string;
  readonly byRule: string;
  readonly proposal: string;
  readonly reason: DecisionReason;
  /** Where it stands in the source. */
  readonly place: string;
  /** True until there is an answer that can be followed. */
  readonly waits: boolean;
  readonly refusal?: AnswerRefusal;
}

/** The columns of decisions.csv, which the next run reads by these names. */
export const decisionColumns = [
  'decision',
  'subject',
  'name',
  'organization',
  'there',
  'byRule',
  'proposal',
  'answer',
  'document',
  'date',
  'reason',
  'place',
] as const satisfies readonly (keyof DecisionRow)[];
