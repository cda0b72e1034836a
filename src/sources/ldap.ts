/** The entries of a directory server as they are imported, with how far the read is. */
import type { Connection } from '../ldap/connect/connect.ts';
import { readWholeTree } from '../ldap/read/whole-tree.ts';
import type { Source, SourceEntry } from '../model/import/source-entry.ts';

export async function readLdapSource(
  connection: Connection,
  baseDn: string,
  told: (seen: number) => void,
): Promise<Source> {
  const entries: SourceEntry[] = [];
  for await (const page of readWholeTree(connection, baseDn)) {
    for (const { dn, attributes } of page) {
      const values = Object.fromEntries(
        Object.entries(attributes).map(([name, list]) => [name.toLowerCase(), list] as const),
      );
      // What the stream could not decode has this sign in its place.
      const broken = Object.keys(values).filter((name) =>
        values[name]?.some((one) => one.includes('\ufffd')),
      );
      const uuid = values.entryuuid?.[0];
      entries.push({
        place: dn,
        dn,
        ...(uuid !== undefined && { uuid }),
        values,
        ...(broken.length > 0 && { broken }),
      });
    }
    told(entries.length);
  }
  return { kind: 'ldap', entries };
}
