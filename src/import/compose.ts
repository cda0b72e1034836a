/** Makes the organizations with all their people out of what arrives, as far as it is certain or signed; everything else is asked. */
import type { Key } from '../model/account/key.ts';
import { personKey } from '../model/account/key.ts';
import type { AccountDeclaration, Organization, Person } from '../model/directory/organization.ts';
import type { Arrival } from '../model/import/arrival.ts';
import type { ImportInput } from '../model/import/made.ts';
import { declareAccounts, namingPolicyOf } from '../naming/declared.ts';
import { derivePerson } from '../naming/person/derive.ts';
import { makeSpaces } from '../naming/space.ts';
import { type Seat, type SettledAddress, settleAddresses } from './addresses.ts';
import { makeAgencies } from './agencies.ts';
import { keepAliases, refusedAliases } from './aliases.ts';
import type { AnswerBook } from './answers.ts';
import { type ImportBook, note } from './book.ts';
import { fileOf, type House, makeHouses } from './houses.ts';
import { identify } from './identify.ts';
import { directoryOf, type Known } from './known.ts';
import { ownAddresses, ownPerson } from './own.ts';
import { type Admitted, admit, keyOf } from './people/admit.ts';
import { fieldsOf } from './people/fields.ts';
import { type SettledName, settleName } from './people/settle-name.ts';
import { subjectsOf } from './subjects.ts';
import { comparePlaces } from './text.ts';

export interface Composed {
  readonly houses: ReadonlyMap<string, House>;
  /** By id, each with its people in the order of their ids. */
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Everything that has a place in the files. */
  readonly seats: readonly Seat[];
}

interface Scene {
  readonly known: Known;
  readonly answers: AnswerBook;
  readonly book: ImportBook;
  /** Whether what people have written into the files since counts. */
  readonly followsFiles: boolean;
}

interface Draft {
  readonly seat: Seat;
  readonly record: AccountDeclaration;
  /** Of a person. */
  readonly id?: string;
}

export function compose(input: ImportInput, scene: Scene): Composed {
  const { policy, today } = input;
  const { known, answers, book } = scene;
  const entries = input.arrivals.entries.toSorted((a, b) => comparePlaces(a.source.place, b.source.place));
  tellOthers(entries, book);
  const houses = makeHouses(input, known, answers, book);
  const agencies = makeAgencies(
    entries.filter(({ role }) => role === 'agency'),
    houses,
    known,
    book,
  );
  const people = draftPeople(
    entries.filter(({ role }) => role === 'person'),
    houses,
    input,
    scene,
  );
  const drafts: readonly Draft[] = [
    ...[...agencies.values()].map(({ seat, mailbox }) => ({ seat, record: mailbox })),
    ...people,
  ];
  const seats = drafts.map(({ seat }) => seat);
  const naming = namingPolicyOf(policy);
  const addresses = settleAddresses(scene.followsFiles ? seats : seats.map(withoutFile), {
    answers,
    policy: naming,
    today,
    book,
    spaces: makeSpaces(declareAccounts(directoryOf([...houses.values()].map(fileOfHouse), policy))),
    claims: claimsOfOthers(seats, known),
  });
  const further = new Map(seats.map((seat) => [seat.key, furtherOf(seat)]));
  const put = (aliases: ReadonlyMap<Key, readonly string[]>) => assemble(houses, drafts, addresses, aliases);
  const stage = { policy, grants: known.grants, today, answers, book };
  const hasAliases = [...further.values()].some(({ length }) => length > 0);
  const refused = hasAliases ? refusedAliases([...put(further).values()], stage) : new Set<string>();
  const kept = new Map(
    seats.map((seat) => [seat.key, keepAliases(seat, further.get(seat.key) ?? [], refused, stage)]),
  );
  return { houses, organizations: put(kept), seats };
}

/** Addresses of those the files have and the source has not: nobody who arrives gets one. */
function claimsOfOthers(seats: readonly Seat[], known: Known): Map<string, Key> {
  const keys = new Set(seats.map(({ key }) => key));
  const others = [...known.keysOfAddress].flatMap(([address, all]) => {
    const key = all.find((one) => !keys.has(one));
    return key === undefined || all.some((one) => keys.has(one)) ? [] : [[address, key] as const];
  });
  return new Map(others);
}

const fileOfHouse = ({ organization }: House) => fileOf(organization);

const withoutFile = ({ file: _, ...seat }: Seat): Seat => seat;

function tellOthers(entries: readonly Arrival[], book: ImportBook): void {
  for (const arrival of entries) {
    const name = arrival.names[0] ?? arrival.addresses[0] ?? '';
    const { role, source } = arrival;
    if (role === 'service') note(book, { arrival, name }, 'service', arrival.addresses.join(' | '));
    if (role === 'unknown') note(book, { arrival, name }, 'entry-unknown', arrival.addresses.join(' | '));
    if (source.broken !== undefined && source.broken.length > 0) {
      note(book, { arrival, name }, 'broken-attribute', source.broken.join(' | '));
    }
  }
}

