/** Where an account stands in the tree, and the attributes of its entry, both ways. */
import type { Account, AccountField, ActualAccount, Evidence } from '../model/account/account.ts';
import { rdnText, splitDn } from '../model/account/dn.ts';
import { type AccountKind, parseKey, toldKey } from '../model/account/key.ts';
import type { PasswordPolicyName } from '../model/account/password-policy.ts';
import { containerDn, homeKind, kindAt, type Places } from '../model/account/places.ts';
import { present } from '../model/text/present.ts';
import { beyondName, fieldCodecs, hasValue, namingAttribute } from './account-codec.ts';

/** Attribute values as they go over the wire; an attribute that is absent is not a key. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** The policy is one. */
export type Tree = Places;

export const policiesDn = (tree: Tree): string => `ou=policies,${tree.baseDn}`;

export const passwordPolicyDn = (tree: Tree, name: PasswordPolicyName): string =>
  `cn=${name},${policiesDn(tree)}`;

export const tombstonesDn = (tree: Tree): string => `ou=tombstones,${tree.baseDn}`;

/** The tombstone of an address: its name is the address itself. */
export const tombstoneDn = (tree: Tree, address: string): string =>
  `${rdnText('cn', address)},${tombstonesDn(tree)}`;

export const containerOf = {
  person: (tree: Tree) => containerDn(tree, 'person'),
  organization: (tree: Tree) => containerDn(tree, 'organization'),
} as const satisfies Record<AccountKind, (tree: Tree) => string>;

const administratorPolicy = (tree: Tree) => passwordPolicyDn(tree, 'administrators');

/** The DN of a new entry. Its RDN never changes, so that nothing that points to it ever breaks. */
export function dnOf(tree: Tree, key: string, number: number): string {
  const parsed = parseKey(key);
  const kind = parsed?.kind ?? 'person';
  const id = parsed?.id ?? key;
  const name = kind === 'organization' ? id : rdnId(id, number);
  return `${rdnText(namingAttribute[kind], name)},${containerOf[kind](tree)}`;
}

/** A person's later mailboxes, after transfers, stand beside the first: LC-000017, LC-000017-2, … */
const rdnId = (id: string, number: number) => (number === 1 ? id : `${id}-${number}`);

/** The name (`entryName`) of the account that belongs at this DN; undefined where none of ours would stand. */
export function keyAtDn(tree: Tree, dn: string): string | undefined {
  const { rdn, parent } = splitDn(dn);
  const [name, another] = rdn;
  if (name === undefined || another !== undefined) return undefined;
  const kind = kindAt(tree, parent);
  return kind !== undefined && namingAttribute[kind] === name.type ? `${kind}:${name.value}` : undefined;
}

/** Every managed attribute of an account; both sides of a change are encoded so and then compared. */
export function encodeAccount(tree: Tree, account: Account, dn = dnIn(account)): Attributes {
  // First, as in every LDIF.
  const attributes: Record<string, readonly string[]> = { objectClass: [] };
  const kind = parseKey(account.key)?.kind ?? 'organization';
  const home = dn === undefined ? kind : homeKind(account, dn, tree);
  const place = { kind, home, administrators: administratorPolicy(tree) };
  const put = <F extends AccountField>(field: F) => {
    const codec = fieldCodecs[field];
    const name = attributeOf(field, place);
    const value = account[field];
    const values = value === undefined || value === null ? [] : codec.encode(value, place);
    if (name !== undefined && values.length > 0) attributes[name] = values;
  };
  codedFields.forEach(put);
  return attributes;
}

/** Where an account stands, if it does: of one that is wanted, the entry's is given. */
const dnIn = (account: Account & Partial<Pick<ActualAccount, 'dn'>>): string | undefined => account.dn;

/** An agency among people has departments in `ou`, as they have, and is named by uid. */
const attributeOf = (
  field: AccountField,
  { kind, home }: { readonly kind: AccountKind; readonly home: AccountKind },
): string | undefined => fieldCodecs[field].attribute[field === 'extraNames' ? home : kind];

const codedFields = Object.keys(fieldCodecs) as readonly AccountField[];

/** The account an entry tells of: nothing hides behind its first value, or behind a value that is none of ours. */
export function decodeAccount(tree: Tree, attributes: Attributes, dn: string): Account {
  const kind = kindOf(attributes);
  const home = homeOfEntry(tree, attributes, dn);
  const place = {
    kind,
    home,
    dn,
    administrators: administratorPolicy(tree),
    takenName: attributes.danhbaName?.[0],
  };
  const fields: Record<string, unknown> = {};
  for (const field of codedFields) {
    const codec = fieldCodecs[field];
    const name = attributeOf(field, place);
    const values = (name !== undefined && attributes[name]) || [];
    const free = field === 'extraNames' || name === undefined ? values : beyondName(values, name, dn);
    const value = name === undefined ? undefined : codec.decode(free, place);
    if (value !== undefined) fields[field] = value;
  }
  return fields as unknown as Account;
}

/** By the key alone: an entry of another class is a fault to be told, and no reason to take it for another kind. */
const kindOf = (attributes: Attributes): AccountKind =>
  parseKey(attributes.danhbaKey?.[0] ?? '')?.kind ?? 'person';

/** In whose container the entry is at home, which says of what class it has to be. */
export const homeOfEntry = (tree: Tree, { danhbaKey, danhbaName }: Attributes, dn: string): AccountKind =>
  homeKind(
    { key: toldKey(danhbaKey?.[0] ?? ''), ...(danhbaName?.[0] && { takenName: danhbaName[0] }) },
    dn,
    tree,
  );

/** What the server recorded by itself: it takes no part in comparing, and nothing of it is ever encoded. */
export function decodeEvidence({ authTimestamp, pwdChangedTime, pwdReset }: Attributes): Evidence {
  return present({
    lastAccess: authTimestamp?.[0],
    passwordChanged: pwdChangedTime?.[0],
    mustChange: pwdReset?.[0] === 'TRUE' ? true : undefined,
  });
}

export const hasClass = ({ objectClass = [] }: Attributes, name: string): boolean =>
  hasValue(objectClass, name);
