/** Reads back what danhba itself wrote on an entry: the record of a file, as far as LDAP holds it. */
import { parseBasis } from '../model/account/basis.ts';
import { parseKey } from '../model/account/key.ts';
import {
  type AccountDeclaration,
  type NameParts,
  type Organization,
  type OrganizationKind,
  organizationKinds,
  type Person,
  type Suspension,
  type Termination,
} from '../model/directory/organization.ts';
import { present } from '../model/text/present.ts';
import { dateOfGeneralizedTime } from '../model/time/date.ts';
import { fixedFor, isFixedKind, type NamingPolicy } from '../naming/policy.ts';

/** Attribute values by name in lower case. */
export type OwnValues = Readonly<Record<string, readonly string[]>>;

const first = (own: OwnValues, name: string): string | undefined => own[name]?.[0];

/** The account's own addresses: the first one, and those it has beside it for good. */
export function ownAddresses(own: OwnValues): { address?: string; aliases: readonly string[] } {
  const address = first(own, 'mail')?.toLowerCase();
  const former = new Set((own.danhbaformeraddress ?? []).map((one) => one.toLowerCase().split(' ')[0]));
  const all = new Set((own.danhbaaddress ?? []).map((one) => one.toLowerCase()));
  const aliases = [...all].filter((one) => one !== address && !former.has(one)).sort();
  return { ...(address !== undefined && { address }), aliases };
}

/** What the file of a person says beside the id and the addresses. */
export function ownPerson(own: OwnValues): Omit<Person, 'id'> {
  const name = first(own, 'cn') ?? '';
  const isAdministrator = /^cn=administrators,/i.test(first(own, 'pwdpolicysubentry') ?? '');
  return {
    name,
    ...present({
      nameParts: ownParts(name, first(own, 'sn'), first(own, 'givenname')),
      title: first(own, 'title'),
      unit: first(own, 'ou'),
      phone: first(own, 'telephonenumber'),
      privileged: isAdministrator ? true : undefined,
    }),
    ...ownState(own),
  };
}

/** None where surname and given name are those of the name's first and last word (5.2.a). */
function ownParts(name: string, family?: string, given?: string): NameParts | undefined {
  const words = name.split(' ');
  if (family === undefined || given === undefined) return undefined;
  if (family === words[0] && given === words.at(-1)) return undefined;
  const rest = [...words];
  for (const word of [...family.split(' '), ...given.split(' ')]) {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
  }
  return { family, ...(rest.length > 0 && { middle: rest.join(' ') }), given };
}

/** The state with its decision. The clause of a breach and the document of a restoration stand in no attribute. */
export function ownState(own: OwnValues): AccountDeclaration {
  const state = first(own, 'danhbastate');
  const reason = first(own, 'danhbareason');
  const basis = parseBasis(first(own, 'danhbabasis'));
  const since = dateOfGeneralizedTime(first(own, 'danhbasince') ?? '');
  const notice = parseBasis(first(own, 'danhbanotice'));
  const reset = parseBasis(first(own, 'danhbareset'));
  const date = basis?.date ?? since;
  const passwordReset = reset === undefined ? {} : { passwordReset: reset };
  if (state === 'suspended' && date !== undefined) {
    const suspension: Suspension = {
      reason: reason === 'violation' ? 'violation' : 'inactivity',
      ...(basis && { document: basis.document }),
      date,
      ...(notice && { notice }),
    };
    return { ...passwordReset, suspension };
  }
  if (state === 'terminated' && basis !== undefined) {
    const termination = {
      reason: reason as Termination['reason'],
      document: basis.document,
      decided: basis.date,
    };
    return { ...passwordReset, termination };
  }
  return passwordReset;
}

/** True for what ended without a decision of its own: it is in no file any more. */
export const hasEndedThere = (own: OwnValues): boolean =>
  first(own, 'danhbastate') === 'terminated' &&
  /^(?:removed|dissolved)$/.test(first(own, 'danhbareason') ?? '');

/** The organization an entry of ours stands for; undefined where it is of a kind nobody knows. */
export function ownOrganization(own: OwnValues, policy: NamingPolicy): Organization | undefined {
  const id = parseKey(first(own, 'danhbakey') ?? '')?.id;
  const kind = organizationKinds.find((one) => one === first(own, 'businesscategory'));
  if (id === undefined || kind === undefined) return undefined;
  const parent = first(own, 'danhbaorganization');
  const { address } = ownAddresses(own);
  return {
    id,
    name: first(own, 'displayname') ?? id,
    kind,
    ...(parent !== undefined && { parent }),
    code: codeOf(id, kind, address, policy),
  };
}

/** The first label of the address; without one, that of the id, which is made of the code as well. */
function codeOf(
  id: string,
  kind: OrganizationKind,
  address: string | undefined,
  policy: NamingPolicy,
): string {
  if (isFixedKind(kind)) return fixedFor(kind, policy);
  const label = address?.split('@')[0]?.split('.')[0];
  return label ?? id.slice(id.lastIndexOf('-') + 1);
}
