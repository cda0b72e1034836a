// The pieces of configuration in servers/README.md, "Replicas", as an operator would put them in.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Changes the text of a slapd.conf. */
export type Edit = (text: string) => string;

const page = (name: string) => new URL(`../../servers/${name}`, import.meta.url);

const passwords: Readonly<Record<string, string>> = {
  '@REPLICATOR_PASSWORD@': randomBytes(24).toString('base64url'),
  '@FORWARDER_PASSWORD@': randomBytes(24).toString('base64url'),
};

/** The pieces of code below a heading of a page of servers/. */
export async function blocksOf(name: string, heading: string): Promise<readonly string[]> {
  const [, rest = ''] = (await readFile(page(name), 'utf8')).split(`\n## ${heading}\n`);
  const [part = ''] = rest.split(/^## /m);
  return [...part.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

/** The one piece that holds these words, with the provider's address and the passwords in their places. */
async function block(words: string, provider = ''): Promise<string> {
  const [found, another] = (await blocksOf('README.md', 'Replicas')).filter((text) => text.includes(words));
  if (found === undefined || another !== undefined) {
    throw new Error(`servers/README.md, Replicas: not one piece with "${words}"`);
  }
  return found
    .replaceAll('ldaps://ldap.laichau.gov.vn', provider)
    .replaceAll(/@[A-Z_]+_PASSWORD@/g, (name) => passwords[name] ?? name);
}

const beforeAccess =
  (lines: string): Edit =>
  (text) =>
    text.replace(/^include ".*acl\.conf"$/m, (include) => `${lines}\n${include}`);

/** The provider of replicas of both kinds. */
export async function asProvider(): Promise<Edit> {
  const copying = await block('limits dn.exact=');
  const telling = await block('by dn.exact="cn=forwarder');
  return (text) => beforeAccess(telling)(beforeAccess(copying)(text));
}

/** The accounts of the replicas at the provider: DN and attributes. */
export async function replicaAccounts(): Promise<readonly (readonly [string, Record<string, string[]>])[]> {
  return [await block('dn: cn=replicator'), await block('dn: cn=forwarder')].map(parseEntry);
}

/** A replica that danhba reads. */
export async function asReplica(provider: string): Promise<Edit> {
  return beforeAccess(await block('exattrs=authTimestamp', provider));
}

/** A replica that forwards to the provider, in this folder; `plain` is where the provider speaks StartTLS. */
export async function asForwarder(provider: string, plain: string, directory: string): Promise<Edit> {
  const copying = withoutExattrs(await block('exattrs=authTimestamp', provider));
  const telling = (await block('updateref ldap:')).replaceAll('ldap://ldap.laichau.gov.vn', plain);
  const sync = copying.replace(/^updateref .*\n/m, telling);
  const chain = (await block('overlay chain'))
    .replaceAll('ldap://ldap.laichau.gov.vn', plain)
    .replaceAll('/var/lib/danhba-ldap', directory);
  const last = await block('lastbind_forward_updates');
  return (text) =>
    `${beforeAccess(sync)(text.replace(/^database mdb$/m, (line) => `${chain}\n${line}`))}\n${last}`;
}

export const withoutOverlay: Edit = (text) => text.replace(/^overlay lastbind\nlastbind-precision \d+$/m, '');
export const withoutExattrs: Edit = (text) => text.replace(/^ {2}exattrs=authTimestamp\n/m, '');

function parseEntry(ldif: string): readonly [string, Record<string, string[]>] {
  const attributes: Record<string, string[]> = {};
  for (const line of ldif.trim().split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/);
    attributes[name] = [...(attributes[name] ?? []), value];
  }
  const { dn: [dn = ''] = [], ...rest } = attributes;
  return [dn, rest];
}
