/** Why an operator's lock upon a call (17.2), or its lifting, is refused; `at` is the key that was typed. */
interface At {
  readonly at: string;
}
type None = Record<never, never>;

export interface LockErrorFacts {
  'lock-reason.characters': None;
  'lock-reason.empty': None;
  'lock-reason.long': { readonly length: number; readonly longest: number };
  'lock-refused.address': At & { readonly holder: string };
  'lock-refused.foreign': At;
  'lock-refused.identity': At & { readonly codes: string; readonly dns: string };
  'lock-refused.mailbox': At;
  /** The key of another case, or of which only the id was typed. */
  'lock-refused.near': At & { readonly near: string };
  'lock-refused.protected': At;
  'lock-refused.state': At & { readonly state: string };
  'lock-refused.suspended': At & { readonly since: string };
  'lock-refused.terminated': At & { readonly since: string };
  'lock-refused.unknown': At;
  'lock-refused.unmarked': At & { readonly dn: string };
  'option-lock': None;
}
