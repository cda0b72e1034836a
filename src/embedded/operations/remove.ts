/** The delete operation (RFC 4511 §4.8): leaves only. */
import type { Directory, Identity } from '../directory.ts';
import { mayComeAndGo, mayRemove } from '../policy/access.ts';
import { type LdapResult, refuse, success } from '../result.ts';
import { isWithin, parseDn } from '../schema/dn.ts';
import type { Controls } from '../wire/controls.ts';
import { checkAssertion } from './assertion.ts';
import { refuseMissing } from './missing.ts';

export const remove = (
  directory: Directory,
  identity: Identity,
  request: { readonly dn: string },
  controls: Controls,
): LdapResult => {
  const dn = parseDn(request.dn);
  if (!dn.ok) return dn.refusal;
  if (!isWithin(dn.value, directory.tree.suffix)) {
    return refuse('unwillingToPerform', 'no global superior knowledge');
  }
  const entry = directory.tree.find(dn.value.key);
  if (entry === undefined) return refuseMissing(directory, identity, dn.value);
  if (!mayComeAndGo(directory, identity, entry.dn))
    return refuse('insufficientAccessRights', 'no write access to parent');
  const assertion = checkAssertion(controls, identity, entry);
  if (assertion !== undefined) return assertion;
  if (!mayRemove(directory, identity, entry))
    return refuse('insufficientAccessRights', 'no write access to entry');
  if (directory.tree.childrenOf(entry.dn.key).size > 0) {
    return refuse('notAllowedOnNonLeaf', 'subordinate objects must be deleted first');
  }
  directory.tree.remove(entry);
  return success;
};
