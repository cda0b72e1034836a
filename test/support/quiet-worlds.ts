/** The sample directory in part, its server at rest, and slips of clerks and of hands upon both: what plans in part are tried with. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readEntry } from '../../src/ldap/read/read.ts';
import type { ObservedAccount, Tombstone, UnmarkedEntry } from '../../src/model/account/account.ts';
import { type Key, personKey, toldKey } from '../../src/model/account/key.ts';
import type { Directory } from '../../src/model/directory/directory.ts';
import type { Grant } from '../../src/model/directory/grant.ts';
import type { AgencyMailbox, Organization, Person } from '../../src/model/directory/organization.ts';
import type { Policy } from '../../src/model/directory/policy.ts';
import { addDays, addMonths } from '../../src/model/time/date.ts';
import { declareAccounts } from '../../src/naming/declared.ts';
import type { PlanInput } from '../../src/plan/facts/facts.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { findProblems } from '../../src/rules/index.ts';
import { attributesOf } from './in-part.ts';
import { applied, readWorld, rightPolicies } from './world.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const sample = new URL('../../directory/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, sample), 'utf8');

/** Departments, one with a unit below it, a district with a room and a commune: a hundred people. */
const provincial = ['bandt', 'sotttt', 'sotttt-ttcntttt'];
const below = ['', '-bumnua', '-pnv', '-ttmt'].map((room) => `muongte${room}`);
const files = [
  ...provincial.map((id) => [id, read(`organizations/provincial/${id}.yaml`)] as const),
  ...below.map((id) => [id, read(`organizations/districts/muongte/${id}.yaml`)] as const),
  ['ubnd', read('organizations/ubnd.yaml')] as const,
];
const policyText = read('policy.yaml');
const start = '2026-06-01';

/** Everything a plan is made of, open to slips. */
export interface QuietWorld {
  readonly organizations: Map<string, Draft<Organization> & { people: Draft<Person>[] }>;
  readonly unusable: Map<string, Set<number>>;
  readonly accounts: Draft<ObservedAccount>[];
  readonly tombstones: Tombstone[];
  readonly unmarked: UnmarkedEntry[];
  readonly grants: Grant[];
  policy: Draft<Policy>;
  today: string;
  more: Partial<PlanInput>;
}

const whole = readWorld(Object.fromEntries(files), policyText);

/** The directory as the files say, and what a first run makes of it. */
const rested = ((): readonly ObservedAccount[] => {
  const { directory, declared } = whole;
  const open: Directory = {
    ...directory,
    organizations: directory.organizations.map((one) => ({
      ...one,
      // Anybody can open its seals.
      organization: { ...one.organization, credentialRecipients: ['age1'] },
    })),
  };
  const plan = makePlan({
    ...{ directory: open, declared, accounts: [], tombstones: [], unmarked: [], problems: [], today: start },
    ...{ passwordPolicies: rightPolicies(directory.policy), loginsSince: start },
  });
  return applied([], plan);
})();

export function makeQuietWorld(): QuietWorld {
  const { directory } = whole;
  const copy = (organization: Organization) => ({
    ...structuredClone(organization),
    people: structuredClone(organization.people ?? []) as Draft<Person>[],
  });
  return {
    organizations: new Map(
      directory.organizations.map(({ organization }) => [organization.id, copy(organization)]),
    ),
    unusable: new Map(),
    accounts: rested.map((account) => ({ ...account })),
    tombstones: [],
    unmarked: [],
    grants: [],
    policy: structuredClone(directory.policy) as Draft<Policy>,
    today: start,
    more: {},
  };
}

export function inputOf(world: QuietWorld): PlanInput {
  const { tombstones, unmarked, grants, today, policy } = world;
  const accounts = world.accounts.map((account) => asRead(account, policy));
  const directory: Directory = {
    ...whole.directory,
    policy,
    grants: { ...whole.directory.grants, grants },
    organizations: [...world.organizations.values()].map((organization) => ({
      file: `directory/organizations/${organization.id}.yaml`,
      organization,
      personLines: organization.people.map((_, index) => 10 + 3 * index),
      unusable: world.unusable.get(organization.id) ?? new Set(),
    })),
  };
  const declared = declareAccounts(directory);
  const problems = findProblems(directory, declared, accounts, today);
  return {
    ...{ directory, declared, accounts, tombstones, unmarked, problems, today },
    ...{ passwordPolicies: rightPolicies(policy), loginsSince: '2026-01-05' },
    ...world.more,
  };
}

