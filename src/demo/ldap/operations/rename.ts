/** The modify DN operation (RFC 4511 §4.9): another RDN, another place, or both, with everything below. */
import { type Directory, type Identity, stampModified } from '../directory.ts';
import { mayComeAndGo } from '../policy/access.ts';
import { type LdapResult, type Parsed, parsed, refuse, success, unparsed } from '../result.ts';
import { type Dn, isWithin, makeDn, parentOf, parseDn, type Rdn } from '../schema/dn.ts';
import { normalizeValue } from '../schema/matching.ts';
import { type Attributes, allValues, type Entry, storedAttribute } from '../store/entry.ts';
import type { Controls } from '../wire/controls.ts';
import type { RenameRequest } from '../wire/request.ts';
import { checkAssertion } from './assertion.ts';
import { refuseMissing } from './missing.ts';
import { checkSchema } from './schema-check.ts';

const parseRdn = (text: string): Parsed<Rdn> => {
  const dn = parseDn(text);
  const [rdn, ...more] = dn.ok ? dn.value.rdns : [];
  return rdn === undefined || more.length > 0 ? unparsed('invalidDNSyntax', 'invalid new RDN') : parsed(rdn);
};

/** The naming values follow the name; the old ones stay only where the client asked to keep them. */
const renameValues = (before: Attributes, oldRdn: Rdn, newRdn: Rdn, deleteOld: boolean): Attributes => {
  const after = new Map(before);
  const change = (
    rdn: Rdn,
    next: (keys: string[], values: string[], key: string, value: string) => void,
  ): void => {
    for (const { type, value } of rdn.values) {
      const values = [...allValues(after, type.name)];
      const keys = [...(after.get(type.name)?.keys ?? [])];
      next(keys, values, normalizeValue(type, value) ?? value, value);
      if (values.length === 0) after.delete(type.name);
      else after.set(type.name, storedAttribute(type, values));
    }
  };
  if (deleteOld) {
    change(oldRdn, (keys, values, key) => {
      const at = keys.indexOf(key);
      if (at >= 0) values.splice(at, 1);
    });
  }
  change(newRdn, (keys, values, key, value) => {
    if (!keys.includes(key)) values.push(value);
  });
  return after;
};

/** An entry and all below it under their new names, parents first. */
const moveSubtree = (
  directory: Directory,
  top: Entry,
  newDn: Dn,
  attributes: Attributes,
): readonly Entry[] => {
  const depth = top.dn.rdns.length;
  return directory.tree.subtree(top.dn.key).map((entry) =>
    entry.id === top.id
      ? { ...entry, dn: newDn, attributes }
      : {
          ...entry,
          dn: makeDn([...entry.dn.rdns.slice(0, entry.dn.rdns.length - depth), ...newDn.rdns]),
        },
  );
};

const checkTarget = (directory: Directory, entry: Entry, newDn: Dn): LdapResult | undefined => {
  const { tree } = directory;
  const parent = parentOf(newDn)!;
  if (newDn.key === entry.dn.key) return undefined;
  if (tree.find(parent.key) === undefined) return refuse('noSuchObject', 'new superior not found');
  if (isWithin(parent, entry.dn)) return refuse('unwillingToPerform', 'cannot place an entry below itself');
  return tree.find(newDn.key) === undefined ? undefined : refuse('entryAlreadyExists');
};

export const rename = (
  directory: Directory,
  identity: Identity,
  request: RenameRequest,
  controls: Controls,
): LdapResult => {
  const dn = parseDn(request.dn);
  if (!dn.ok) return dn.refusal;
  const newRdn = parseRdn(request.newRdn);
  if (!newRdn.ok) return newRdn.refusal;
  const superior = request.newSuperior === undefined ? undefined : parseDn(request.newSuperior);
  if (superior?.ok === false) return superior.refusal;
  const { suffix } = directory.tree;
  if (!isWithin(dn.value, suffix)) return refuse('unwillingToPerform', 'no global superior knowledge');
  const leaves = dn.value.key === suffix.key || (superior !== undefined && !isWithin(superior.value, suffix));
  if (leaves) return refuse('affectsMultipleDSAs', 'cannot rename between DSAs');
  const entry = directory.tree.find(dn.value.key);
  if (entry === undefined) return refuseMissing(directory, identity, dn.value);
  if (!mayComeAndGo(directory, identity, entry.dn))
    return refuse('insufficientAccessRights', "no write access to parent's children");
  const assertion = checkAssertion(controls, identity, entry);
  if (assertion !== undefined) return assertion;
  if (identity.kind !== 'root') return refuse('insufficientAccessRights', 'no write access to old entry');
  const newParent = superior?.value ?? parentOf(entry.dn)!;
  const newDn = makeDn([newRdn.value, ...newParent.rdns]);
  const target = checkTarget(directory, entry, newDn);
  if (target !== undefined) return target;
  const renamed = renameValues(entry.attributes, entry.dn.rdns[0]!, newRdn.value, request.deleteOldRdn);
  const structural = checkSchema(newDn, renamed);
  if (!structural.ok) return structural.refusal;
  const stamped = stampModified(renamed, identity, directory.now());
  directory.commit({ put: moveSubtree(directory, entry, newDn, stamped), remove: [] });
  return success;
};
