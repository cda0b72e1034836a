/** Tells which refusal of GitHub ended a request. */
import { ExpectedError } from '../../model/problems/errors.ts';

export type RefusalCode =
  | 'github-missing'
  | 'github-plan'
  | 'github-refused'
  | 'github-rights'
  | 'github-unprotected'
  | 'github-unsure';

export function isCode(thrown: unknown, code: RefusalCode): thrown is ExpectedError {
  return thrown instanceof ExpectedError && thrown.code === code;
}
