/** What became of each row of a form, and of the form as a whole: what its answer tells. */
import type { Key } from '../account/key.ts';
import type { EditRefusal } from '../directory/edit.ts';
import type { Problem } from '../problems/problem.ts';
import type { RequestProblem } from './request.ts';

/** Why a row comes to nothing: by itself, by how its file is written, or by the rules. */
export type WrongRow =
  | { readonly problems: readonly RequestProblem[] }
  | { readonly refusal: EditRefusal }
  | { readonly broken: readonly Problem[] };

/** What was read otherwise than it was written: Excel takes the zero from a telephone. */
export type RowNote = 'telephone-zero';

/** A form about one person is one row. */
export type AnsweredRow = { readonly row: number; readonly name: string } & (
  | { readonly key: Key; readonly address: string | undefined; readonly notes?: readonly RowNote[] }
  | { readonly wrong: WrongRow }
);

/** The pull request a form has come to. */
export interface MadePull {
  readonly number: number;
  /** The organization as it was understood, by its name. */
  readonly organization: string;
  /** The operator has to agree too (5.2.b). */
  readonly operator: boolean;
}
