/** The compare operation (RFC 4511 §4.10). */
import type { Directory, Identity } from '../directory.ts';
import { mayRead, mayReadType } from '../policy/access.ts';
import { type LdapResult, refuse } from '../result.ts';
import { findType } from '../schema/attribute-types.ts';
import { parseDn } from '../schema/dn.ts';
import { makeFilterTest } from '../store/filter-test.ts';
import type { Controls } from '../wire/controls.ts';
import { checkAssertion } from './assertion.ts';
import { refuseMissing } from './missing.ts';

export const compare = (
  directory: Directory,
  identity: Identity,
  request: { readonly dn: string; readonly type: string; readonly value: Buffer },
  controls: Controls,
): LdapResult => {
  const dn = parseDn(request.dn);
  if (!dn.ok) return dn.refusal;
  const type = findType(request.type);
  if (type === undefined)
    return refuse('undefinedAttributeType', `${request.type}: attribute type undefined`);
  const entry = directory.tree.find(dn.value.key);
  if (entry === undefined) return refuseMissing(directory, identity, dn.value);
  if (!mayRead(directory, identity, entry)) return refuse('noSuchObject');
  const assertion = checkAssertion(controls, identity, entry);
  if (assertion !== undefined) return assertion;
  if (!mayReadType(identity, type)) return refuse('insufficientAccessRights');
  if (!entry.attributes.has(type.name)) return refuse('noSuchAttribute');
  const test = makeFilterTest({ kind: 'equal', type: type.name, value: request.value }, () => true);
  const verdict = test(entry);
  if (verdict === undefined) {
    return refuse('invalidAttributeSyntax', 'value does not conform to assertion syntax');
  }
  return refuse(verdict ? 'compareTrue' : 'compareFalse');
};
