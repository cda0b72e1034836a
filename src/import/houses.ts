/** The organizations people arrive in: those of the map, those of danhba's own entries, and those the files have already. */
import { parseKey } from '../model/account/key.ts';
import type { Organization, OrganizationFile } from '../model/directory/organization.ts';
import type { Arrival } from '../model/import/arrival.ts';
import type { ImportInput } from '../model/import/made.ts';
import { declareAccounts, namingPolicyOf } from '../naming/declared.ts';
import { derivePerson } from '../naming/person/derive.ts';
import type { AnswerBook } from './answers.ts';
import { readWord } from './answers.ts';
import { ask, type ImportBook } from './book.ts';
import { directoryOf, type Known } from './known.ts';
import { pathOf } from './layout.ts';
import { ownAddresses, ownOrganization, ownPerson } from './own.ts';

export interface House {
  /** Without its people. */
  readonly organization: Organization;
  readonly path: string;
  /** What its people's addresses end in; null where nothing can be derived. */
  readonly suffix: string | null;
  readonly derived: string | null;
}

export function makeHouses(
  { arrivals, policy }: ImportInput,
  known: Known,
  answers: AnswerBook,
  book: ImportBook,
): ReadonlyMap<string, House> {
  const byId = new Map<string, Organization>();
  for (const { signed, ...organization } of arrivals.organizations) {
    byId.set(organization.id, organization);
    if (!signed) askOrganization(organization, answers, book);
  }
  const naming = namingPolicyOf(policy);
  for (const { own } of arrivals.entries) {
    const organization = own && ownOrganization(own, naming);
    if (organization !== undefined && !byId.has(organization.id)) byId.set(organization.id, organization);
  }
  for (const [id, { organization }] of known.organizations) {
    const { people: _, ...rest } = organization;
    byId.set(id, rest);
  }
  const plain = deriveAll(byId, policy);
  const suffixes = suffixesOfOwn(arrivals.entries, plain, naming);
  for (const [id, personSuffix] of suffixes) {
    const organization = byId.get(id);
    const isFree = !known.organizations.has(id) && organization?.personSuffix === undefined;
    if (organization !== undefined && isFree) byId.set(id, { ...organization, personSuffix });
  }
  return suffixes.size === 0 ? placed(byId, plain, known) : placed(byId, deriveAll(byId, policy), known);
}

function askOrganization(organization: Organization, answers: AnswerBook, book: ImportBook): void {
  const { id, name, kind, parent, code } = organization;
  const said = answers.find('organization', id);
  const isSigned = readWord(said.answer) === 'accept';
  const proposal = [id, kind, parent ?? '', code].join(' ').replaceAll('  ', ' ');
  const asked = { subject: id, name, organization: parent ?? '', there: name, byRule: '', proposal };
  ask(book, { decision: 'organization', ...asked, reason: 'proposed', place: id }, said, isSigned, 'in-map');
}

type Derived = ReadonlyMap<string, { readonly suffix: string | null; readonly derived: string | null }>;

function deriveAll(byId: ReadonlyMap<string, Organization>, policy: ImportInput['policy']): Derived {
  const files = [...byId.values()].map((one) => fileOf(one));
  return new Map(
    declareAccounts(directoryOf(files, policy)).map(({ organization, suffix, derived }) => [
      organization.id,
      { suffix, derived },
    ]),
  );
}

export const fileOf = (organization: Organization, file = organization.id): OrganizationFile => ({
  file,
  organization,
  personLines: [],
  unusable: new Set(),
});

/** What all of an organization's people have behind the dot, where that is not its own local part (5.2.a): no attribute tells. */
function suffixesOfOwn(
  entries: readonly Arrival[],
  houses: Derived,
  naming: ReturnType<typeof namingPolicyOf>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const { own } of entries) {
    const id = own?.danhbaorganization?.[0];
    if (own === undefined || id === undefined || parseKey(own.danhbakey?.[0] ?? '')?.kind !== 'person')
      continue;
    const localPart = ownAddresses(own).address?.split('@')[0] ?? '';
    const suffix = localPart.slice(localPart.indexOf('.') + 1);
    const { name, nameParts } = ownPerson(own);
    const derived = derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, naming).localPart;
    // An address by decision tells nothing.
    if (derived !== localPart) continue;
    found.set(id, found.has(id) && found.get(id) !== suffix ? undefined : suffix);
  }
  return new Map(
    [...found].flatMap(([id, suffix]) =>
      suffix === undefined || houses.get(id)?.suffix === suffix ? [] : [[id, suffix] as const],
    ),
  );
}

function placed(byId: ReadonlyMap<string, Organization>, derived: Derived, known: Known) {
  const houses = new Map<string, House>();
  for (const id of [...byId.keys()].sort()) {
    const organization = byId.get(id);
    if (organization === undefined) continue;
    const path = known.organizations.get(id)?.file ?? pathOf(organization, byId);
    houses.set(id, { organization, path, suffix: null, derived: null, ...derived.get(id) });
  }
  return houses;
}
