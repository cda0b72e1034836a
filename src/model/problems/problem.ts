/** What can be wrong with a directory, as values: a code, typed facts and a place. Wording lives in render/. */

import type { Key } from '../account/key.ts';
import type { FoundSecret } from '../text/secrets.ts';
import type { AuthorityArgs } from './authority.ts';
import type { CharacterFacts, NamingArgs } from './naming.ts';
import type { RuleArgs } from './rules.ts';
import type { FileArgs, SlipArgs } from './slips.ts';

export type Severity = 'error' | 'warning';

/** Where a problem is: the file, and the way down its YAML nodes; line and column are found only when shown. */
export interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** Set where the place is known as an offset into the text (a syntax error has no node). */
  readonly offset?: number;
  /** Points at the key of the last path element instead of its value. */
  readonly onKey?: boolean;
}

/** What can be wrong with the form of a file. */
export interface FormArgs {
  'yaml-syntax': { reason: string; detail: string };
  'yaml-duplicate-key': { key: string };
  'file-too-large': { size: number; limit: number };
  'file-unreadable': { reason: string };
  'file-misplaced': { path: string };
  'policy-missing': Record<never, never>;
  'calendar-unsigned': { source: string };
  'unknown-key': { key: string; allowed: readonly string[]; suggestion?: string };
  'missing-key': { key: string };
  'wrong-type': { expected: string; actual: string; value: string };
  'value-not-allowed': { value: string; allowed: readonly string[]; suggestion?: string };
  'value-format': { value: string; pattern: string };
  'value-out-of-bounds': { value: string; rule: string };
  'date-invalid': { value: string };
  /** A key in `credentialRecipients` that no password can be sealed for; `length`: its characters. */
  'recipient-invalid': {
    value: string;
    length: number;
    reason: 'kind' | 'form' | 'capitals' | 'spaces' | 'length' | 'letter' | 'checksum';
  };
  /** A secret that stands in a file of the directory, and so in the history of the repository. */
  'secret-published': { kind: FoundSecret['kind'] };
  /** A character that cannot be seen, or is taken for another, outside names (which have codes of their own). */
  'character-refused': CharacterFacts & { name: string; instead?: string };
}

/** The facts each code carries; naming codes are listed apart, beside the clauses they come from. */
export interface ProblemArgs extends FormArgs, SlipArgs, FileArgs, RuleArgs, AuthorityArgs, NamingArgs {}

export type ProblemCode = keyof ProblemArgs;

export type Problem = {
  [C in ProblemCode]: {
    readonly code: C;
    readonly args: ProblemArgs[C];
    readonly severity: Severity;
    readonly at: Place;
    /** The account that must be left as it is until this error is put right. */
    readonly subject?: Key;
  };
}[ProblemCode];
