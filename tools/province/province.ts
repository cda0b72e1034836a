/** Makes a whole sample province as texts: pure, and the same for the same seed. */
import type { AgencyMailbox, Organization } from '../../src/model/directory/organization.ts';
import { makeAddressBook } from './addresses.ts';
import { type Household, mailboxHistories, privilege, tellLives } from './lives.ts';
import { withoutMailbox } from './offices.ts';
import { type Seat, seatsFor } from './organizations.ts';
import { type Inhabitant, type Population, settle } from './people.ts';
import { makeRandom, type Random } from './random.ts';
import { renderOrganization } from './render.ts';

export interface ProvinceFile {
  /** Its way below the directory: `organizations/districts/sinho/sinho.yaml`. */
  readonly path: string;
  readonly organization: Organization;
  readonly text: string;
}

export interface ProvinceSize {
  /** How many people; at least four to an organization. */
  readonly people: number;
  readonly seed: number;
}

/** Who may open first passwords in the sample: nobody, for the identity was thrown away when it was made. */
const sampleRecipients: ReadonlyMap<string, readonly string[]> = new Map([
  ['sotttt', ['age1vkljfeswjnk4mddgzf0cj7areekfll2lzal5vsrvvp68akpsppussayanf']],
]);

/** Beyond this the organizations are of the size the benchmarks are measured with. */
const large = 5_000;
const peoplePerLargeOrganization = 110;

/** Every organization file of a province, parents before children. */
export function makeProvince({ people, seed }: ProvinceSize): readonly ProvinceFile[] {
  const random = makeRandom(seed);
  const seats = seatsFor(people >= large ? Math.round(people / peoplePerLargeOrganization) : 0);
  if (people < seats.length * 4) throw new RangeError(`at least ${seats.length * 4} people`);
  const addresses = makeAddressBook(seats.map(({ organization }) => organization));
  for (const { aliases = [] } of mailboxHistories.values())
    for (const alias of aliases) addresses.take(alias);
  const style = people >= large ? { decided: 0.05, namesakes: 0.02 } : { decided: 0.9, namesakes: 0.2 };
  const population: Population = { random, addresses, style, nextNumber: 1 };
  const sizes = sizesOf(seats, people, random);
  const households = seats.map((seat, index): Household & { readonly seat: Seat } => {
    const inhabitants = settle(population, seat, sizes[index]!);
    const { organization } = seat;
    const servers = organization.id === 'sotttt-ttcntttt';
    return { seat, organization, inhabitants: servers ? [...privilege(inhabitants)] : [...inhabitants] };
  });
  const custodians = households.map(({ inhabitants }) => custodianOf(inhabitants));
  tellLives({ random, addresses }, households, new Set(custodians));
  return households.map(({ seat, inhabitants }, index) =>
    fileOf(seat, inhabitants, custodians[index]!, addresses.addressOf),
  );
}

/** Exactly `people` in all: by the nature of each office, or evenly in a large province. */
function sizesOf(seats: readonly Seat[], people: number, random: Random): readonly number[] {
  const mean = people / seats.length;
  const natural = seats.map(({ office: { size } }) =>
    people >= large ? mean * (0.5 + random.next()) : random.between(size[0], size[1]),
  );
  const scale = people / natural.reduce((sum, size) => sum + size, 0);
  const [least, most] = people >= large ? [20, 200] : [4, 200];
  const sizes = natural.map((size) => Math.min(most, Math.max(least, Math.round(size * scale))));
  let missing = people - sizes.reduce((sum, size) => sum + size, 0);
  for (let index = 0; missing !== 0; index = (index + 1) % sizes.length) {
    const step = Math.sign(missing);
    const size = sizes[index]! + step;
    if (size < least || size > most) continue;
    sizes[index] = size;
    missing -= step;
  }
  return sizes;
}

/** Who keeps the agency mailbox (Article 9): whoever sorts the mail, else the first who leads nobody. */
function custodianOf(inhabitants: readonly Inhabitant[]): string {
  const staff = inhabitants.filter(({ leads }) => !leads);
  const clerk = staff.find(({ person: { title = '' } }) => /Văn thư|Văn phòng/.test(title));
  return (clerk ?? staff[0] ?? inhabitants[0]!).person.id;
}

function fileOf(
  { organization, folder }: Seat,
  inhabitants: readonly Inhabitant[],
  custodian: string,
  addressOf: (localPart: string) => string,
): ProvinceFile {
  const { id } = organization;
  const history = mailboxHistories.get(id);
  const credentialRecipients = sampleRecipients.get(id);
  const mailbox: AgencyMailbox = {
    custodian,
    ...history,
    ...(history?.aliases && { aliases: history.aliases.map(addressOf) }),
  };
  const whole: Organization = {
    ...organization,
    representatives: [`lc-${id}`.slice(0, 39)],
    ...(credentialRecipients && { credentialRecipients }),
    mailbox: withoutMailbox.has(id) ? 'none' : mailbox,
    people: inhabitants.map(({ person }) => person),
  };
  const folders = ['organizations', ...folder.split('/').filter((part) => part !== '')];
  return {
    path: [...folders, `${id}.yaml`].join('/'),
    organization: whole,
    text: renderOrganization(whole, folders.length),
  };
}
