/** The root DSE (RFC 4512 §5.1): what this server is and can do. */
import type { Directory } from '../directory.ts';
import { controlOid } from '../wire/controls.ts';
import type { AttributeValues } from '../wire/response.ts';

const userAttributes: readonly AttributeValues[] = [
  { name: 'objectClass', values: ['top', 'OpenLDAProotDSE'] },
];

const operationalAttributes = (directory: Directory): readonly AttributeValues[] => [
  { name: 'structuralObjectClass', values: ['OpenLDAProotDSE'] },
  { name: 'namingContexts', values: [directory.tree.suffix.text] },
  { name: 'supportedControl', values: Object.values(controlOid) },
  { name: 'supportedLDAPVersion', values: ['3'] },
  { name: 'subschemaSubentry', values: ['cn=Subschema'] },
  { name: 'vendorName', values: ['danhba (embedded demonstration server)'] },
];

/** The root DSE's attributes for a requested list. */
export const selectRootDse = (
  directory: Directory,
  requested: readonly string[],
  typesOnly: boolean,
): readonly AttributeValues[] => {
  const names = new Set(requested.map((name) => name.toLowerCase()));
  const chosen = [
    ...userAttributes.filter(
      ({ name }) => names.size === 0 || names.has('*') || names.has(name.toLowerCase()),
    ),
    ...operationalAttributes(directory).filter(({ name }) => names.has('+') || names.has(name.toLowerCase())),
  ];
  return typesOnly ? chosen.map(({ name }) => ({ name, values: [] })) : chosen;
};
