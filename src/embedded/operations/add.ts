/** The add operation (RFC 4511 §4.7). */
import { type Directory, type Identity, stampCreated } from '../directory.ts';
import { mayAdd, mayComeBelow } from '../policy/access.ts';
import { judgePassword, storePassword } from '../policy/password-change.ts';
import { type LdapResult, type Parsed, parsed, refuse, success } from '../result.ts';
import { type Dn, isWithin, parentOf, parseDn } from '../schema/dn.ts';
import { type Attributes, type StoredAttribute, withValues } from '../store/entry.ts';
import type { Controls } from '../wire/controls.ts';
import type { RawAttribute } from '../wire/request.ts';
import { checkAssertion } from './assertion.ts';
import { checkConstraints } from './constraints.ts';
import { refuseMissing } from './missing.ts';
import { type GivenAttribute, parseAttribute, refuseServerOnly } from './parse-attributes.ts';
import { checkSchema } from './schema-check.ts';

const parseAttributes = (raw: readonly RawAttribute[]): Parsed<readonly GivenAttribute[]> => {
  const given = new Map<string, GivenAttribute>();
  for (const attribute of raw) {
    if (attribute.values.length === 0) {
      return {
        ok: false,
        refusal: refuse('protocolError', `no values for attribute type ${attribute.type}`),
      };
    }
    const one = parseAttribute(attribute);
    if (!one.ok) return one;
    const { name } = one.value.type;
    if (given.has(name)) {
      return {
        ok: false,
        refusal: refuse('attributeOrValueExists', `attribute '${name}' provided more than once`),
      };
    }
    given.set(name, one.value);
  }
  return parsed([...given.values()]);
};

/** The entry's own name is one of its values, whether the request repeats it or not. */
const withNaming = (dn: Dn, given: Attributes): Attributes => {
  const attributes = new Map(given);
  for (const { type, value } of dn.rdns[0]?.values ?? []) {
    const naming = parseAttribute({ type: type.name, values: [Buffer.from(value)] });
    if (!naming.ok) continue;
    const held = attributes.get(type.name);
    const { values, keys } = held ?? { values: [], keys: [] as string[] };
    if (keys.includes(naming.value.keys[0]!)) continue;
    attributes.set(type.name, {
      type,
      values: [...values, ...naming.value.values],
      keys: [...keys, ...naming.value.keys],
    });
  }
  return attributes;
};

/** Adds an entry; constraints come before existence, existence before rights, as slapd's overlays and backend do. */
export const add = (
  directory: Directory,
  identity: Identity,
  request: { readonly dn: string; readonly attributes: readonly RawAttribute[] },
  controls: Controls,
): LdapResult => {
  const { tree } = directory;
  const dn = parseDn(request.dn);
  if (!dn.ok) return dn.refusal;
  const given = parseAttributes(request.attributes);
  if (!given.ok) return given.refusal;
  const early = refuseServerOnly(given.value, controls);
  if (early !== undefined) return early;
  if (!isWithin(dn.value, tree.suffix)) return refuse('unwillingToPerform', 'no global superior knowledge');
  const existing = tree.find(dn.value.key);

  const attributes = new Map<string, StoredAttribute>(given.value.map((one) => [one.type.name, one]));
  const byRoot = identity.kind === 'root';
  const weak = judgePassword(directory, {
    attributes: withValues(attributes, 'userPassword', []),
    own: false,
    brought: attributes.get('userPassword')?.values ?? [],
    deleted: [],
  });
  if (weak !== undefined && !byRoot) return weak;
  const constraint = checkConstraints(directory, {
    operation: 'add',
    identity,
    given: given.value,
    ownId: existing?.id,
    controls,
  });
  if (constraint !== undefined) return constraint;
  const named = withNaming(dn.value, attributes);
  const structural = checkSchema(dn.value, named);
  if (!structural.ok) return structural.refusal;
  if (existing !== undefined) return refuse('entryAlreadyExists');
  const parent = parentOf(dn.value);
  if (parent === undefined || tree.find(parent.key) === undefined) {
    return refuseMissing(directory, identity, dn.value);
  }
  if (!mayComeBelow(directory, identity, dn.value))
    return refuse('insufficientAccessRights', 'no write access to parent');
  // What the request says, not the name the server puts there.
  if (!mayAdd(directory, identity, { dn: dn.value, attributes: named }, given.value))
    return refuse('insufficientAccessRights', 'no write access to entry or attribute');
  // What the server alone writes comes this far by Relax, and would need `manage`, which the rules give to nobody.
  if (!byRoot && given.value.some(({ type }) => type.serverOnly)) return refuse('insufficientAccessRights');
  const hashed = storePassword(directory, new Map(), named, {
    written: new Set(named.keys()),
    byRoot: false,
  });
  const stamped = stampCreated(hashed, structural.value, identity, directory.now());
  const entry = { id: tree.newId(), dn: dn.value, attributes: stamped };
  const assertion = checkAssertion(controls, identity, entry);
  if (assertion !== undefined) return assertion;
  tree.put(entry);
  return success;
};
