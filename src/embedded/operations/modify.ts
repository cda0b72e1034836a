/** The modify operation (RFC 4511 §4.6): all changes of a request, or none. */
import { type Directory, type Identity, stampModified } from '../directory.ts';
import { mayWrite } from '../policy/access.ts';
import { isOwn, judgePassword, storePassword } from '../policy/password-change.ts';
import { verifyPassword } from '../policy/password-hash.ts';
import { type LdapResult, type Parsed, parsed, refuse, success, unparsed } from '../result.ts';
import { type Dn, isWithin, parseDn } from '../schema/dn.ts';
import type { Attributes, StoredAttribute } from '../store/entry.ts';
import type { Controls } from '../wire/controls.ts';
import type { Modification } from '../wire/request.ts';
import { checkAssertion } from './assertion.ts';
import { checkConstraints } from './constraints.ts';
import { refuseMissing } from './missing.ts';
import { type GivenAttribute, parseAttribute, refuseServerOnly } from './parse-attributes.ts';
import { checkSchema } from './schema-check.ts';

interface GivenChange extends GivenAttribute {
  readonly change: Modification['change'];
}

const parseChanges = (raw: readonly Modification[]): Parsed<readonly GivenChange[]> => {
  const changes: GivenChange[] = [];
  for (const modification of raw) {
    const given = parseAttribute(modification);
    if (!given.ok) return given;
    if (modification.change === 'add' && modification.values.length === 0) {
      return unparsed('protocolError', `modify/add: ${modification.type}: no values`);
    }
    changes.push({ ...given.value, change: modification.change });
  }
  return parsed(changes);
};

const addValues = (held: StoredAttribute | undefined, given: GivenChange): Parsed<StoredAttribute> => {
  if (held === undefined) return parsed(given);
  const repeated = given.keys.findIndex((key) => held.keys.includes(key));
  if (repeated >= 0) {
    return unparsed(
      'attributeOrValueExists',
      `modify/add: ${given.type.name}: value #${repeated} already exists`,
    );
  }
  return parsed({
    type: held.type,
    values: [...held.values, ...given.values],
    keys: [...held.keys, ...given.keys],
  });
};

/** Position of a value on the entry; a clear password is found by verifying it against the hashes. */
const findValue = (held: StoredAttribute, given: GivenChange, key: string): number => {
  if (given.type.name !== 'userPassword') return held.keys.indexOf(key);
  return held.values.findIndex((stored) => stored === key || verifyPassword(key, stored));
};

const deleteValues = (
  held: StoredAttribute | undefined,
  given: GivenChange,
): Parsed<StoredAttribute | undefined> => {
  const { name } = given.type;
  if (held === undefined) return unparsed('noSuchAttribute', `modify/delete: ${name}: no such attribute`);
  if (given.values.length === 0) return parsed(undefined);
  const gone = new Set<number>();
  for (const key of given.keys) {
    const at = findValue(held, given, key);
    if (at < 0) return unparsed('noSuchAttribute', `modify/delete: ${name}: no such value`);
    gone.add(at);
  }
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, at) => !gone.has(at));
  return parsed(
    gone.size === held.values.length
      ? undefined
      : { type: held.type, values: keep(held.values), keys: keep(held.keys) },
  );
};

/** The attributes after all changes, in the order given; nothing is judged yet but the values themselves. */
const applyChanges = (before: Attributes, changes: readonly GivenChange[]): Parsed<Attributes> => {
  const after = new Map(before);
  for (const given of changes) {
    const { name } = given.type;
    const held = after.get(name);
    const next: Parsed<StoredAttribute | undefined> =
      given.change === 'add'
        ? addValues(held, given)
        : given.change === 'delete'
          ? deleteValues(held, given)
          : parsed(given.values.length === 0 ? undefined : given);
    if (!next.ok) return next;
    if (next.value === undefined) after.delete(name);
    else after.set(name, { type: given.type, values: next.value.values, keys: next.value.keys });
  }
  return parsed(after);
};

/** What slapo-ppolicy says to the passwords of a request; it looks at the entry before anybody else does. */
const checkPasswords = (
  directory: Directory,
  identity: Identity,
  dn: Dn,
  changes: readonly GivenChange[],
): LdapResult | undefined => {
  const passwords = changes.filter(({ type }) => type.name === 'userPassword');
  if (passwords.length === 0 || identity.kind === 'root') return undefined;
  const entry = directory.tree.find(dn.key);
  if (entry === undefined) return refuseMissing(directory, identity, dn);
  const valuesOf = (wanted: (change: GivenChange) => boolean): string[] =>
    passwords.filter(wanted).flatMap(({ values }) => values);
  return judgePassword(directory, {
    attributes: entry.attributes,
    own: isOwn(identity, dn.key),
    brought: valuesOf(({ change }) => change !== 'delete'),
    deleted: valuesOf(({ change }) => change === 'delete'),
  });
};

/** Everything that is judged before the entry itself: by the frontend, and by the overlays from the last to the first. */
const checkEarly = (
  directory: Directory,
  identity: Identity,
  dn: Dn,
  changes: readonly GivenChange[],
  controls: Controls,
): LdapResult | undefined => {
  const early = refuseServerOnly(changes, controls);
  if (early !== undefined) return early;
  if (dn.rdns.length === 0 || !isWithin(dn, directory.tree.suffix)) {
    return refuse('unwillingToPerform', 'no global superior knowledge');
  }
  const given = changes.filter(({ change }) => change !== 'delete');
  return (
    checkPasswords(directory, identity, dn, changes) ??
    (changes.length === 0 ? refuse('invalidAttributeSyntax', 'no modifications') : undefined) ??
    checkConstraints(directory, {
      operation: 'modify',
      identity,
      given,
      ownId: directory.tree.find(dn.key)?.id,
      controls,
    })
  );
};

export const modify = (
  directory: Directory,
  identity: Identity,
  request: { readonly dn: string; readonly changes: readonly Modification[] },
  controls: Controls,
): LdapResult => {
  const dn = parseDn(request.dn);
  if (!dn.ok) return dn.refusal;
  const changes = parseChanges(request.changes);
  if (!changes.ok) return changes.refusal;
  const early = checkEarly(directory, identity, dn.value, changes.value, controls);
  if (early !== undefined) return early;
  const entry = directory.tree.find(dn.value.key);
  if (entry === undefined) return refuseMissing(directory, identity, dn.value);
  const assertion = checkAssertion(controls, identity, entry);
  if (assertion !== undefined) return assertion;
  if (!changes.value.every((written) => mayWrite(directory, identity, entry, written))) {
    return refuse('insufficientAccessRights');
  }
  const applied = applyChanges(entry.attributes, changes.value);
  if (!applied.ok) return applied.refusal;
  const structural = checkSchema(entry.dn, applied.value);
  if (!structural.ok) return structural.refusal;
  const written = new Set(changes.value.map(({ type }) => type.name));
  const byRoot = identity.kind === 'root';
  const attributes = storePassword(directory, entry.attributes, applied.value, { written, byRoot });
  const stamped = stampModified(attributes, identity, directory.now());
  directory.tree.put({ ...entry, attributes: stamped });
  return success;
};
