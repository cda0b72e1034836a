/** What a server says of itself: its root DSE (RFC 4512 §5.1), and the schema it publishes (§4.2). */
import { type Client, ResultCodeError } from 'ldapts';
import type { SchemaLack } from '../../model/doctor/facts.ts';
import type { Attributes } from '../profile.ts';
import { attributesOf } from '../read/read.ts';
import { neededClasses, neededControls } from './needs.ts';

export interface RootDse {
  readonly versions: readonly string[];
  readonly lacksControls: readonly string[];
  readonly schemaDn: string | undefined;
  /** False of danhba's embedded server, which ends the connection of whoever asks. */
  readonly renames: boolean;
}

export async function readRootDse(client: Client): Promise<RootDse> {
  const attributes = ['supportedLDAPVersion', 'supportedControl', 'subschemaSubentry', 'vendorName'];
  const {
    supportedLDAPVersion = [],
    supportedControl = [],
    subschemaSubentry,
    vendorName,
  } = await readBase(client, '', attributes);
  return {
    versions: supportedLDAPVersion,
    lacksControls: neededControls.filter((oid) => !supportedControl.includes(oid)),
    schemaDn: subschemaSubentry?.[0],
    renames: vendorName?.[0]?.startsWith('danhba') !== true,
  };
}

/** Undefined where the server publishes none, or not to us. */
export async function readSchemaLack(
  client: Client,
  dn: string | undefined,
): Promise<SchemaLack | undefined> {
  if (dn === undefined) return undefined;
  try {
    const { attributeTypes, objectClasses } = await readBase(client, dn, ['attributeTypes', 'objectClasses']);
    if (attributeTypes === undefined || objectClasses === undefined) return undefined;
    return findLack(attributeTypes, objectClasses);
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return undefined;
    throw thrown;
  }
}

/** Definitions as RFC 4512 §4.1 writes them. */
export function findLack(attributeTypes: readonly string[], objectClasses: readonly string[]): SchemaLack {
  const known = new Set(attributeTypes.flatMap(namesOf));
  const byName = new Map(objectClasses.flatMap((text) => namesOf(text).map((name) => [name, text] as const)));
  const attributes = new Set<string>();
  const classes: string[] = [];
  for (const [name, needed] of Object.entries(neededClasses)) {
    const text = byName.get(name.toLowerCase());
    if (text === undefined) classes.push(name);
    const allowed = new Set(text === undefined ? [] : [...listOf(text, 'MUST'), ...listOf(text, 'MAY')]);
    for (const attribute of needed) {
      if (!known.has(attribute.toLowerCase())) attributes.add(attribute);
      else if (text !== undefined && !allowed.has(attribute.toLowerCase()))
        classes.push(`${name} ${attribute}`);
    }
  }
  const ppolicy = ['pwdendtime', 'pwdreset', 'pwdpolicysubentry'].every((name) => known.has(name));
  return { ppolicy, attributes: [...attributes].sort(), classes };
}

/** `NAME 'one'`, `NAME ( 'one' 'other' )`. */
function namesOf(text: string): readonly string[] {
  const [, list = ''] = /\bNAME\s+(\([^)]*\)|'[^']*')/.exec(text) ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name.toLowerCase());
}

/** `MAY one`, `MAY ( one $ other )`. */
function listOf(text: string, word: 'MUST' | 'MAY'): readonly string[] {
  const [, list = ''] = new RegExp(`\\s${word}\\s+(\\([^)]*\\)|[\\w.;-]+)`).exec(text) ?? [];
  return (list.match(/[\w.;-]+/g) ?? []).map((name) => name.toLowerCase());
}

async function readBase(client: Client, dn: string, attributes: readonly string[]): Promise<Attributes> {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...attributes] });
  return searchEntries[0] === undefined ? {} : attributesOf(searchEntries[0]);
}
