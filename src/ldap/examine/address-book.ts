/** Looks as the account of mail programs does, for what an address book must not show; nothing is written. */
import {
  type Client,
  type Entry,
  EqualityFilter,
  NoSuchObjectError,
  OrFilter,
  type SearchOptions,
} from 'ldapts';
import { sameDn } from '../../model/account/dn.ts';
import type { AddressBookFacts } from '../../model/doctor/facts.ts';
import type { Tree } from '../profile.ts';
import type { ClosedEntry } from './containers.ts';

/** servers/openldap/acl.conf, part 3, and addressbook-phones.conf, which a province may have. */
const shown: ReadonlySet<string> = new Set(
  'cn sn givenname displayname mail title ou o telephonenumber'.split(' '),
);

/** As many as mail programs ask for. */
const sizeLimit = 100;

/** @param closed accounts that it must not find: asked for by their addresses, in one search. */
export async function lookAsAddressBook(
  client: Client,
  { baseDn }: Tree,
  closed: readonly ClosedEntry[],
): Promise<AddressBookFacts> {
  const search = (options: SearchOptions) => searchBelow(client, baseDn, options);
  const any = await search({ attributes: ['*', '+'] });
  const names = any.flatMap(({ dn: _dn, ...attributes }) =>
    Object.entries(attributes).flatMap(([name, values]) => (isEmpty(values) ? [] : [name])),
  );
  const beyond = [...new Set(names)].filter((name) => !shown.has(name.toLowerCase().split(';')[0] ?? ''));
  const found = any.length;
  if (closed.length === 0) return { found, closed: [], beyond };
  const filters = closed.map(({ address: value }) => new EqualityFilter({ attribute: 'mail', value }));
  const entries = await search({ attributes: ['mail'], filter: new OrFilter({ filters }) });
  // By place: somebody who is open may have taken over an address.
  const wrong = closed.filter((one) => entries.some(({ dn }) => sameDn(dn, one.dn)));
  return { found, closed: wrong.map(({ address }) => address), beyond };
}

async function searchBelow(client: Client, base: string, options: SearchOptions): Promise<readonly Entry[]> {
  try {
    return (await client.search(base, { scope: 'sub', sizeLimit, ...options })).searchEntries;
  } catch (thrown) {
    // Whom no rule lets see the suffix itself sees nothing below it.
    if (thrown instanceof NoSuchObjectError) return [];
    throw thrown;
  }
}

/** The client gives an empty value for what it was asked for and did not get. */
const isEmpty = (values: unknown): boolean => Array.isArray(values) && values.length === 0;