/** Addresses beside the main one, lower case, each once. */
function furtherOf({ arrival, there }: Seat): readonly string[] {
  const { own, addresses, aliases } = arrival;
  if (own !== undefined) return ownAddresses(own).aliases;
  const all = new Set([...addresses, ...aliases].map((one) => one.toLowerCase()));
  return [...all].filter((one) => one !== there).sort();
}

function draftPeople(
  arrivals: readonly Arrival[],
  houses: ReadonlyMap<string, House>,
  input: ImportInput,
  scene: Scene,
): readonly Draft[] {
  const { known, answers, book } = scene;
  const subjects = subjectsOf(arrivals);
  const admitted = admit(arrivals, { houses, subjects, known, answers, book });
  const present = admitted.filter(({ former }) => former === undefined);
  const organizations = new Map(present.map(({ arrival, house }) => [arrival, house.organization.id]));
  const identities = identify(
    present.map(({ arrival }) => arrival),
    (arrival) => organizations.get(arrival) ?? '',
    known,
    input.prefix,
  );
  const drafts = admitted.map((one) => {
    const identity = identities.get(one.arrival);
    const id = identity?.id ?? one.arrival.own?.danhbakey?.[0]?.slice('person:'.length).split('/')[0] ?? '';
    const draft = draftPerson(one, id, input, scene);
    if (identity?.isNumbered === true) {
      note(
        book,
        { arrival: one.arrival, name: draft.seat.name, subject: draft.seat.key },
        'numbered',
        one.arrival.id ?? '',
      );
    }
    return draft;
  });
  return drafts.sort((a, b) => comparePlaces(a.id, b.id));
}

function draftPerson(admitted: Admitted, id: string, input: ImportInput, scene: Scene) {
  const { arrival, house, isDoubted, former } = admitted;
  const { known, answers, book } = scene;
  const key = keyOf(admitted, id);
  const written = former === undefined ? known.people.get(personKey(id))?.person : undefined;
  const file = scene.followsFiles ? written : undefined;
  const naming = namingPolicyOf(input.policy);
  const { own } = arrival;
  const place = { answers, book, naming, ...(file && { file }) };
  const settled: SettledName = own === undefined ? settleName(admitted, key, place) : namesOfOwn(own);
  const { name, nameParts, open } = settled;
  const { policy } = input;
  const { id: organization } = house.organization;
  const fields =
    own === undefined
      ? fieldsOf(
          { arrival, name, subject: key },
          { answers, book, unmanaged: policy.unmanaged ?? [], organization, ...(file && { file }) },
        )
      : ownPerson(own);
  const derive = (one: Pick<Person, 'name' | 'nameParts'>) =>
    house.suffix === null
      ? null
      : derivePerson(
          { name: one.name, suffix: house.suffix, ...(one.nameParts && { nameParts: one.nameParts }) },
          naming,
        );
  const derivation = derive({ name, ...(nameParts && { nameParts }) });
  // What a person must decide first has no address by the rules, whatever could be made of the letters.
  const derived = derivation === null || derivation.findings.length > 0 ? null : derivation.localPart;
  const seat: Seat = {
    key,
    arrival,
    name,
    ...(nameParts && { nameParts }),
    organization,
    suffix: house.suffix,
    there: own === undefined ? arrival.addresses[0] : ownAddresses(own).address,
    derived,
    proposed: open === undefined ? null : (derive(open)?.localPart ?? null),
    isDoubted,
    ...(written && { file: written }),
  };
  return { seat, record: { ...fields, name, ...(nameParts && { nameParts }) }, id };
}

function namesOfOwn(own: NonNullable<Arrival['own']>): Pick<Person, 'name' | 'nameParts'> {
  const { name, nameParts } = ownPerson(own);
  return { name, ...(nameParts && { nameParts }) };
}

function assemble(
  houses: ReadonlyMap<string, House>,
  drafts: readonly Draft[],
  addresses: ReadonlyMap<Key, SettledAddress>,
  aliases: ReadonlyMap<Key, readonly string[]>,
): ReadonlyMap<string, Organization> {
  const declared = (draft: Draft) => {
    const own = aliases.get(draft.seat.key) ?? [];
    return { ...draft.record, ...addresses.get(draft.seat.key), ...(own.length > 0 && { aliases: own }) };
  };
  const people = Map.groupBy(
    drafts.filter(({ id }) => id !== undefined),
    ({ seat }) => seat.organization,
  );
  const agencies = new Map(
    drafts.filter(({ id }) => id === undefined).map((one) => [one.seat.organization, one]),
  );
  const made = new Map<string, Organization>();
  for (const [id, { organization }] of houses) {
    const agency = agencies.get(id);
    const mine = (people.get(id) ?? []).map((one) => ({ id: one.id ?? '', ...declared(one) }) as Person);
    made.set(id, {
      ...organization,
      mailbox: agency === undefined ? 'none' : declared(agency),
      ...(mine.length > 0 && { people: mine }),
    });
  }
  return made;
}
