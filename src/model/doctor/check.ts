/** What a doctor says of one setting: whether it is as it must be, and where nobody could look. */

/** `unseen`: it could not be looked at, and nothing is said of it. */
export const checkStatuses = ['failed', 'warning', 'unseen', 'ok'] as const;

export type CheckStatus = (typeof checkStatuses)[number];

export interface Check {
  /** Stable; one for each thing that is looked at, always in the list. */
  readonly id: string;
  readonly status: CheckStatus;
  readonly message: string;
  /** Where to put it right, or what is needed to see it; absent where nothing is to be done. */
  readonly hint?: string;
}

/** A check's finding: one of the codes of a table, with that code's facts. */
export type FindingOf<Id extends string, Table> = {
  [Code in keyof Table]: {
    readonly id: Id;
    readonly status: CheckStatus;
    readonly code: Code;
    readonly args: Table[Code];
  };
}[keyof Table];
