/** Reads every entry under the managed containers, page by page, and tells ours from the rest. */
import type { Client, Entry } from 'ldapts';
import { NoSuchObjectError, ResultCodeError } from 'ldapts';
import type { ActualAccount, UnmarkedEntry } from '../model/account.ts';
import { ExpectedError } from '../model/errors.ts';
import { type Attributes, containerOf, decodeAccount, readAttributes, type Tree } from './profile.ts';

export type ReadEntry =
  | { readonly marked: true; readonly account: ActualAccount }
  | { readonly marked: false; readonly entry: UnmarkedEntry };

/** The page size every server of ours allows (`size.pr` of the shipped limits). */
const pageSize = 1000;

/** Streams the entries; a failed page, a size limit or a missing container ends it with an error, never early. */
export async function* readEntries(client: Client, tree: Tree): AsyncGenerator<ReadEntry> {
  for (const container of [containerOf.organization(tree), containerOf.person(tree)]) {
    const containerDn = container.toLowerCase();
    try {
      const pages = client.searchPaginated(container, {
        scope: 'sub',
        filter: '(objectClass=*)',
        attributes: [...readAttributes],
        paged: { pageSize },
        timeLimit: 0,
      });
      for await (const page of pages) {
        for (const entry of page.searchEntries) {
          if (entry.dn.toLowerCase() !== containerDn) yield readEntry(tree, entry);
        }
      }
    } catch (thrown) {
      throw explainRead(thrown, container);
    }
  }
}

function readEntry(tree: Tree, entry: Entry): ReadEntry {
  const attributes = attributesOf(entry);
  if (attributes.danhbaKey === undefined) {
    const addresses = (attributes.mail ?? []).concat(attributes.danhbaAddress ?? []);
    const unique = [...new Set(addresses.map((address) => address.toLowerCase()))].sort();
    return { marked: false, entry: { dn: entry.dn, addresses: unique } };
  }
  const uuid = attributes.entryUUID?.[0] ?? '';
  return { marked: true, account: { ...decodeAccount(tree, attributes), dn: entry.dn, uuid } };
}

/** ldapts gives one value as a string, several as an array, none of a requested one as an empty array. */
export function attributesOf(entry: Entry): Attributes {
  const attributes: Record<string, string[]> = {};
  for (const name of readAttributes) {
    const value = entry[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    attributes[name] = (Array.isArray(value) ? value : [value]).map(String);
  }
  return attributes;
}

function explainRead(thrown: unknown, container: string): unknown {
  if (thrown instanceof NoSuchObjectError) {
    return new ExpectedError(
      'ldap-container-missing',
      `Không thấy ${container} (hoặc không có quyền đọc) / not found, or no right to read it`,
      'policy.yaml: baseDn · servers/README',
      { cause: thrown },
    );
  }
  if (thrown instanceof ResultCodeError) {
    return new ExpectedError(
      'ldap-read-incomplete',
      `${container}: đọc chưa hết, nên không làm gì / the read did not finish, so nothing is done: ${thrown.name} (${thrown.code})`,
      undefined,
      { cause: thrown },
    );
  }
  return thrown;
}
