/** Selects what may be seen of the directory: everybody sees who is active and listed, the province's own people how it stands with each. */

import type { ObservedAccount } from '../model/account/account.ts';
import { type Key, personKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate, Person } from '../model/directory/organization.ts';
import type { Problem } from '../model/problems/problem.ts';
import type {
  PublicationAudience,
  Published,
  PublishedCustodian,
  PublishedOrganization,
  PublishedPerson,
} from '../model/publish/published.ts';
import { present } from '../model/text/present.ts';
import { makeOverview, type OverviewFacts } from './overview.ts';
import { maySee, ruleOf, seesStates } from './shown.ts';
import { isAway, type Reach, reachOf, type Server, serverOf } from './standing.ts';
import { type Tree, treeOf } from './tree.ts';

export interface PublishInput {
  readonly audience: PublicationAudience;
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly problems: readonly Problem[];
  /** What is on the server, by key. Absent where the files alone are asked. */
  readonly accounts?: ReadonlyMap<Key, ObservedAccount>;
  /** Whose record lacks somebody's word: of them is told what the server has, as a run left it. */
  readonly unconsented?: ReadonlySet<Key>;
  /** What is to be done, for the internal directory alone. */
  readonly overview?: OverviewFacts;
  readonly today: CalendarDate;
}

/** What the steps below look up. */
interface Selection {
  readonly input: PublishInput;
  readonly server: Server | undefined;
  readonly isSound: (one: Declared) => boolean;
  readonly names: ReadonlyMap<Key, string>;
  /** Ids of whom one record at least does not list: who moves is not shown because the new file is silent. */
  readonly unlisted: ReadonlySet<string>;
  /** The page of each person that is shown; filled as people are. */
  readonly pages: Map<Key, string>;
  readonly slugs: Set<string>;
}

export function selectPublished(input: PublishInput): Published {
  const { audience, directory, declared, overview } = input;
  const selection = selectionOf(input);
  const organizations = new Map<string, Declared>();
  const people = new Map<string, Declared[]>();
  for (const one of declared) {
    const { id } = one.organization;
    if (one.kind === 'organization') organizations.set(id, one);
    else if (people.get(id)?.push(one) === undefined) people.set(id, [one]);
  }
  const tree = treeOf([...organizations.values()].map(({ organization }) => organization));
  // People first: an organization leads to its custodian, who may stand in a later one.
  const shown = tree.order.map((id) => ({
    declared: organizations.get(id) as Declared,
    people: peopleShown(organizations.get(id) as Declared, people.get(id) ?? [], selection),
  }));
  const { province, domain } = directory.policy;
  return {
    audience,
    province,
    domain,
    organizations: new Map(
      shown.map((one) => [
        one.declared.organization.id,
        organizationShown(one.declared, one.people, tree, selection),
      ]),
    ),
    ...(overview && seesStates(audience) && { overview: makeOverview(overview, selection.pages) }),
  };
}

function selectionOf(input: PublishInput): Selection {
  const { declared, problems, accounts, directory } = input;
  const faulty = new Set(
    problems.flatMap(({ severity, subject, at }) =>
      severity === 'error' && subject !== undefined ? [`${subject} ${at.file}`] : [],
    ),
  );
  return {
    input,
    server: accounts && serverOf(accounts),
    isSound: ({ key, file }) => !faulty.has(`${key} ${file}`),
    names: new Map(declared.map(({ key, name }) => [key, name])),
    unlisted: new Set(
      directory.organizations.flatMap(({ organization: { people = [] } }) =>
        people.flatMap(({ id, listed }) => (listed === false ? [id] : [])),
      ),
    ),
    pages: new Map(),
    slugs: new Set(),
  };
}

/** An end that nobody entitled has agreed to is none as long as the mailbox is open: the run has held it. */
function isOver({ key, organization: { dissolved } }: Declared, { input, server }: Selection): boolean {
  if (dissolved === undefined || dissolved.date > input.today) return false;
  return !input.unconsented?.has(key) || server?.accounts.get(key)?.state !== 'active';
}

function peopleShown(
  house: Declared,
  people: readonly Declared[],
  selection: Selection,
): readonly PublishedPerson[] {
  const { audience, directory } = selection.input;
  if (isOver(house, selection)) return [];
  if (!seesStates(audience) && !ruleOf('people', directory.policy)) return [];
  return people.flatMap((one) => personShown(one, selection));
}

