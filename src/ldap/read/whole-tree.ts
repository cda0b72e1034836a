/** Reads every entry of a tree with all that somebody wrote into it, but passwords, keys and pictures: those are never asked for. */
import { type Client, ResultCodeError } from 'ldapts';
import type { Connection } from '../connect/connect.ts';
import { readRootDse } from '../examine/published.ts';
import type { StreamedEntry } from './entry-stream.ts';
import { attributesOf, readContainer } from './read.ts';

/** Secrets, and what is large: in lower case. Nothing that is imported needs them. */
const neverRead: ReadonlySet<string> = new Set(
  [
    'userPassword authPassword pwdHistory unicodePwd sambaNTPassword sambaLMPassword sambaPasswordHistory clearPassword',
    'krbPrincipalKey krbExtraData krbPwdHistory sshPublicKey userPKCS12 userCertificate userSMIMECertificate',
    'cACertificate certificateRevocationList authorityRevocationList deltaRevocationList crossCertificatePair',
    'jpegPhoto photo thumbnailPhoto thumbnailLogo audio personalSignature pKCS9ExtensionRequest',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);

/** True for what is left where it is; `userCertificate;binary` is `userCertificate`. */
export const isNeverRead = (attribute: string): boolean =>
  neverRead.has((attribute.split(';')[0] ?? '').toLowerCase());

/** Of the server's own attributes, those that tell an entry apart, or tell that its holder is kept out. */
const operational = [
  'entryUUID',
  'pwdAccountLockedTime',
  'pwdEndTime',
  'pwdStartTime',
  'pwdPolicySubentry',
  'nsAccountLock',
];

/** Asked for where the server does not publish its schema. */
const usual =
  'objectClass uid cn sn givenName displayName initials title ou o departmentNumber employeeNumber employeeType mail mailAlternateAddress mailLocalAddress telephoneNumber mobile homePhone description businessCategory member uniqueMember memberUid loginShell shadowExpire l st street postalAddress danhbaKey danhbaOrganization danhbaAddress danhbaFormerAddress danhbaState danhbaSince danhbaReason danhbaBasis danhbaNotice danhbaNoticed danhbaIssued danhbaLocked danhbaRenamed danhbaRestored danhbaReset danhbaMissing danhbaName danhbaOperatorLock danhbaCustodian'.split(
    ' ',
  );

/** Streams what lies below the base, never fewer entries than there are to be seen (`readContainer`). */
export async function* readWholeTree(
  connection: Connection,
  baseDn: string,
): AsyncGenerator<readonly StreamedEntry[]> {
  const { client, messages } = await connection.live();
  const attributes = [...((await readUserAttributes(client)) ?? usual), ...operational];
  yield* readContainer(messages, baseDn, attributes);
}

/** By name, for `*` would ask for passwords as well. Undefined where the server publishes none, or not to us. */
async function readUserAttributes(client: Client): Promise<readonly string[] | undefined> {
  try {
    const { schemaDn } = await readRootDse(client);
    if (schemaDn === undefined) return undefined;
    const { searchEntries } = await client.search(schemaDn, {
      scope: 'base',
      attributes: ['attributeTypes'],
    });
    const definitions = searchEntries.flatMap((entry) => attributesOf(entry).attributeTypes ?? []);
    const names = definitions.flatMap(userAttribute);
    return names.length === 0 ? undefined : names;
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return undefined;
    throw thrown;
  }
}

/** The name of an attribute that somebody writes, by its definition (RFC 4512 §4.1.2); none for all others. */
export function userAttribute(definition: string): readonly string[] {
  const [, name = ''] = /\bNAME\s+\(?\s*'([^']+)'/.exec(definition) ?? [];
  const isServers = /\bUSAGE\s+(?!userApplications)|\bNO-USER-MODIFICATION\b/.test(definition);
  // OpenLDAP publishes the attributes of its own configuration beside the others.
  return name === '' || isServers || name.startsWith('olc') || isNeverRead(name) ? [] : [name];
}