/** As a read of the server gives it, whatever a hand has written. */
function asRead(account: ObservedAccount, policy: Policy): ObservedAccount {
  const read = readEntry(policy, { dn: account.dn, attributes: attributesOf(account, policy) });
  if (!read.marked) throw new Error(`${account.dn} has no key`);
  return read.account;
}

/** One slip; the numbers choose whom, by whom and what, whatever is there. */
export interface Slip {
  readonly kind: (typeof kinds)[number];
  readonly who: number;
  readonly other: number;
  readonly what: number;
}

const pick = <T>(items: readonly T[], number: number): T => items[number % items.length] as T;

interface Met {
  readonly world: QuietWorld;
  readonly home: Draft<Organization> & { people: Draft<Person>[] };
  readonly person: Draft<Person>;
  readonly other: Draft<Person>;
  readonly house: Draft<Organization> & { people: Draft<Person>[] };
  readonly entry: Draft<ObservedAccount>;
  readonly another: Draft<ObservedAccount>;
  readonly what: number;
  /** A day of the last two years, or of the next month. */
  readonly day: string;
}

const document = '7/QĐ';
const base = 'dc=laichau,dc=gov,dc=vn';

/** What clerks, operators and hands do. */
const slips = {
  name: ({ person, other }) => (person.name = other.name),
  newName: ({ person, what }) =>
    (person.name = pick(
      ['NGUYỄN VĂN AN', 'Nguyen Van An', 'Lò  Văn Chi', 'Lò Văn Chi'.normalize('NFD')],
      what,
    )),
  title: ({ person, what }) => (person.title = pick(['Chuyên viên', ' Kế  toán ', '\u00a0', 'A'], what)),
  suspend: ({ person, day }) =>
    (person.suspension = { reason: 'violation', document, date: day, clause: '12.1' }),
  notice: ({ person, day, what }) =>
    (person.suspension = {
      reason: 'inactivity',
      date: addDays(day, -(what % 9)),
      notice: { document, date: day },
    }),
  restore: ({ person, day }) => (person.restoration = { document, date: day }),
  terminate: ({ person, day, what, house }) =>
    (person.termination = {
      reason: pick(['transfer', 'retirement', 'death'], what),
      document,
      decided: day,
      ...(what % 2 === 0 && { effective: addDays(day, what % 40) }),
      ...(what % 5 === 0 && { to: house.id }),
    }),
  move: ({ home, house, person }) => {
    home.people.splice(home.people.indexOf(person), 1);
    house.people.push(person);
  },
  transfer: ({ house, person, day }) => {
    house.people.unshift({ ...person });
    person.termination = { reason: 'transfer', document, decided: day };
  },
  copy: ({ house, person }) => house.people.push({ ...person }),
  sameId: ({ person, other }) => (person.id = other.id),
  remove: ({ home, person }) => home.people.splice(home.people.indexOf(person), 1),
  hire: ({ house, person, what }) => house.people.push({ id: `LC-9${what}`, name: person.name }),
  alias: ({ person, another, what }) =>
    (person.aliases = [pick([...another.addresses, 'vanthu.bandt@laichau.gov.vn'], what)]),
  decided: ({ person, another, day }) => {
    person.address = another.address ?? 'x@laichau.gov.vn';
    person.addressDecision = { document, date: day };
  },
  legacy: ({ person, another, day }) => {
    person.address = `cu.${(another.address ?? 'x@').split('@')[0]}@laichau.gov.vn`;
    person.addressDecision = { document, date: day, legacy: true };
  },
  absence: ({ person, day }) => (person.absence = { until: addDays(day, 90), reason: 'x' }),
  nameChange: ({ person, day }) => (person.nameChange = { document, date: day }),
  privileged: ({ person }) => (person.privileged = true),
  reset: ({ person, day }) => (person.passwordReset = { document, date: day }),
  parts: ({ person }) => (person.nameParts = { family: 'Lò', given: 'Chi' }),
  custodian: ({ home, other }) =>
    (home.mailbox = { ...(home.mailbox as AgencyMailbox | undefined), custodian: other.id }),
  noMailbox: ({ house }) => (house.mailbox = 'none'),
  code: ({ house, home, what }) => (house.code = pick([home.code, 'abc', `${house.code}x`], what)),
  suffix: ({ house, home }) => (house.personSuffix = home.code),
  parent: ({ house, home }) => (house.parent = home.id),
  title2: ({ house }) => (house.name = `${house.name} mới`),
  dissolve: ({ home, house, day }) => (home.dissolved = { document, date: day, successor: house.id }),
  vanish: ({ world, home }) => world.organizations.delete(home.id),
  empty: ({ home }) => (home.people = []),
  unusable: ({ world, home, what }) =>
    world.unusable.set(home.id, new Set([what % (home.people.length || 1)])),
  grant: ({ world, person, another, day, house, what }) =>
    world.grants.push({
      ...(what % 3 === 0 ? { suffix: 'muongte' } : { address: (another.address ?? 'x@y').toUpperCase() }),
      ...(what % 2 === 0 ? { holder: personKey(person.id) } : { organization: house.id }),
      document,
      date: day,
    }),
  protect: ({ world, entry }) =>
    (world.policy.guard = { ...world.policy.guard, protected: [entry.key, personKey('LC-404')] }),
  loose: ({ world, what }) => {
    const limit = { share: 100, count: pick([0, 3, 500], what) };
    world.policy.guard = { ...world.policy.guard, run: limit, organization: limit };
  },
  unmanaged: ({ world, what }) =>
    (world.policy.unmanaged = pick(
      [['title'], ['ou', 'telephoneNumber'], ['o', 'givenName']] as const,
      what,
    )),
  containers: ({ world, what }) => {
    world.policy.containers = { people: 'ou=canbo' };
    if (what % 4 === 0) return;
    for (const entry of world.accounts) entry.dn = entry.dn.replace(',ou=people,', ',ou=canbo,');
  },
  days: ({ world, what }) =>
    (world.today = addDays(world.today, pick([1, 40, 140, 160, 181, 184, 400, -3], what))),
  doubt: ({ world, what }) => {
    world.more = pick<Partial<PlanInput>>(
      [
        { doubt: { seen: 10, expected: 300 } },
        { accessDoubt: 'not-readable' },
        { loginsSince: undefined as never },
      ],
      what,
    );
  },
  // From here on upon the server.
  login: ({ world, entry, what }) =>
    (entry.lastAccess = pick(
      [`${world.today.replaceAll('-', '')}000000Z`, '20251130120000Z', '20260601', 'xyz', '21991231170000Z'],
      what,
    )),
  issued: ({ entry, what, world }) =>
    (entry.issued = pick(
      ['', '2025-11-30', '2025-11-30 20251130120000Z', addDays(world.today, 3), '2099-01-01'],
      what,
    )),
  unissued: ({ entry }) => delete entry.issued,
  key: ({ entry }) => (entry.key = toldKey(entry.key.toLowerCase())),
  keyHead: ({ entry }) => (entry.key = toldKey(entry.key.replace('person', 'Person'))),
  otherKey: ({ entry, another }) => (entry.key = another.key),
  former: ({ world, entry, another, what }) =>
    world.accounts.push({
      ...entry,
      key: toldKey(`${entry.key}/${1 + (what % 2)}`),
      dn: entry.dn.replace(/^(\w+=[^,]*)/, '$1-2'),
      addresses: pick([[], entry.addresses, another.addresses], what),
      ...{
        state: 'terminated',
        since: '2026-01-05',
        reason: 'transfer',
        lockedOn: '2026-01-05',
        locked: true,
      },
    } as ObservedAccount),
  double: ({ world, entry, what }) =>
    world.accounts[what % 2 === 0 ? 'push' : 'unshift']({
      ...entry,
      uuid: 'copy',
      dn: `uid=khac,ou=people,${base}`,
    }),
  stray: ({ entry }) => (entry.dn = `${entry.dn.split(',')[0]},ou=cu,ou=people,${base}`),
  bigDn: ({ entry, what }) =>
    (entry.dn = pick([entry.dn.toUpperCase(), entry.dn.toLowerCase(), entry.dn.replaceAll(',', ', ')], what)),
  named: ({ entry, another, what }) =>
    (entry.dn = `${pick(['uid', 'cn', 'mail'], what)}=${another.key.split(':')[1]},ou=people,${base}`),
  plus: ({ entry, another }) => (entry.dn = entry.dn.replace(',', `+mail=${another.address ?? 'x'},`)),
  taken: ({ entry, another }) => (entry.takenName = another.key.split(':')[1] as string),
  extra: ({ entry, another }) => (entry.extraNames = [another.key.split(':')[1] as string]),
  address: ({ entry, another, what }) => {
    if (what % 2 === 0) entry.addresses = [...new Set([...entry.addresses, ...another.addresses])].sort();
    else entry.address = another.address ?? 'x@laichau.gov.vn';
  },
  noAddress: ({ entry }) => (entry.addresses = []),
  wasAddress: ({ entry, another, world }) => {
    const [one = 'x@laichau.gov.vn'] = another.addresses;
    entry.former = [`${one} ${addMonths(world.today, 2)}`];
    entry.addresses = [...new Set([...entry.addresses, one])].sort();
  },
  state: ({ entry, what, day }) => {
    Object.assign(
      entry,
      pick<Partial<ObservedAccount>>(
        [
          { state: 'suspended', since: day, reason: 'inactivity', lockedOn: day, locked: true },
          { state: 'terminated', since: day, reason: 'removed', lockedOn: day, locked: true },
          { state: 'terminated', since: day, reason: 'transfer', locked: false },
          { state: 'active', since: day, restored: day },
          { missing: day },
          { renamedOn: day },
          { operatorLock: `${day} mất máy`, locked: true },
          { locked: true },
          { locked: '20200101000000Z' },
        ],
        what,
      ),
    );
  },
  obstacle: ({ entry, another, what }) =>
    Object.assign(
      entry,
      pick<Partial<ObservedAccount>>(
        [
          { hasChildren: true },
          { lacksClass: 'inetOrgPerson' },
          { options: ['title;lang-en'] },
          { options: ['mail;x'], optionAddresses: another.addresses },
          { otherLocks: [{ attribute: 'pwdAccountLockedTime', value: '000001010000Z' }] },
          { homeNames: [another.key.split(':')[1] as string] },
          { namedAddress: another.address ?? 'x' },
          { occupies: another.key },
        ],
        what,
      ),
    ),
  home: ({ entry, house, what }) =>
    (entry.organization = pick([house.id, house.id.toUpperCase(), 'khong', ''], what)),
  entryName: ({ entry, another, what }) =>
    (entry.name = pick(
      [another.name, entry.name.normalize('NFD'), entry.name.toUpperCase(), `${entry.name} `],
      what,
    )),
  entryCustodian: ({ entry, other }) => (entry.custodian = other.id),
  gone: ({ world, entry }) => world.accounts.splice(world.accounts.indexOf(entry), 1),
  noAgencies: ({ world }) => {
    const people = world.accounts.filter(({ key }) => key.startsWith('person'));
    world.accounts.splice(0, world.accounts.length, ...people);
  },
  tombstone: ({ world, entry, another, what }) =>
    world.tombstones.push({
      address: pick([another.address ?? 'x@y', 'vanthu.bandt@laichau.gov.vn'], what),
      holder: pick<Key>([entry.key, toldKey(`${entry.key}/1`)], what >> 1),
      until: addMonths(world.today, pick([-1, 3, 58, 60], what >> 2)),
    }),
  unmarked: ({ world, entry, what }) =>
    world.unmarked.push({
      ...{
        dn: pick([entry.dn, `uid=la,ou=people,${base}`], what),
        uuid: 'la',
        name: entry.name,
        looks: 'person',
      },
      ...{ addresses: entry.addresses, occupies: what % 2 === 0 ? entry.key : undefined },
    }),
} satisfies Record<string, (met: Met) => unknown>;

const kinds = Object.keys(slips) as (keyof typeof slips)[];

export function slip(world: QuietWorld, { kind, who, other, what }: Slip): void {
  const placed = [...world.organizations.values()].flatMap((home) =>
    home.people.map((person) => ({ home, person })),
  );
  const houses = [...world.organizations.values()];
  if (placed.length === 0 || world.accounts.length === 0) return;
  const { home, person } = pick(placed, who);
  const met: Met = {
    ...{ world, home, person, what },
    other: pick(placed, other).person,
    house: pick(houses, other),
    // Whose entry it is more often than not, so that slips meet.
    entry:
      (what % 3 < 2 && world.accounts.find(({ key }) => key === personKey(person.id))) ||
      pick(world.accounts, who),
    another: pick(world.accounts, other),
    day: addDays(world.today, (what % 700) - 670),
  };
  slips[kind](met);
}

/** Few people, so that slips meet. */
export const slipsArbitrary = (maxLength: number): fc.Arbitrary<readonly Slip[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      who: fc.oneof(fc.nat(5), fc.nat(400)),
      other: fc.oneof(fc.nat(5), fc.nat(400)),
      what: fc.nat(5000),
    }),
    { minLength: 1, maxLength, size: 'max' },
  );
