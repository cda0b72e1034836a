/** The directory as LDIF (RFC 2849): entries of an address book, with nothing of danhba's own. */
import { rdnText } from '../../model/account/dn.ts';
import type { PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import { ldifLine } from '../../model/text/ldif-line.ts';
import { withoutUnseen } from '../text/escape.ts';
import { namePartsOf } from '../text/name-parts.ts';

type Attribute = readonly [name: string, value: string | undefined];

/** Below a container of their own: brought by mistake to the server danhba manages, they are refused. */
const addressBookBase = (baseDn: string): string => `ou=addressbook,${baseDn}`;

/** One text for each organization. No container is among them: Thunderbird would make a nameless contact of it. */
export function* renderLdif(
  organizations: Iterable<PublishedOrganization>,
  baseDn: string,
): Generator<string> {
  const base = addressBookBase(baseDn);
  yield 'version: 1\n';
  for (const organization of organizations) {
    const { name, address, people } = organization;
    const own = address === undefined ? '' : entry({ name, address }, name, base);
    yield own + people.map((person) => entry(person, name, base)).join('');
  }
}

/** Attributes that Thunderbird reads and every LDAP server knows: person and inetOrgPerson (RFC 4519, RFC 2798). */
function entry(
  {
    name,
    nameParts,
    title,
    unit,
    phone,
    address,
    slug,
  }: Pick<PublishedPerson, 'name' | 'address'> & Partial<PublishedPerson>,
  organization: string,
  base: string,
): string {
  const { family, given } = namePartsOf(name, nameParts);
  const isPerson = slug !== undefined;
  const attributes: readonly Attribute[] = [
    ['dn', `${rdnText('mail', withoutUnseen(address))},${base}`],
    ...['top', 'person', 'organizationalPerson', 'inetOrgPerson'].map((one) => ['objectClass', one] as const),
    ['cn', name],
    // Nobody is without one in LDAP; who has a single name has it here.
    ['sn', isPerson && family !== '' ? family : name],
    ['givenName', isPerson && family !== '' ? given : undefined],
    ['mail', address],
    ['o', organization],
    ['ou', unit],
    ['title', title],
    ['telephoneNumber', phone],
  ];
  return `\n${attributes.map(line).join('')}`;
}

function line([name, value]: Attribute): string {
  const text = withoutUnseen(value ?? '');
  if (text === '') return '';
  return `${ldifLine(name, text)
    .match(/^.{1,76}|.{1,75}/g)
    ?.join('\n ')}\n`;
}
