/** Fills the organizations with invented people, every address free or settled by a recorded decision. */
import type { Person } from '../../src/model/directory/organization.ts';
import type { AddressBook } from './addresses.ts';
import { workingDateBetween } from './dates.ts';
import { makeNameSource, type NameSource, type Sex } from './names.ts';
import type { Seat } from './organizations.ts';
import { avoidedNames } from './peoples.ts';
import { makePosts, type Post } from './posts.ts';
import type { Random } from './random.ts';

/** A person with what the generator must remember of them. */
export interface Inhabitant {
  readonly person: Person;
  readonly sex: Sex;
  readonly leads: boolean;
}

/** How collisions are told: how many are settled by decision rather than avoided, and namesakes by organization. */
interface CollisionStyle {
  /** Of the names drawn that collide, the share that stays. */
  readonly decided: number;
  /** The share of organizations of ten and more that get a namesake (5.2.b). */
  readonly namesakes: number;
}

const decisionPeriod = ['2025-03-03', '2026-10-30'] as const;

/** A fixed person of the story: Mùa A Nam derives the address of xã Nậm Mạ (5.1.d and 5.2.a share one namespace). */
const fixedNames: ReadonlyMap<string, Twin> = new Map([['sinho', { name: 'Mùa A Nam', sex: 'male' }]]);

/** A name that collides. */
interface Twin {
  readonly name: string;
  readonly sex: Sex;
}

export interface Population {
  readonly random: Random;
  readonly addresses: AddressBook;
  readonly style: CollisionStyle;
  nextNumber: number;
}

/** The people of one organization, head first, newcomers last. */
export function settle(population: Population, seat: Seat, count: number): readonly Inhabitant[] {
  const { random, style } = population;
  const source = makeNameSource(seat.shares);
  const names = new Set<string>();
  const inhabitants: Inhabitant[] = [];
  const namesake = count >= 10 && random.chance(style.namesakes);
  for (const [index, post] of makePosts(seat.office, count).entries()) {
    const last = index === count - 1;
    const fixed = last ? fixedNames.get(seat.organization.id) : undefined;
    const twin = fixed ?? (last && namesake ? twinOf(population, seat, source, inhabitants) : undefined);
    const { sex, name: given } = twin ?? { sex: drawSex(random, post), name: undefined };
    inhabitants.push(settleOne(population, seat, { post, sex, source, names, given }));
  }
  return inhabitants;
}

/** The name of a colleague once more (5.2.b), or another name that derives the same address. */
function twinOf(
  { random, addresses }: Population,
  { organization: { id } }: Seat,
  source: NameSource,
  inhabitants: readonly Inhabitant[],
): Twin {
  const { person, sex } = random.pick(inhabitants.filter(({ leads }) => !leads));
  const derived = addresses.derive(person.name, id);
  const given = person.name.split(' ').at(-1)!;
  for (let attempt = random.chance(0.5) ? 0 : 500; attempt < 500; attempt++) {
    const name = [...source(random, sex).split(' ').slice(0, -1), given].join(' ');
    if (name === person.name || avoidedNames.has(name)) continue;
    if (addresses.derive(name, id) === derived) return { name, sex };
  }
  return { name: person.name, sex };
}

interface Newcomer {
  readonly post: Post;
  readonly sex: Sex;
  readonly source: NameSource;
  readonly names: Set<string>;
  /** A name that is not drawn. */
  readonly given: string | undefined;
}

function settleOne(
  population: Population,
  seat: Seat,
  { post, sex, source, names, given }: Newcomer,
): Inhabitant {
  const { random, addresses } = population;
  const { id } = seat.organization;
  const { name, derived } =
    given === undefined
      ? drawName(population, id, { sex, source, names })
      : { name: given, derived: addresses.derive(given, id)! };
  names.add(name);
  const address = addresses.isFree(derived) ? undefined : addresses.candidate(name, id);
  addresses.take(address ?? derived);
  const number = population.nextNumber++;
  const person: Person = {
    id: `LC-${String(number).padStart(6, '0')}`,
    name,
    title: post.title,
    ...(post.unit !== undefined && { unit: post.unit }),
    ...(random.chance(post.leads ? 0.95 : 0.7) && { phone: drawPhone(random) }),
    ...(address !== undefined && {
      address: addresses.addressOf(address),
      addressDecision: {
        document: `${random.between(10, 240)}/STTTT-CNTT`,
        date: workingDateBetween(random, ...decisionPeriod),
      },
    }),
  };
  return { person, sex, leads: post.leads };
}

/** A name whose address is free; now and then a colliding one stays, for a decision to settle. */
function drawName(
  { random, addresses, style }: Population,
  organization: string,
  { sex, source, names }: Pick<Newcomer, 'sex' | 'source' | 'names'>,
): { readonly name: string; readonly derived: string } {
  for (let attempt = 1; ; attempt++) {
    const name = source(random, sex);
    const derived = addresses.derive(name, organization);
    if (derived === undefined || (names.has(name) && attempt < 50)) continue;
    if (addresses.isFree(derived) || attempt >= 50 || random.chance(style.decided)) {
      return { name, derived };
    }
  }
}

function drawSex(random: Random, post: Post): Sex {
  if (post.title.includes('Quân sự')) return 'male';
  if (/Văn thư|Kế toán|Giáo viên/.test(post.title)) return random.chance(0.75) ? 'female' : 'male';
  return random.chance(post.leads ? 0.25 : 0.45) ? 'female' : 'male';
}

function drawPhone(random: Random): string {
  return `0213 3 8${random.between(10, 99)} ${String(random.between(0, 999)).padStart(3, '0')}`;
}
