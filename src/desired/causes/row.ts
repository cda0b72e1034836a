/** The lines of a text as they are mended: each knows from which line and column of the file it comes. */
import type { ProblemArgs } from '../../model/problems/problem.ts';

export interface Row {
  readonly text: string;
  /** The line of the file, from 0. */
  readonly line: number;
  /** What to add to a column here for the column there. */
  readonly shift: number;
}

/** What one slip can be told as. */
export type CauseCode =
  | 'yaml-conflict-markers'
  | 'yaml-duplicate-key'
  | 'yaml-foreign-space'
  | 'yaml-indent'
  | 'yaml-list-mark'
  | 'yaml-missing-space'
  | 'yaml-quote-needed'
  | 'yaml-syntax';

export type Told = { [C in CauseCode]: { readonly code: C; readonly args: ProblemArgs[C] } }[CauseCode];

/** A slip in a row, and the rows that would stand there without it. */
export type Slip = Told & {
  /** Where it is in the row, from 0. */
  readonly column: number;
  /** The key of the line, where it is the value that is wrong. */
  readonly key?: string;
  readonly mended: readonly Pick<Row, 'text' | 'shift'>[];
};

/** A slip with its place in the file and among the mended rows. */
export type Cause = Told & {
  readonly line: number;
  readonly column: number;
  readonly key?: string;
  /** The first and the last mended row it is about. */
  readonly rows: readonly [number, number];
  /** It only follows from another one, which is told. */
  readonly isHidden?: boolean;
};

export function rowsOf(text: string): Row[] {
  // A byte-order mark takes no column.
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n/)
    .map((row, line) => ({ text: row, line, shift: 0 }));
}

export const indentOf = (text: string): number => {
  let at = 0;
  while (text.charCodeAt(at) === 0x20) at++;
  return at;
};
