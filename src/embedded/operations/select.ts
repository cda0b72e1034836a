/** Which attributes of an entry a search returns (RFC 4511 §4.5.1.8, RFC 3673). */
import type { Identity } from '../directory.ts';
import { mayReadType } from '../policy/access.ts';
import { type AttributeType, findType } from '../schema/attribute-types.ts';
import type { Entry } from '../store/entry.ts';
import type { Tree } from '../store/tree.ts';
import type { AttributeValues } from '../wire/response.ts';

/** A request's attribute list, read once for all entries. */
export interface Selection {
  readonly allUser: boolean;
  readonly allOperational: boolean;
  readonly named: ReadonlySet<string>;
  readonly typesOnly: boolean;
}

export const parseSelection = (attributes: readonly string[], typesOnly: boolean): Selection => ({
  allUser: attributes.length === 0 || attributes.includes('*'),
  allOperational: attributes.includes('+'),
  named: new Set(attributes.flatMap((name) => findType(name)?.name ?? [])),
  typesOnly,
});

/** Attributes that are worked out, not stored. */
const computed = ['entryDN', 'hasSubordinates', 'subschemaSubentry'] as const;

const compute = (tree: Tree, entry: Entry, name: (typeof computed)[number]): string => {
  switch (name) {
    case 'entryDN':
      return entry.dn.text;
    case 'hasSubordinates':
      return tree.childrenOf(entry.dn.key).size > 0 ? 'TRUE' : 'FALSE';
    case 'subschemaSubentry':
      return 'cn=Subschema';
  }
};

const isSelected = (selection: Selection, type: AttributeType): boolean =>
  (type.operational ? selection.allOperational : selection.allUser) || selection.named.has(type.name);

export const selectAttributes = (
  tree: Tree,
  identity: Identity,
  entry: Entry,
  selection: Selection,
): readonly AttributeValues[] => {
  const selected: AttributeValues[] = [];
  const give = (name: string, values: readonly string[]): void => {
    selected.push({ name, values: selection.typesOnly ? [] : values });
  };
  for (const { type, values } of entry.attributes.values()) {
    if (isSelected(selection, type) && mayReadType(identity, type)) give(type.name, values);
  }
  for (const name of computed) {
    if (selection.allOperational || selection.named.has(name)) give(name, [compute(tree, entry, name)]);
  }
  return selected;
};
