/** The only two classes of danhba: an error its user can act on, and one that is our own fault. */

/** Something outside is not as it must be; `message` says what, `hint` how to put it right. */
export class ExpectedError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  constructor(code: string, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExpectedError';
    this.code = code;
    this.hint = hint;
  }
}

/** A promise inside the program was broken: a bug to report. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** What happened and how to put it right, in one line. */
export function explained(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const hint = thrown instanceof ExpectedError && thrown.hint !== undefined ? ` (${thrown.hint})` : '';
  return `${message}${hint}`.replaceAll('\n', ' ');
}
