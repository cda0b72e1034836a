/** The only two classes of danhba: an error its user can act on, and one that is our own fault. */
import { type ErrorFacts, quoted, type Remark } from './remark.ts';

type CodeOf<Says> = Says extends `${infer Code}.${string}` ? Code : Says;

export type ErrorCode = CodeOf<keyof ErrorFacts>;

/** Something outside is not as it must be: what, and how to put it right, is told by render alone. */
export class ExpectedError<Says extends keyof ErrorFacts = keyof ErrorFacts> extends Error {
  readonly code: ErrorCode;
  readonly remark: Remark;
  constructor(says: Says, facts: ErrorFacts[Says], options?: ErrorOptions) {
    // For whoever reads a stack; users are told the words of the remark.
    super(`${says} ${JSON.stringify(facts)}`, options);
    this.name = 'ExpectedError';
    this.code = says.split('.')[0] as ErrorCode;
    this.remark = { says, facts } as Remark;
  }
}

/** A promise inside the program was broken: a bug to report. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** What there is to say of it: our own words, or those of whoever threw it. */
export function remarkOf(thrown: unknown): Remark {
  if (thrown instanceof ExpectedError) return thrown.remark;
  return quoted(thrown instanceof Error ? thrown.message : String(thrown));
}
