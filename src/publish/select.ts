/** Selects what may be seen of the directory: whoever is suspended, has ended or is not listed is not in it. */

import type { ObservedAccount } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import { hasEnded } from '../model/directory/ending.ts';
import { isInForce } from '../model/directory/in-force.ts';
import type {
  AccountDeclaration,
  CalendarDate,
  Organization,
  Person,
} from '../model/directory/organization.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { Problem } from '../model/problems/problem.ts';
import type {
  PublicationAudience,
  Published,
  PublishedOrganization,
  PublishedPerson,
} from '../model/publish/published.ts';
import { present } from '../model/text/present.ts';

export interface PublishInput {
  readonly audience: PublicationAudience;
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly problems: readonly Problem[];
  /** What is on the server, by key: only what is active there is shown. Absent where the files alone are asked. */
  readonly accounts?: ReadonlyMap<Key, ObservedAccount>;
  readonly today: CalendarDate;
}

/** What everybody may see of a person's record; a key that nobody has decided on does not compile. */
const shownToAll = {
  id: 'never',
  name: 'always',
  nameParts: 'always',
  title: 'titles',
  unit: 'units',
  phone: 'phones',
  privileged: 'never',
  listed: 'never',
  nameChange: 'never',
  address: 'always',
  addressDecision: 'never',
  aliases: 'always',
  absence: 'never',
  suspension: 'never',
  restoration: 'never',
  termination: 'never',
  passwordReset: 'never',
} as const satisfies Record<keyof Person, 'always' | 'never' | keyof NonNullable<Policy['publish']>>;

const defaults = { people: true, titles: true, units: true, phones: false } as const satisfies Required<
  NonNullable<Policy['publish']>
>;

export function selectPublished(input: PublishInput): Published {
  const { audience, directory, declared, problems } = input;
  const faulty = new Set(
    problems.flatMap(({ severity, subject, at }) =>
      severity === 'error' && subject !== undefined ? [`${subject} ${at.file}`] : [],
    ),
  );
  const isSound = ({ key, file }: Declared) => !faulty.has(`${key} ${file}`);
  const people = new Map<string, Declared[]>();
  const organizations = new Map<string, Declared>();
  for (const one of declared) {
    const { id } = one.organization;
    // An organization is shown whatever is wrong with its record, but for an address that may be another's.
    if (one.kind === 'organization')
      organizations.set(id, isSound(one) ? one : { ...one, address: undefined });
    else if (isSound(one)) people.set(id, [...(people.get(id) ?? []), one]);
  }
  const { province, domain } = directory.policy;
  const shown = treeOf([...organizations.values()].map(({ organization }) => organization));
  return {
    audience,
    province,
    domain,
    organizations: new Map(
      shown.order.map((id) => [
        id,
        organizationShown(organizations.get(id) as Declared, people.get(id) ?? [], shown, input),
      ]),
    ),
  };
}

interface Tree {
  /** A parent before those below it, each in the order of its name. */
  readonly order: readonly string[];
  readonly above: (id: string) => readonly string[];
  readonly below: (id: string) => readonly string[];
  readonly predecessors: (id: string) => readonly string[];
}

function treeOf(organizations: readonly Organization[]): Tree {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const byName = organizations.toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const below = new Map<string, string[]>();
  const predecessors = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string) =>
    to.set(key, [...(to.get(key) ?? []), id]);
  const roots: string[] = [];
  for (const { id, parent, dissolved } of byName) {
    if (dissolved?.successor !== undefined) add(predecessors, dissolved.successor, id);
    if (parent !== undefined && byId.has(parent) && parent !== id) add(below, parent, id);
    else roots.push(id);
  }
  const order: string[] = [];
  const seen = new Set<string>();
  const walk = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    order.push(id);
    for (const one of below.get(id) ?? []) walk(one);
  };
  for (const id of roots) walk(id);
  // A ring of parents hangs from nowhere: it is shown all the same.
  for (const { id } of byName) walk(id);
  const above = (id: string): readonly string[] => {
    const line: string[] = [];
    for (let one = byId.get(id)?.parent; one !== undefined && byId.has(one) && !line.includes(one); ) {
      line.unshift(one);
      one = byId.get(one)?.parent;
    }
    return line;
  };
  return {
    order,
    above,
    below: (id) => below.get(id) ?? [],
    predecessors: (id) => predecessors.get(id) ?? [],
  };
}

function organizationShown(
  declared: Declared,
  people: readonly Declared[],
  tree: Tree,
  input: PublishInput,
): PublishedOrganization {
  const { organization } = declared;
  const { id, name, kind, dissolved } = organization;
  const isOver = dissolved !== undefined && dissolved.date <= input.today;
  const own = isOver ? undefined : addressesShown(declared, input);
  const { publish } = input.directory.policy;
  const withPeople = !isOver && (input.audience === 'internal' || (publish?.people ?? defaults.people));
  return present({
    id,
    name,
    kind,
    above: tree.above(id),
    below: tree.below(id),
    address: own?.address,
    otherAddresses: own?.others ?? [],
    dissolved: isOver ? present({ date: dissolved.date, successor: dissolved.successor }) : undefined,
    predecessors: tree.predecessors(id),
    people: withPeople ? people.flatMap((one) => personShown(one, input)) : [],
  });
}

function personShown(declared: Declared, input: PublishInput): readonly PublishedPerson[] {
  const { person } = declared;
  if (person === undefined || (input.audience === 'public' && person.listed === false)) return [];
  const found = addressesShown(declared, input);
  if (found === undefined) return [];
  const { address, others } = found;
  const { domain, publish } = input.directory.policy;
  const may = (field: 'title' | 'unit' | 'phone') =>
    input.audience === 'internal' || (publish?.[shownToAll[field]] ?? defaults[shownToAll[field]]);
  return [
    present({
      slug: slugOf(address, domain),
      name: person.name,
      nameParts: person.nameParts,
      title: may('title') ? person.title : undefined,
      unit: may('unit') ? person.unit : undefined,
      phone: may('phone') ? person.phone : undefined,
      address,
      otherAddresses: others,
    }),
  ];
}

/** Where mail reaches it now; undefined for whoever is not to be found. */
function addressesShown(
  { key, declaration, address, addresses }: Declared,
  { accounts, today }: PublishInput,
): { readonly address: string; readonly others: readonly string[] } | undefined {
  if (declaration === undefined || address === undefined || isAway(declaration, today)) return undefined;
  if (accounts === undefined) return { address, others: addresses.filter((one) => one !== address) };
  const account = accounts.get(key);
  if (account?.address === undefined || account.state !== 'active' || account.locked !== false)
    return undefined;
  return { address: account.address, others: account.addresses.filter((one) => one !== account.address) };
}

/** Suspended and not restored since, or over, by what its file says. */
function isAway({ suspension, restoration, termination }: AccountDeclaration, today: CalendarDate): boolean {
  if (hasEnded(termination, today)) return true;
  if (suspension === undefined || suspension.date > today) return false;
  return isInForce({ suspension, ...(restoration && restoration.date <= today && { restoration }) });
}

/** What the page of an address is called: never the id of a person, which is nobody's business. */
export function slugOf(address: string, domain: string): string {
  const at = address.lastIndexOf('@');
  const slug = address.slice(at + 1) === domain ? address.slice(0, at) : address;
  return slug.replaceAll(/[^a-z0-9._@-]/g, '_');
}

const vietnamese = new Intl.Collator('vi');

function compareNames(a: string, b: string): number {
  return vietnamese.compare(a, b);
}
