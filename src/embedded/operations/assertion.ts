/** The assertion control (RFC 4528): the operation goes on only where the filter is true of the entry. */
import type { Identity } from '../directory.ts';
import { mayReadType } from '../policy/access.ts';
import { type LdapResult, refuse } from '../result.ts';
import type { Entry } from '../store/entry.ts';
import { makeFilterTest } from '../store/filter-test.ts';
import type { Controls } from '../wire/controls.ts';

/** assertionFailed where the filter is false or Undefined; nothing where there is no assertion or it holds. */
export const checkAssertion = (
  controls: Controls,
  identity: Identity,
  entry: Entry,
): LdapResult | undefined => {
  if (controls.assertion === undefined) return undefined;
  const test = makeFilterTest(controls.assertion, (type) => mayReadType(identity, type));
  return test(entry) === true ? undefined : refuse('assertionFailed');
};