function personShown(declared: Declared, selection: Selection): readonly PublishedPerson[] {
  const { person, key } = declared;
  const { audience, directory } = selection.input;
  if (person === undefined || (audience === 'public' && selection.unlisted.has(person.id))) return [];
  const reach = reachShown(declared, selection);
  if (reach === undefined) return [];
  const { policy } = directory;
  const said: Said = asServed(declared, selection) ?? person;
  const of = (field: 'title' | 'unit' | 'phone') =>
    maySee(field, audience, policy) ? said[field] : undefined;
  // Of two records under one id one alone has a page.
  if (selection.pages.has(key)) return [];
  const slug = freeSlug(slugOf(reach.address, policy.domain), selection.slugs);
  selection.slugs.add(slug);
  selection.pages.set(key, slug);
  return [
    present({
      slug,
      name: said.name,
      nameParts: said.nameParts,
      title: of('title'),
      unit: of('unit'),
      phone: of('phone'),
      address: reach.address,
      otherAddresses: reach.others,
      standing: seesStates(audience) ? reach.standing : undefined,
    }),
  ];
}

type Said = Pick<Person, 'name' | 'nameParts' | 'title' | 'unit' | 'phone'>;

/** What the server says instead of the file; undefined where the file is sound and agreed to, or there is no other voice. */
const asServed = (
  declared: Declared,
  { input: { unconsented }, server, isSound }: Selection,
): Said | undefined =>
  isSound(declared) && !unconsented?.has(declared.key) ? undefined : server?.accounts.get(declared.key);

/** Where mail reaches it; undefined for whoever this audience is not to find. */
function reachShown(
  declared: Declared,
  { input: { audience, today }, server, isSound }: Selection,
): Reach | undefined {
  const { declaration, address } = declared;
  const reach = reachOf(declared, isSound(declared), server, today);
  if (reach === undefined || seesStates(audience)) return reach;
  // Both have to say so: what the file takes away is gone before a run has followed.
  const isOpen = reach.standing.state === 'active' && isSound(declared) && address !== undefined;
  return isOpen && declaration !== undefined && !isAway(declaration, today) ? reach : undefined;
}

function organizationShown(
  declared: Declared,
  people: readonly PublishedPerson[],
  tree: Tree,
  selection: Selection,
): PublishedOrganization {
  const { id, kind, dissolved } = declared.organization;
  const { name } = asServed(declared, selection) ?? declared.organization;
  const over = isOver(declared, selection);
  const own = over ? undefined : reachShown(declared, selection);
  const { audience } = selection.input;
  return present({
    id,
    name,
    kind,
    above: tree.above(id),
    below: tree.below(id),
    address: own?.address,
    otherAddresses: own?.others ?? [],
    dissolved:
      over && dissolved ? present({ date: dissolved.date, successor: dissolved.successor }) : undefined,
    predecessors: tree.predecessors(id),
    people,
    standing: seesStates(audience) ? own?.standing : undefined,
    custodian: over ? undefined : custodianShown(declared, selection),
  });
}

function custodianShown(
  { organization: { mailbox } }: Declared,
  { input: { audience, directory }, names, pages }: Selection,
): PublishedCustodian | undefined {
  if (mailbox === undefined || mailbox === 'none' || mailbox.custodian === undefined) return undefined;
  if (!maySee('custodian', audience, directory.policy)) return undefined;
  const key = personKey(mailbox.custodian);
  const name = names.get(key);
  return name === undefined ? undefined : present({ name, slug: pages.get(key) });
}

/** A file system takes 255, with an ending: what somebody has set on the server by hand stops nobody else's page. */
const longestSlug = 200;

/** What the page of an address is called: never the id of a person, which is nobody's business. */
export function slugOf(address: string, domain: string): string {
  const at = address.lastIndexOf('@');
  const slug = address.slice(at + 1) === domain ? address.slice(0, at) : address;
  return slug.replaceAll(/[^a-z0-9._@-]/g, '_').slice(0, longestSlug);
}

/** Addresses that differ in such signs alone are two people, and each has a page. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}_${number}`;
  return free;
}
